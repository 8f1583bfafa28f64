"""All seen together: what needs attention and what is new; answers of the register, nothing stored."""

from samsyn.follow.attention import Attention, Concern, Overview, see_overview
from samsyn.follow.news import News, see_news
from samsyn.follow.reminders import Digest, digests
from samsyn.follow.reminding import Reminded, remind_all

__all__ = [
    "Attention",
    "Concern",
    "Digest",
    "News",
    "Overview",
    "Reminded",
    "digests",
    "remind_all",
    "see_news",
    "see_overview",
]
