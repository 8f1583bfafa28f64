"""Names in the form that is compared: two names with one key are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from samsyn.register.recognition.tables import table

NOISE = re.compile(r"[\s\u00a0\u00ad\u200b]+")
EDGES = " .,;:-–—*_()[]\"'”“"


def plain(text: str) -> str:
    """A text in small letters, with one space between words and no punctuation at its ends."""
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return NOISE.sub(" ", composed).strip(EDGES).casefold()


def person_key(name: str) -> str:
    """Key of a person: all names in order; hyphens and full stops do not count."""
    return " ".join(re.sub(r"[-‐‑.]", " ", plain(name)).split())


KNOWN = 20_000  # names whose keys are kept: the same words are asked about again and again


@lru_cache(maxsize=KNOWN)
def body_key(name: str) -> str:
    """Key of a body, without definite forms, "för", spaces and hyphens.

    "Skol nätverket" is "Skolnätverk", and "styrgruppen för Nära vård" is "Styrgrupp Nära vård".
    """
    words = _head_forms().sub(lambda match: _heads()[match.group()], plain(name))
    return re.sub(r"[\s\-‐‑]+", "", words.replace(" för ", " "))


def is_common_name(name: str) -> bool:
    """Whether a word says what kind of body is meant, and not which ("gruppen", "styrgruppen")."""
    return body_key(name) in table("bodies")["common"]["words"]


def is_head_word(key: str) -> bool:
    """Whether a body's key is a mere head word ("grupp", "nätverk") that any such body's name ends with."""
    return key in table("bodies")["heads"]


def without_genitive(name: str) -> str:
    """A name without genitive at its end ("Länsstyrgruppens" is "Länsstyrgruppen"); one inside it stays."""
    return name[:-1] if name.casefold().endswith(_genitives()) else name


@cache
def _genitives() -> tuple[str, ...]:
    """The forms of head words that end in a genitive s."""
    known = {*_heads(), *_heads().values()}
    return tuple(form for form in known if form.endswith("s") and form[:-1] in known)


@cache
def _heads() -> dict[str, str]:
    """Each form of a head word, and the form it is compared in."""
    heads: dict[str, list[str]] = table("bodies")["heads"]
    return {form: head for head, forms in heads.items() for form in forms}


@cache
def _head_forms() -> re.Pattern[str]:
    """Finds a form of a head word at the end of a word, longest form first."""
    forms = sorted(_heads(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(forms)})\b")
