"""Figures of a whole text held against a limit: Vale's extension point `metric`."""

from __future__ import annotations

import ast
import math
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.wording.checks import Hit
from samsyn.wording.readability import readability_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}
VARIABLES = ("words", "sentences", "long_words", "characters")


class FormulaUnusable(Exception):
    """A formula with something else in it than figures, names, + - * / and one comparison."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure of a text, and what makes it remarkable."""

    formula: ast.expr
    comparison: ast.cmpop
    limit: ast.expr

    def hits(self, text: str) -> Iterator[Hit]:
        """The whole text; nothing for a text too short to be measured."""
        counted = readability_of(text)
        if not counted.is_enough:
            return
        values = {
            "words": counted.n_words,
            "sentences": counted.n_sentences,
            "long_words": counted.n_long,
            "characters": sum(map(str.isalpha, text)),
        }
        value, limit = _value(self.formula, values), _value(self.limit, values)
        if _COMPARISONS[type(self.comparison)](value, limit):
            yield Hit(0, len(text), (f"{value:.0f}",))


def read_metric(formula: str, condition: str) -> Metric:
    """A metric out of its two lines, as "words / sentences" and "> 25".

    Raises:
        FormulaUnusable: Something else than figures stands there.
    """
    wanted = _parsed(f"0 {condition}")
    if not isinstance(wanted, ast.Compare) or len(wanted.ops) != 1 or type(wanted.ops[0]) not in _COMPARISONS:
        raise FormulaUnusable(condition)
    read = Metric(_parsed(formula), wanted.ops[0], wanted.comparators[0])
    trial = dict.fromkeys(VARIABLES, 1)
    _value(read.formula, trial)
    _value(read.limit, trial)
    return read


def _parsed(text: str) -> ast.expr:
    try:
        return ast.parse(text[:500].strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaUnusable(text) from error


def _figure(value: float) -> float:
    try:
        return float(value)
    except OverflowError as error:
        raise FormulaUnusable(f"{str(value)[:20]}…") from error


def _value(part: ast.expr, values: Mapping[str, int]) -> float:
    """The value of a part of a formula; nothing but arithmetic is known."""
    if isinstance(part, ast.Constant) and isinstance(part.value, int | float):
        return _figure(part.value)
    if isinstance(part, ast.Name) and part.id in values:
        return float(values[part.id])
    if isinstance(part, ast.BinOp) and type(part.op) in _ARITHMETIC:
        left, right = _value(part.left, values), _value(part.right, values)
        if isinstance(part.op, ast.Div) and right == 0:
            return math.inf
        return _ARITHMETIC[type(part.op)](left, right)
    raise FormulaUnusable(ast.unparse(part))
