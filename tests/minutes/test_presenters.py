"""Who presented an item."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import notes, read

PRESENTED = {
    "label": ("Föredragande: Rut Vifell\n\nLäget är gott.", "P1"),
    "by": ("Presentation av Rut Vifell.", "P2"),
    "information-from": ("Information från Rut Vifell om läget.", "P2"),
    "informs": ("Rut Vifell informerar om läget.", "P3"),
    "informed": ("Rut Vifell informerade om läget.", "P3"),
    "given-name": ("Rut berättar om läget.", "P3"),
    "initials": ("RV redogjorde för läget.", "P3"),
}


@pytest.mark.parametrize(("body", "rule"), PRESENTED.values(), ids=PRESENTED)
def test_who_presented(body: str, rule: str) -> None:
    """A label, "presentation av" or a verb of telling names the presenter, by full name where it is known."""
    presenters = read(notes(body)).items[0].presenters
    assert [(found.value, found.rule) for found in presenters] == [("Rut Vifell", rule)]


def test_several_presenters() -> None:
    """Two who tell together are both presenters."""
    presenters = read(notes("Rut och Tage presenterar förslaget.")).items[0].presenters
    assert [found.value for found in presenters] == ["Rut Vifell", "Tage Wrangmark"]


def test_a_presenter_belongs_to_the_item() -> None:
    """The items after it have no presenter."""
    assert read(notes("Rut berättar om läget.")).items[1].presenters == ()


def test_a_lone_given_name_borne_by_two_is_a_doubt() -> None:
    """Where two are called Katarina, the name stays as written and a person is asked which."""
    minutes = read(notes("Katarina presenterar statusrapporten."))
    assert [(doubt.about, doubt.reason) for doubt in minutes.doubts] == [
        ("items[0].presenters", "Vem är ”Katarina”: Katarina Lodin eller Katarina Skoglar?")
    ]


def test_a_full_name_is_no_doubt() -> None:
    """The surname tells the two apart."""
    assert read(notes("Katarina Lodin presenterar statusrapporten.")).doubts == ()


@pytest.mark.parametrize(
    "body", ["Rut är nöjd.", "Kommunerna rapporterar i maj.", "Arbetet presenteras i juni."]
)
def test_nobody_presented(body: str) -> None:
    """A sentence about something else names no presenter."""
    assert read(notes(body)).items[0].presenters == ()
