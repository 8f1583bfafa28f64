"""A county's own words, bodies and people."""

from __future__ import annotations

import pickle

import pytest
from tests.minutes.make_notes import notes

from samsyn.minutes import Lexicon, Minutes, OwnWordsUnusable, read_minutes, read_own_words, to_record
from samsyn.reading import read_bytes

OWN = """
[labels]
present = ["I stora salen"]

[statement_labels]
decision = ["rådet fann"]

[bodies]
heads = ["samkväm"]

[owners]
roles = ["barnlotsen"]

[[body]]
name = "Länsstyrgruppen"
also = ["LSG", "styrgruppen för länet"]

[[person]]
name = "Ylva Hedenvind"
also = ["Hedan"]
"""


def read(text: str, lexicon: Lexicon | None = None) -> Minutes:
    """Notes read by some lexicon."""
    return read_minutes(read_bytes(text.encode(), name="a.md"), lexicon=lexicon)


@pytest.fixture(scope="module")
def own() -> Lexicon:
    """The lexicon with the words above."""
    return read_own_words(OWN, name="lexicon.toml")


def test_a_label_of_ones_own_is_known(own: Lexicon) -> None:
    """Its value is read as that of the other labels of the list."""
    text = notes("Inget.", attendance="I stora salen: Rut Vifell, Flens kommun\n")
    assert [one.name.value for one in read(text, own).attendees] == ["Rut Vifell"]


def test_the_swedish_lexicon_stays_as_it_is(own: Lexicon) -> None:
    """A reading with own words leaves no trace in the next without them."""
    text = notes("Inget.", attendance="I stora salen: Rut Vifell, Flens kommun\n")
    read(text, own)
    assert read(text).attendees == ()


SAID = {
    "label": ("Rådet fann: Planen godkänns.", "decisions", ["Planen godkänns."]),
    "role": ("Barnlotsen bokar lokal.", "actions", [("Barnlotsen bokar lokal.", "Barnlotsen")]),
    "person": ("Hedan bokar lokal.", "actions", [("Hedan bokar lokal.", "Hedan")]),
    "body": ("LSG bokar lokal.", "actions", [("LSG bokar lokal.", "LSG")]),
}


@pytest.mark.parametrize(("body", "field", "wanted"), SAID.values(), ids=SAID)
def test_words_of_ones_own_tell_statements_and_owners(
    own: Lexicon, body: str, field: str, wanted: list[object]
) -> None:
    """Labels, roles, people and bodies that a county has told of count as all others."""
    record = to_record(read(notes(body), own))
    found = (
        record["decisions"]
        if field == "decisions"
        else [(one["text"], one["responsible"]) for one in record["actions"]]
    )
    assert found == wanted


@pytest.mark.parametrize("title", ["Minnesanteckningar LSG", "Minnesanteckningar styrgruppen för länet"])
def test_a_body_with_several_names_has_its_own(own: Lexicon, title: str) -> None:
    """The value is the proper name, the words stay those of the notes."""
    (body,) = read(notes("Inget.", title=title), own).bodies
    assert (body.value, body.words) == ("Länsstyrgruppen", title.removeprefix("Minnesanteckningar "))


def test_a_reference_has_the_proper_name(own: Lexicon) -> None:
    """A body is the same wherever it is named."""
    statements = read(notes("Frågan tas vidare till LSG den 10/4."), own).statements
    assert [one.value.names for one in statements[0].references] == [("Länsstyrgruppen",)]


def test_a_new_head_makes_bodies(own: Lexicon) -> None:
    """A word that ends in it is a body."""
    (body,) = read(notes("Inget.", title="Minnesanteckningar vårsamkväm"), own).bodies
    assert body.certainty == "clear"


def test_a_lexicon_goes_to_another_process(own: Lexicon) -> None:
    """It can be sent, and reads the same there."""
    read(notes("LSG bokar lokal."), own)
    sent = pickle.loads(pickle.dumps(own))  # noqa: S301
    assert read(notes("LSG bokar lokal."), sent) == read(notes("LSG bokar lokal."), own)


UNUSABLE = {
    "no-toml": ("present = [", "giltig TOML-fil"),
    "no-table": ('[cue]\nany = ["x"]', "[cue]"),
    "no-list": ('[labels]\nvoice = ["x"]', "voice"),
    "closed-list": ('[verbs]\npresenting = ["x"]', "presenting"),
    "no-words": ("[labels]\npresent = [1]", "annat än ord"),
    "body-without-name": ('[[body]]\nalso = ["LSG"]', "[[body]]"),
    "also-is-no-list": ('[[person]]\nname = "Rut Vifell"\nalso = "Ruttan"', "[[person]]"),
}


@pytest.mark.parametrize(("text", "named"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_file_says_what_is_wrong(text: str, named: str) -> None:
    """One sentence names the file and what is wrong in it, and says what to do."""
    with pytest.raises(OwnWordsUnusable) as caught:
        read_own_words(text, name="lexicon.toml")
    said = caught.value.message
    assert (said.startswith("”lexicon.toml” "), named in said, "own-words.md" in said) == (True, True, True)
