"""Nothing a secretary wrote below a heading is dropped by the reading."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.minutes.make_notes import read, said
from tests.minutes.test_items import HEAD, items

from samsyn.minutes import read_minutes
from samsyn.minutes.evaluation import find_unread
from samsyn.reading import read_bytes

SENTENCES = st.sampled_from(
    [
        "Flen söker en kurator sedan i januari.",
        "Rut tar fram siffror till nästa möte.",
        "Rutinen är från 2019 och behöver skrivas om.",
        "Alla vill ha en gemensam rutin.",
        "Gruppen beslutade att rutinen gäller från hösten.",
        "Hur når vi familjerna?",
        "Den förra överenskommelsen beslutades den 6 maj 2019.",
        "Tage berättade om Trosas arbete.",
        "Frågan bordläggs.",
        "Vi enades om att mötas oftare.",
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
LINES = st.lists(SENTENCES.map(lambda words: words.rstrip(".?")), min_size=2, max_size=4).map("\n".join)
LABELS = st.sampled_from(
    [
        *("Bakgrund", "Ärendebeskrivning", "Yrkanden", "Diskussion", "Beslut", "Överenskommet", "Syfte"),
        *("Datum", "Plats", "Nuläge", "Underlag", "Kommentar", "Nästa steg", "Tidigare behandling"),
    ]
)
FORMS = st.one_of(
    PARAGRAPHS,
    LINES,
    st.lists(SENTENCES, min_size=1, max_size=3).map(lambda all_of: "\n".join(f"- {one}" for one in all_of)),
    st.builds("{}: {}".format, LABELS, PARAGRAPHS),
    st.builds("**{}**\n{}".format, LABELS, PARAGRAPHS),
    st.builds("*{}*\n\n{}".format, LABELS, PARAGRAPHS),
    st.builds("| Kommun | Öppet |\n|---|---|\n| Trosa | vecka 26 |\n| Flen | {} |".format, SENTENCES),
    st.just(
        "| Vad | Vem | När | Kommentar |\n|---|---|---|---|\n| Boka sal | Rut | 12 maj | Väntar på svar |"
    ),
)
HEADINGS = st.sampled_from(
    ["Laget runt", "Närvaro", "Sommaren", "Placeringar", "Våren 2027", "Lokal", "Beslut", "Rapporter", "Maj"]
)
ITEMS = st.lists(st.tuples(HEADINGS, st.lists(FORMS, min_size=1, max_size=3)), min_size=1, max_size=4)
# A reading takes some milliseconds, and the first one compiles its expressions.
patient = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def body_of(found: list[tuple[str, list[str]]]) -> str:
    """Items with headings of the file, numbered or not as a note has them."""
    return "\n\n".join(f"## {heading}\n\n" + "\n\n".join(pieces) for heading, pieces in found)


def lost(text: str) -> list[str]:
    """The lines of a note below its first heading of which no word was read."""
    document = read_bytes(text.encode(), name="a.md")
    unread = find_unread(document, read_minutes(document, name="a.md"))
    start = document.text.index("Inledning")
    return [words for span in unread.stretches if span.start > start and (words := document.cut(span))]


@patient
@given(ITEMS)
def test_no_line_below_a_heading_is_dropped(found: list[tuple[str, list[str]]]) -> None:
    """Whatever stands below a heading, some value holds words of each of its lines."""
    heads = {"Vad", "Vem", "När", "Kommentar"}  # of a table of tasks
    whole = HEAD + "## Inledning\n\nRut hälsade alla välkomna.\n\n" + body_of(found)
    assert [words for words in lost(whole) if words not in heads] == []


HEADED_BY_HEAD_WORDS = {
    "attendance": "Närvaro",
    "season": "Sommaren",
    "term": "Våren 2027",
    "month": "Maj",
    "place": "Lokal",
}


@pytest.mark.parametrize("heading", HEADED_BY_HEAD_WORDS.values(), ids=HEADED_BY_HEAD_WORDS)
def test_a_word_of_the_head_may_head_an_item(heading: str) -> None:
    """Behind the first item, words of day, place and attendance head what is told below them."""
    body = f"## Läget\n\nInget nytt.\n\n## {heading}\n\nTre skolor har hört av sig om frågan.\n"
    assert [text for _, text, _ in items(body)] == ["Läget", heading]


def test_those_listed_below_a_late_heading_are_no_item() -> None:
    """A list of people at the end is attendance still."""
    body = "## Läget\n\nInget nytt.\n\n## Frånvarande\n\nSiv Fjällgren, Region Sörmland\n"
    assert [text for _, text, _ in items(body)] == ["Läget"]


BACKGROUNDS = {
    "behind": "Bakgrund: Rutinen antogs 2019.",
    "below": "**Bakgrund**\nRutinen antogs 2019.",
    "apart": "*Bakgrund*\n\nRutinen antogs 2019.",
    "case": "Ärendebeskrivning\nRutinen antogs 2019.",
}


@pytest.mark.parametrize("body", BACKGROUNDS.values(), ids=BACKGROUNDS)
def test_what_was_before_is_told_and_not_decided(body: str) -> None:
    """Below a label of the background what was decided earlier is information (S46)."""
    assert [(one.text.value, one.kind.value, one.kind.rule) for one in said(body)] == [
        ("Rutinen antogs 2019.", "information", "S46")
    ]


def test_somebody_named_in_a_background_still_acts() -> None:
    """A task of a person is one wherever it stands."""
    assert [one.action for one in said("Bakgrund: Rutinen är gammal. Rut ringer skolan före maj.")] == [
        False,
        True,
    ]


LINES_APART = {
    "three": "Rut berättade om förskolan\nTage hade inget nytt\nFlen söker en kurator",
    "without-verbs": "Kort rapport, ny kontaktperson\nInga frågor\nInget nytt från Flen\nTre nya ärenden",
}


@pytest.mark.parametrize("body", LINES_APART.values(), ids=LINES_APART)
def test_lines_without_full_stops_are_statements_each(body: str) -> None:
    """Where the writer ended lines on purpose, each tells something of its own (S48)."""
    assert [one.text.value for one in said(body)] == body.split("\n")


def test_a_wrapped_sentence_is_one() -> None:
    """A line that was full goes on in the next, though a name begins it."""
    words = (
        "Gruppen talade länge om hur samarbetet mellan skolorna i Trosa och\nFlens kommun kan se ut i höst."
    )
    assert len(said(words)) == 1


def test_a_table_that_tells_no_tasks_is_said_row_by_row() -> None:
    """Short cells are one statement, and what runs on in a cell is read (S47)."""
    rows = said(
        "| Kommun | Läge |\n|---|---|\n| Trosa | antagen |\n| Flen | Rut ringer nämnden före 5 maj. |"
    )
    assert [(one.text.value, one.action) for one in rows] == [
        ("Kommun – Läge", False),
        ("Trosa – antagen", False),
        ("Flen", False),
        ("Rut ringer nämnden före 5 maj.", True),
    ]


def test_areas_in_a_table_below_an_item_are_its_parts() -> None:
    """Rows with a name and running text head parts of the item, and what is below the table is the item's."""
    table = (
        "| Område | Läget |\n|---|---|\n| Verktyg | Tre kommuner har börjat med dem. |\n"
        "| Process | Flen har kommit längst av alla. |"
    )
    minutes = read(HEAD + f"## 1. Planen\n\n{table}\n\nAlla är nöjda med det.\n\n## 2. Övrigt\n\nInget.\n")
    found = [(item.heading.value, item.parent) for item in minutes.items]
    assert (found, [one.item for one in minutes.statements]) == (
        [("Planen", None), ("Verktyg", 0), ("Process", 0), ("Övrigt", None)],
        [1, 2, 0, 3],
    )


def test_what_opens_the_notes_is_said_at_the_meeting() -> None:
    """Sentences above the first heading that tell neither who was there nor when are kept (S49)."""
    minutes = read(HEAD + "Budgeten för året var det som alla undrade över.\n\n## Läget\n\nInget nytt.\n")
    assert minutes.statements[0].text.value == "Budgeten för året var det som alla undrade över."
