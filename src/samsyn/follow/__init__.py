"""All seen together: what needs attention. It composes the register's answers and stores nothing."""

from samsyn.follow.attention import Attention, Concern, Overview, see_overview

__all__ = ["Attention", "Concern", "Overview", "see_overview"]
