"""A first walk over a page: which parts hold the notes, and which tables only arrange the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.formats.html.tokens import Token, read_attributes

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIN, AROUND = frozenset(("main", "article")), frozenset(("nav", "header", "footer", "aside", "form"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))


class Survey(NamedTuple):
    """What the first walk found.

    Attributes:
        has_main: Whether an element `main` or `article` holds most of the page's words.
        has_menu: Whether there are words enough outside of menus, so that these can be left out.
        layouts: Places in the source of the tables that arrange the page.
    """

    has_main: bool
    has_menu: bool
    layouts: frozenset[int]


@dataclass(slots=True)
class Table:
    """What is known of a table that is open."""

    start: int
    says_layout: bool
    n_cells: int = 0
    has_table: bool = False
    has_heading: bool = False
    has_head: bool = False

    @property
    def is_layout(self) -> bool:
        """Whether it only arranges the page."""
        if self.says_layout or self.n_cells <= 1:
            return True
        return (self.has_table or self.has_heading) and not self.has_head


def survey_page(source: str, tokens: Sequence[Token]) -> Survey:
    """Walk over a page."""
    open_now: Counter[str] = Counter()
    main = around = menus = total = 0
    for token in tokens:
        if token.kind == "words":
            n_letters = len("".join(source[token.start : token.end].split()))
            in_main = any(open_now[name] for name in MAIN)
            total += n_letters
            main += n_letters * in_main
            around += n_letters * (not in_main and any(open_now[name] for name in AROUND))
            menus += n_letters * bool(open_now["nav"])
        elif token.name in MAIN | AROUND:
            step = 1 if token.kind == "start" else -1
            open_now[token.name] = max(0, open_now[token.name] + step)
    return Survey(main * 2 > total - around, menus * 2 < total, _find_layouts(tokens))


def _find_layouts(tokens: Sequence[Token]) -> frozenset[int]:
    open_tables: list[Table] = []
    layouts = set()
    for token in tokens:
        if token.name == "table" and token.kind == "start":
            if open_tables:
                open_tables[-1].has_table = True
            role = read_attributes(token.attributes).get("role", "")
            open_tables.append(Table(token.start, role in {"presentation", "none"}))
        elif token.name == "table" and token.kind == "end" and open_tables:
            table = open_tables.pop()
            if table.is_layout:
                layouts.add(table.start)
        elif open_tables and token.kind == "start":
            _note(open_tables[-1], token.name)
    layouts |= {table.start for table in open_tables if table.is_layout}
    return frozenset(layouts)


def _note(table: Table, name: str) -> None:
    table.n_cells += name in CELLS
    table.has_heading |= name in HEADINGS
    table.has_head |= name in {"th", "caption"}
