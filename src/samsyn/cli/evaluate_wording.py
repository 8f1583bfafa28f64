"""How well remarks agree with a careful reader's, for `samsyn evaluate` on labelled sentences."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from samsyn.wording.measuring import Compared, Score

_WIDTH = 30
_ONLY_COUNTED = "blind"  # the name of a file that no writer of rules may see the faults of


def find_sentences(folder: Path) -> list[Path]:
    """The files of labelled sentences in a folder, all the way down, by name."""
    from samsyn.wording.labels import holds_sentences

    return [file for file in sorted(folder.rglob("*.toml")) if holds_sentences(_text(file))]


def measure_wording(files: Sequence[Path]) -> dict[str, list[Compared]] | None:
    """Labels beside remarks, by file; None, with a message, where one is unusable."""
    from samsyn.wording.labels import NoSentences, read_sentences
    from samsyn.wording.measuring import compare

    found: dict[str, list[Compared]] = {}
    for file in files:
        try:
            found[file.stem] = [compare(sentence) for sentence in read_sentences(_text(file))]
        except NoSentences:
            print(f"”{file}” är inga märkta meningar: se beskrivningen av samsyn evaluate.", file=sys.stderr)
            return None
    return found


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")


def _scores(compared: Sequence[Compared]) -> dict[str, Score]:
    """The counts of each rule that is labelled or remarks."""
    from samsyn.wording.measuring import scores

    rules = {rule for one in compared for rule, _ in (*one.right, *one.extra, *one.missed)}
    return scores(compared, rules)


def render_wording(found: Mapping[str, Sequence[Compared]], *, errors: bool) -> Iterator[str]:
    """A table for each file, and what differs below it."""
    for name, compared in found.items():
        head = f"Ordval: {name}, {len(compared)} meningar"
        yield f"{head:{_WIDTH}}{'precision':>10}{'täckning':>10}{'rätt':>7}{'extra':>7}{'missat':>8}"
        for rule, one in _scores(compared).items():
            shares = f"{_decimal(one.precision):>10}{_decimal(one.recall):>10}"
            yield f"{rule:{_WIDTH}}{shares}{one.right:>7}{one.extra:>7}{one.missed:>8}"
        if errors and name != _ONLY_COUNTED:
            yield from _differences(name, compared)
        yield ""


def _differences(name: str, compared: Sequence[Compared]) -> Iterator[str]:
    for one in compared:
        for rule, words in one.missed:
            yield f"{name}: {rule}: ”{words or one.text}” missades i ”{one.text}”"
        for rule, words in one.extra:
            yield f"{name}: {rule}: ”{words}” är för mycket i ”{one.text}”"


def wording_figures(
    found: Mapping[str, Sequence[Compared]],
) -> dict[str, dict[str, dict[str, float]]]:
    """The same for JSON."""
    return {
        name: {
            rule: {
                "right": one.right,
                "extra": one.extra,
                "missed": one.missed,
                "precision": one.precision,
                "recall": one.recall,
            }
            for rule, one in _scores(compared).items()
        }
        for name, compared in found.items()
    }


def _decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
