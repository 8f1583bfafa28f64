"""Who is named where in a sentence: others' bodies, organisations, offices and kinds of receivers. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.matters.handing.naming import WORD, is_office
from samsyn.matters.handing.records import Addressee
from samsyn.matters.handing.strangers import described
from samsyn.matters.handing.words import found, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.matters.handing.directory import Directory

# Who stands for them.
POST = re.compile(
    r" [\w-]*(?:chef|ordförande|sekreterare|samordnare|handläggare|rådgivare|utredare|jurist|kansli|presidi"
    r"|ledning|representant|läkare|strateg|koordinator|ledamöter|ledamot|processledare|utvecklare|förvaltning"
    r"|verksamhet|enhet)\w*"
)
PRONOUN = re.compile(
    r"\b(?:[Dd]em|[Dd]it|[Dd]e|[Hh]on|[Hh]an|henne|honom|där)\b(?! som| \w+(?:orna|arna|erna|na)\b)"
)
JOINS = re.compile(r"\W*(?:(?:och|samt|o|resp\.?|respektive|jämte|\+|&|,|/) ?)?(?:till |de |den |både )?\W*")
OF_WHOM = re.compile(r"(?:samtliga|berörda|alla)\b|\w+(?:ens|ets|nas|ns|ts) |[^ ]+$")
LONGEST = 4  # words of an organisation's name


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody else who is named, or some who are named together.

    Attributes:
        to: Who they are, with their words.
        start: Where the words begin in the sentence.
        end: Where they end.
        is_owner: It stands in the genitive.
        is_member: Its people sit in the county's bodies: it is asked, but does the bodies' own work.
        is_pronoun: It is a word that points to somebody who was named before.
    """

    to: Addressee
    start: int
    end: int
    is_owner: bool = False
    is_pronoun: bool = False
    is_member: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is a body of the register."""
        return bool(self.to.bodies)


def mentions(text: str, directory: Directory) -> list[Mention]:
    """All others that a sentence names, in order; bodies that are named together are one."""
    return directory.once("mentions", text, lambda: _mentions(text, directory))


def _mentions(text: str, directory: Directory) -> list[Mention]:
    found_: list[Mention] = []
    for one in _single(text, directory):
        before = found_[-1] if found_ else None
        between = text[before.end : one.start] if before else ""
        if before and before.to.bodies and one.to.bodies and JOINS.fullmatch(between):
            bodies = tuple(dict.fromkeys((*before.to.bodies, *one.to.bodies)))
            to = Addressee(text[before.start : one.end], bodies)
            found_[-1] = Mention(to, before.start, one.end, one.is_owner)
        else:
            found_.append(one)
    return found_


def last_named(text: str, directory: Directory) -> Addressee | None:
    """Who is named last in some words."""
    named = [one for one in mentions(text, directory) if not one.is_member]
    return named[-1].to if named else None


def pointed(text: str, named: Sequence[Mention], before: Addressee | None) -> Iterator[Mention]:
    """The pronouns of a sentence, as whoever was named last before them.

    Args:
        text: The sentence.
        named: Who is named in it.
        before: Who was named last before it.
    """
    for match in PRONOUN.finditer(text):
        nearest = [one.to for one in named if one.end <= match.start() and not one.is_member]
        to = nearest[-1] if nearest else before
        if to is not None and not to.is_joint:
            yield Mention(
                replace(to, words=match.group() if to.bodies or to.organisation else to.words),
                *match.span(),
                is_pronoun=True,
            )


def _single(text: str, directory: Directory) -> Iterator[Mention]:
    places = [
        (match.start(), match.start() + len(match.group().rstrip(".!?"))) for match in WORD.finditer(text)
    ]
    places = [(start, end) for start, end in places if start < end]
    tokens = [text[start:end].lstrip(".!?") for start, end in places]
    at = 0
    while at < len(tokens):
        bodies, organisation, length = _at(text[places[at][0] :], tokens, at, directory)
        start, end = places[at][0], places[min(at + length, len(tokens)) - 1][1]
        others = tuple(body for body in bodies if body not in directory.own)
        if others or organisation is not None:
            post = POST.match(text, end) if is_owner(text[start:end]) else None
            end = post.end() if post else end
            words = text[start:end]
            to = _addressee(words, others, organisation)
            of_us = not others and directory.is_member(organisation or "")
            yield Mention(to, start, end, post is None and is_owner(words), is_member=of_us)
        at += length


def _addressee(words: str, bodies: tuple[int, ...], organisation: str | None) -> Addressee:
    return Addressee(words, bodies, "" if bodies else organisation or "")


def is_owner(words: str) -> bool:
    """Whether words stand in the genitive: "styrgruppens", "BUP:s"."""
    return re.search(r"(?::s|[^s\W]s)$", words) is not None and not words.isupper()


def _at(
    rest: str, tokens: Sequence[str], at: int, directory: Directory
) -> tuple[tuple[int, ...], str | None, int]:
    """The bodies, or the organisation ("" for one without a name of its own), at a place, and its length."""
    body, length = directory.named_at(tokens, at)
    if body is not None:
        return (body,), None, length
    several = directory.several(tokens[at])
    if several:
        return several, None, 1
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        name = directory.organisation(" ".join(tokens[at : at + length]))
        if name:
            return (), name, length
    return _by_form(rest, tokens[at], directory)


def _by_form(rest: str, token: str, directory: Directory) -> tuple[tuple[int, ...], str | None, int]:
    """An organisation outside, an office or a kind of receivers, known by how it is written."""
    by_name = pattern("invites", "outside", form=r"^(?:{rows})(?=(?::?s)?\b)").match(rest)
    if by_name is not None and not directory.is_inside(by_name.group()):
        return (), by_name.group(), len(by_name.group().split())
    to = described(rest)
    if to is not None and OF_WHOM.match(to.words.lower()):
        return (), "", len(to.words.split())
    kind = pattern("mention", "kinds", form=r"^(?:{rows})(?![\w-])").match(rest.lower())
    if kind is not None:
        return (), "", len(kind.group().split())
    is_one = is_office(token) and not found("mention", "ourselves", token.lower(), form="^(?:{rows})s?$")
    return (), "" if is_one else None, 1
