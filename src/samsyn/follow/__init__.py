"""All seen together: what needs attention and what is new; answers of the register, nothing stored."""

from samsyn.follow.attention import Attention, Concern, Overview, see_overview
from samsyn.follow.news import News, see_news
from samsyn.follow.reminders import Digest, digests
from samsyn.follow.reminding import Reminded, remind_all
from samsyn.follow.standing import Standing, own_organisations, see_standing

__all__ = [
    "Attention",
    "Concern",
    "Digest",
    "News",
    "Overview",
    "Reminded",
    "Standing",
    "digests",
    "own_organisations",
    "remind_all",
    "see_news",
    "see_overview",
    "see_standing",
]
