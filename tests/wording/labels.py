"""Reads the labelled sentences that the rules about wording are measured on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "labelled"
RULES = {
    "Absolut", "EjUppfoljbart", "IngenAgerar", "IngetDatum", "OklarGrupp", "Omtvistat", "TvaKrav",
    "Undantag", "VagTid",
}  # fmt: skip
KINDS = {"agreement", "decision", "milestone", "text"}


@dataclass(frozen=True)
class Label:
    """A remark that a careful reader makes: the rule and the words, "" for the whole sentence."""

    rule: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence and the remarks it ought to get.

    `near` names rules that it looks like breaking, `contested` the county's marked words with better ones,
    `groups` the groups that the county has resolved into a list.
    """

    text: str
    kind: str
    remarks: tuple[Label, ...]
    near: frozenset[str] = frozenset()
    contested: dict[str, list[str]] | None = None
    groups: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Running:
    """A sentence of running text and its s-passives in order; a held one only measures."""

    text: str
    passives: tuple[str, ...]
    held: bool = False
    why: str = ""


def labelled(name: str) -> list[Sentence]:
    """The sentences of a file, "seen", "held" or "blind"; TypeError on a field that is none."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["sentence"]
    return [Sentence(**{**row, "remarks": tuple(Label(**mark) for mark in row["remarks"])}) for row in rows]


def running() -> list[Running]:
    """The sentences of running text; TypeError on a field that is none."""
    rows = tomllib.loads((FOLDER / "passive.toml").read_text(encoding="utf-8"))["sentence"]
    return [Running(**row) for row in rows]
