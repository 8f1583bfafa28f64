"""`samsyn import`: take meeting notes into the register."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samsyn.cli.parsing import Parser
from samsyn.cli.passwords import add_password, ask_for_password
from samsyn.cli.register import explained, open_register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from samsyn.register.service import Outcome

WORDS = {
    "new": "inläst",
    "filled": "inläst",
    "version": "ny version",
    "waiting": "väntar",
    "planned": "kallelse",
    "attached": "bilaga",
    "known": "redan inläst",
    "refused": "inte inläst",
}
# Readings go when they are written: rings among their many small parts need seldom be looked for.
COLLECT_AFTER = 50_000
WIDTH = max(map(len, WORDS.values()))


def run(arguments: list[str]) -> int:
    """Take in files and folders: a line a file and a summary; status 1 if any was refused."""
    parser = Parser(prog="samsyn import", description="Läs in minnesanteckningar i registret.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="MAPP|FIL", help="det som ska läsas in")
    add_password(parser)
    options = parser.parse_args(arguments)
    paths: list[Path] = options.paths
    password = ask_for_password(options.password)
    with explained():
        from samsyn.register.before import find_files, prepare_to_read

        gc.set_threshold(COLLECT_AFTER)
        found = find_files(paths, password=password)
        prepare_to_read(len(found.files))
        open_register()
        from samsyn.register.service import import_files

        if not found.files and not found.refusals:
            sys.exit(f"Här finns inga anteckningar att läsa in: {', '.join(map(str, paths))}")
        outcomes = list(_shown(import_files(found), n_files=len(found.files)))
        told = {outcome.shown for outcome in outcomes}
        print(_summary(outcomes, sum(file.shown not in told for file in found.others)))
        _follow()
    return int(any(outcome.result == "refused" for outcome in outcomes))


def _follow() -> None:
    """Propose what belongs together in what came; of very much, say how the rest is done."""
    from samsyn.matters.service import catch_up

    left = catch_up()
    if left:
        print(f"{left} möten har inte jämförts med de andra än: kör samsyn link.")


def _shown(outcomes: Iterable[Outcome], *, n_files: int) -> Iterator[Outcome]:
    """Print a line for each file as it comes, with a bar below on a terminal."""
    with _bar(n_files) as bar:
        for outcome in outcomes:
            if bar is None:
                print(_line(outcome), flush=True)
            else:
                bar.line(_line(outcome))
            yield outcome


def _line(outcome: Outcome) -> str:
    """What became of one file."""
    word = f"{WORDS[outcome.result]:<{WIDTH}}"
    if outcome.message:
        return f"{word}  {outcome.shown}: {outcome.message}"
    asked = f"  ({_counted(outcome.n_doubts, 'fråga', 'frågor')} att besvara)" if outcome.n_doubts else ""
    return f"{word}  {outcome.shown}{asked}"


def _summary(outcomes: list[Outcome], n_others: int) -> str:
    """One sentence on the whole."""
    n = Counter(outcome.result.value for outcome in outcomes)
    n_doubts = sum(outcome.n_doubts for outcome in outcomes)
    parts = [
        _counted(n["new"] + n["filled"], "nytt möte", "nya möten"),
        _counted(n["version"], "ny version", "nya versioner") if n["version"] else "",
        _counted(n["waiting"], "fil väntar på beslut", "filer väntar på beslut") if n["waiting"] else "",
        _counted(n["planned"], "kallelse", "kallelser") if n["planned"] else "",
        _counted(n["attached"], "bilaga", "bilagor") if n["attached"] else "",
        f"{n['known']} redan inlästa" if n["known"] else "",
        f"{n['refused']} kunde inte läsas in" if n["refused"] else "",
        f"{_counted(n_others, 'fil', 'filer')} av annat slag lämnades" if n_others else "",
    ]
    asked = f" {_counted(n_doubts, 'fråga', 'frågor')} väntar på svar." if n_doubts else ""
    return f"{', '.join(part for part in parts if part)}.{asked}"


def _counted(n: int, one: str, several: str) -> str:
    return f"{n} {one if n == 1 else several}"


def _bar(n_files: int) -> AbstractContextManager[Any]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stdout.isatty():
        return nullcontext()
    from samsyn.cli.progress import Bar

    return Bar(n_files)
