"""Figures of an evaluation, as lines of text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samsyn.minutes.evaluation import Comparison, Score, Share

NAMES = {
    "body": "grupp",
    "title": "rubrik",
    "date": "datum",
    "start": "början",
    "end": "slut",
    "place": "plats",
    "chair": "ordförande",
    "secretary": "sekreterare",
    "next_meeting": "nästa möte",
    "present": "närvarande",
    "absent": "frånvarande",
    "items": "punkter",
    "decisions": "beslut",
    "agreements": "överenskommelser",
    "actions": "åtgärder",
    "present.affiliation": "närvarandes organisation",
    "absent.affiliation": "frånvarandes organisation",
    "items.number": "punkters nummer",
    "actions.responsible": "åtgärders ansvarige",
    "actions.due": "åtgärders datum",
}
_WIDTH = 26


def render_table(found: Comparison) -> Iterator[str]:
    """The table of all fields, the parts of what was found below it."""
    yield f"{'':{_WIDTH}}{'precision':>10}{'täckning':>10}{'F1':>8}{'rätt':>7}{'extra':>7}{'missat':>8}"
    for name, score in (*found.scores.items(), ("", found.whole)):
        yield (
            f"{NAMES.get(name, 'allt'):{_WIDTH}}{_share(score.precision):>10}{_share(score.recall):>10}"
            f"{_share(score.f1):>8}{score.right:>7}{score.extra:>7}{score.missed:>8}"
        )
    yield ""
    yield f"{'av det som hittades':{_WIDTH}}{'rätt':>10}{'av':>10}"
    for name, share in found.parts.items():
        yield f"{NAMES[name]:{_WIDTH}}{share.right:>10}{share.asked:>10}{_share(share.value):>8}"


def render_misses(compared: Mapping[str, Comparison]) -> Iterator[str]:
    """Every value that is not right, note by note."""
    for name, found in compared.items():
        for miss in found.misses:
            words = f"”{miss.wanted}” missades" if not miss.read else f"”{miss.read}” är för mycket"
            if miss.wanted and miss.read:
                words = f"”{miss.wanted}” lästes som ”{miss.read}”"
            yield f"{name}: {NAMES[miss.field]}: {words}"


def figures(found: Comparison, *, errors: bool) -> dict[str, object]:
    """The counts and shares of one comparison, for JSON; shares are null where there is nothing to count."""
    shown: dict[str, object] = {
        "all": _counts(found.whole),
        "fields": {name: _counts(score) for name, score in found.scores.items()},
        "parts": {name: _parts(share) for name, share in found.parts.items()},
    }
    if errors:
        shown["misses"] = [miss._asdict() for miss in found.misses]
    return shown


def _counts(score: Score) -> dict[str, object]:
    return {
        "right": score.right,
        "extra": score.extra,
        "missed": score.missed,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _parts(share: Share) -> dict[str, object]:
    return {"right": share.right, "asked": share.asked, "share": share.value}


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",")
