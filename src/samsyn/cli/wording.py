"""`samsyn wording`: what can be said of a text's wording. Needs no register and no Django."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.cli.parsing import Parser
from samsyn.cli.passwords import add_password, ask_for_password

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from samsyn.reading import Document
    from samsyn.wording import Kind, Readability, Remark, Rule

KINDS = {
    "milestone": "milstolpe",
    "decision": "beslut",
    "agreement": "överenskommelse",
    "text": "löpande text",
}
LEVELS = {"suggestion": "förslag", "warning": "varning", "error": "fel"}


class Looked(NamedTuple):
    """A file and what was seen in it."""

    name: str
    document: Document
    remarks: list[Remark]
    figures: Readability


def run(arguments: list[str]) -> int:
    """Look through files; status 1 where one could not be read. Remarks are no failure."""
    options = _parser().parse_args(arguments)
    from samsyn.wording import Kind, RuleUnusable

    password = ask_for_password(options.password)
    try:
        rules = _rules(options.rules)
        looked = [_look(path, Kind(options.kind), rules, password) for path in options.paths]
    except RuleUnusable as error:
        sys.exit(error.message)
    found = [one for one in looked if one is not None]
    if options.json:
        print(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for one in found for line in _lines(one)))
    return int(len(found) < len(looked))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="samsyn wording",
        description="Visa anmärkningar på ordvalet: vem, när, hur det kan följas upp. De stoppar ingenting.",
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FIL", help="filer med text, i alla format som läses"
    )
    parser.add_argument(
        "--kind",
        choices=list(KINDS),
        default="text",
        metavar="SORT",
        help="milestone, decision eller agreement prövar alla regler; text (förval) bara ordval och LIX",
    )
    parser.add_argument("--rules", type=Path, metavar="MAPP", help="egna regler, en YAML-fil för varje")
    parser.add_argument("--json", action="store_true", help="skriv anmärkningarna som JSON")
    add_password(parser)
    return parser


def _rules(folder: Path | None) -> list[Rule]:
    """The standing rules and those of a folder; one of the same name takes a standing one's place."""
    from samsyn.wording import read_rules, standing_rules

    own = list(read_rules(folder)) if folder else []
    names = {rule.name for rule in own}
    return [*(rule for rule in standing_rules() if rule.name not in names), *own]


def _look(path: Path, kind: Kind, rules: list[Rule], password: str) -> Looked | None:
    """Read a file and look it through; None, with a message, where it cannot be read."""
    from samsyn.reading import ReadingError, read_document
    from samsyn.wording import readability_of, remarks_on

    try:
        document = read_document(path, password=password)
    except ReadingError as error:
        print(_plain(error.message), file=sys.stderr)
        return None
    remarks = remarks_on(document.text, kind=kind, rules=rules)
    return Looked(path.name, document, remarks, readability_of(document.text))


def _lines(looked: Looked) -> Iterator[str]:
    """A line for each remark, what to do below it, and the figures of the whole."""
    for remark in looked.remarks:
        line, column = _place(looked.document, remark.span.start)
        head = f"{looked.name}:{line}:{column}: {LEVELS[remark.level]} {remark.rule}: {remark.reason}"
        yield _plain(head)
        if remark.proposal:
            yield _plain(f"    {remark.proposal}")
    n = len(looked.remarks)
    said = "inga anmärkningar" if not n else f"{n} anmärkning{'ar' if n > 1 else ''}"
    yield _plain(f"{looked.name}: {said}. {_lix(looked.figures)}")


def _lix(figures: Readability) -> str:
    if figures.lix is None:
        return "LIX räknas inte på så korta texter."
    return f"LIX {figures.lix:.0f}, {figures.band} ({figures.n_words} ord)."


def _place(document: Document, position: int) -> tuple[int, int]:
    """Line and column, both from 1: of the file where it has lines, else of the text that was read."""
    origin, text = document.origin(position), document.text
    if not origin.part:
        return origin.index + 1, origin.offset + 1
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _as_json(looked: Looked) -> dict[str, object]:
    figures = looked.figures
    return {
        "file": looked.name,
        "lix": None if figures.lix is None else round(figures.lix, 1),
        "words": figures.n_words,
        "sentences": figures.n_sentences,
        "long_words": figures.n_long,
        "remarks": [_row(looked.document, remark) for remark in looked.remarks],
    }


def _row(document: Document, remark: Remark) -> dict[str, object]:
    """A remark, with its place in the text that was read and in the file."""
    line, column = _place(document, remark.span.start)
    return {
        "rule": remark.rule,
        "level": remark.level.value,
        "words": remark.words,
        "line": line,
        "column": column,
        "start": remark.span.start,
        "end": remark.span.end,
        "origin": document.origin(remark.span.start)._asdict(),
        "reason": remark.reason,
        "proposal": remark.proposal,
        "instead": list(remark.instead),
    }


def _plain(words: str) -> str:
    """The words without signs that would steer the terminal: a file may hold anything."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in words)
