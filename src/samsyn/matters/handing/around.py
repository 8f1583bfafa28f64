"""The words around a name in a sentence, and what they say of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samsyn.matters.handing.refusing import is_denied, is_opinion, moves_people
from samsyn.matters.handing.spoken import is_decided
from samsyn.matters.handing.words import found, rows

if TYPE_CHECKING:
    from samsyn.matters.handing.mentions import Mention
    from samsyn.matters.handing.spoken import Spoken

INSIDE = 60  # letters before a name in which a word leads to it
POINTING = {"dit": "till", "där": "i"}  # what such words stand for
CUT = re.compile(
    r"[;(–]| som | vilken | vilka | eftersom | men | medan | därför att |(?<!till)(?<!fråga)(?<!frågor): "
)
AFTER = re.compile(r"[.;(–]| som | vilken | men | medan ")
OPENS = re.compile(
    r"(?:^|[;:–(>|]|, | och | samt | att | så | varför | varvid )\W*"
    r"(?:(?:den|det|de|då|därför|sedan|nu|även|också|sen|att|och|så|nästa steg|åtgärd|beslut|förslag"
    r"|någon från|hr i) ?:? ?){0,2}$"
)
PAST = re.compile(
    r"\b(?:har|hade|tog|gav|fick|kom|blev|gick|var|lade|skrev|såg|sa|sade|bad|fanns|stod|höll|lät|fördes?|lyftes?"
    r"|skickades?|lämnades?|ställdes?|hänsköts?|[a-zåäö]{3,}(?:ade|ades))\b"
)
DONE = re.compile(r"(?:ställdes|skickades|gjordes|lämnades|var|har|hade|fick|kom|svarade|[a-zåäö]{3,}ades)\b")
FINITE = re.compile(
    r"\b(?:\w{2,}(?:ar|er|as|es|ts|ds|ns|rs|vs|ks|gs)|är|har|ska|bör|får|går|kan|vill|måste)\b"
)
ORDERS = re.compile(
    r"\W*(?!(?:ska|skulle|kan|vilka|vilken|hur|vad|alla|samma|båda|denna|detta|dessa)\b)"
    r"(?:\w+(?<!e)a|stäm|kolla|lyft|hör|ta|dra|be|[\w-]+s)\b"
)
MUST = re.compile(r"\b(?:ska|skall|bör|behöver|måste|får)\b")


class Around:
    """The words around a name, cut where another clause begins.

    Attributes:
        said: The sentence.
        mention: The name.
        before: The words of the clause up to it, in small letters.
        after: Those behind it.
        lead: The preposition that leads to it, "" where there is none.
    """

    def __init__(self, said: Spoken, mention: Mention) -> None:
        """Cut them out of the sentence."""
        text = said.lower
        self.said = said
        self.mention = mention
        self.before = CUT.split(text[: mention.start])[-1][-INSIDE * 2 :]
        self.after = AFTER.split(text[mention.end :].lstrip(' "”'), maxsplit=1)[0].strip()
        self.lead = POINTING.get(text[mention.start : mention.end]) or _lead(self.before)

    @property
    def near(self) -> str:
        """The words before the name that may lead to it."""
        return self.before[-INSIDE:]

    @property
    def is_told(self) -> bool:
        """Whether it was done before, and not by this meeting."""
        clause = re.split(r" att |, (?:varför|så) ", self.before)[-1]
        told = PAST.search(clause) or DONE.match(self.after)
        return told is not None and not is_decided(self.said)

    @property
    def opens(self) -> bool:
        """Whether a clause begins with the name."""
        return OPENS.search(self.said.lower[: self.mention.start]) is not None

    @property
    def has_no_verb(self) -> bool:
        """Whether the sentence is a label or a noun."""
        return FINITE.search(self.said.lower) is None

    @property
    def is_plain(self) -> bool:
        """Whether nobody in particular does it, or it is agreed on."""
        return not self.said.line.by_person or self.said.is_binding

    @property
    def is_ahead(self) -> bool:
        """Whether what is said lies ahead: by its day, as an order, or by what must be."""
        if any(day.start is not None or day.precision == "meeting" for day in self.said.line.days):
            return True
        ordered = ORDERS.match(self.said.lower) or MUST.search(self.before)
        return ordered is not None or found("directed", "must", self.before)

    @property
    def stands(self) -> bool:
        """Whether it is neither denied, nor somebody's own view, nor about people."""
        said, place = self.said, self.mention.start
        if is_opinion(said.lower, place) and not said.is_binding:
            return False
        return not is_denied(said.text, place, self.mention.end) and not moves_people(said.lower, place)

    def leads(self, table: str) -> bool:
        """Whether the preposition is one of a table's."""
        return self.lead in rows("mention", table)

    def has(self, table: str) -> bool:
        """Whether the words that lead to the name hold any of a table's."""
        return holds(table, self.near)

    def follows(self, table: str) -> bool:
        """Whether a table's words stand right behind the name."""
        return found("mention", table, self.after, form=r"^(?:{rows})\b")


def holds(table: str, text: str) -> bool:
    """Whether a text holds any of the words of a table, as whole words."""
    return found("mention", table, text, form=r"\b(?:{rows})(?!\w)")


def filler() -> str:
    """What may stand between a word and the name that it leads to, as a part of an expression."""
    return f'{rows("mention", "fillers")[0]}["”]?$'


@cache
def _leads() -> str:
    """An expression for a preposition right before a name."""
    every = {word for table in ("towards", "places", "sources") for word in rows("mention", table)}
    return rf"(?:^|(?<=[\s(\"”/]))(?P<lead>{'|'.join(sorted(every, key=len, reverse=True))}):? {filler()}"


def _lead(before: str) -> str:
    match = re.search(_leads(), before)
    return match["lead"] if match else ""
