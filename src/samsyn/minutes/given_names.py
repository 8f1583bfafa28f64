"""Somebody named in running text whom no list names: by a common given name (rule S31)."""

from __future__ import annotations

import re

from samsyn.minutes.lexicon import lexicon

_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéüè]+(?:-[A-ZÅÄÖÉ]?[a-zåäöéüè]+)?(?![\wåäö])")
_SURNAME = r"(?:(?:von|af|de|van)[ \n])?[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?(?!\w)"
_REST = re.compile(rf"(?:[ \n](?:{_SURNAME}|[A-ZÅÄÖ](?!\w)\.?)){{0,2}}")


def is_common_name(word: str) -> bool:
    """Whether a word is a common given name, also one of two ("Ann-Sofi")."""
    names = lexicon().words("persons", "given_names")
    key = word.casefold()
    return key in names or ("-" in key and key.partition("-")[0] in names)


def common_name_end(text: str, at: int) -> int:
    """Where a name ends that begins here with a common given name, its surname included; -1 for none."""
    if not text[at : at + 1].isupper():
        return -1
    name = _NAME.match(text, at)
    if name is None or not is_common_name(name[0]):
        return -1
    rest = _REST.match(text, name.end())
    return rest.end() if rest else name.end()
