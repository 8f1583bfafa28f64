"""`samsyn example`: the example county, in a register of its own."""

from __future__ import annotations

import os
from pathlib import Path

import samsyn
from samsyn.cli import serve, take_in
from samsyn.cli.example_followed import follow_up
from samsyn.cli.example_plan import lay_plan
from samsyn.cli.example_story import leader_of_example, tell_story
from samsyn.cli.parsing import Parser
from samsyn.cli.register import Stopped, explained

NOTES = Path(samsyn.__file__).parent / "example"
BESIDE = {".json", ".toml"}  # expected readings and threads
# Where a register that is a file keeps itself, and the folder that it was filled from.
REGISTER, FILLED_FROM = "samsyn.sqlite3", "notes-folder"


def run(arguments: list[str]) -> int:
    """Read the example's notes and show them; with --no-serve, status 1 if any could not be read."""
    options = _parser().parse_args(arguments)
    home: Path = options.home or Path(os.environ.get("SAMSYN_HOME") or "var") / "example"
    with explained():
        _claim(home)
    os.environ["SAMSYN_HOME"] = str(home)
    os.environ["SAMSYN_DATABASE_URL"] = ""  # a register that many share is no place for invented people
    status = take_in.run([str(path) for path in sorted(NOTES.iterdir()) if path.suffix not in BESIDE])
    if tell_story():
        follow_up(by=leader_of_example())
    lay_plan(by=leader_of_example())
    if options.no_serve:
        return status
    if status:
        print("Det som inte gick att läsa in står ovan; resten av exemplet visas.")
    given = (("--host", options.host), ("--port", options.port))
    return serve.run([word for name, value in given if value is not None for word in (name, str(value))])


def _parser() -> Parser:
    parser = Parser(
        prog="samsyn example",
        description="Visa exempellänet: påhittade anteckningar i ett eget register.",
    )
    parser.add_argument("--home", type=Path, metavar="MAPP",
                        help="mappen för exemplets register (example i SAMSYN_HOME)")  # fmt: skip
    parser.add_argument("--no-serve", action="store_true", help="läs bara in, starta ingen server")
    parser.add_argument("--host", metavar="ADRESS", help="adress att lyssna på, som för serve")
    parser.add_argument("--port", type=int, metavar="NUMMER", help="port, som för serve")
    return parser


def _claim(home: Path) -> None:
    """Make the folder and note that it is the example's.

    Raises:
        Stopped: It holds another register.
    """
    filled_from = home / FILLED_FROM
    mine = filled_from.is_file() and (Path.cwd() / filled_from.read_text("utf-8").strip()).resolve() == NOTES
    if (home / REGISTER).exists() and not mine:
        raise Stopped(f"I mappen {home} finns redan ett annat register: välj en tom mapp med --home.")
    home.mkdir(mode=0o750, parents=True, exist_ok=True)
    filled_from.write_text(f"{NOTES}\n", encoding="utf-8")
