"""`samsyn read`: read meeting notes and show what stands in them. Needs no register and no Django."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.cli.own_words import add_lexicon, read_lexicon
from samsyn.cli.parsing import Parser
from samsyn.cli.passwords import add_password, ask_for_password

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from samsyn.minutes import Notes

FORMS = ("text", "json", "records")


class Wish(NamedTuple):
    """What is wanted of a reading: its form, the folder to write it into, the password of locked files."""

    form: str
    out: Path | None
    password: str
    explain: bool


def run(arguments: list[str]) -> int:
    """Read files and folders; status 1 where a named file could not be read."""
    options = _parser().parse_args(arguments)
    form = "json" if options.json else options.format
    if options.out is None and form == "records":
        sys.exit("Välj med --out i vilken mapp filerna ska skrivas.")
    from samsyn.reading import expect

    for path in options.paths:
        expect(path)
    from samsyn.minutes import speaking

    password = ask_for_password(options.password)
    wish = Wish(form, options.out, password, explain=options.explain)
    lexicon = read_lexicon(options.lexicon)
    status = 0
    for path, named in _files(options.paths):
        with speaking(lexicon):
            status |= _read(path, wish, named=named)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="samsyn read", description="Läs minnesanteckningar och visa vad som står i dem.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="MAPP|FIL", help="det som ska läsas")
    parser.add_argument("--json", action="store_true", help="skriv läsningen som JSON efter schemat")
    parser.add_argument(
        "--format", choices=FORMS, default="text", metavar="FORM", help="text, json eller records"
    )
    parser.add_argument("--out", type=Path, metavar="MAPP", help="skriv en fil för varje anteckning i mappen")
    parser.add_argument(
        "--explain", action="store_true", help="visa regeln bakom varje värde och vad den säger"
    )
    add_password(parser)
    add_lexicon(parser)
    return parser


def _files(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    """The files to read, and whether each was named itself; a folder's files by name, all the way down."""
    from samsyn.reading import is_readable_name

    for path in paths:
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.is_file())
            yield from ((each, False) for each in found if is_readable_name(each.name))
        else:
            yield path, True


def _read(path: Path, wish: Wish, *, named: bool) -> int:
    """Read one file and write what was found; 1 where it can't be used.

    A mail may hold several notes. A file of a folder that holds no meeting notes is passed over with a
    line; it is no failure.
    """
    from samsyn.minutes import NotMeetingNotes, read_notes_file
    from samsyn.reading import ReadingError

    try:
        found = read_notes_file(path, password=wish.password).notes
    except NotMeetingNotes as error:
        print(_plain(error.message), file=sys.stderr)
        return int(named)
    except ReadingError as error:
        print(_plain(error.message), file=sys.stderr)
        return 1
    status = 0
    for place, notes in enumerate(found):
        name = path.name if notes.name == path.name else f"{path.name}: {notes.name}"
        if wish.out is None:
            print(_rendered(_plain(name), notes, wish))
        else:
            stem = f"{path.stem} {place + 1}" if place else path.stem
            status |= _write(wish.out, stem, _rendered(name, notes, wish), wish.form)
    return status


def _plain(words: str) -> str:
    """The words without signs that would steer the terminal: a file may be named anything."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in words)


def _rendered(name: str, notes: Notes, wish: Wish) -> str:
    if wish.form == "text":
        from samsyn.cli.rendering import render_minutes

        return render_minutes(name, notes.minutes, colour=sys.stdout.isatty(), explain=wish.explain)
    from samsyn.minutes import to_json, to_record

    read = notes.minutes
    value = to_json(read, notes.document, name=name) if wish.form == "json" else to_record(read)
    return json.dumps(value, ensure_ascii=False, indent=1)


def _write(out: Path, stem: str, text: str, form: str) -> int:
    """Write one file into the folder, whole or not at all."""
    target = out / f"{stem}.{'txt' if form == 'text' else 'json'}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(target)
    except OSError as error:
        print(
            f"”{target}” går inte att skriva ({error.strerror}): välj en annan mapp med --out.",
            file=sys.stderr,
        )
        return 1
    return 0
