"""The ways in which a sentence may be about somebody whom it names: what it does with them, or None."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.matters.handing.around import ORDERS, filler, holds
from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samsyn.matters.handing.around import Around

    Way = Callable[[Around], HandOverKind | None]

SHOWN = re.compile(r"\b(?:redovis|presenter|föredra|rapport|klargör|visa|dra[rs]? )")
QUESTION = re.compile(r"^\W*(?:en )?(?:fråg\w+|förfrågan) till:? ")
LABELLED = re.compile(r": ?(?:.*\?\W*$|(?:ta|se|ge|be|\w{2,}a) )")
IS = re.compile(r"\b(?:är|finns)\b")
CALLED = re.compile(r"(?:[\w-]+ )?(?:bjuds|inbjuds|inbjuden|inbjudna|är bjuden|kallas)\b")
OPINION = re.compile(r"(?:^|\s)att (?:den |det |de )?$")
LISTED = re.compile(r"(?:för \w+|\d)")
TASK = re.compile(r"(?:i \w+ )?(?:att|i uppdrag|om|ta|titta|se|tillfälle) ")
PLACE = re.compile(r"^(?:i|på|för) [\w-]+ ")
STRICT = ("för", "mot")  # prepositions that lead to a receiver behind few verbs
NO_GUEST = ("till", "på", "via", "av")  # nobody is invited who stands behind these
AGREED = ("assignment", "next_step", "decision", "agreed_outcome", "proposal")


def ways(around: Around, *, by_others: bool) -> Sequence[Way]:
    """Which ways a name may be meant in: not all in a question, or where others do it."""
    if around.said.text.rstrip().endswith("?"):
        some = (_asked, _goes) if QUESTION.search(around.before) else (_asked,)
        return (*some, _settled) if ORDERS.match(around.said.lower) else some
    if around.mention.is_member:
        return (_called, _goes, _asked, _does)
    if by_others:
        return (_comes, _does, _theirs)
    return (_comes, _goes, _asked, _does, _theirs, _wanted, _settled)


def _comes(around: Around) -> HandOverKind | None:
    """Somebody from outside is to come."""
    by_name = around.lead == "till" and "inbjud" in around.before
    if not by_name and (around.mention.is_known or around.is_told or around.lead in NO_GUEST):
        return None
    if holds("certain", f"{around.before[-40:]} {around.after[:60]}"):
        return HandOverKind.INVITATION
    wished = holds("comes", f"{around.before[-30:]} {around.after}") and holds("wished", around.said.lower)
    return HandOverKind.INVITATION if wished and around.is_plain else None


def _called(around: Around) -> HandOverKind | None:
    """Somebody from a member is to come as a guest."""
    return HandOverKind.INVITATION if CALLED.match(around.after) else None


def _goes(around: Around) -> HandOverKind | None:
    """It is sent to them, asked of them, or told them."""
    if not around.leads("towards") or around.is_told or not _may_get(around):
        return None
    strict = around.lead in STRICT
    if SHOWN.search(around.near) if strict else around.has("returns"):
        return HandOverKind.REPORT_BACK
    sent = around.has("sends") or (around.mention.is_known and around.has_no_verb)
    return HandOverKind.PASSED_ON if sent and not strict else None


def _may_get(around: Around) -> bool:
    """Whether it is they to whom it goes, and not what is theirs, nor a paper that a person sends."""
    if around.mention.is_owner and not around.follows("where"):
        return False
    if found("directed", "never", around.near, form=rf"(?:{{rows}}) {around.lead} \w*\W*$"):
        return False
    is_named = around.mention.is_known and not around.mention.is_pronoun
    if is_named or not (around.said.line.by_person or around.mention.is_member):
        return True
    return found("passes", "objects", around.near) or around.has("returns")


def _settled(around: Around) -> HandOverKind | None:
    """It is taken up with them, or where they meet."""
    if not around.leads("places") or around.is_told or not around.is_plain:
        return None
    if (
        found("directed", "stays", around.near)
        or IS.search(around.before)
        or not (around.said.is_binding or around.is_ahead)
    ):
        return None
    return HandOverKind.PASSED_ON if around.has("settles") else None


def _wanted(around: Around) -> HandOverKind | None:
    """Something is wanted of them."""
    if not around.leads("sources") or around.is_told or around.mention.is_owner or "ligger" in around.before:
        return None
    return HandOverKind.PASSED_ON if around.has("wants") else None


def _asked(around: Around) -> HandOverKind | None:
    """They stand right behind a verb or a noun that asks, or before a question."""
    if around.lead or around.is_told or around.mention.is_owner:
        return None
    if around.opens and LABELLED.match(around.after):
        return HandOverKind.MESSAGE
    verb = pattern("mention", "verbs", form=rf"\b(?P<verb>{{rows}}) {filler()}").search(around.before)
    if verb is not None:
        names = not around.mention.is_pronoun and _is_ours(around, verb.start())
        wished = not verb["verb"].endswith(" att") or names
        return HandOverKind.PROPOSED_TO if wished else None
    tasked = found("mention", "verbs_to", around.before, form=rf"\b(?:{{rows}}) {filler()}")
    if tasked and TASK.match(around.after):
        return HandOverKind.PROPOSED_TO
    noun = found("mention", "nouns", around.before, form=rf"(?:^|[-:.] ?)\W*(?:{{rows}}):? {filler()}")
    return HandOverKind.MESSAGE if noun else None


def _is_ours(around: Around, place: int) -> bool:
    """Whether it is those who speak that want it, where a clause says who does."""
    who = re.split(r"[,.;:]", around.before[:place])[-1].strip()
    if not who or found("retold", "ours", who, form=r"^(?:{rows})\b"):
        return not around.said.line.by_person
    named = {*around.said.directory.bodies_named(who)}
    return bool(named & {*around.said.directory.own}) or who in ("det", "som", "därför", "det är")


def _does(around: Around) -> HandOverKind | None:
    """They are to do something: a clause begins with them."""
    if (
        around.mention.is_owner
        or not around.opens
        or (OPINION.search(around.before) and not around.said.is_binding)
    ):
        return None
    if around.mention.is_known and LISTED.match(around.after) and around.has_no_verb:
        return HandOverKind.PASSED_ON
    after = PLACE.sub("", around.after)
    tables = ("behind",) if around.mention.is_member else ("behind", "behind_others")
    if any(found("mention", table, after, form=r"^(?:{rows})(?:(?<=\s)|\b)") for table in tables):
        return HandOverKind.ASSIGNED
    return HandOverKind.ASSIGNED if _has_agreed(around, after) else None


def _has_agreed(around: Around, after: str) -> bool:
    """Whether the meeting has agreed on what they do."""
    line = around.said.line
    is_vague = (
        around.mention.is_pronoun
        or around.mention.is_member
        or not (around.mention.is_known or around.mention.to.organisation)
    )
    if is_vague or line.kind not in AGREED or line.by_person:
        return False
    if " att " in around.said.lower[: around.mention.start]:
        return False
    no_task = found("subject", "no_task", after.split(" ", maxsplit=1)[0], form=r"^(?:{rows})$")
    return not no_task and found("mention", "agreed", after, form=r"^(?:{rows})")


def _theirs(around: Around) -> HandOverKind | None:
    """What is wanted is theirs, or it comes up where they meet."""
    if not around.mention.is_owner or around.is_told:
        return None
    if around.follows("theirs"):
        return HandOverKind.PROPOSED_TO if holds("wants", around.said.lower) else None
    there = around.follows("where") and around.lead in ("på", "vid", "i", "till", "inför")
    return HandOverKind.PASSED_ON if there and around.has("settles") and around.is_ahead else None
