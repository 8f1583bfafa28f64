"""Receivers that no register knows: a body without notes, an office, an organisation by what it is called."""

from __future__ import annotations

import re

from samsyn.matters.handing.records import Addressee
from samsyn.matters.handing.words import found, pattern

FIRST = re.compile(
    r"(?:(?:den|det|de|vår|vårt|våra|respektive|hela) )?"
    r"(?:[a-zåäö]+(?:iga|ska|la|na|va|ra|nde|ade) ){0,2}"
    r"(?P<noun>[A-ZÅÄÖa-zåäö][\w-]{4,})"
)
ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{3,7}(?![\w-])")
DEFINITE = re.compile(r"(?:[^aeiouyåäö](?:en|et)|[aeiouyåäö]n|erna|arna|orna|[lrnt]na|t?orn)$")
SURNAME = re.compile(r"(?:gren|sen|sten|dén|lén|lin|quist)s?$")
LONG_ENOUGH = 8  # letters of a proper noun: shorter ones may be a person's name


def stranger(words: str) -> Addressee | None:
    """Whom words behind "till" mean that nobody knows: a definite noun that is no time, paper or person."""
    short = ABBREVIATION.match(words)
    if short is not None:
        return Addressee(short.group())
    match = FIRST.match(words)
    if match is None or not DEFINITE.search(match["noun"]):
        return None
    if found("strangers", "never", match["noun"].lower(), form="^(?:{rows})s?$"):
        return None
    if match["noun"][0].isupper() and not is_proper_noun(match["noun"]):
        return None
    return Addressee(match.group())


def described(words: str) -> Addressee | None:
    """An office by whose it is, at the beginning of words: "länets juristnätverk"."""
    match = pattern("strangers", "offices", form=r"^(?:{rows})(?!\w)").match(words.lower())
    return Addressee(words[: match.end()]) if match else None


def is_organisation(name: str) -> bool:
    """Whether a name ends as those of organisations do."""
    return found("strangers", "endings", name.lower(), form="(?:{rows})s?$")


def is_proper_noun(name: str) -> bool:
    """Whether a word with a capital is an organisation's name by its form, and no person's."""
    definite = DEFINITE.search(name) is not None and SURNAME.search(name) is None
    return is_organisation(name) or (definite and len(name) >= LONG_ENOUGH)
