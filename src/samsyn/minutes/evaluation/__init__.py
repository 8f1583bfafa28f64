"""How well notes are read: a reading beside the reading that a careful person wrote.

Knows the short record of a note (`samsyn.minutes.record`) and expected readings in the same form; knows no
files and no way of showing figures.
"""

from samsyn.minutes.evaluation.comparing import Comparison, Miss, add_up, compare
from samsyn.minutes.evaluation.labels import FIELDS, Expected, NoExpectedReading, read_expected
from samsyn.minutes.evaluation.scores import Score, Share

__all__ = [
    "FIELDS",
    "Comparison",
    "Expected",
    "Miss",
    "NoExpectedReading",
    "Score",
    "Share",
    "add_up",
    "compare",
    "read_expected",
]
