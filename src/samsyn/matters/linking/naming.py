"""Where a topic speaks of another by its heading: they have to do with one another without being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.linking.topics import says_nothing
from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from samsyn.matters.linking.topics import Topic

FEWEST = 3  # words of a heading, for its being named to be no chance


def names(one: Topic, other: Topic) -> bool:
    """Whether the words of the other's heading stand in one's text, all of them and in order."""
    heading = roots_of(words_of(other.heading))
    if len(heading) < FEWEST or says_nothing(other.heading):
        return False
    text = roots_of(words_of(one.text))
    return any(text[at : at + len(heading)] == heading for at in range(len(text) - len(heading) + 1))
