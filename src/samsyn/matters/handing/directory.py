"""Who is meant by the words that a question is handed over to. Pure: it is given who there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from samsyn.matters.handing.naming import LONGEST, MOST_KEPT, WORD, Names, in_places, is_office, tokens_of
from samsyn.matters.handing.records import Addressee
from samsyn.matters.handing.strangers import is_proper_noun
from samsyn.matters.handing.words import found, pattern
from samsyn.register.recognition import recognise, without_genitive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T")
CAPITAL = re.compile(r"(?:^|(?<=\s))(?P<name>[A-ZÅÄÖ][a-zåäö]{4,}\w*)(?: [A-ZÅÄÖ][a-zåäö]+(?![\w]))?")
PRINCIPALS = ("municipality", "region")
OUTSIDE = ("association", "authority")
DETERMINERS = ("den", "det", "de")
AND = ("och", "samt")
GENITIVE = re.compile(r":?s$")
DEFINITE = ("en", "et", "n", "t")
GENERAL = ("region", "kommun", "länsstyrelse", "stad")  # of any place
NEAR = 4  # words behind "till" among which an organisation that nobody knows is named


@dataclass(frozen=True)
class Directory(Names):
    """The bodies of a county and what they are called, as those of one meeting speak of them.

    Attributes:
        joint: Ids of the bodies that hold meetings together, where only one such group is known.
        inside: Keys of the organisations that people come from who sit in the county's bodies.
        organisations: Names of the organisations that are known, by the forms in which notes write them.
        kept: What has been made of words, by what it is, the words and whose they are.
    """

    joint: tuple[int, ...] = ()
    inside: frozenset[str] = field(default=frozenset())
    organisations: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    kept: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, what: str, words: str, make: Callable[[], T]) -> T:
        """What is made of words, made once: the rules ask again and again."""
        key = (what, words, self.own, self.near)
        if key not in self.kept:
            if len(self.kept) >= MOST_KEPT:
                self.kept.clear()
            self.kept[key] = make()
        made: T = self.kept[key]
        return made

    def organisation(self, words: str) -> str:
        """The known organisation that just these words name; "" for none."""
        if not self.organisations:
            return ""
        name = words.casefold()
        known = self.organisations.get(name) or self.organisations.get(GENITIVE.sub("", name), "")
        if known or not words[:1].isupper():
            return known
        meant = recognise(GENITIVE.sub("", words))
        return self.organisations.get(meant.name.casefold(), "") if meant is not None else ""

    def addressee(self, words: str) -> Addressee | None:
        """Who is meant: bodies, the meeting of several together, or nobody that can be named.

        Args:
            words: As the notes say it, from the preposition on.
        """
        if found("joint", "rows", words.lower()):
            return Addressee(words, self.joint, is_joint=True)
        meant = tuple(dict.fromkeys(body for body in self.named_in(words) if body is not None))
        if meant:
            return Addressee(words, meant)
        return Addressee(words) if self._names_unknown(words) else None

    def principal(self, words: str) -> Addressee | None:
        """The municipality or region that some words begin with."""
        for length in (4, 3, 2, 1):
            name = " ".join(words.split()[:length]).strip(".,")
            meant = recognise(name) if name[:1].isupper() else None
            if meant is not None and meant.kind in PRINCIPALS:
                return Addressee(name, organisation=meant.name)
        return None

    def leading(self, words: str) -> tuple[int | None, int]:
        """The body that a sentence begins with, and how many words name it."""
        tokens = tokens_of(words)
        skipped = int(bool(tokens) and tokens[0].lower() in DETERMINERS)
        body, length = self.named_at(tokens, skipped) if len(tokens) > skipped else (None, 0)
        return body, length + skipped

    def subject(self, words: str) -> tuple[Addressee | None, int]:
        """The others that a clause begins with, bodies or the parties, and how many words name them."""
        parties = pattern("asks_plainly", "parties", form=r"^(?:{rows})\b").search(words.lower())
        if parties is not None:
            return Addressee(words[: parties.end()]), len(parties.group().split())
        tokens = tokens_of(words)
        bodies: list[int] = []
        at = end = 0
        while at < min(len(tokens), LONGEST * 2):
            body, length = self.named_at(tokens, at + (tokens[at].lower() in DETERMINERS))
            length += tokens[at].lower() in DETERMINERS
            if body is None and not _is_joined(tokens, at):
                is_unknown = is_office(tokens[at]) and not bodies and not in_places(tokens[at + 1 : at + 3])
                return (Addressee(tokens[at]), at + 1) if is_unknown else (None, 0)
            bodies += [body] if body is not None else []
            at += length if body is not None else 1
            end = at
            if at >= len(tokens) or tokens[at].lower() not in AND:
                break
            at += 1
        others = tuple(body for body in bodies if body not in self.own)
        return (Addressee(" ".join(tokens[:end]), others), end) if others else (None, 0)

    def is_member(self, name: str) -> bool:
        """Whether it is a municipality whose people sit in the county's bodies, and do their work."""
        meant = recognise(name)
        return meant is not None and meant.kind == PRINCIPALS[0] and meant.key in self.inside

    def is_inside(self, name: str) -> bool:
        """Whether people of an organisation are at home in the county's bodies, or it is a body itself."""
        meant = recognise(name)
        return bool(self.bodies_named(name)) or (meant is not None and meant.key in self.inside)

    def parties(self, words: str) -> Addressee | None:
        """Each municipality by itself, where words ask all of them."""
        match = pattern("asks_plainly", "parties").search(words.lower())
        return Addressee(words[slice(*match.span())]) if match else None

    def bodies_named(self, words: str) -> tuple[int, ...]:
        """Ids of the bodies that some words name."""
        return tuple(dict.fromkeys(body for body in self.named_in(words) if body is not None))

    def outsider(self, words: str, *, is_guest: bool = False) -> Addressee | None:
        """The organisation outside that some words name; a guest may be one that nobody has heard of."""
        by_form = pattern("invites", "outside", form=r"\b(?:{rows})(?=s?\b)").search(words)
        tokens = WORD.findall(words)
        for length in (1, 2, 3, 4):
            for at in range(len(tokens) - length + 1):
                name = " ".join(tokens[at : at + length]).strip(".!?")
                if not name[:1].isupper() and "skol" not in name:
                    continue
                meant = recognise(without_genitive(name))
                if meant and meant.kind in OUTSIDE and meant.key not in self.inside:
                    return Addressee(name, organisation=meant.name)
        if by_form and self.is_inside(by_form.group()):
            return None
        by_form = by_form or self._by_ending(words if is_guest else " ".join(words.split()[:NEAR]))
        if by_form is None and is_guest:
            by_form = pattern("invites", "guests", form=r"(?:{rows})(?=s?\b)").search(words)
            by_form = None if by_form and self.is_inside(by_form.group()) else by_form
        return Addressee(by_form.group(), organisation=by_form.group()) if by_form else None

    def _by_ending(self, words: str) -> re.Match[str] | None:
        """A proper noun within some words that is an organisation's by its form, and none inside."""
        for match in CAPITAL.finditer(words):
            if is_proper_noun(match["name"]) and not self.is_inside(match.group()):
                return match
        return None

    def _names_unknown(self, words: str) -> bool:
        tokens = tokens_of(words)
        places = range(min(LONGEST // 2, len(tokens)))
        return any(is_office(tokens[at]) and not in_places(tokens[at + 1 : at + 3]) for at in places)

    @cached_property
    def is_joint(self) -> bool:
        """Whether several bodies meet."""
        return len(self.own) > 1


def _is_joined(tokens: Sequence[str], at: int) -> bool:
    """Whether a word is somebody else who does it together with a body ("Folktandvården och …")."""
    return tokens[at][:1].isupper() and [*tokens[at + 1 : at + 2]] == ["och"]


def forms_of(names: Iterable[str]) -> dict[str, str]:
    """The names of organisations by the forms in which notes write them: whole, or without their place."""
    forms: dict[str, str] = {}
    shorter: dict[str, set[str]] = {}
    for name in names:
        forms[name.casefold()] = name
        head, _, place = name.rpartition(" ")
        head = head.removesuffix(" i").casefold()
        if head and place[:1].isupper() and head not in GENERAL:
            shorter.setdefault(head, set()).add(name)
        if head and place.islower() and place not in GENERAL:
            for ending in DEFINITE:
                shorter.setdefault(f"{place}{ending}", set()).add(name)
        meant = recognise(name)
        if meant is not None:
            forms.setdefault(meant.name.casefold(), name)
        group, _, rest = name.partition(" ")
        if group.endswith(("nas", "ens", "ets")) and rest:
            shorter.setdefault(rest.casefold(), set()).add(name)
    alone = {head: next(iter(of)) for head, of in shorter.items() if len(of) == 1}
    return {**alone, **forms}
