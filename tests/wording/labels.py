"""Reads the labelled sentences that the rules about wording are measured on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from samsyn.wording.labels import Labelled, read_sentences

FOLDER = Path(__file__).parent / "labelled"
RULES = {
    "Absolut", "EjUppfoljbart", "IngenAgerar", "IngetDatum", "OklarGrupp", "Omtvistat", "TvaKrav",
    "Undantag", "VagTid",
}  # fmt: skip
KINDS = {"agreement", "decision", "milestone", "text"}


@dataclass(frozen=True, kw_only=True)
class Running:
    """A sentence of running text and its s-passives in order; a held one only measures."""

    text: str
    passives: tuple[str, ...]
    held: bool = False
    why: str = ""


def labelled(name: str) -> list[Labelled]:
    """The sentences of a file, "seen", "held" or "blind"; NoSentences on a field that is none."""
    return read_sentences((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def running() -> list[Running]:
    """The sentences of running text; TypeError on a field that is none."""
    rows = tomllib.loads((FOLDER / "passive.toml").read_text(encoding="utf-8"))["sentence"]
    return [Running(**row) for row in rows]
