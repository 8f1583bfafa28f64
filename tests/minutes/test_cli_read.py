"""`samsyn read`: what it prints, what it writes, and what it does with files that are no notes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.minutes.make_notes import notes

from samsyn.cli.read import run
from samsyn.minutes.rules import find_rule

NOTE = notes("**Beslut:** Tidsplanen antas.\n\nRut bokar lokal senast den 15 april.")
RECIPE = "# Kanelbullar\n\n- 5 dl mjölk\n- 50 g jäst\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note on its own."""
    path = tmp_path / "2026-03-10-arbetsgrupp.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def folder(note: Path) -> Path:
    """A folder with a note, a recipe, and a file that is not for reading."""
    (note.parent / "bullar.md").write_text(RECIPE, encoding="utf-8")
    (note.parent / "bild.png").write_bytes(b"\x89PNG")
    return note.parent


SHOWN = [
    "Minnesanteckningar Arbetsgrupp Norra Barn",
    "2026-03-10",
    "Rut Vifell",
    "1. Läget",
    "Tidsplanen antas.",
]


@pytest.mark.parametrize("words", SHOWN)
def test_the_text_tells_what_was_read(note: Path, capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Head, people, items and statements are shown."""
    run([str(note)])
    assert words in capsys.readouterr().out


def test_a_reading_is_status_0(note: Path) -> None:
    """Nothing went wrong."""
    assert run([str(note)]) == 0


def test_no_colour_where_there_is_no_terminal(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is sent to a file holds no control codes."""
    run([str(note)])
    assert "\033" not in capsys.readouterr().out


def test_explain_names_the_rules(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each value carries the number of its rule."""
    run(["--explain", str(note)])
    assert "[S1]" in capsys.readouterr().out


def rules_told(text: str) -> list[str]:
    """The numbers of the rules that stand below a reading with what they say."""
    return re.findall(r"^  ([A-Z]\d+\S*) ", text.rpartition("\nRegler (")[2], re.MULTILINE)


def test_explain_tells_what_the_rules_say(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below the record, each in its Swedish sentence."""
    run(["--explain", str(note)])
    rule = find_rule("S1")
    assert rule is not None
    assert f"  S1    {rule.says}" in capsys.readouterr().out.replace("\n" + " " * 8, " ")


def test_every_number_that_is_shown_is_told(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to look a rule up elsewhere."""
    run(["--explain", str(note)])
    text = capsys.readouterr().out
    assert set(re.findall(r"\[([A-Z]\d+\S*)\]", text)) - set(rules_told(text)) == set()


def test_a_rule_is_told_once(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However many values it found."""
    run(["--explain", str(note)])
    told = rules_told(capsys.readouterr().out)
    assert sorted(set(told)) == sorted(told)


def test_owner_and_due_name_their_rules(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As every other value does."""
    run(["--explain", str(note)])
    assert "Rut [O1]; den 15 april [D7]" in capsys.readouterr().out


def test_rules_are_told_only_when_asked_for(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The plain reading is as short as before."""
    run([str(note)])
    assert "Regler (" not in capsys.readouterr().out


def test_json_is_the_whole_reading(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON on the terminal is that of the schema."""
    run(["--json", str(note)])
    value = json.loads(capsys.readouterr().out)
    assert (value["schema"], value["file"], value["held"]["value"]["start"]) == (1, note.name, "2026-03-10")


def test_records_are_written_one_a_note(folder: Path, tmp_path: Path) -> None:
    """One `NAME.json` for each note, and nothing else."""
    out = tmp_path / "ut" / "hit"
    run(["--format", "records", "--out", str(out), str(folder)])
    assert [path.name for path in sorted(out.iterdir())] == ["2026-03-10-arbetsgrupp.json"]


def test_a_record_holds_the_decision(note: Path, tmp_path: Path) -> None:
    """The short form of the reading."""
    run(["--format", "records", "--out", str(tmp_path), str(note)])
    record = json.loads((tmp_path / "2026-03-10-arbetsgrupp.json").read_text(encoding="utf-8"))
    assert record["decisions"] == ["Tidsplanen antas."]


def test_records_need_a_folder(note: Path) -> None:
    """Without --out there is nowhere to write."""
    with pytest.raises(SystemExit, match="--out"):
        run(["--format", "records", str(note)])


def test_a_folder_passes_over_what_is_no_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A recipe among the notes is passed over with one line, and is no failure."""
    assert run([str(folder)]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("”bullar.md” ser inte ut som anteckningar från ett möte")


def test_a_named_file_that_is_no_note_is_a_failure(folder: Path) -> None:
    """Whoever names a file means it."""
    assert run([str(folder / "bullar.md")]) == 1


BAD = {
    "empty": b"",
    "no-word-file": b"PK\x03\x04 damaged",
    "image": b"\x89PNG\r\n\x1a\n\x00\x00\x00",
    "identity-number": "# Möte\n\nTolvan Tolvansson 19121212-1212\n".encode(),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_bad_file_is_one_sentence_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """The sentence names the file; nothing else is printed."""
    path = tmp_path / "fil.docx"
    path.write_bytes(content)
    assert run([str(path)]) == 1
    streams = capsys.readouterr()
    assert (streams.out, len(streams.err.splitlines()), "fil.docx" in streams.err) == ("", 1, True)


def test_other_files_are_read_beside_a_bad_one(note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad file doesn't stop the others, but the status tells of it."""
    bad = note.with_name("tom.md")
    bad.write_bytes(b"")
    assert run([str(bad), str(note)]) == 1
    assert "Tidsplanen antas." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen is told plainly."""
    assert run([str(tmp_path / "borta.md")]) == 1
    assert "borta.md" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_one_sentence(
    note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where --out is a file, nothing is written and the sentence says so."""
    assert run(["--format", "records", "--out", str(note), str(note)]) == 1
    assert "går inte att skriva" in capsys.readouterr().err


def python(code: str) -> str:
    """What a fresh Python prints."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    answer = subprocess.run(  # noqa: S603 - the command is this very test's
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    return answer.stdout.splitlines()[-1]


def test_reading_needs_no_django(note: Path) -> None:
    """The command reads a note without importing Django."""
    code = f"import sys; from samsyn.cli import main; main(['read', {str(note)!r}])"
    assert python(f"{code}; print('django' in sys.modules)") == "False"


def test_a_library_reads_a_path(note: Path) -> None:
    """`from samsyn import read_minutes` takes the path of a note."""
    code = f"import samsyn; print(samsyn.read_minutes({str(note)!r}).title.value)"
    assert python(code) == "Minnesanteckningar Arbetsgrupp Norra Barn"


def test_nothing_in_file_or_name_steers_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape signs in a file's name and words come out as replacement characters."""
    path = tmp_path / "a\x1b]0;b\x07.txt"
    path.write_text(NOTE.replace("Minnesanteckningar", "Minnesanteckningar \x1b[2J", 1), encoding="utf-8")
    assert run([str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out
