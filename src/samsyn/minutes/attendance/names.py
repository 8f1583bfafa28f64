"""What is a person's name and what is an organisation, by their words alone.

No list of given names is used: a name is two to five capitalised words, with particles and
initials, none of which belongs to organisations (rule A3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon, per_lexicon, remembered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Capitals of all languages in Latin letters: names in the notes come from everywhere.
_CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
_TOKEN = re.compile(rf"(?:(?:al|el|ad|an|as|ash|ur|ul)-)?[{_CAPITAL}][\w'’´]*(?:-[{_CAPITAL}]?[\w'’]+)*")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?(?:[A-ZÅÄÖ]\.?)?")
_OPENING_INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.[ -]?){1,3}(?=\S{3})")
_CAPITALS_IN_NAME = 5  # letters of a surname that is set in capitals ("Rut VIFELL")

_GIVEN_NAME = re.compile(rf"[{_CAPITAL}][^\W\d_A-ZÅÄÖ]+(?:-[{_CAPITAL}]?[^\W\d_A-ZÅÄÖ]+)?")
_LONGEST_ABBREVIATION = 4
_DEFINITE_PLURALS = ("arna", "erna", "orna")
_NICKNAME = re.compile(r"""\s+["”“'’‘][\w-]+["”“'’‘]\s+""")
_BETWEEN_ROLES = re.compile(r"\s+(?:och|samt|&)\s+|[/,+]")

_OPENING_PARTICLES = frozenset({"af", "von", "van", "te", "der"})  # "de" and "den" open sentences

_TAIL = 2  # letters by which endings are looked up
_FEWEST_BEFORE = 2  # letters before an ending of organisations: "Eskola" is a surname


class _Endings:
    """Looks up whether a word ends in one of many endings."""

    def __init__(self, endings: Iterable[str]) -> None:
        by_tail: dict[str, list[str]] = {}
        for ending in sorted(endings, key=len):
            by_tail.setdefault(ending[-_TAIL:], []).append(ending)
        self.by_tail = by_tail

    def length(self, word: str) -> int:
        """Length of the shortest ending that the word has; 0 where none fits."""
        endings = self.by_tail.get(word[-_TAIL:], ())
        return next((len(ending) for ending in endings if word.endswith(ending)), 0)


@per_lexicon
def _title_endings() -> _Endings:
    titles = lexicon().words("attendance", "titles")
    return _Endings(title[1:] for title in titles if title.startswith("*"))


@per_lexicon
def _organisation_endings() -> _Endings:
    endings = lexicon().words("organisations", "suffixes")
    return _Endings([*endings, *(f"{ending}s" for ending in endings)])


@remembered
def is_title_word(word: str) -> bool:
    """Whether a word ends a title ("Utbildningschef", "samordnare")."""
    bare = word.strip(".,()").lower()
    return bare in lexicon().words("attendance", "titles") or _title_endings().length(bare) > 0


@remembered
def is_role(key: str) -> bool:
    """Whether words in small letters tell a role in the meeting."""
    roles = ("chair", "vice_chair", "secretary", "other_roles")
    return any(key in lexicon().words("attendance", kind) for kind in roles)


@remembered
def is_office(key: str) -> bool:
    """Whether words in small letters tell who leads a meeting or takes its notes."""
    return any(key in lexicon().words("attendance", kind) for kind in ("chair", "vice_chair", "secretary"))


def initials_of(name: str) -> tuple[str, str, str]:
    """The initials of a name, and those with both parts of double names ("Sten-Åke Ek": SE, SÅE).

    The third are those with the letters of particles ("Siri af Ek": SaE).
    """
    plain, double = name.split(), name.replace("-", " ").split()
    return (
        "".join(part[0] for part in plain if part[0].isupper()),
        "".join(part[0] for part in double if part[0].isupper()),
        "".join(part[0] for part in plain if part[0].isalpha()),
    )


def roles_in(words: str) -> list[str]:
    """The roles in words such as "sammankallande och sekreterare", and the words themselves."""
    return [words, *(part.strip() for part in _BETWEEN_ROLES.split(words))]


@remembered
def is_organisation_word(word: str) -> bool:
    """Whether a word belongs to names of organisations ("kommun", "Skatteverket", "BUP")."""
    bare = word.strip(".,;:()")
    lowered = bare.lower()
    if lowered in lexicon().words("organisations", "words"):
        return True
    size = _organisation_endings().length(lowered)
    if size and len(lowered) >= size + _FEWEST_BEFORE and (lowered[-size - 1].isalnum() or "-" in lowered):
        return True
    return len(bare) >= 2 and bare.isupper() and bare.isalpha()


def is_municipality(words: str) -> bool:
    """Whether the words name a Swedish municipality, with or without genitive s."""
    places = lexicon().municipalities
    return words in places or (words.endswith("s") and words[:-1] in places)


def is_name(words: str, *, alone: bool = False) -> bool:
    """Whether the words are a person's name.

    Args:
        words: Words on one line.
        alone: A single given name is enough (lists of first names).
    """
    return _is_name(words, 1 if alone else 2)


@remembered
def _is_name(words: str, fewest: int) -> bool:
    tokens = _OPENING_INITIALS.sub("", words, count=1).split()
    if len(tokens) < len(words.split()):
        fewest = 1
    if len(tokens) > 2 and tokens[0] in _OPENING_PARTICLES:
        tokens = tokens[1:]
    if not fewest <= len(tokens) <= 6 or not _are_of_names(tokens):
        return False
    tokens = _without_capitals(tokens)
    if is_title_word(tokens[0]) or is_role(tokens[0].casefold()) or is_office(tokens[-1].casefold()):
        return False
    if (
        _is_abbreviation(tokens[0])
        and not _is_short_given_name(tokens)
        and (not words.isupper() or all(map(_INITIAL.fullmatch, tokens)))
    ):
        return False
    if is_municipality(words) or tokens[0] in lexicon().words("organisations", "region"):
        return False
    return not any(map(_is_of_organisations, tokens))


def _are_of_names(tokens: list[str]) -> bool:
    """Whether words are a capitalised one, then such ones, initials and particles, and no particle last."""
    particles = lexicon().words("organisations", "particles")
    if not _TOKEN.fullmatch(tokens[0]) or tokens[-1].casefold() in particles or max(map(len, tokens)) < 2:
        return False
    return all(
        token in particles or _TOKEN.fullmatch(token) or _INITIAL.fullmatch(token) for token in tokens[1:]
    )


def _without_capitals(tokens: list[str]) -> list[str]:
    """The words of a name in capitals, or of two of which one is, as they would be set elsewhere."""
    if all(token.isupper() for token in tokens) and any(
        len(token) > _LONGEST_ABBREVIATION for token in tokens
    ):
        return [token.capitalize() for token in tokens]
    loud = [token for token in tokens if token.isupper() and len(token) >= _CAPITALS_IN_NAME]
    given = [token for token in tokens if _GIVEN_NAME.fullmatch(token)]
    if len(tokens) != 2 or not (len(loud) == len(given) == 1):
        return tokens
    return [token.capitalize() if token in loud else token for token in tokens]


def _is_of_organisations(token: str) -> bool:
    """Whether a word belongs to organisations; letters that may be initials do so by the lists alone."""
    if _INITIAL.fullmatch(token):
        return len(token) > 1 and token.lower() in lexicon().words("organisations", "words")
    return is_organisation_word(token)


@remembered
def is_given_name(words: str) -> bool:
    """Whether the words are a given name alone, or with the initial of a surname ("Micke", "Moa L.")."""
    if words in lexicon().words("persons", "given_names"):
        return True  # in small letters
    first, *rest = words.split() or [""]
    if not _GIVEN_NAME.fullmatch(first) or len(rest) > 1 or not all(map(_INITIAL.fullmatch, rest)):
        return False
    if first.endswith(_DEFINITE_PLURALS) or first.casefold() in lexicon().words("persons", "nobody"):
        return False
    return not (is_municipality(first) or is_title_word(first) or is_organisation_word(first))


def without_nickname(words: str) -> str:
    """A name without what stands in quotation marks within it (Simon "Simpa" Ek)."""
    return _NICKNAME.sub(" ", words)


def _is_abbreviation(word: str) -> bool:
    """Whether a word is two letters or more in capitals ("BN"), and so no given name."""
    return len(word) > 1 and word.isalpha() and word.isupper()


def _is_short_given_name(tokens: list[str]) -> bool:
    """Whether two letters before a surname are a given name ("PO Fjällgren")."""
    known = tokens[0].casefold() in lexicon().words("persons", "double_initials")
    return known and len(tokens) == 2 and not tokens[1].isupper() and not is_title_word(tokens[1])


def organisation_length(tokens: list[str], known: Collection[str] = ()) -> int:
    """How many of the first words name an organisation; 0 where none does.

    Args:
        tokens: Words in order.
        known: Names of organisations, in lower case, that the same list holds elsewhere.
    """
    for size in range(min(len(tokens), 7), 0, -1):
        if " ".join(tokens[:size]).casefold().strip(".,") in known:
            return size
    sizes = range(min(4, len(tokens)), 0, -1)
    return place_length(tokens) or next((size for size in sizes if is_organisation_word(tokens[size - 1])), 0)


def place_length(tokens: list[str]) -> int:
    """How many of the first words name a region or municipality."""
    if not tokens:
        return 0
    if tokens[0] in lexicon().words("organisations", "region") and len(tokens) > 1:
        rest = " ".join(tokens[1:])
        return 1 + max((len(name.split()) for name in lexicon().regions if rest.startswith(name)), default=1)
    for size in (2, 1):
        if is_municipality(" ".join(tokens[:size])):
            return size + 1 if _is_municipal(tokens, size) else size
    return 2 if _is_municipal(tokens, 1) and _TOKEN.fullmatch(tokens[0]) else 0


def _is_municipal(tokens: list[str], at: int) -> bool:
    """Whether a word says that the name before it is a municipality's ("kommun", "stad")."""
    words = lexicon().words("organisations", "municipality")
    return len(tokens) > at and tokens[at].strip(".,").casefold() in words


@remembered
def is_strong_organisation(words: str) -> bool:
    """Whether the words name a municipality or a region: the parties that affiliations are counted by."""
    return lexicon().pattern("strong_organisation").search(words) is not None or is_municipality(words)
