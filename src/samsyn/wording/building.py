"""What a rule looks for, built out of its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.wording.checks import (
    Check,
    Conditional,
    Existence,
    Occurrence,
    Repetition,
    Substitution,
)
from samsyn.wording.definitions import Extension
from samsyn.wording.metrics import FormulaUnusable, read_metric
from samsyn.wording.patterns import Pattern, PatternUnusable, words_pattern
from samsyn.wording.sequences import InOrder, Step
from samsyn.wording.verbs import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.wording.values import Values

COMMON = frozenset(
    {"extends", "message", "level", "scope", "link", "description", "limit", "action", "vocab"}
)
KEYS: dict[Extension, frozenset[str]] = {
    Extension.EXISTENCE: frozenset({"tokens", "raw", "append", "exceptions", "ignorecase", "nonword"}),
    Extension.SUBSTITUTION: frozenset({"swap", "exceptions", "ignorecase", "nonword"}),
    Extension.OCCURRENCE: frozenset({"token", "min", "max", "ignorecase"}),
    Extension.CONDITIONAL: frozenset({"first", "second", "exceptions", "ignorecase"}),
    Extension.REPETITION: frozenset({"tokens", "max", "ignorecase", "alpha"}),
    Extension.SEQUENCE: frozenset({"tokens", "ignorecase"}),
    Extension.METRIC: frozenset({"formula", "condition"}),
}
_STEP = frozenset({"pattern", "tag", "negate", "skip"})
_FARTHEST = 30
_MOST_STEPS = 10


def build_check(extends: Extension, values: Values, *, rule: str) -> Check:
    """What the rule looks for.

    Raises:
        RuleUnusable: A key is missing, or what stands at it cannot be used.
    """
    return _BUILDERS[extends](values, rule)


def _pattern(values: Values, key: str, pattern: str, rule: str) -> Pattern:
    """Compile what stands at a key."""
    try:
        return Pattern(pattern, rule=rule, ignorecase=values.flag("ignorecase"))
    except PatternUnusable as error:
        values.refuse(key, f"mönstret ”{pattern[:60]}” går inte att tolka ({error})")


def _exceptions(values: Values, rule: str) -> Pattern | None:
    words = values.words("exceptions")
    return _pattern(values, "exceptions", f"(?:{'|'.join(words)})", rule) if words else None


def _existence(values: Values, rule: str) -> Check:
    tokens, raw = values.words("tokens"), "".join(values.words("raw"))
    if not tokens and not raw:
        values.refuse("tokens", "”tokens” saknas, lägg till en rad ”- ord” för varje ord som söks")
    words = words_pattern(tokens, nonword=values.flag("nonword")) if tokens else ""
    whole = words + raw if values.flag("append") else raw + words
    return Existence(_pattern(values, "tokens", whole, rule), _exceptions(values, rule))


def _substitution(values: Values, rule: str) -> Check:
    nonword = values.flag("nonword")
    swap = values.pairs("swap")
    if not swap:
        values.refuse("swap", "”swap” saknas, lägg till en rad ”ord: bättre ord”")
    rows = [
        (_pattern(values, "swap", words_pattern([found], nonword=nonword), rule), tuple(instead.split("|")))
        for found, instead in swap.items()
    ]
    return Substitution(rows, _exceptions(values, rule))


def _occurrence(values: Values, rule: str) -> Check:
    least, most = values.number("min") or 0, values.number("max")
    if not least and most is None:
        values.refuse("max", "ange ”max” eller ”min”")
    return Occurrence(_pattern(values, "token", values.text("token"), rule), least, most)


def _conditional(values: Values, rule: str) -> Check:
    first, second = (_pattern(values, key, values.text(key), rule) for key in ("first", "second"))
    return Conditional(first, second, _exceptions(values, rule))


def _repetition(values: Values, rule: str) -> Check:
    tokens = values.words("tokens") or [r"[^\W\d_]+"]
    pattern = _pattern(values, "tokens", words_pattern(tokens, nonword=False), rule)
    return Repetition(pattern, max(1, values.number("max") or 1), values.flag("ignorecase"))


def _sequence(values: Values, rule: str) -> Check:
    steps = [_step(values, row, rule) for row in values.steps("tokens")]
    if len(steps) > _MOST_STEPS:
        values.refuse("tokens", "en sequence har högst tio rader i tokens, korta den")
    if all(step.negate for step in steps):
        values.refuse("tokens", "minst en rad i tokens ska sakna ”negate”")
    return InOrder(steps)


def _step(values: Values, row: dict[str, object], rule: str) -> Step:
    """One row of a sequence; tags are parted by |."""
    inner = values.sub("tokens", row)
    inner.allow(_STEP, of="en rad i sequence")
    tags = inner.text("tag", default="-").split("|")
    if tags == ["-"] and not inner.has("pattern"):
        inner.refuse("skip", "varje rad i tokens ska ha pattern eller tag")
    for tag in set(tags) - {"-", *Tag}:
        inner.refuse("tag", f"”{tag}” är inget som ord kan vara här, välj något av {', '.join(Tag)}")
    pattern = _pattern(values, "tokens", inner.text("pattern"), rule) if inner.has("pattern") else None
    skip = min(inner.number("skip") or 0, _FARTHEST)
    return Step(pattern, frozenset(Tag(tag) for tag in tags if tag != "-"), inner.flag("negate"), skip)


def _metric(values: Values, _rule: str) -> Check:
    try:
        return read_metric(values.text("formula"), values.text("condition"))
    except FormulaUnusable as error:
        values.refuse("formula", f"”{error}” går inte att räkna ut, använd tal, + - * / och kända namn")


_BUILDERS: dict[Extension, Callable[[Values, str], Check]] = {
    Extension.EXISTENCE: _existence,
    Extension.SUBSTITUTION: _substitution,
    Extension.OCCURRENCE: _occurrence,
    Extension.CONDITIONAL: _conditional,
    Extension.REPETITION: _repetition,
    Extension.SEQUENCE: _sequence,
    Extension.METRIC: _metric,
}
