"""`samsyn wording`: what it shows of files, and what it says where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samsyn.cli import main

EXAMPLE = Path(__file__).parents[2] / "src" / "samsyn" / "example"
TEXT = """Beslut om mallen

- Alla aktörer inför mallen snarast.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a heading and a demand."""
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    return path


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was printed."""
    return capsys.readouterr().out.splitlines()


def test_a_remark_is_told_with_line_and_column(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place in the file, the reason and below it what to do."""
    assert main(["wording", str(file), "--kind", "milestone"]) == 0
    lines = lines_of(capsys)
    assert lines[2].startswith("plan.txt:3:8: varning OklarGrupp: ”aktörer” säger inte vilka")
    assert lines[3] == "    Vilka? Skriv ut dem, eller välj en namngiven grupp."
    assert lines[-1] == "plan.txt: 3 anmärkningar. LIX räknas inte på så korta texter."


def test_a_text_that_tells_gets_its_figures_only(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --kind, no strict rule is tried."""
    assert main(["wording", str(file)]) == 0
    assert lines_of(capsys) == ["plan.txt: inga anmärkningar. LIX räknas inte på så korta texter."]


def test_any_format_is_looked_through(capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF has LIX and its band."""
    assert main(["wording", str(EXAMPLE / "2026-05-26-styrgrupp.pdf")]) == 0
    assert lines_of(capsys)[-1].startswith("2026-05-26-styrgrupp.pdf: inga anmärkningar. LIX 3")


def test_json_holds_the_same(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each remark with its rule, place and words."""
    assert main(["wording", "--json", "--kind", "decision", str(file)]) == 0
    (shown,) = json.loads(capsys.readouterr().out)
    rows = [(row["rule"], row["words"], row["line"], row["column"]) for row in shown["remarks"]]
    assert rows == [("Absolut", "Alla", 3, 3), ("OklarGrupp", "aktörer", 3, 8), ("VagTid", "snarast", 3, 29)]
    assert shown["lix"] is None


def test_own_rules_are_tried_too(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rule of one's own by the name of a standing one takes its place."""
    rules = tmp_path / "regler"
    rules.mkdir()
    (rules / "Absolut.yml").write_text("extends: existence\nmessage: Egen %s\ntokens: [mallen]\n", "utf-8")
    main(["wording", "--rules", str(rules), "--kind", "milestone", str(file)])
    assert "plan.txt:1:11: förslag Absolut: Egen mallen" in lines_of(capsys)


def test_an_unusable_rule_ends_the_command(file: Path, tmp_path: Path) -> None:
    """With the rule's file, line and what to do."""
    (tmp_path / "Egen.yml").write_text("extends: existence\nmessage: Nej\ntoken: [a]\n", "utf-8")
    with pytest.raises(SystemExit, match=r"”Egen.yml”, rad 3: ”token” är ingen nyckel"):
        main(["wording", "--rules", str(tmp_path), str(file)])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are shown, and the status is 1."""
    assert main(["wording", str(tmp_path / "saknas.txt")]) == 1
    assert "saknas.txt" in capsys.readouterr().err
