"""Organisations: which one an affiliation stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from samsyn.register.recognition.keys import plain
from samsyn.register.recognition.tables import table

SHORTEST_GENITIVE = 5  # "SiS" and "Nora" keep their letters, "Flens" and "Borås" are compared without s


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation that a text names.

    Attributes:
        kind: "municipality", "region", "association", "authority", or empty where the text does not tell.
    """

    key: str
    name: str
    kind: str = ""


def recognise(text: str) -> KnownOrganisation | None:
    """The organisation that an affiliation stands for; None where it names several, a party or an occupation.

    "Barnhälsovården, Region Sörmland" stands for the region, "Socialtjänsten i Flens kommun" for the
    municipality; a text without any municipality, region or known name stands for itself. The key of
    a municipality is its name without "kommun" and genitive s.
    """
    whole = _named(plain(text))
    if whole is not None:
        return whole
    inside = {found.key: found for part in _parts(text) if (found := _named(part) or _named_at_end(part))}
    if inside:
        return next(iter(inside.values())) if len(inside) == 1 else None
    key = _short(plain(text))
    return KnownOrganisation(key, " ".join(text.split())) if key and not _belongs_to_person(text) else None


def _belongs_to_person(text: str) -> bool:
    """Whether a text is a party or what somebody is ("S", "statistiker")."""
    words, endings = plain(text), table("organisations")["occupation_endings"]
    return words in table("organisations")["parties"] or words.endswith(tuple(endings))


def without_shouting(text: str) -> str:
    """A text in capitals as it is written otherwise: a capital first and in names of places."""
    words = (_places().get(word, word) for word in text.casefold().split())
    shown = " ".join(words)
    return shown[:1].upper() + shown[1:]


@cache
def _places() -> dict[str, str]:
    """Names of municipalities and regions, by their small letters."""
    known = table("organisations")
    regions = (row["name"].split()[-1] for row in known["others"] if row["kind"] == "region")
    names = (*known["municipalities"], *known["elsewhere"], *regions)
    return {name.casefold(): name for name in names if " " not in name}


def _parts(text: str) -> list[str]:
    """What stands between commas, slashes and brackets."""
    return [plain(part) for part in re.split(r"[,;/()\n]|\s[–-]\s", text) if plain(part)]


def _named(text: str) -> KnownOrganisation | None:
    """The organisation that a whole text names, if it is known or its form tells."""
    known = _known().get(_short(text)) or _known().get(text)
    if known is not None:
        return known
    words = text.split()
    if len(words) == 2 and words[1] in _municipality_words():
        return _municipality(words[0])
    if len(words) == 3 and words[2] in _municipality_words():
        return _known().get(" ".join(words[:2]).removesuffix("s"))
    if 1 < len(words) <= 3 and words[0] in table("organisations")["region_words"]:
        stem = _short(" ".join(words[1:]))
        return _known().get(f"region {stem}") or KnownOrganisation(
            f"region {stem}", f"Region {' '.join(words[1:]).title()}", "region"
        )
    return None


def _named_at_end(text: str) -> KnownOrganisation | None:
    """The municipality, region or known organisation that a text ends with ("... i Flens kommun")."""
    words = text.split()
    for length in (3, 2, 1):
        found = _named(" ".join(words[-length:])) if len(words) > length else None
        if found is not None and found.kind:
            return found
    return None


def _municipality(stem: str) -> KnownOrganisation | None:
    """The municipality with a name, which may stand in the genitive."""
    key = stem.removesuffix("s")
    return _known().get(key) or KnownOrganisation(key, _municipality_name(stem.title()), "municipality")


def _municipality_name(name: str) -> str:
    """The usual name: "Flens kommun", but "Trosa kommun" and "Strängnäs kommun"."""
    genitive = name if name[-1] in "aeiouyåäösxz" else f"{name}s"
    return f"{genitive} kommun"


def _short(text: str) -> str:
    """A name without genitive s."""
    return text[:-1] if len(text) >= SHORTEST_GENITIVE and text.endswith("s") else text


@cache
def _municipality_words() -> frozenset[str]:
    """Words that make the name before them a municipality."""
    return frozenset(table("organisations")["municipality_words"])


@cache
def _known() -> dict[str, KnownOrganisation]:
    """The organisations known from the start, by every key that they are written with."""
    known: dict[str, KnownOrganisation] = {}
    for name in [*table("organisations")["municipalities"], *table("organisations")["elsewhere"]]:
        key = plain(name).removesuffix("s")
        usual = _municipality_name(name)
        known[key] = KnownOrganisation(key, usual, "municipality")
    for row in table("organisations")["others"]:
        key = _short(plain(row["name"]))
        found = KnownOrganisation(key, row["name"], row["kind"])
        known |= {_short(plain(form)): found for form in [row["name"], *row.get("also", [])]}
    return known
