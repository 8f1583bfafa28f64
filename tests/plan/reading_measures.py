"""How much of what a careful reader takes out of notes is read, and how much of what is read is right."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from samsyn.minutes import read_minutes
from samsyn.plan.reading.notes import notes_of
from samsyn.plan.reading.outlines import heads_in
from samsyn.plan.reading.reader import read_about, read_plans
from samsyn.plan.reading.records import Known
from samsyn.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from samsyn.plan.reading.records import Notes, PlanRead

NOTES = Path(__file__).parent / "notes"
Labels = dict[str, dict[str, Any]]
Found = dict[str, set["Hashable"]]
EMPTY: dict[str, Any] = {}


class Measure(NamedTuple):
    """Of one kind of thing: how many are right, read and wanted."""

    right: int
    read: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what is read that is right; 1 where nothing is."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of what is wanted that is read; 1 where nothing is."""
        return self.right / self.wanted if self.wanted else 1.0


def labels(folder: Path = NOTES) -> Labels:
    """What a careful reader takes out, by file."""
    return tomllib.loads((folder / "labels.toml").read_text("utf-8"))


def read(path: Path, *, key: int = 0) -> Notes:
    """A file's notes."""
    return notes_of(read_minutes(read_document(path), name=path.name), key=key)


def plan_in(path: Path, wanted: dict[str, Any]) -> PlanRead | None:
    """What is read of the plan in a file, after the file that it is known from."""
    if "known" not in wanted:
        return next(iter(read_plans([read(path)])), None)
    first = read_plans([read(path.parent / wanted["known"])])[0]
    known = Known(
        tuple(area.name for area in first.areas),
        heads=heads_in(first.name),
        name=first.name,
        actors=tuple(wanted.get("actors", ())),
        test=next((step.number for step in first.steps if step.meaning == "test"), None),
    )
    return read_about([read(path)], known)


def wanted_of(label: dict[str, Any]) -> Found:
    """What is wanted, as it is compared."""
    said = label.get("comments", [])
    rows = [(one["begins"], one.get("area", ""), one.get("step", 0)) for one in said]
    return {
        "areas": set(label.get("areas", [])),
        "comments": {begins for begins, _area, _step in rows},
        "places": set(rows),
        "changes": {one["begins"] for one in said if one["kind"] == "change_request"},
        "decided": {one["begins"] for one in said if one.get("decided")},
        "words": {one["word"] for one in label.get("words", [])},
        "instead": {(one["word"], better) for one in label.get("words", []) for better in one["instead"]},
        "times": {(one["area"], one["step"], one["words"]) for one in label.get("times", [])},
        "groups": set(label.get("groups", [])),
        "evidence": {(one["actor"], one["area"], one["step"]) for one in label.get("evidence", [])},
    }


def read_of(plan: PlanRead | None, label: dict[str, Any]) -> Found:
    """What is read, as it is compared: a sentence by how the label's begins."""
    if plan is None:
        return {kind: set() for kind in wanted_of(EMPTY)}
    names = [area.name for area in plan.areas]
    begins = [one["begins"] for one in label.get("comments", [])]
    said = [(one, _begins(one.place.words, begins)) for one in plan.comments]

    def name(at: int | None) -> str:
        return "" if at is None else names[at]

    return {
        "areas": set(names) if "known" not in label else set(),
        "comments": {words for _one, words in said},
        "places": {(words, name(one.area), one.step or 0) for one, words in said},
        "changes": {words for one, words in said if one.wants_change},
        "decided": {words for one, words in said if one.wants_change and one.is_decided},
        "words": {one.word for one in plan.words},
        "instead": {(one.word, better) for one in plan.words for better in one.instead},
        "times": {
            (area, one.step, one.words)
            for one in plan.times
            for area in ([name(one.area)] if one.area is not None else names)
        },
        "groups": {one.words for one in plan.groups},
        "evidence": {(one.name, names[one.area], one.step) for one in plan.evidence},
    }


def _begins(words: str, begins: list[str]) -> str:
    return next((one for one in begins if words.startswith(one)), words)


def measured(folder: Path = NOTES) -> dict[str, Measure]:
    """All files together, by kind of thing."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for path, label in _labelled(folder):
        want, got = wanted_of(label), read_of(plan_in(path, label), label)
        for kind in want:
            right[kind] += len(want[kind] & got[kind])
            found[kind] += len(got[kind])
            wanted[kind] += len(want[kind])
    return {kind: Measure(right[kind], found[kind], wanted[kind]) for kind in found | wanted}


def _labelled(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for name, label in labels(folder).items():
        yield folder / name, label
