"""How well `samsyn evaluate` finds what belongs together, beside labels of agenda items two by two."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from samsyn.matters.linking.measuring import Found, Rated
    from samsyn.minutes.evaluation import Pairs

WAYS = {
    "strong": "starka länkar",
    "shown": "alla visade",
    "bm25_alike": "ren BM25, samma täckning",
    "shown_best": "länkar, bästa gränsen",
    "bm25": "ren BM25, bästa gränsen",
    "same_heading": "samma rubrik",
    "every_strong": "alla par av punkter: starka",
    "every_shown": "… alla visade",
    "every_bm25_alike": "… ren BM25, samma täckning",
}
OF_EVERY = ("strong", "shown", "bm25_alike")
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
    every: list[Rated] = []
    for file in files:
        try:
            labels = read_pairs(file.read_text("utf-8"))
        except (NoLabels, UnicodeDecodeError):
            print(f"”{file}” är inga märkta par: se beskrivningen av samsyn evaluate.", file=sys.stderr)
            return None
        rows, all_rows = _measured(file, labels)
        rated += rows
        every += all_rows
        name = f"{file.parent.name} ({HELD})" if labels.held else file.parent.name
        found[name] = {**ways(rows), **_of_every(all_rows)}
    return {**found, "alla": {**ways(rated), **_of_every(every)}}


def _measured(file: Path, labels: Pairs) -> tuple[list[Rated], list[Rated]]:
    """The labelled pairs of a folder, and any two items of its notes of which the labels say something."""
    from samsyn.matters.linking.corpus import read_corpus
    from samsyn.matters.linking.measuring import rate, rate_all
    from samsyn.minutes.evaluation import Bonds

    corpus = read_corpus([(file.parent / beside).resolve() for beside in labels.notes])
    return rate(corpus, labels.pairs), list(rate_all(corpus, Bonds(labels)))


def _of_every(rated: Sequence[Rated]) -> dict[str, Found]:
    from samsyn.matters.linking.measuring import ways

    found = ways(rated)
    return {f"every_{way}": found[way] for way in OF_EVERY}


def render_links(found: Mapping[str, Mapping[str, Found]]) -> Iterator[str]:
    """A table for each folder and for all."""
    for folder, ways in found.items():
        yield f"{f'Samma ärende: {folder}':{_WIDTH}}{'visade':>8}{'rätt':>7}{'precision':>22}{'täckning':>22}"
        for way, one in ways.items():
            shares = f"{_share(one.n_right, one.n_shown):>22}{_share(one.n_right, one.n_same):>22}"
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


def _share(n_right: int, n_all: int) -> str:
    """A share with where it lies with 95 in 100."""
    from samsyn.matters.linking.measuring import share_between

    low, high = share_between(n_right, n_all)
    share = n_right / n_all if n_all else 1.0
    return f"{_decimal(share, 3)} ({_decimal(low, 2)}–{_decimal(high, 2)})"


def _decimal(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")
