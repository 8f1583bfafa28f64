"""Headings, letters and line breaks within one block of text, and what a word of outcome makes of a line."""

from __future__ import annotations

from tests.minutes.make_notes import kinds, notes, read, said

from samsyn.minutes.record import to_record

PLAIN = (
    "Minnesanteckningar Arbetsgrupp Norra Barn 2026-03-10\n\nNärvarande: Rut Vifell, Flen; Tage Wrangmark, "
    "Trosa\n\n"
)


def test_a_heading_within_a_block_ends_what_stands_above_it() -> None:
    """Items without blank lines between them: neither words nor kind of one run into the next."""
    body = "1/ Bidrag\nBeslut: Beviljas.\n2/ Kurser\nRut har ringt runt.\n3/ Ekonomi\nInga frågor.\n"
    statements = read(PLAIN + body, name="a.txt").statements
    assert [(str(one.kind.value), one.text.value) for one in statements] == [
        ("decision", "Beviljas."),
        ("information", "Rut har ringt runt."),
        ("information", "Inga frågor."),
    ]


def test_letters_explained_at_the_end() -> None:
    """ "B beslut / Ö överenskommet" explains the letters before "=", and is no statement itself."""
    body = (
        "1. Löfte\n- Ö = torget går först\n- B = vi bjuder på korv\n\n2. Övrigt\nInget.\n\n"
        "B beslut / Ö överenskommet\n"
    )
    found = [str(one.kind.value) for one in read(PLAIN + body, name="a.txt").statements]
    assert found == ["agreed_outcome", "decision", "information"]


def test_one_word_of_outcome_is_a_doubtful_decision() -> None:
    """A matter and "ok" or "nej" behind a dash: a person is asked whether it was decided."""
    minutes = read(notes("- Lokal 14 – ok, till maj\n- Lokal 15 – nej"))
    assert [str(one.kind.value) for one in minutes.statements[:2]] == ["decision", "decision"]
    assert [doubt.reason for doubt in minutes.doubts] == ["Är det ett beslut?", "Är det ett beslut?"]


def test_a_name_behind_a_joining_word_begins_no_sentence() -> None:
    """Behind "att" at the end of a line the sentence goes on."""
    assert kinds("Skolorna tycker att\nTage tar fram siffror för sent.") == ["comment"]


def test_the_sentence_behind_gives_the_due() -> None:
    """ "Skickas runt före 30/4." is no task of its own."""
    (task,) = said("Tage formulerar två frågor. Skickas runt före 30/4.")
    assert task.due is not None
    assert task.due.words == "30/4"


def test_names_on_lines_of_a_cell_are_several_owners() -> None:
    """A cell with a name on each of two lines names two who act."""
    page = (
        "<h1>Minnesanteckningar 2026-03-10</h1><p>Närvarande: Rut Vifell, Flen; Tage Wrangmark, Trosa</p>"
        "<table><tr><th>Vad</th><th>Vem</th></tr><tr><td>Boka lokal</td><td>Rut<br>Tage</td></tr></table>"
    )
    (task,) = [one for one in read(page, name="a.html").statements if one.action]
    assert task.owner is not None
    assert task.owner.value.name == "Rut, Tage"


def test_what_has_been_done_is_no_task() -> None:
    """A row whose status says that it has been done asks nobody to do it again."""
    rows = said(
        "| Åtgärd | Ansvarig | Status |\n|---|---|---|\n| Ny skylt | Rut | Klart |\n| Ny mall | Tage | |"
    )
    assert [(one.text.value, one.action) for one in rows] == [("Ny skylt", False), ("Ny mall", True)]


def test_a_plan_put_off_by_a_decision_is_listed_with_the_decisions() -> None:
    """Below words of deciding, what is put off was put off by a formal act."""
    minutes = read(
        notes("Rådet beslutar att:\n\n- tidplanen skjuts fram till nästa möte\n- Rut bjuder in regionen")
    )
    assert len(to_record(minutes)["decisions"]) == 2


def test_what_a_body_decides_below_motions_is_read() -> None:
    """The decision on the lines straight below motions is none of them."""
    body = (
        "Yrkanden\nTage Wrangmark yrkar avslag.\nRådet beslutar efter votering\natt bevilja 15 000 kronor.\n"
    )
    assert kinds(body) == ["proposal", "decision"]


def test_a_case_number_beside_a_heading_is_no_statement() -> None:
    """The number of the case behind a heading is neither heading nor words of the item."""
    body = "FHR 1 Bidrag                    Dnr FHR 2026/12\nRut redogör.\n\nFHR 2 Övrigt\nInget.\n"
    statements = read(PLAIN + body, name="a.txt").statements
    assert [one.text.value for one in statements] == ["Rut redogör.", "Inget."]
