"""All seen together: what needs attention and what is new; answers of the register, nothing stored."""

from samsyn.follow.attention import Attention, Concern, Overview, see_overview
from samsyn.follow.news import News, see_news

__all__ = ["Attention", "Concern", "News", "Overview", "see_news", "see_overview"]
