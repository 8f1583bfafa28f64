"""What goes to a body by its place in the sentence alone, whatever the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.refusing import clause_before, moves_people
from samsyn.matters.handing.spoken import name_of
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from samsyn.matters.handing.records import Addressee, Handed
    from samsyn.matters.handing.spoken import Spoken

TOWARDS = re.compile(r"(?:^|(?<=[\s(]))(?:till|åt|inför|i|på|vid|hos|med) (?=\S)")
STRAIGHT = ("till", "åt", "inför")
BY = re.compile(r"\b(?P<verb>[a-zåäö]{3,}s)(?: [^,;:.]{1,50}?)? av (?!med)(?=\S)")
FINITE = re.compile(
    r"\b(?:\w{2,}(?:ar|er|as|es|ts|ps|ds|ns|rs|vs|ks|gs|ade|ades)|är|har|ska|bör|får|går|kan|vill|måste"
    r"|tog|gav|fick|var|kom|blev|gick)\b"
)
ORDERED = re.compile(r"^(?P<who>[^,.;:]{3,80}): (?:att )?(?P<verb>\w+a|ge|se|få|ta) ")


def directed(said: Spoken) -> Handed | None:
    """Something is said to be for a body that is named behind "till", or to be done by it."""
    if said.line.kind == "comment":
        return None
    return _towards(said) or _done_by(said) or _ordered(said)


def _towards(said: Spoken) -> Handed | None:
    for role in TOWARDS.finditer(said.lower):
        before = clause_before(said.lower, role.start())
        verbless = FINITE.search(said.lower) is None
        if found("directed", "never", before, form="(?:{rows})\\W*$") or moves_people(
            said.lower, role.start()
        ):
            continue
        if found("retold", "preterites", before) or not (verbless or FINITE.search(before)):
            continue
        if not role.group().startswith(STRAIGHT) and not _is_to_be(said, before):
            continue
        to = _body(said, said.text[role.end() :])
        if to is not None and said.holds(role.start(), role.end()):
            return said.hand(HandOverKind.PASSED_ON, to, to.words)
    return None


def _is_to_be(said: Spoken, before: str) -> bool:
    """Whether something is still to be done in or with those who are named next."""
    if found("directed", "must", before):
        return True
    return said.is_binding and not found("directed", "stays", before)


def _done_by(said: Spoken) -> Handed | None:
    """Something is done by a body: "Frågan utreds av …"."""
    for match in BY.finditer(said.text):
        if found("directed", "never_by", match["verb"], form="^(?:{rows})$"):
            continue
        to = _body(said, said.text[match.end() :])
        if to is not None and said.holds(match.start(), match.end()):
            return said.hand(HandOverKind.ASSIGNED, to, to.words)
    return None


def _ordered(said: Spoken) -> Handed | None:
    """A body is told in the infinitive: "Socialchefsgruppen: ta fram en rutin"."""
    match = ORDERED.match(said.text)
    to, _ = said.directory.subject(match["who"]) if match else (None, 0)
    return said.hand(HandOverKind.ASSIGNED, to) if to is not None else None


def _body(said: Spoken, words: str) -> Addressee | None:
    """The body that words begin with, or whose meeting or chair they begin with."""
    name = pattern("directed", "stops", form="(?:{rows})").split(name_of(words), maxsplit=1)[0]
    to = said.elsewhere(name)
    return to if to is not None and (to.bodies or to.is_joint) else None
