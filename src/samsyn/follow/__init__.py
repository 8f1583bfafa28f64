"""All seen together: what needs attention, what is new. Composed of the register's answers, nothing stored."""

from samsyn.follow.attention import Attention, Concern, Overview, see_overview
from samsyn.follow.news import News, see_news

__all__ = ["Attention", "Concern", "News", "Overview", "see_news", "see_overview"]
