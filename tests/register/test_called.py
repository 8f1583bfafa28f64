"""Notes are begun from the agenda of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.minutes import read_notes
from samsyn.publish.word_files import own_template, write_word_file
from samsyn.publish.words import words_for
from samsyn.register.actions.import_notes import Intake, limits
from samsyn.register.intake.files import read_content
from samsyn.register.models import Attachment, Meeting, NotesDraft, Person
from samsyn.register.protection import NOBODY, hidden_from_all
from samsyn.register.service import begin_draft_of, protect_person
from samsyn.register.writing.beginning import Point
from samsyn.register.writing.called import called_agenda
from samsyn.register.writing.content import Content, content_from_json

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

NOTICE = """# Kallelse till Styrgruppen för prov

Tid: 5 december 2026 kl. 9.00–12.00
Plats: Stadshuset

## Dagordning

1. Mötets öppnande
2. Budget för provet
Föredragande: Ebba Ek
3. Läget i kommunerna
Föredragande: Per Lund
4. Övriga frågor
"""


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def meeting() -> Meeting:
    """Called to by a notice."""
    return called(NOTICE)


def called(text: str, name: str = "kallelse.md") -> Meeting:
    """The meeting that a notice calls to, once it has been taken in."""
    readings = read_content(text.encode(), name=name, shown=name, limits=limits())
    (outcome,) = Intake(None).take(readings)
    assert outcome.meeting_id is not None
    return Meeting.objects.get(pk=outcome.meeting_id)


def begun(meeting: Meeting, by: User) -> Content:
    """What stands on the page once the notes are begun."""
    draft = begin_draft_of(meeting, agenda=called_agenda(meeting, hidden=NOBODY), by=by)
    return content_from_json(NotesDraft.objects.get(pk=draft.pk).content)


def test_the_items_of_a_notice_are_known(meeting: Meeting) -> None:
    """In order, with those who are to present them."""
    assert called_agenda(meeting, hidden=NOBODY) == [
        Point("Mötets öppnande"),
        Point("Budget för provet", ("Ebba Ek",)),
        Point("Läget i kommunerna", ("Per Lund",)),
        Point("Övriga frågor"),
    ]


def test_a_later_notice_holds(meeting: Meeting) -> None:
    """An agenda is often sent again with changes."""
    called(NOTICE.replace("Övriga frågor", "Nästa möte"), "kallelse-2.md")
    assert called_agenda(meeting, hidden=NOBODY)[-1] == Point("Nästa möte")


def test_without_a_notice_there_is_nothing_to_take(meeting: Meeting) -> None:
    """A file that is only named cannot be read."""
    Attachment.objects.update(source=None)
    assert called_agenda(meeting, hidden=NOBODY) == []


def test_each_item_has_a_place_to_write_in(meeting: Meeting, anna: User) -> None:
    """Below who presents it."""
    item = begun(meeting, anna).items[1]
    assert (item.heading, [block.text for block in item.blocks]) == (
        "Budget för provet",
        ["Föredragande: Ebba Ek", ""],
    )


def test_sub_headings_stand_below(anna: User, meeting: Meeting) -> None:
    """As a list."""
    draft = begin_draft_of(meeting, agenda=[Point("Budget", (), ("Läge", "Prognos"))], by=anna)
    assert draft.content["items"][0]["blocks"][0]["text"] == "- Läge\n- Prognos"


def test_a_protected_presenter_is_left_out(meeting: Meeting, anna: User) -> None:
    """The draft is seen by those who need not know them."""
    protect_person(Person.objects.create(name="Ebba Ek", key="ebba ek"), why="Hot.", by=anna)
    assert called_agenda(meeting, hidden=hidden_from_all())[1] == Point("Budget för provet")


def test_what_is_handed_in_says_who_presented(meeting: Meeting, anna: User) -> None:
    """The file that comes of the draft is read with the same presenters."""
    words = words_for(begun(meeting, anna), bodies=["Styrgruppen för prov"])
    (notes,) = read_notes(write_word_file(words, template=own_template()), name="x.docx").notes
    presenters = {item.heading.value: [one.value for one in item.presenters] for item in notes.minutes.items}
    assert (presenters["Budget för provet"], presenters["Läget i kommunerna"]) == (["Ebba Ek"], ["Per Lund"])
