"""A text becomes remarks: words that cannot be followed up, groups without names, demands without a day.

Knows Swedish and rules in Vale's YAML format; does not know files, the register or whose text it is. Remarks
are proposals with a reason. They never stop anything.
"""

from samsyn.wording.contested import NAME as CONTESTED
from samsyn.wording.contested import contested_rule
from samsyn.wording.definitions import Extension, Level, Rule, Scope
from samsyn.wording.errors import RuleTooSlow, RuleUnusable
from samsyn.wording.loading import read_rule, read_rules, standing_rules, words_of_rule
from samsyn.wording.readability import ENOUGH_WORDS, Band, Readability, band_of, lix, ovix, readability_of
from samsyn.wording.remarks import Beside, Kind, Remark, remarks_on
from samsyn.wording.sentences import Sentence, Span, Word, sentences_of, words_of

__all__ = [
    "CONTESTED",
    "ENOUGH_WORDS",
    "Band",
    "Beside",
    "Extension",
    "Kind",
    "Level",
    "Readability",
    "Remark",
    "Rule",
    "RuleTooSlow",
    "RuleUnusable",
    "Scope",
    "Sentence",
    "Span",
    "Word",
    "band_of",
    "contested_rule",
    "lix",
    "ovix",
    "read_rule",
    "read_rules",
    "readability_of",
    "remarks_on",
    "sentences_of",
    "standing_rules",
    "words_of",
    "words_of_rule",
]
