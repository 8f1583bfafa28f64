"""The command itself: what it knows, and what it says of what it does not know."""

from __future__ import annotations

import pytest

from samsyn.cli import COMMANDS, main


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, object]:
    """What a command that ends at once says, on either stream, and its status."""
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    streams = capsys.readouterr()
    return streams.out + streams.err, stopped.value.code


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command stands there with what it is for."""
    help_, status = said(capsys, "--help")
    assert status == 0
    assert {name for name, command in COMMANDS.items() if command.purpose in help_} == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"manage"}))
def test_every_command_has_help_in_swedish(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Nobody has to guess, and no English word of argparse's own is left."""
    help_, status = said(capsys, name, "--help")
    assert status == 0
    assert help_.startswith(f"användning: samsyn {name}")
    assert "show this help" not in help_


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(("läs",), "läs", id="unknown-command"),
        pytest.param((), "Det saknas något: kommando.", id="no-command"),
        pytest.param(("import",), "Det saknas något: MAPP|FIL.", id="no-folder"),
        pytest.param(("export", "a", "b"), "Det här går inte att förstå: b.", id="too-much"),
        pytest.param(("serve", "--port", "x"), "'x' går inte att använda för --port.", id="no-number"),
    ],
)
def test_what_is_not_understood_is_said_in_swedish(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    """One sentence, and status 2."""
    told, status = said(capsys, *words)
    assert status == 2
    assert sentence in told


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is the package's."""
    told, status = said(capsys, "--version")
    assert (told.split()[0], status) == ("samsyn", 0)
