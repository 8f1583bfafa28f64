"""Fit the weights of the linking to labels, and write them to src/samsyn/matters/data/weights.toml.

Of each folder of labels that is not held back, every pair of topics of different meetings that the labels say
something of; a pair that is labelled by itself, being one that is hard to tell, counts more. Logistic
regression by Newton's method with a penalty on large weights; evidence whose weight becomes negative is left
out, but for what may speak against.
"""

from __future__ import annotations

import itertools
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.matters.linking.corpus import read_corpus
from samsyn.matters.linking.features import NAMES
from samsyn.matters.linking.scoring import RANKED, Model, Weights, rank
from samsyn.minutes.evaluation import PAIRS, Bond, Bonds, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.matters.linking.scoring import Compared

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "tests" / "matters"
WEIGHTS = ROOT / "src" / "samsyn" / "matters" / "data" / "weights.toml"
ROUNDS, PENALTY = 12, 1.0
FREE = {"apart", "same_body", "same_heading"}  # these may speak against
OF_A_FOLDER = 2000.0
HARD = 3.0  # how much a pair counts that was labelled by itself
STRONG, POSSIBLE = 0.96, 0.08


class Row(NamedTuple):
    """A pair of topics, with 1 where they are of one matter, and how much it counts."""

    compared: Compared
    same: float
    counts: float


def rows_of(file: Path) -> Iterator[Row]:
    """Every pair of topics of a folder of which the labels say something."""
    labels = read_pairs(file.read_text("utf-8"))
    if labels.held:
        return
    nothing = Model({}, 0.0)
    folders = [(file.parent / beside).resolve() for beside in labels.notes]
    corpus = read_corpus(folders, Weights(nothing, nothing, 1.0, 1.0))
    bonds = Bonds(labels)
    hard = {frozenset((corpus.find(pair.one), corpus.find(pair.other))) for pair in labels.pairs}
    for one, other in itertools.combinations(sorted(corpus.profiles), 2):
        for compared in corpus.between(one, other):
            bond = corpus.bond(compared, bonds)
            if bond is not None:
                counts = HARD if frozenset((compared.one, compared.other)) in hard else 1.0
                yield Row(compared, float(bond == Bond.SAME), counts)


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


def fit_both(folders: Sequence[str]) -> Weights:
    """Weights without and with the ranks within meetings, which the first are needed for."""
    rows = [row for folder in folders for row in evened(list(rows_of(LABELS / folder / PAIRS)))]
    alone = fit(rows, NAMES)
    meetings: dict[tuple[str, str], list[Compared]] = {}
    for compared, _, _ in rows:
        compared.alone = alone.probability(compared.figures)
        key = (str(compared.one.topic.meeting.key), str(compared.other.topic.meeting.key))
        meetings.setdefault(key, []).append(compared)
    for some in meetings.values():
        rank(some)
    return Weights(alone, fit(rows, RANKED), STRONG, POSSIBLE)


def main() -> None:
    """Fit, and write."""
    found = fit_both([path.parent.name for path in sorted(LABELS.glob(f"*/{PAIRS}"))])
    lines = ["# Fitted by scripts/fit_links.py to the labels of tests/matters; not written by hand.",
             f"strong = {found.strong}", f"possible = {found.possible}"]  # fmt: skip
    for kind, model in (("alone", found.alone), ("ranked", found.ranked)):
        lines += ["", f"[{kind}]", f"constant = {model.constant:.3f}"]
        lines += [f"{name} = {weight:.3f}" for name, weight in model.weights.items()]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
