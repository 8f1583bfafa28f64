"""A task in a later clause of a sentence, with a subject of its own (rule S31)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.given_names import is_common_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import OwnerKind
from samsyn.minutes.statements.dues import find_due
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.subjects import find_subject

if TYPE_CHECKING:
    from samsyn.minutes.casts import Cast


@dataclass(frozen=True, slots=True)
class LaterClause:
    """A task in a clause behind the first one.

    Attributes:
        first_end: Where the clause before it ends.
        begin: Where it begins.
        whole: Whether the two belong together.
    """

    first_end: int
    begin: int
    whole: bool


_FEW_WORDS = 3
_HELD = re.compile(
    r"\b(?:att|som|hur|eftersom)\b"
)  # words behind which "och" may join two subordinate clauses
_NAME = re.compile(r"[\w-]+")


def find_later_clause(sentence: str, cast: Cast) -> LaterClause | None:
    """Rule S31 in a later main clause, with a subject of its own ("Listan är slut, Rut köper en ny").

    A few words behind a comma say too little alone and go with what stands before them, as few words before
    a colon go with what follows.
    """
    for link in lexicon().pattern("later_clause").finditer(sentence):
        name = _NAME.match(sentence, link.end())
        if name is None or not (name[0].casefold() in cast.heads or is_common_name(name[0])):
            continue  # most capitals are no names: a quick look
        subject = find_subject(sentence, cast, link.end())
        if subject is None or subject.owner.kind is not OwnerKind.PERSON:
            continue
        clause = sentence[link.end() :]
        task = find_task(clause, cast)
        if task is None or not (task.rule == "S31" or (task.rule == "S32" and _is_bound(clause))):
            continue
        if not (link["comma"] or link["colon"]) and _HELD.search(sentence, 0, link.start()):
            continue
        before = sentence[: link.start()]
        spare = clause if link["comma"] else before if link["colon"] else ""
        return LaterClause(link.start(), link.end(), 0 < len(spare.split()) <= _FEW_WORDS)
    return None


_TAKEN = re.compile(r"\b(?:det|den|dem|detta|dessa)\W*$")


def _is_bound(clause: str) -> bool:
    """Whether a clause tells when, or what stands before it is what somebody does ("…, Ida tar det")."""
    return _TAKEN.search(clause) is not None or find_due(clause, firm=False) is not None
