"""`samsyn evaluate`: how well notes are read, beside expected readings. Needs no register and no Django."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.cli.evaluate_links import find_labels, link_figures, measure_links, render_links
from samsyn.cli.evaluate_unread import show_unread
from samsyn.cli.evaluate_wording import find_sentences, measure_wording, render_wording, wording_figures
from samsyn.cli.own_words import add_lexicon, read_lexicon
from samsyn.cli.parsing import Parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.matters.linking.measuring import Found
    from samsyn.minutes.evaluation import Comparison, Expected

_STANDING = "expected.json"
_NOTE = "source"


class Pair(NamedTuple):
    """A note and the expected reading beside it."""

    note: Path
    expected: Path

    @property
    def name(self) -> str:
        """What the note is called: its folder's name where it is one of a folder each."""
        return self.note.parent.name if self.expected.name == _STANDING else self.note.stem


def run(arguments: list[str]) -> int:
    """Read all notes of a folder and show how well; status 1 where there is nothing to compare."""
    options = _parser().parse_args(arguments)
    pairs, labels = list(find_pairs(options.folder)), find_labels(options.folder)
    sentences = find_sentences(options.folder)
    if not pairs and not labels and not sentences:
        print(
            f"I ”{options.folder}” finns inget facit: lägg en fil NAMN.json bredvid varje anteckning.",
            file=sys.stderr,
        )
        return 1
    links = measure_links(labels) if labels else {}
    wording = measure_wording(sentences)
    compared = None if links is None or wording is None else _compared(pairs, options.lexicon)
    if links is None or wording is None or compared is None:
        return 1
    if options.json:
        figures = _figures(compared, links, errors=options.errors)
        told = {"wording": wording_figures(wording)} if wording else {}
        print(json.dumps({**figures, **told}, ensure_ascii=False, indent=1))
        return 0
    _show(compared, errors=options.errors)
    if options.unread:
        show_unread({pair.name: pair.note for pair in pairs}, options.lexicon)
    print("\n".join([*render_links(links), *render_wording(wording, errors=options.errors)]), end="")
    return 0


def _compared(pairs: Sequence[Pair], words: Path | None) -> dict[str, Comparison] | None:
    """Each note beside its expected reading; None where one is none."""
    from samsyn.minutes import speaking

    lexicon = read_lexicon(words)
    compared: dict[str, Comparison] = {}
    for pair in pairs:
        with speaking(lexicon):
            comparison = compare_note(pair)
        if comparison is None:
            return None
        compared[pair.name] = comparison
    return compared


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="samsyn evaluate",
        description="Jämför läsningen med facit: en mapp med anteckningar och NAMN.json bredvid var och en,"
        " märkta par av punkter eller märkta meningar.",
    )
    parser.add_argument("folder", type=Path, metavar="MAPP", help="mappen med anteckningar och facit")
    parser.add_argument(
        "--errors", action="store_true", help="visa allt som missades eller lästes för mycket"
    )
    parser.add_argument("--unread", action="store_true", help="visa den text som inget lästes ur")
    parser.add_argument("--json", action="store_true", help="skriv siffrorna som JSON")
    add_lexicon(parser)
    return parser


def find_pairs(folder: Path) -> Iterator[Pair]:
    """The notes of a folder, all the way down, that have an expected reading beside them, by name."""
    from samsyn.reading import is_readable_name

    for expected in sorted(folder.rglob("*.json")):
        stem = _NOTE if expected.name == _STANDING else expected.stem
        beside = (path for path in sorted(expected.parent.iterdir()) if path.stem == stem)
        note = next((path for path in beside if path != expected and is_readable_name(path.name)), None)
        if note is not None:
            yield Pair(note, expected)


def compare_note(pair: Pair) -> Comparison | None:
    """Read a note and compare; None, with a message, where the expected reading is none."""
    from samsyn.minutes.evaluation import NoExpectedReading, compare, read_expected

    try:
        expected: Expected = read_expected(pair.expected.read_text("utf-8"))
    except (NoExpectedReading, UnicodeDecodeError):
        print(f"”{pair.expected}” är inget facit: filen ska vara ett JSON-objekt i UTF-8.", file=sys.stderr)
        return None
    return compare(_record(pair.note), expected)


def _record(note: Path) -> dict[str, object]:
    """The short record of a note, of a mail the first in it; what cannot be read is empty, and said."""
    from samsyn.minutes import NotMeetingNotes, read_notes_file, to_record
    from samsyn.reading import ReadingError

    try:
        return {**to_record(read_notes_file(note).notes[0].minutes)}
    except (NotMeetingNotes, ReadingError) as error:
        print(error.message, file=sys.stderr)
        return {}


def _figures(
    compared: dict[str, Comparison], links: Mapping[str, Mapping[str, Found]], *, errors: bool
) -> dict[str, object]:
    from samsyn.cli.evaluation_tables import figures
    from samsyn.minutes.evaluation import add_up

    each = {name: figures(one, errors=errors) for name, one in compared.items()}
    read = {**figures(add_up(compared.values()), errors=False), "each": each} if compared else {}
    return {"notes": len(compared), **read, **({"links": link_figures(links)} if links else {})}


def _show(compared: dict[str, Comparison], *, errors: bool) -> None:
    from samsyn.cli.evaluation_tables import render_misses, render_table
    from samsyn.minutes.evaluation import add_up

    if not compared:
        return
    lines: Sequence[str] = [f"{len(compared)} anteckningar", "", *render_table(add_up(compared.values()))]
    print("\n".join(lines))
    if errors:
        print("\n".join(["", *render_misses(compared)]))
