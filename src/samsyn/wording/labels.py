"""Sentences with the remarks that a careful reader makes of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from samsyn.wording.remarks import Kind


class NoSentences(Exception):
    """A file that should hold labelled sentences does not."""


@dataclass(frozen=True)
class Label:
    """A remark that a careful reader makes: the rule and the words, "" for the whole sentence."""

    rule: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A sentence and the remarks it ought to get.

    Attributes:
        kind: What it is, as `Kind` has it.
        near: Rules that it looks like breaking and does not.
        contested: The county's marked words, with better ones.
        groups: Groups that the county has resolved into a list.
        why: What the choice rests on, where it is not plain.
    """

    text: str
    kind: str
    remarks: tuple[Label, ...]
    near: frozenset[str] = frozenset()
    contested: dict[str, list[str]] | None = None
    groups: tuple[str, ...] = ()
    why: str = ""


def holds_sentences(text: str) -> bool:
    """Whether a file's text is that of labelled sentences, well made or not."""
    try:
        rows = tomllib.loads(text).get("sentence")
    except tomllib.TOMLDecodeError:
        return False
    return isinstance(rows, list) and any(isinstance(row, dict) and "remarks" in row for row in rows)


def read_sentences(text: str) -> list[Labelled]:
    """The labelled sentences of a TOML file.

    Raises:
        NoSentences: A row has another field than those, or lacks one.
    """
    try:
        rows = tomllib.loads(text)["sentence"]
        read = [Labelled(**{**row, "remarks": tuple(Label(**one) for one in row["remarks"])}) for row in rows]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise NoSentences from error
    if any(row.kind not in set(Kind) for row in read):
        raise NoSentences
    return read
