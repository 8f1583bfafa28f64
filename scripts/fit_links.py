"""Fit the weights of the linking to labels, and write them to src/samsyn/matters/data/weights.toml.

Three in turn: of two topics alone, with the ranks that those give, and with the links to third topics that
those give. Of each folder of labels that is not held back, every pair of topics of different meetings that
the labels say something of; a pair that is labelled by itself, being one that is hard to tell, counts more.
Logistic regression by Newton's method with a penalty on large weights; evidence whose weight becomes negative
is left out, but for what may speak against.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.matters.linking.corpus import Corpus, read_corpus
from samsyn.matters.linking.features import NAMES
from samsyn.matters.linking.measuring import rate, ways
from samsyn.matters.linking.scoring import BRIDGED, RANKED, Model, Weights
from samsyn.minutes.evaluation import PAIRS, Bond, Bonds, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.matters.linking.scoring import Compared

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "tests" / "matters"
WEIGHTS = ROOT / "src" / "samsyn" / "matters" / "data" / "weights.toml"
ROUNDS, PENALTY = 12, 0.4
NOTHING = Model({}, 0.0)
FREE = {"apart", "same_body"}  # these may speak against
OF_A_FOLDER = 2000.0
HARD = 3.0  # how much a pair counts that was labelled by itself
STRONG, POSSIBLE = 0.97, 0.10


class Row(NamedTuple):
    """A pair of topics, with 1 where they are of one matter, and how much it counts."""

    compared: Compared
    same: float
    counts: float


class Folder:
    """The notes of a folder of labels, to be compared with one set of weights after the other."""

    def __init__(self, name: str) -> None:
        """Read them."""
        self.name = name
        file = LABELS / name / PAIRS
        self.labels = read_pairs(file.read_text("utf-8"))
        self.bonds = Bonds(self.labels)
        folders = [(file.parent / beside).resolve() for beside in self.labels.notes]
        self.corpus = read_corpus(folders, Weights(NOTHING, NOTHING, NOTHING, 1.0, 1.0))

    def compare(self, weights: Weights) -> list[Row]:
        """Every pair of topics of which the labels say something, evened out over the folder."""
        self.corpus = corpus = Corpus(self.corpus.notes, self.corpus.terms, weights)
        hard = {frozenset((corpus.find(pair.one), corpus.find(pair.other))) for pair in self.labels.pairs}
        rows = []
        for compared in (row for some in corpus.compared.values() for row in some):
            bond = corpus.bond(compared.one, compared.other, self.bonds)
            if bond is not None:
                counts = HARD if frozenset((compared.one, compared.other)) in hard else 1.0
                rows.append(Row(compared, float(bond == Bond.SAME), counts))
        return evened(rows)


def evened(rows: Sequence[Row]) -> list[Row]:
    """The same, so that each folder counts as much as another, however many notes it has."""
    total = sum(row.counts for row in rows)
    return [row._replace(counts=row.counts * OF_A_FOLDER / total) for row in rows]


def fit(rows: Sequence[Row], names: Sequence[str]) -> Model:
    """Weights with which the rows' labels are likeliest."""
    left = list(names)
    while True:
        model = _newton(rows, left)
        against = [name for name in left if name not in FREE and model.weights[name] < 0]
        if not against:
            return Model(dict.fromkeys(names, 0.0) | dict(model.weights), model.constant)
        left.remove(min(against, key=lambda name: model.weights[name]))


def _newton(rows: Sequence[Row], names: Sequence[str]) -> Model:
    size = len(names) + 1
    held = [([*(row.compared.figures[name] for name in names), 1.0], row.same, row.counts) for row in rows]
    weights = [0.0] * size
    for _round in range(ROUNDS):
        model = Model(dict(zip(names, weights, strict=False)), weights[-1])
        slope = [PENALTY * weight for weight in weights[:-1]] + [0.0]
        curve = [[PENALTY * (i == j and i < size - 1) for j in range(size)] for i in range(size)]
        for (values, same, counts), row in zip(held, rows, strict=True):
            sure = model.probability(row.compared.figures)
            error, bend = (sure - same) * counts, max(1e-6, sure * (1 - sure)) * counts
            for i, value in enumerate(values):
                if value:
                    slope[i] += error * value
                    line = curve[i]
                    for j in range(i + 1):
                        line[j] += bend * value * values[j]
        weights = [weight - step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return Model(dict(zip(names, weights, strict=False)), weights[-1])


def _solved(curve: list[list[float]], slope: list[float]) -> list[float]:
    """The step for which curve times step is slope; only the lower half of the curve is read (Cholesky)."""
    size = len(slope)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = curve[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = sqrt(rest) if i == j else rest / root[j][j]
    forward = [0.0] * size
    for i in range(size):
        forward[i] = (slope[i] - sum(root[i][k] * forward[k] for k in range(i))) / root[i][i]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (forward[i] - sum(root[k][i] * found[k] for k in range(i + 1, size))) / root[i][i]
    return found


def fit_all(folders: Sequence[Folder]) -> Weights:
    """Weights of two alone, with the ranks that those give, and with the bridges that those give."""
    weights = Weights(NOTHING, NOTHING, NOTHING, STRONG, POSSIBLE)
    weights = replace(weights, alone=fit(_rows(folders, weights), NAMES))
    weights = replace(weights, ranked=fit(_rows(folders, weights), RANKED))
    return replace(weights, bridged=fit(_rows(folders, weights), BRIDGED))


def _rows(folders: Sequence[Folder], weights: Weights) -> list[Row]:
    return [row for folder in folders for row in folder.compare(weights)]


def leave_one_out(folders: Sequence[Folder]) -> Iterator[str]:
    """How well each folder's pairs are told apart by weights that are fitted to the others."""
    for one in folders:
        weights = fit_all([other for other in folders if other is not one])
        rated = rate(Corpus(one.corpus.notes, one.corpus.terms, weights), one.labels.pairs)
        for way, found in ways(rated, weights).items():
            yield f"{one.name:8}{way:14}{found.n_shown:5}{found.precision:8.3f}{found.recall:8.3f}"


def main() -> None:
    """Fit, and write; with `--leave-one-out` only tell how it goes on the folder left out."""
    folders = [
        folder
        for path in sorted(LABELS.glob(f"*/{PAIRS}"))
        if not (folder := Folder(path.parent.name)).labels.held
    ]
    if "--leave-one-out" in sys.argv:
        sys.stdout.write("\n".join([*leave_one_out(folders), ""]))
        return
    found = fit_all(folders)
    lines = ["# Fitted by scripts/fit_links.py to the labels of tests/matters; not written by hand.",
             f"strong = {found.strong}", f"possible = {found.possible}"]  # fmt: skip
    for kind, model in (("alone", found.alone), ("ranked", found.ranked), ("bridged", found.bridged)):
        lines += ["", f"[{kind}]", f"constant = {model.constant:.3f}"]
        lines += [f"{name} = {weight:.3f}" for name, weight in model.weights.items()]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
