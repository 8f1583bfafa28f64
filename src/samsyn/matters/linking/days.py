"""Days that a topic names, each as if it were a word: "senast den 15 februari" and "efter 15/2" name one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.linking.topics import MONTHS

if TYPE_CHECKING:
    from samsyn.matters.linking.topics import Topic

NAMED = MONTHS[:12]
DAY = re.compile(rf"\b(\d{{1,2}})(?:/(\d{{1,2}})\b|\.? ({'|'.join(NAMED)})\b)", re.IGNORECASE)
MOST_DAYS = 31


def days_of(topic: Topic) -> dict[str, str]:
    """The days of the year that a topic names, but its meeting's own, each with how it is written first."""
    own = topic.meeting.day
    found: dict[str, str] = {}
    for match in DAY.finditer(topic.text):
        day = int(match[1])
        month = int(match[2]) if match[2] else NAMED.index(match[3].casefold()) + 1
        is_own = own is not None and (day, month) == (own.day, own.month)
        if 1 <= day <= MOST_DAYS and 1 <= month <= len(NAMED) and not is_own:
            found.setdefault(f"={day}/{month}", match[0])
    return found
