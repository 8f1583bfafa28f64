"""How well notes are read: a reading beside the reading that a careful person wrote.

Knows the short record of a note (`samsyn.minutes.record`) and expected readings in the same form, and labels
of which items belong together over meetings; knows no files and no way of showing figures.
"""

from samsyn.minutes.evaluation.bonds import Bonds, ItemKey, key_of
from samsyn.minutes.evaluation.comparing import Comparison, Miss, add_up, compare
from samsyn.minutes.evaluation.labels import FIELDS, Expected, NoExpectedReading, read_expected
from samsyn.minutes.evaluation.scores import Score, Share
from samsyn.minutes.evaluation.threads import (
    HAND_OVERS,
    PAIRS,
    Bond,
    HandOver,
    HandOvers,
    LabelledPair,
    Matter,
    NoLabels,
    NotHandOver,
    Outcome,
    Pairs,
    Place,
    find_item,
    read_hand_overs,
    read_pairs,
)
from samsyn.minutes.evaluation.unread import Unread, find_unread

__all__ = [
    "FIELDS",
    "HAND_OVERS",
    "PAIRS",
    "Bond",
    "Bonds",
    "Comparison",
    "Expected",
    "HandOver",
    "HandOvers",
    "ItemKey",
    "LabelledPair",
    "Matter",
    "Miss",
    "NoExpectedReading",
    "NoLabels",
    "NotHandOver",
    "Outcome",
    "Pairs",
    "Place",
    "Score",
    "Share",
    "Unread",
    "add_up",
    "compare",
    "find_item",
    "find_unread",
    "key_of",
    "read_expected",
    "read_hand_overs",
    "read_pairs",
]
