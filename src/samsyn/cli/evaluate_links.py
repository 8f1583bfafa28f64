"""How well `samsyn evaluate` finds what belongs together, beside labels of agenda items two by two."""

from __future__ import annotations

import sys
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from samsyn.matters.linking.measuring import Found, Rated
    from samsyn.minutes.evaluation import Pairs

WAYS = {
    "strong": "starka länkar",
    "shown": "alla visade",
    "chained": "… och genom en tredje punkt",
    "bm25": "ren BM25, bästa gränsen",
    "same_heading": "samma rubrik",
    "every": "starka mellan alla punkter",
}
HELD = "undanhållna"
_WIDTH = 30


def find_labels(folder: Path) -> list[Path]:
    """The files of labelled pairs in a folder, all the way down."""
    from samsyn.minutes.evaluation import PAIRS

    return sorted(folder.rglob(PAIRS))


def measure_links(files: Sequence[Path]) -> dict[str, dict[str, Found]] | None:
    """What each way finds, by folder of labels and for all; None, with a message, if any is unusable."""
    from samsyn.matters.linking.measuring import ways
    from samsyn.minutes.evaluation import NoLabels, read_pairs

    found: dict[str, dict[str, Found]] = {}
    rated: list[Rated] = []
    for file in files:
        try:
            labels = read_pairs(file.read_text("utf-8"))
        except (NoLabels, UnicodeDecodeError):
            print(f"”{file}” är inga märkta par: se beskrivningen av samsyn evaluate.", file=sys.stderr)
            return None
        rows, every = _measured(file, labels)
        rated += rows
        name = f"{file.parent.name} ({HELD})" if labels.held else file.parent.name
        found[name] = {**ways(rows), "every": every}
    return {**found, "alla": {**ways(rated), "every": _sum(found)}}


def _measured(file: Path, labels: Pairs) -> tuple[list[Rated], Found]:
    """The labelled pairs of a folder, and all links between its notes that are shown as strong."""
    from samsyn.matters.linking.corpus import read_corpus
    from samsyn.matters.linking.measuring import Found, rate
    from samsyn.matters.linking.reasons import is_strong
    from samsyn.minutes.evaluation import Bond, Bonds

    corpus = read_corpus([(file.parent / beside).resolve() for beside in labels.notes])
    bonds = Bonds(labels)
    names = sorted(corpus.profiles)
    rows = [row for one, other in combinations(names, 2) for row in corpus.between(one, other)]
    said = [(corpus.bond(row, bonds), is_strong(row)) for row in rows]
    shown = [bond for bond, strong in said if strong and bond is not None]
    n_same = sum(bond == Bond.SAME for bond, _ in said)
    return rate(corpus, labels.pairs), Found(len(shown), shown.count(Bond.SAME), n_same)


def _sum(found: Mapping[str, Mapping[str, Found]]) -> Found:
    from samsyn.matters.linking.measuring import Found

    every = [ways["every"] for ways in found.values()]
    return Found(
        sum(one.n_shown for one in every), sum(one.n_right for one in every), sum(one.n_same for one in every)
    )


def render_links(found: Mapping[str, Mapping[str, Found]]) -> Iterator[str]:
    """A table for each folder and for all."""
    for folder, ways in found.items():
        yield f"{f'Samma ärende: {folder}':{_WIDTH}}{'visade':>8}{'rätt':>7}{'precision':>11}{'täckning':>10}"
        for way, one in ways.items():
            shares = f"{_decimal(one.precision):>11}{_decimal(one.recall):>10}"
            yield f"{WAYS[way]:{_WIDTH}}{one.n_shown:>8}{one.n_right:>7}{shares}"
        yield ""


def link_figures(found: Mapping[str, Mapping[str, Found]]) -> dict[str, dict[str, dict[str, float]]]:
    """The same for JSON."""
    return {
        folder: {
            way: {
                "shown": one.n_shown,
                "right": one.n_right,
                "same": one.n_same,
                "precision": one.precision,
                "recall": one.recall,
            }
            for way, one in ways.items()
        }
        for folder, ways in found.items()
    }


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
