"""Which body some words name: by name, part or form of it, or by those who sit in it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.matters.handing.words import found
from samsyn.register.recognition import (
    body_key,
    is_common_name,
    is_head_word,
    plain,
    without_genitive,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST = 9  # words of a body's name
SHORTEST_PART = 7  # letters of a name that may stand for a longer one
SHORTEST_STEM = 6  # of those who sit in a body ("skolcheferna")
MOST_KEPT = 20_000  # answers: some meetings' worth
WORD = re.compile(r"[^\s,;:()”“\"]+")
PLURAL = re.compile(
    r"(?P<stem>\w*?)s?(?P<head>(?:nätverk|råd|utskott)(?=en$)|(?:grupp|nämnd)(?=erna$))(?:en|erna)"
)
SITS = re.compile(r"(?:cheferna|nätverket|gruppen|rådet|teamet|samordnarna|direktörerna)s?$")
CUT = ("gr", "nätv", "utsk", "kommit")  # how words for bodies are cut short
CONSONANTS = "bcdfghjklmnpqrstvxz"
MEMBERS = re.compile(r"(?P<stem>\w+?)(?:erna|arna|orna)s?$")
HEAD_IS_OWN = re.compile("grupp")  # "gruppen" is whoever speaks; "nätverket" may be another
SHORTEST_COMPOUND = 5  # letters before "nätverket"
HEADS = ("nätverk", "grupp", "råd", "nämnd", "utskott", "forum", "team", "kommitté", "styrelse")
HEAD = re.compile(r"(?:grupp|nätverk|nämnd|råd|utskott|forum|team|kommitté|styrelse)(?:en|et|n)?$")
ADJECTIVE = re.compile(
    r"(?!gemensam|nästa|hela|egna|alla|samma|denna|andra)\w{2,}(?:ska|la|na|tiva|liga|iva|rra|dra)"
)
ADJECTIVES = ("ska", "la", "na", "tiva", "liga", "iva")
OWN_WORDS = ("hela", "egna", "alla", "samla", "denna", "dela", "andra", "tala")
# A body that nobody has heard of yet is known by its word.
UNKNOWN = re.compile(
    r"\w*(?:ledningen|direktionen|presidiet|sekretariatet|samrådet|kollegiet|staben|kretsen|panelen|gruppen|nätverket|nämnden|rådet|utskottet|styrelsen|forumet|forum|teamet|kommittén|delegationen"
    r"|konferensen|fullmäktige|beredningen|kansliet)s?$"
)


@dataclass(frozen=True)
class Names:
    """The bodies of a county and what they are called, as those of one meeting speak of them.

    Attributes:
        bodies: Id by key, other names too.
        own: Ids of the bodies whose meeting it is.
        near: Ids of the other bodies that have been named just before, in order.
        found: What words have been found to name, by the words and whose they are: rules ask again and again.
    """

    bodies: Mapping[str, int]
    own: tuple[int, ...] = ()
    near: tuple[int, ...] = field(default=(), kw_only=True)
    found: dict[tuple[object, ...], tuple[int | None, ...]] = field(
        default_factory=dict, kw_only=True, compare=False, repr=False
    )

    def named_in(self, words: str) -> tuple[int | None, ...]:
        """The bodies named, in order; None for words that could be several."""
        key = (words, self.own, self.near)
        if key not in self.found:
            if len(self.found) >= MOST_KEPT:
                self.found.clear()
            self.found[key] = tuple(self._read_names(words))
        return self.found[key]

    def _read_names(self, words: str) -> Iterator[int | None]:
        tokens = tokens_of(words)
        at = 0
        while at < len(tokens):
            body, length = self.named_at(tokens, at)
            yield body
            at += length

    def several(self, token: str) -> tuple[int, ...]:
        """The bodies that a word in the plural means all of ("chefsnätverken")."""
        match = PLURAL.fullmatch(token.lower())
        if match is None or not (match["stem"] or match["head"] == "nätverk"):
            return ()
        key = body_key(match["head"])
        meant = {body for known, body in self.bodies.items() if match["stem"] in known and key in known}
        return tuple(sorted(meant)) if len(meant) > 1 else ()

    def named_at(self, tokens: Sequence[str], at: int) -> tuple[int | None, int]:
        """The body that the words at a place name, and how many they are; none behind the last word."""
        if at >= len(tokens):
            return None, 1
        described = self._described(tokens, at)
        if described is not None:
            return described, 2
        for length in range(min(LONGEST, len(tokens) - at), 0, -1):
            name = " ".join(tokens[at : at + length])
            if length == 1 and at and _narrows(tokens[at - 1]) and is_common_name(without_genitive(name)):
                break
            body = self._exact(name)
            if body is None and 1 < length < SHORTEST_PART and tokens[at + 1].lower() == "för":
                body = self._ending_or_beginning(body_key(name))
            if body is not None:
                return body, length
        return self._vague(tokens, at)

    def _exact(self, name: str) -> int | None:
        key = body_key(without_genitive(name))
        if is_common_name(without_genitive(name)):
            return self._common(key)
        return self.bodies.get(key)

    def _common(self, key: str) -> int | None:
        """The body that a common word means: the notes' own, the one just named, or else the only one."""
        fits = [body for known, body in self.bodies.items() if known.startswith(key)]
        if is_head_word(key):
            fits = [body for known, body in self.bodies.items() if key in known]
        meant = {body for body in fits if body in self.own}
        if not meant and is_head_word(key) and len(self.own) == 1 and HEAD_IS_OWN.fullmatch(key):
            meant = {*self.own}
        meant = meant or {*[body for body in self.near if body in fits][-1:]} or {*fits}
        return meant.pop() if len(meant) == 1 else None

    def _described(self, tokens: Sequence[str], at: int) -> int | None:
        """The body whose name an adjective and a head word take up ("strategiska gruppen")."""
        adjective, *head = (without_genitive(token) for token in tokens[at : at + 2])
        if not head or not ADJECTIVE.fullmatch(adjective.lower()) or not HEAD.search(head[0].lower()):
            return None
        stem, key = adjective.lower().removesuffix("a"), body_key(head[0])
        meant = {body for known, body in self.bodies.items() if stem in known and key in known}
        return meant.pop() if len(meant) == 1 else None

    def _compound(self, token: str) -> int | None:
        """The body whose name is two words where notes write one ("familjecentralsnätverket")."""
        key = body_key(without_genitive(token))
        head = next((head for head in HEADS if key.endswith(head)), "")
        stem = key.removesuffix(head).removesuffix("s")
        if not head or len(stem) < SHORTEST_COMPOUND:
            return None
        meant = {body for known, body in self.bodies.items() if stem in known and head in known}
        return meant.pop() if len(meant) == 1 else None

    def _vague(self, tokens: Sequence[str], at: int) -> tuple[int | None, int]:
        """The body that a part of its name means ("Norra Barn"), or the word for those who sit in it."""
        members = MEMBERS.fullmatch(tokens[at].lower())
        if members and len(members["stem"]) >= SHORTEST_STEM and _sits(members["stem"]):
            narrowed = in_places(tokens[at + 1 : at + 3])
            return (None if narrowed else self._holding(members["stem"])), 1
        shortened = self._shortened(tokens[at])
        if shortened is not None:
            return shortened, 1
        for length in (3, 2, 1):
            name = " ".join(tokens[at : at + length])
            key = body_key(without_genitive(name))
            can_be = name[:1].isupper() or UNKNOWN.fullmatch(plain(name.split(" ")[-1]))
            if len(key) >= SHORTEST_PART and can_be and not is_common_name(without_genitive(name)):
                meant = self._ending_or_beginning(key)
                if meant is not None:
                    return meant, length
        return self._compound(tokens[at]), 1

    def _shortened(self, token: str) -> int | None:
        """The body that an abbreviated word means: "soc.cheferna", "EH-cheferna", "styrgr"."""
        short, _, head = token.partition("-")
        if head and short.isupper() and SITS.search(head):
            return self.bodies.get(body_key(short))
        if "." in token.strip("."):
            expression = re.compile(r"\w*?".join(map(re.escape, body_key(token).split("."))))
            meant = {body for known, body in self.bodies.items() if expression.match(_stem(known))}
            meant = meant or {body for known, body in self.bodies.items() if expression.match(known)}
        elif len(token) >= SHORTEST_STEM and token[-1] in CONSONANTS and plain(token).endswith(CUT):
            meant = {body for known, body in self.bodies.items() if known.startswith(plain(token))}
        else:
            return None
        return meant.pop() if len(meant) == 1 else None

    def _ending_or_beginning(self, key: str) -> int | None:
        names = ((known.split(",")[0], body) for known, body in self.bodies.items())  # a place stands behind
        meant = {body for known, body in names if known.startswith(key) or known.endswith(key)}
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


def tokens_of(words: str) -> list[str]:
    """The words of a text without the signs around them."""
    return [token for word in WORD.findall(words) if (token := word.strip(".!?"))]


def is_office(token: str) -> bool:
    """Whether a word is for a body, or for those who sit in one, whichever it may be."""
    members = MEMBERS.fullmatch(plain(token))
    return UNKNOWN.fullmatch(plain(token)) is not None or (members is not None and _sits(members["stem"]))


def _sits(stem: str) -> bool:
    """Whether a word is for those who sit in a body by what they are."""
    return found("members", "rows", stem, form="(?:{rows})$")


def _narrows(word: str) -> bool:
    """Whether a word before "gruppen" says which ("strategiska gruppen")."""
    return word[:1].islower() and word.endswith(ADJECTIVES) and word not in OWN_WORDS


def in_places(tokens: Sequence[str]) -> bool:
    """Whether words narrow somebody to some places ("skolcheferna i Nyköping")."""
    return len(tokens) == 2 and tokens[0] == "i" and tokens[1][:1].isupper()


def _stem(key: str) -> str:
    """A body's key with those who sit in it, as notes call them: "socialchefsnätverk" has "cheferna"."""
    return re.sub(r"chefs?nätverk\w*|chefs?grupp\w*", "cheferna", key)
