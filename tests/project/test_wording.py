"""The project speaks of itself alone."""

from __future__ import annotations

import re

import pytest
from tests.project.files import ROOT, name_of, text_files

TEXTS = {name_of(path): path.read_text(encoding="utf-8", errors="replace") for path in text_files()}
CI_ENTRY = ".ci/run"

# Written in pieces, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a path of one machine": re.compile("/(?:wo" + "rk|ho" + "me|ro" + "ot|tm" + "p)/"),
    "a folder beside the checkout": re.compile(r"\.\./sha" + "red"),
    "a package index": re.compile("py" + r"pi\.|file" + "s.pythonhosted|index" + "-url|registry" + r"\.npm"),
    "work left for later": re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|X{3})\b"),
    "an issue by number": re.compile(r"\b[Ii]ss" + r"ue #?\d|\(#\d+\)"),
    "a muted test": re.compile(r"pytest\.mark\.sk" + r"ip\b"),
}


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_text_holds(pattern: re.Pattern[str]) -> None:
    """What means nothing elsewhere does not stand in the project."""
    assert [name for name, text in TEXTS.items() if name != CI_ENTRY and pattern.search(text)] == []


def test_only_the_entry_of_the_checks_looks_beside_the_checkout() -> None:
    """The one file that may name the folder beside the checkout does so."""
    assert FORBIDDEN["a folder beside the checkout"].search((ROOT / CI_ENTRY).read_text(encoding="utf-8"))
