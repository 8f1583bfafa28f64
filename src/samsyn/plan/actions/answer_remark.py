"""Say what becomes of a remark on wording: it is taken, or dismissed with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import LONGEST_TEXT, LONGEST_TIME, clean_line
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import RemarkAnswer

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event

LONGEST_WORDS = 300
LONGEST_RULE = 100


@dataclass(frozen=True, slots=True)
class RemarkSaid:
    """A remark that somebody answers.

    Attributes:
        rule: The rule's name.
        words: The words that it remarked on.
        sentence: The sentence they stand in.
        subject_type: What was being written: model name in lower case; empty where it is not known.
        subject_id: Its id; None where it was not yet kept.
    """

    rule: str
    words: str
    sentence: str
    subject_type: str = ""
    subject_id: int | None = None


def take_remark(said: RemarkSaid, *, by: User) -> Event:
    """The remark is right, and the words will be changed.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has been answered, or what was sent is no remark.
    """
    return _answer(said, is_taken=True, why="", by=by)


def dismiss_remark(said: RemarkSaid, *, why: str, by: User) -> Event:
    """The remark does not hold here: the rule says nothing of the same words in the same sentence again.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There is no reason, it has been answered, or what was sent is no remark.
    """
    reason = clean_line(why, longest=LONGEST_TIME)
    if not reason:
        raise PlanUnusable("Skriv varför anmärkningen inte gäller här.")
    return _answer(said, is_taken=False, why=reason, by=by)


@transaction.atomic
def _answer(said: RemarkSaid, *, is_taken: bool, why: str, by: User) -> Event:
    require(by, "plan.answer_remark")
    rule = clean_line(said.rule, longest=LONGEST_RULE)
    sentence = clean_line(said.sentence, longest=LONGEST_TEXT)
    words = words_of_remark(said.words)
    if not (rule and sentence and words):
        raise PlanUnusable("Anmärkningen finns inte längre. Ladda om sidan.")
    if RemarkAnswer.objects.filter(rule=rule, words=words, sentence=sentence).exists():
        raise PlanUnusable("Anmärkningen är redan besvarad. Ångra svaret i historiken om det blev fel.")
    made = RemarkAnswer.objects.create(
        rule=rule,
        words=words,
        sentence=sentence,
        subject_type=said.subject_type[:40],
        subject_id=said.subject_id,
        is_taken=is_taken,
        why=why,
        by=by,
    )
    verb = "taken" if is_taken else "dismissed"
    after = {"remark": rule, "words": words, "sentence": sentence}
    return record(made, f"remarkanswer.{verb}", by=by, after=after, why=why)


def words_of_remark(words: str) -> str:
    """A remark's words as they are kept: on one line, and of a long sentence only the beginning."""
    return " ".join(words.split())[:LONGEST_WORDS]


def take_back_answer(answer: RemarkAnswer, _: Event) -> None:
    """Remove it: the rule speaks again."""
    answer.delete()
