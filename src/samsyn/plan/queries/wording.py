"""What is said of a text's wording, by Samsyn's rules and the county's own, and how the rules have fared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from samsyn import wording
from samsyn.plan.actions.answer_remark import words_of_remark
from samsyn.plan.models import ContestedWord, NamedGroup, ProposalState, RemarkAnswer, WordingRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST = 20_000
MOST = 100  # remarks that are shown at once
MANY = 5  # words; a remark on more of them is about the sentence


@dataclass(frozen=True, slots=True)
class SeenRemark:
    """A remark as it is shown.

    Attributes:
        number: From 1, in the order of the text.
        is_taken: Somebody has said that it is right; the words still stand.
        is_whole: It is about the whole sentence, and not about some words in it.
    """

    number: int
    remark: wording.Remark
    is_taken: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A text and what is said of it.

    Attributes:
        dismissed: How many remarks somebody has dismissed, which are not among `remarks`.
        slow: Rules that took too long, and were passed over.
        more: How many remarks there are beside those that are shown.
    """

    text: str
    kind: wording.Kind
    remarks: Sequence[SeenRemark]
    figures: wording.Readability
    dismissed: int = 0
    slow: Sequence[str] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """How often a rule's remarks were taken and dismissed."""

    taken: int = 0
    dismissed: int = 0

    @property
    def share(self) -> float | None:
        """The share that was taken; None before anybody has answered."""
        answered = self.taken + self.dismissed
        return self.taken / answered if answered else None


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule in the list of them.

    Attributes:
        own: The county's own row; None for those that come with Samsyn.
    """

    name: str
    message: str
    description: str
    record: Record
    own: WordingRule | None = None


def look_at(text: str, *, kind: wording.Kind, beside: wording.Beside = wording.Beside.NOTHING) -> Looked:
    """What the rules say of a text, without what somebody has dismissed. Four queries.

    Args:
        text: A field's words, or a whole text; at most `LONGEST` characters of it are looked at.
        kind: What it is.
        beside: What is said in fields of their own.
    """
    shown = text[:LONGEST]
    found, slow = _remarks(shown, kind=kind, beside=beside)
    answers = _answers({_on_one_line(remark.sentence) for remark in found})
    kept = [remark for remark in found if answers.get(_key(remark), True)]
    return Looked(
        text=shown,
        kind=kind,
        remarks=[
            SeenRemark(
                number=number,
                remark=remark,
                is_taken=_key(remark) in answers,
                is_whole=len(remark.words.split()) > MANY or remark.words == remark.sentence,
            )
            for number, remark in enumerate(kept[:MOST], 1)
        ],
        figures=wording.readability_of(shown),
        dismissed=len(found) - len(kept),
        slow=slow,
        more=len(kept[MOST:]),
    )


def _remarks(
    text: str, *, kind: wording.Kind, beside: wording.Beside
) -> tuple[list[wording.Remark], list[str]]:
    """The remarks, and the names of rules that took too long."""
    rules: list[wording.Rule] = [*wording.standing_rules(), *own_rules()]
    contested, groups, slow = contested_words(), resolved_groups(), list[str]()
    while True:
        try:
            found = wording.remarks_on(
                text, kind=kind, contested=contested, groups=groups, rules=rules, beside=beside
            )
        except wording.RuleTooSlow as error:
            slow.append(error.name)
            rules = [rule for rule in rules if rule.name != error.name]
            contested = {} if error.name == wording.CONTESTED else contested
        else:
            return found, slow


def own_rules() -> list[wording.Rule]:
    """The county's own rules that are on."""
    rows = WordingRule.objects.filter(is_on=True).order_by("name").values_list("name", "text")
    return [_read(name, text) for name, text in rows]


@lru_cache(maxsize=200)
def _read(name: str, text: str) -> wording.Rule:
    return wording.read_rule(text, name=name)


def contested_words() -> dict[str, list[str]]:
    """The words that the county has marked, with the better ones."""
    rows = ContestedWord.objects.filter(state=ProposalState.TAKEN).order_by("pk")
    return {word: list(instead) for word, instead in rows.values_list("word", "instead")}


def resolved_groups() -> list[str]:
    """The words for groups that somebody has resolved into a list."""
    rows = NamedGroup.objects.filter(is_resolved=True).order_by("pk")
    return list(rows.values_list("words", flat=True))


def _key(remark: wording.Remark) -> tuple[str, str, str]:
    return remark.rule, words_of_remark(remark.words), _on_one_line(remark.sentence)


def _on_one_line(sentence: str) -> str:
    """A sentence as it is kept with an answer."""
    return " ".join(sentence.split())


def _answers(sentences: Iterable[str]) -> dict[tuple[str, str, str], bool]:
    """By rule, words and sentence, whether a remark was taken."""
    rows = RemarkAnswer.objects.filter(sentence__in=sentences)
    return {
        (rule, words, sentence): is_taken
        for rule, words, sentence, is_taken in rows.values_list("rule", "words", "sentence", "is_taken")
    }


def records() -> Mapping[str, Record]:
    """How each rule that somebody has answered has fared."""
    rows = (
        RemarkAnswer.objects.order_by()
        .values("rule")
        .annotate(taken=Count("pk", filter=Q(is_taken=True)), dismissed=Count("pk", filter=Q(is_taken=False)))
    )
    return {row["rule"]: Record(row["taken"], row["dismissed"]) for row in rows}


def rules_shown() -> list[RuleShown]:
    """All rules with how they have fared: those that come along, and the county's own. Two queries."""
    fared = records()
    standing = {rule.name: rule for rule in reversed([*wording.standing_rules(), wording.contested_rule({})])}
    rows = [
        RuleShown(name, rule.message, rule.description, fared.get(name, Record()))
        for name, rule in sorted(standing.items())
    ]
    return rows + [_own(row, fared) for row in WordingRule.objects.order_by("name")]


def _own(row: WordingRule, fared: Mapping[str, Record]) -> RuleShown:
    rule = _read(row.name, row.text)
    return RuleShown(row.name, rule.message, rule.description, fared.get(row.name, Record()), row)
