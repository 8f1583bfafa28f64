"""Who is meant by the words that a question is handed over to. Pure: it is given who there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from samsyn.matters.handing.records import Addressee
from samsyn.matters.handing.words import found, pattern
from samsyn.register.recognition import (
    body_key,
    is_common_name,
    is_head_word,
    plain,
    recognise,
    without_genitive,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST = 9  # words of a body's name
SHORTEST_PART = 7  # letters of a name that may stand for a longer one
SHORTEST_STEM = 6  # of those who sit in a body ("skolcheferna")
PRINCIPALS = ("municipality", "region")
OUTSIDE = ("association", "authority")
WORD = re.compile(r"[^\s,;:()”“\"]+")
MEMBERS = re.compile(r"(?P<stem>\w+?)(?:erna|arna|orna)s?$")
HEAD_IS_OWN = re.compile("grupp")  # "gruppen" is whoever speaks; "nätverket" may be another
ADJECTIVES = ("ska", "la", "na", "tiva", "liga", "iva")
OWN_WORDS = ("hela", "egna", "alla", "samla", "denna", "dela", "andra", "tala")
# A body that nobody has heard of yet is known by its word.
UNKNOWN = re.compile(
    r"\w*(?:gruppen|nätverket|nämnden|rådet|utskottet|styrelsen|forumet|forum|teamet|kommittén|delegationen"
    r"|konferensen|fullmäktige|beredningen|kansliet)s?$"
)


@dataclass(frozen=True)
class Directory:
    """The bodies of a county and what they are called, as those of one meeting speak of them.

    Attributes:
        bodies: Id by key, other names too.
        own: Ids of the bodies whose meeting it is.
        joint: Ids of the bodies that hold meetings together, where only one such group is known.
        inside: Keys of the organisations that people come from who sit in the county's bodies.
    """

    bodies: Mapping[str, int]
    own: tuple[int, ...] = ()
    joint: tuple[int, ...] = ()
    inside: frozenset[str] = field(default=frozenset())

    def addressee(self, words: str) -> Addressee | None:
        """Who is meant: bodies, the meeting of several together, or nobody that can be named.

        Args:
            words: As the notes say it, from the preposition on.
        """
        if found("joint", "rows", words.lower()):
            return Addressee(words, self.joint, is_joint=True)
        meant = tuple(dict.fromkeys(body for body in self._bodies(words) if body is not None))
        if meant:
            return Addressee(words, meant)
        return Addressee(words) if self._names_unknown(words) else None

    def principal(self, words: str) -> Addressee | None:
        """The municipality or region that some words begin with."""
        name = " ".join(words.split()[:1]).strip(".,")
        meant = recognise(name) if name[:1].isupper() else None
        known = meant is not None and meant.kind in PRINCIPALS
        return Addressee(name, organisation=meant.name) if meant and known else None

    def leading(self, words: str) -> tuple[int | None, int]:
        """The body that a sentence begins with, and how many words name it."""
        return self._named_at(_tokens(words) or [""], 0)

    def _is_inside(self, name: str) -> bool:
        """Whether people of an organisation are at home in the county's bodies, or it is a body itself."""
        meant = recognise(name)
        return bool(self.bodies_named(name)) or (meant is not None and meant.key in self.inside)

    def parties(self, words: str) -> Addressee | None:
        """Each municipality by itself, where words ask all of them."""
        match = pattern("asks_plainly", "parties").search(words.lower())
        return Addressee(words[slice(*match.span())]) if match else None

    def bodies_named(self, words: str) -> tuple[int, ...]:
        """Ids of the bodies that some words name."""
        return tuple(dict.fromkeys(body for body in self._bodies(words) if body is not None))

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
        if by_form and self._is_inside(by_form.group()):
            return None
        if by_form is None and is_guest:
            by_form = pattern("invites", "guests", form=r"(?:{rows})(?=s?\b)").search(words)
            by_form = None if by_form and self._is_inside(by_form.group()) else by_form
        return Addressee(by_form.group(), organisation=by_form.group()) if by_form else None

    def _bodies(self, words: str) -> Iterator[int | None]:
        """The bodies named, in order; None for words that could be several."""
        tokens = _tokens(words)
        at = 0
        while at < len(tokens):
            body, length = self._named_at(tokens, at)
            yield body
            at += length

    def _named_at(self, tokens: Sequence[str], at: int) -> tuple[int | None, int]:
        """The body that the words at a place name, and how many they are."""
        for length in range(min(LONGEST, len(tokens) - at), 0, -1):
            name = " ".join(tokens[at : at + length])
            if length == 1 and at and _narrows(tokens[at - 1]) and is_common_name(without_genitive(name)):
                break
            body = self._exact(name)
            if body is not None:
                return body, length
        return self._vague(tokens, at)

    def _exact(self, name: str) -> int | None:
        key = body_key(without_genitive(name))
        if is_common_name(without_genitive(name)):
            return self._common(key)
        return self.bodies.get(key)

    def _common(self, key: str) -> int | None:
        """The body that a common word means: the notes' own first, then the only one called so."""
        if is_head_word(key) and len(self.own) == 1 and HEAD_IS_OWN.fullmatch(key):
            return self.own[0]
        own = [body for known, body in self.bodies.items() if body in self.own and known.startswith(key)]
        if is_head_word(key) and not own:
            own = [body for known, body in self.bodies.items() if body in self.own and known.endswith(key)]
        others = [body for known, body in self.bodies.items() if known.startswith(key)]
        meant = set(own or others)
        return meant.pop() if len(meant) == 1 else None

    def _vague(self, tokens: Sequence[str], at: int) -> tuple[int | None, int]:
        """The body that a part of its name means ("Norra Barn"), or the word for those who sit in it."""
        members = MEMBERS.fullmatch(tokens[at].lower())
        if members and len(members["stem"]) >= SHORTEST_STEM and _sits(members["stem"]):
            narrowed = _in_places(tokens[at + 1 : at + 3])
            return (None if narrowed else self._holding(members["stem"])), 1
        for length in (3, 2, 1):
            name = " ".join(tokens[at : at + length])
            key = body_key(without_genitive(name))
            can_be = name[:1].isupper() or UNKNOWN.fullmatch(plain(name.split(" ")[-1]))
            if len(key) >= SHORTEST_PART and can_be and not is_common_name(without_genitive(name)):
                meant = self._ending_or_beginning(key)
                if meant is not None:
                    return meant, length
        return None, 1

    def _ending_or_beginning(self, key: str) -> int | None:
        meant = {body for known, body in self.bodies.items() if known.startswith(key) or known.endswith(key)}
        return meant.pop() if len(meant) == 1 else None

    def _holding(self, stem: str) -> int | None:
        """The body whose name holds a word; of two that begin alike the shorter."""
        keys = sorted((key for key in self.bodies if stem in key), key=len)
        first = {self.bodies[key] for key in keys if key.startswith(keys[0])}
        same = len(first) == 1 or all(key.startswith(keys[0]) for key in keys)
        return self.bodies[keys[0]] if keys and same and self._one(keys) else None

    def _one(self, keys: Sequence[str]) -> bool:
        """Whether some keys are one name and its longer forms."""
        return all(key.startswith(keys[0]) for key in keys)

    def _names_unknown(self, words: str) -> bool:
        return any(UNKNOWN.fullmatch(plain(token)) for token in WORD.findall(words)[: LONGEST // 2])

    @cached_property
    def is_joint(self) -> bool:
        """Whether several bodies meet."""
        return len(self.own) > 1


def _tokens(words: str) -> list[str]:
    """The words of a text without the signs around them."""
    return [token for word in WORD.findall(words) if (token := word.strip(".!?"))]


def _sits(stem: str) -> bool:
    """Whether a word is for those who sit in a body by what they are."""
    return found("members", "rows", stem, form="(?:{rows})$")


def _narrows(word: str) -> bool:
    """Whether a word before "gruppen" says which ("strategiska gruppen")."""
    return word[:1].islower() and word.endswith(ADJECTIVES) and word not in OWN_WORDS


def _in_places(tokens: Sequence[str]) -> bool:
    """Whether words narrow somebody to some places ("skolcheferna i Nyköping")."""
    return len(tokens) == 2 and tokens[0] == "i" and tokens[1][:1].isupper()
