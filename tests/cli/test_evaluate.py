"""`samsyn evaluate`: what it shows, and what it says of folders that it cannot use."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from samsyn.cli import main

SPECIMENS = Path(__file__).parents[1] / "specimens"
README = Path(__file__).parents[2] / "README.md"
NOTES = Path(os.environ.get("SAMSYN_NOTES", "/nowhere")) / "minutes"
NOTE = """Minnesanteckningar Styrgruppen
Datum: 2026-03-31
Närvarande: Rut Vifell, Flens kommun

1. Laget runt
Beslut: Planen godkänns.

2. Övriga frågor
Inga frågor fanns.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one note, whose reading misses a decision and gives a day that the labels do not."""
    (tmp_path / "mote.txt").write_text(NOTE, "utf-8")
    expected = {
        "body": "Styrgruppen",
        "title": "Minnesanteckningar Styrgruppen",
        "present": [{"name": "Rut Vifell", "affiliation": "Flen"}],
        "items": [{"number": "1", "heading": "Laget runt"}, {"number": "2", "heading": "Övriga frågor"}],
        "decisions": ["Planen godkänns.", "Mötet flyttas till Gnesta."],
    }
    (tmp_path / "mote.json").write_text(json.dumps(expected), "utf-8")
    return tmp_path


def figures_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What --json --errors writes."""
    assert main(["evaluate", "--json", "--errors", str(folder)]) == 0
    shown: dict[str, Any] = json.loads(capsys.readouterr().out)
    return shown


def test_the_table_counts_each_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two decisions one is right and one missed."""
    main(["evaluate", str(folder)])
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("beslut"))
    assert row.split() == ["beslut", "1,000", "0,500", "0,667", "1", "0", "1"]


def test_errors_are_told_note_by_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was missed and what is extra stands below the table."""
    main(["evaluate", "--errors", str(folder)])
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "mote: datum: ”2026-03-31” är för mycket",
        "mote: närvarandes organisation: ”Flen” lästes som ”Flens kommun”",
        "mote: beslut: ”Mötet flyttas till Gnesta.” missades",
    ]


def test_the_figures_come_as_json_note_by_note(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each note has its own counts beside those of all."""
    shown = figures_of(folder, capsys)
    assert shown["each"]["mote"]["all"] == shown["all"]


def test_a_note_that_is_none_counts_as_empty(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read misses all that it should hold, and is said to be no note."""
    (folder / "mote.txt").write_text("Bullar: smör och mjöl.", "utf-8")
    assert figures_of(folder, capsys)["fields"]["decisions"]["missed"] == 2


@pytest.mark.parametrize("words", ["[]", "Beslut"], ids=["a-list", "no-json"])
def test_a_broken_expected_reading_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """The message names the file and says what it must be."""
    (folder / "mote.json").write_text(words, "utf-8")
    status = main(["evaluate", str(folder)])
    assert (status, "mote.json" in (said := capsys.readouterr().err), "JSON-objekt" in said) == (
        1,
        True,
        True,
    )


def test_a_folder_without_expected_readings_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the folder and the file that is wanted."""
    (tmp_path / "mote.txt").write_text(NOTE, "utf-8")
    status = main(["evaluate", str(tmp_path)])
    said = capsys.readouterr().err
    assert (status, str(tmp_path) in said, "NAMN.json" in said) == (1, True, True)


def readme_table() -> dict[str, list[float]]:
    """The rows of README's table by field."""
    rows = re.findall(
        r"^\| ([a-zåäö ]+) \| ([\d,–]+) \| ([\d,–]+) \| ([\d,–]+) \|$",
        README.read_text("utf-8"),
        re.MULTILINE,
    )
    return {name: [float(cell.replace(",", ".")) for cell in cells] for name, *cells in rows}


def test_the_readme_shows_what_the_specimens_give(capsys: pytest.CaptureFixture[str]) -> None:
    """README's table is that of a fresh run, to the second decimal."""
    main(["evaluate", str(SPECIMENS)])
    lines = capsys.readouterr().out.splitlines()[3:19]
    cells = {line[:26].strip(): line[26:].split()[:3] for line in lines}
    fresh = {name: [float(cell.replace(",", ".")) for cell in row] for name, row in cells.items()}
    assert readme_table() == {name: pytest.approx(row, abs=0.0051) for name, row in fresh.items()}


@pytest.mark.skipif(not NOTES.is_dir(), reason="SAMSYN_NOTES names no folder of notes")
def test_the_ruler_of_real_notes_gives_the_same_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another scorer, laid on the same readings, counts the same."""
    main(["read", "--format", "records", "--out", str(tmp_path), str(NOTES)])
    monkeypatch.setattr("sys.argv", ["score.py", str(tmp_path), str(NOTES), "--json"])
    capsys.readouterr()
    run_path(str(NOTES / "score.py"))["main"]()
    fields = json.loads(capsys.readouterr().out)["fields"]
    theirs = {name: (one["tp"], one["fp"], one["fn"]) for name, one in fields.items()}
    ours = figures_of(NOTES, capsys)["fields"]
    assert {name: (one["right"], one["extra"], one["missed"]) for name, one in ours.items()} == theirs


def test_labelled_pairs_give_a_table_of_ways(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same heading finds the one pair there is; no reading is asked for where no record is expected."""
    for name, day in (("a", "2026-03-31"), ("b", "2026-04-10")):
        (tmp_path / f"{name}.txt").write_text(
            NOTE.replace("2026-03-31", day).replace("Laget runt", "Bussar"), "utf-8"
        )
    items = "".join(f'{key} = {{ note = "{key}", item = "1", words = "Bussar" }}\n' for key in "ab")
    (tmp_path / "pairs.toml").write_text(
        f'pairs = [["same", "a", "b", "Bussar."]]\n[items]\n{items}', "utf-8"
    )
    assert main(["evaluate", str(tmp_path)]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("samma rubrik"))
    assert row.split()[2:] == ["1", "1", "1,000", "(0,21–1,00)", "1,000", "(0,21–1,00)"]


def test_labels_that_are_none_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence and status 1."""
    (tmp_path / "pairs.toml").write_text("pairs = 3", "utf-8")
    assert main(["evaluate", str(tmp_path)]) == 1
    assert "inga märkta par" in capsys.readouterr().err


SENTENCES = """
[[sentence]]
text = "Alla skolor får mallen."
kind = "milestone"
remarks = [{ rule = "Absolut", words = "Alla" }, { rule = "OklarGrupp", words = "skolor" }]
"""


def test_labelled_sentences_give_a_table_of_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One remark is right, one is missed and one is too much; what differs is told, but of a blind file."""
    (tmp_path / "sedda.toml").write_text(SENTENCES, "utf-8")
    (tmp_path / "blind.toml").write_text(SENTENCES, "utf-8")
    (tmp_path / "annat.toml").write_text("[tool]\nname = 1\n", "utf-8")
    assert main(["evaluate", "--errors", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[5:9]] == [
        ["Ordval:", "sedda,", "1", "meningar", "precision", "täckning", "rätt", "extra", "missat"],
        ["Absolut", "1,000", "1,000", "1", "0", "0"],
        ["IngetDatum", "0,000", "0,000", "0", "1", "0"],
        ["OklarGrupp", "0,000", "0,000", "0", "0", "1"],
    ]
    assert [line.partition(":")[0] for line in lines if "missades" in line or "för mycket" in line] == [
        "sedda",
        "sedda",
    ]


def test_sentences_that_are_none_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row with a kind that there is not."""
    (tmp_path / "fel.toml").write_text(SENTENCES.replace("milestone", "mål"), "utf-8")
    assert main(["evaluate", str(tmp_path)]) == 1
    assert "fel.toml" in capsys.readouterr().err


def test_what_was_not_read_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines that no value was read from stand below the table, with their share of the words."""
    (tmp_path / "a.md").write_text(
        "# Minnesanteckningar 2026-03-10\n\nNärvarande: Rut Vifell, Flen; Tage Wrangmark, Trosa\n\n"
        "Sida\n\n## 1. Läget\n\nBeslut: Planen antas.\n\n## 2. Övrigt\n\nInget.\n"
    )
    (tmp_path / "a.json").write_text('{"date": "2026-03-10"}')
    assert main(["evaluate", "--unread", str(tmp_path)]) == 0
    assert "ord lästes inte (" in capsys.readouterr().out.splitlines()[-1]
