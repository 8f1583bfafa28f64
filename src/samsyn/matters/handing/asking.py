"""A body is asked for something, or told to do something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.naming import is_office
from samsyn.matters.handing.records import Addressee, Handed
from samsyn.matters.handing.refusing import is_denied, is_opinion
from samsyn.matters.handing.spoken import is_decided, listed
from samsyn.matters.handing.strangers import described, is_organisation, stranger
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.matters.handing.spoken import Spoken

LATER_NAMED = re.compile(
    r" (?:av|från|med|m|till|i) "
)  # behind a label: whoever is named later is not the one
FORMALLY = ("uppdra",)  # to whomever it is
ASKED = (
    r"\b(?P<does>{rows}) (?!att )(?P<to>[^.;:]{3,90}?)"
    r"(?: (?:att|om|ta|tar|se|ser|bereder|avgör|prövar|svarar|återkommer|beslutar|i uppdrag) |[,:]|\.?$)"
)
PLAINLY = r"\b(?P<does>{rows}) (?P<to>[^.;:]{3,90}?) ?(?:%s)(?:\W|$)"
OWNER = r"(?:^|[.;,|] ?)(?:{rows}|[a-zåäö]+(?: [a-zåäö]+)?): ?(?P<to>[^.;|:]{3,80})"
REQUEST = re.compile(r"(?:[Kk]an|[Vv]ill|[Ss]kulle) ")
STARTS = re.compile(r"(?:^|: | att |, (?:och |men |så |där )?| och | men | därför )")


def asked(said: Spoken) -> Handed | None:
    """A body is asked for something: "föreslår Länsstyrgruppen att …", "frågar styrgruppen igen"."""
    if said.line.kind == "comment":
        return None
    match = pattern("asks", form=ASKED).search(said.lower)
    if match is None and said.is_binding and not said.line.by_person:
        form = PLAINLY.replace("%s", listed("asks_plainly", "ends"))
        match = pattern("asks_plainly", form=form).search(said.lower)
    if match is None and is_decided(said):
        match = pattern("asks", "decided", form=ASKED).search(said.lower)
    if match is None or not said.holds(match.start(), match.end("does")):
        return None
    words = said.text[slice(*match.span("to"))]
    told = said.is_binding and not said.line.by_person
    to = said.elsewhere(words) or (said.directory.parties(words) if told else None)
    if to is None and match["does"].startswith(FORMALLY):
        to = Addressee(words)
    return said.hand(HandOverKind.PROPOSED_TO, to) if to else None


def assigned(said: Spoken) -> Handed | None:
    """A body is to do something, or gets something: it is the subject of a clause."""
    for to, verb, rest in _subjects(said):
        of_parties = found("asks_plainly", "parties", to.words.lower(), form="^(?:{rows})$")
        kind = _of_parties(said, verb, rest) if of_parties else _kind(said, to, verb, rest)
        if not to.bodies and not of_parties and verb == "får" and not said.is_binding:
            kind = None  # what somebody is allowed
        kind = kind or _wished(said, len(said.text) - len(f"{to.words} {verb} {rest}"))
        place = max(0, len(said.text) - len(rest))
        denied = is_denied(said.text, place, len(said.text)) or is_opinion(said.lower, place)
        if kind is not None and not denied:
            return said.hand(kind, to)
    return None


def ordered(said: Spoken) -> Handed | None:
    """An office that no register knows is asked, as the subject: "Folkhälsoenheten ombeds att …"."""
    if said.line.kind == "comment":
        return None
    match = pattern("passes", "ordered", form=r"(?P<who>[^,.;:]{4,80}?) (?P<does>{rows})\b").search(
        said.lower
    )
    if match is None or not said.holds(match.start("does"), match.end("does")):
        return None
    who = said.text[slice(*match.span("who"))].strip()
    if said.directory.bodies_named(who):
        return None
    unknown = stranger(who)
    to = described(who) or said.directory.outsider(who)
    to = to or (unknown if unknown is not None and is_organisation(unknown.words) else None)
    return said.hand(HandOverKind.ASSIGNED, to) if to is not None else None


def _subjects(said: Spoken) -> Iterator[tuple[Addressee, str, str]]:
    """The others that clauses begin with, the verb behind them, and what follows it."""
    for start in STARTS.finditer(said.text):
        words = said.text[start.end() :]
        to, length = said.directory.subject(words)
        tokens = words.split()
        if to is not None and length < len(tokens):
            yield to, tokens[length].lower().strip(",."), " ".join(tokens[length + 1 :])
    for verb in pattern("subject", "inverted", form=r"(?<=\w )(?P<does>{rows}) (?=\S)").finditer(said.lower):
        words = said.text[verb.end() :]
        to, length = said.directory.subject(words)
        if to is not None:
            yield to, verb["does"], " ".join(words.split()[length:])


def _kind(said: Spoken, to: Addressee, verb: str, rest: str) -> HandOverKind | None:
    """What kind of hand-over a verb with its other words makes of its subject."""
    text = f"{verb} {rest}".lower()
    for name, kind in (
        ("gets_time", HandOverKind.ASSIGNED),
        ("gets_told", HandOverKind.REPORT_BACK),
        ("assigned", HandOverKind.ASSIGNED),
        ("takes", HandOverKind.PASSED_ON),
    ):
        if found("subject", name, text, form=r"^(?:{rows})\b"):
            return kind
    return HandOverKind.ASSIGNED if _does(said, to, verb) else None


def _wished(said: Spoken, place: int) -> HandOverKind | None:
    """Whether those who speak wish that the subject at a place did something."""
    before = said.lower[:place].rstrip()
    match = pattern("retold", "wishes", form=r"(?:{rows})\W*(?:den|de|det)?$").search(before)
    if match is None or said.line.by_person:
        return None
    own = {*said.directory.own}
    who = before[: match.start()].strip()
    named = {*said.directory.bodies_named(who)}
    ours = not who or found("retold", "ours", who, form="(?:^|[,:] )(?:{rows})$") or named & own
    return HandOverKind.PROPOSED_TO if ours and not named - own else None


def _of_parties(said: Spoken, verb: str, rest: str) -> HandOverKind | None:
    """Whether each party by itself is to decide."""
    decides = found("subject", "parties", f"{verb} {rest}".lower(), form=r"^(?:{rows})\b")
    asked = found("subject", "parties_asked", f"{verb} {rest}".lower(), form=r"^(?:{rows})\b")
    return HandOverKind.PROPOSED_TO if asked or (decides and said.is_binding) else None


def _does(said: Spoken, to: Addressee, verb: str) -> bool:
    """Whether a verb says what its subject is to do now, in what the meeting has agreed on."""
    tasks = ("assignment", "next_step", "decision", "agreed_outcome")
    if said.line.kind not in tasks or said.line.by_person or not verb.endswith("r") or not to.bodies:
        return False
    return not found("subject", "no_task", verb, form=r"^(?:{rows})$")


def requested(said: Spoken) -> Handed | None:
    """A body is asked by a question: "Kan styrgruppen svara på …?"."""
    match = REQUEST.match(said.text)
    to, _ = said.directory.subject(said.text[match.end() :]) if match else (None, 0)
    return said.hand(HandOverKind.PROPOSED_TO, to) if to is not None else None


def owned(said: Spoken) -> Handed | None:
    """A table or a label names another body as the one that is to do it ("Ansvarig: …")."""
    label = pattern("owners", form=OWNER).search(said.lower)
    if label is not None and found("owners", "never", label.group().strip(), form="^(?:{rows})"):
        return None
    if label is None and not (said.line.owner and said.is_binding):
        return None
    words = said.text[slice(*label.span("to"))] if label else said.line.owner
    if found("owners", "senders", words.lower(), form=r"^(?:{rows})\b"):
        return None
    to = said.elsewhere(LATER_NAMED.split(words, maxsplit=1)[0])
    if to is None or to.organisation or not (to.bodies or is_office(to.words.split()[0])):
        return None
    return said.hand(HandOverKind.ASSIGNED, to)
