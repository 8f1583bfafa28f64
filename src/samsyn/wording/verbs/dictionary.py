"""The verbs of the Swedish spelling dictionary, with the flags that say how each is inflected.

The dictionary (SFOL, LGPL-3, the package `hunspell-sv`) has 280 000 words. A verb is known by the flags of
its infinitive; what they mean stands in the dictionary's own `sv_SE.aff`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import metadata
from pathlib import Path

_PACKAGE = "hunspell-sv"
_FILE = "sv_SE.dic"
_VERB = re.compile(r"^([a-zåäöé]{2,}[aeoyäöå])/(\w*[KLMNPRjm]\w*)$", re.MULTILINE)


class DictionaryMissing(Exception):
    """The package with the dictionary is not whole."""


@cache
def verbs() -> dict[str, str]:
    """Infinitives and their flags, letters in any order. Read once, in a third of a second."""
    found: dict[str, str] = {}
    for word, flags in _VERB.findall(_dictionary().read_text("utf-8")):
        if word.endswith("a") or "m" in flags:  # of other vowels only the short verbs: se, få, tro
            found[word] = found.get(word, "") + flags
    return found


def _dictionary() -> Path:
    """Where the dictionary lies.

    Raises:
        DictionaryMissing: It does not.
    """
    for file in metadata.files(_PACKAGE) or ():
        if file.name == _FILE:
            return Path(str(file.locate()))
    raise DictionaryMissing(f"Ordlistan {_FILE} saknas: installera paketet {_PACKAGE} på nytt.")
