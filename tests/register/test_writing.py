"""Notes that are being written: what is kept, who may, and what two have written at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.history.models import Event
from samsyn.register.models import Body, Meeting, MeetingState, NotesDraft
from samsyn.register.protection import NOBODY
from samsyn.register.queries.drafts import drafts_of
from samsyn.register.service import (
    DraftChanged,
    DraftUnusable,
    begin_draft,
    begin_draft_of,
    discard_draft,
    merge_draft,
    restore_draft,
    save_draft,
)
from samsyn.register.writing.beginning import last_agenda
from samsyn.register.writing.content import (
    Block,
    BlockKind,
    Came,
    Content,
    Item,
    content_from_json,
    content_to_json,
    words_of,
)
from samsyn.register.writing.merging import clashes, merge

if TYPE_CHECKING:
    from samsyn.accounts.models import User

DAY = date(2026, 11, 22)
LINES = st.text("abcåäö ", max_size=12).map(lambda text: " ".join(text.split()))
IDS = st.sampled_from(["a", "b", "c", "d"])
BLOCKS = st.builds(Block, IDS, st.sampled_from(BlockKind), LINES, LINES, LINES)
ITEMS = st.builds(Item, IDS, LINES, st.lists(BLOCKS, max_size=3, unique_by=lambda block: block.id).map(tuple))


def apart(items: list[Item]) -> tuple[Item, ...]:
    """The items with blocks whose ids no other item has, as those of a page."""
    return tuple(
        replace(item, blocks=tuple(replace(block, id=f"{item.id}{block.id}") for block in item.blocks))
        for item in items
    )


CONTENTS = st.builds(
    Content,
    place=LINES,
    chair=LINES,
    people=st.lists(st.builds(Came, LINES, LINES, st.booleans()), max_size=3).map(tuple),
    lists_absent=st.booleans(),
    items=st.lists(ITEMS, max_size=3, unique_by=lambda item: item.id).map(apart),
)


@pytest.fixture
def anna(db: None) -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def body(db: None) -> Body:
    """A body that has met once, with an agenda and three who came or did not."""
    came = (
        make.Came(name="Per Lund", affiliation="Region Prov"),
        make.Came(name="Ebba Ek", affiliation="Flens kommun"),
        make.Came(name="Olle Ro", affiliation="Flens kommun", present=False),
    )
    return make.meeting(came=came, headings=("Öppnande", "Budget")).bodies.get()


@pytest.fixture
def draft(anna: User, body: Body) -> NotesDraft:
    """Begun by Anna, with two items."""
    return begin_draft(body, on=DAY, agenda=["Öppnande", "Budget"], by=anna)


def content_of(draft: NotesDraft) -> Content:
    """What is kept."""
    draft.refresh_from_db()
    return content_from_json(draft.content)


def with_place(draft: NotesDraft, place: str) -> Content:
    """What is kept, with another place."""
    return replace(content_of(draft), place=place)


@given(CONTENTS)
def test_content_comes_back_as_it_was(content: Content) -> None:
    """What the database has kept is what was written."""
    assert content_from_json(content_to_json(content)) == content


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([], id="a-list"),
        pytest.param({"day": "i går"}, id="no-day"),
        pytest.param({"starts": "25:00"}, id="no-clock"),
        pytest.param({"place": 7}, id="a-number"),
        pytest.param({"place": "x" * 501}, id="a-long-line"),
        pytest.param({"items": {}}, id="items-that-are-no-list"),
        pytest.param({"items": [{"id": "a"}] * 201}, id="too-many-items"),
        pytest.param({"items": [{"id": "a b"}]}, id="an-id-with-a-blank"),
        pytest.param({"items": [{"id": "a", "blocks": [{"id": "b", "kind": "x"}]}]}, id="an-unknown-kind"),
        pytest.param({"people": ["Ebba"]}, id="a-person-that-is-text"),
    ],
)
def test_what_is_no_content_is_refused(data: object) -> None:
    """A browser may send anything."""
    with pytest.raises(DraftUnusable):
        content_from_json(data)


def test_letters_that_no_file_holds_are_left_out() -> None:
    """They would make the Word file unreadable."""
    assert content_from_json({"place": "A\x00\x0bB\ud800\ufffeC"}).place == "A B C"


@given(CONTENTS, CONTENTS)
def test_all_that_stands_in_either_stands_in_both(kept: Content, own: Content) -> None:
    """Putting two people's writing together loses no words of any block, heading or name."""
    both = merge(kept, own)
    texts = " ".join(words_of(both).values())
    said = {
        words for content in (kept, own) for name, words in words_of(content).items() if "-" in name
    }  # facts can only be one
    assert {words for words in said if words not in texts} == set()


@given(CONTENTS)
def test_the_same_put_together_is_the_same(content: Content) -> None:
    """Nothing is doubled that both have; a name that stands twice stands once."""
    people = tuple({(came.name, came.organisation): came for came in content.people}.values())
    once = replace(content, people=people)
    assert merge(once, once) == once


@given(CONTENTS, CONTENTS)
def test_ids_stay_apart(kept: Content, own: Content) -> None:
    """Each block has an id of its own afterwards."""
    ids = [block.id for item in merge(kept, own).items for block in item.blocks]
    assert len(ids) == len(set(ids))


def test_a_block_written_in_two_ways_stands_twice() -> None:
    """One after the other."""
    kept = Content(items=(Item("a", "Budget", (Block("b", text="Ett"),)),))
    own = Content(items=(Item("a", "Budget", (Block("b", text="Två"),)),))
    assert [block.text for block in merge(kept, own).items[0].blocks] == ["Ett", "Två"]


def test_facts_that_are_not_the_same_are_told() -> None:
    """Of two places only one can stand."""
    assert clashes(Content(place="Flen", chair="Ebba"), Content(place="Trosa")) == ["platsen"]


def test_those_who_usually_come_are_listed_and_not_ticked(draft: NotesDraft) -> None:
    """In order of organisation; nobody is said to be there before somebody has said so."""
    assert content_of(draft).people == (
        Came("Ebba Ek", "Flens kommun"),
        Came("Per Lund", "Region Prov"),
    )


def test_the_agenda_of_the_last_meeting_is_known(body: Body) -> None:
    """It can be taken over."""
    assert last_agenda(body, hidden=NOBODY) == ["Öppnande", "Budget"]


def test_a_planned_meeting_is_gone_on_with(anna: User, body: Body) -> None:
    """A meeting that the register knows on the day is the one that is written of."""
    planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=DAY, place="Stadshuset")
    planned.set_bodies([body])
    draft = begin_draft(body, on=DAY, agenda=(), by=anna)
    assert (draft.meeting, content_of(draft).place) == (planned, "Stadshuset")


def test_a_meeting_is_written_in_one_place(anna: User, body: Body) -> None:
    """Whoever comes second comes to the same page."""
    planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=DAY)
    planned.set_bodies([body])
    first, second = (begin_draft_of(planned, agenda=(), by=anna) for _ in range(2))
    assert first == second


def test_a_meeting_with_notes_is_not_begun_again(anna: User, body: Body) -> None:
    """Its notes are opened instead."""
    with pytest.raises(DraftUnusable):
        begin_draft_of(Meeting.objects.get(), agenda=(), by=anna)


def test_an_identity_number_in_the_agenda_is_refused(anna: User, body: Body) -> None:
    """Nothing is begun."""
    with pytest.raises(DraftUnusable):
        begin_draft(body, on=DAY, agenda=["Ärende 811228-9874"], by=anna)


def test_saving_counts_the_version_up(draft: NotesDraft, anna: User) -> None:
    """Each change is a version of its own."""
    kept = save_draft(draft, with_place(draft, "Flen"), seen=1, by=anna)
    assert (kept.version, content_of(draft).place) == (2, "Flen")


def test_saving_the_same_changes_nothing(draft: NotesDraft, anna: User) -> None:
    """A request that comes twice is no second version."""
    save_draft(draft, with_place(draft, "Flen"), seen=1, by=anna)
    assert save_draft(draft, with_place(draft, "Flen"), seen=1, by=anna).version == 2


def test_nothing_is_written_over_what_was_not_seen(draft: NotesDraft, anna: User) -> None:
    """The second of two is told, and what is kept is the first's."""
    later = with_place(draft, "Trosa")
    save_draft(draft, with_place(draft, "Flen"), seen=1, by=anna)
    with pytest.raises(DraftChanged):
        save_draft(draft, later, seen=1, by=anna)
    assert content_of(draft).place == "Flen"


def test_what_two_have_written_is_put_together(draft: NotesDraft, anna: User) -> None:
    """Both stand, and the history tells that it was done."""
    start = content_of(draft)
    own = replace(start, items=(*start.items, Item("x", "Övrigt")))
    save_draft(draft, with_place(draft, "Flen"), seen=1, by=anna)
    merge_draft(draft, own, by=anna)
    assert [item.heading for item in content_of(draft).items] == ["Öppnande", "Budget", "Övrigt"]
    assert Event.objects.filter(what="draft.merged").count() == 1


@pytest.mark.parametrize(
    ("content", "field"),
    [
        pytest.param(Content(place="811228-9874"), "place", id="place"),
        pytest.param(
            Content(items=(Item("a", "", (Block("b", text="om 811228-9874"),)),)), "text-b", id="words"
        ),
        pytest.param(Content(people=(Came("811228-9874"),)), "people-0-name", id="name"),
    ],
)
def test_an_identity_number_is_not_kept(draft: NotesDraft, anna: User, content: Content, field: str) -> None:
    """It is said at the words where it stands, and nothing of what came is stored."""
    with pytest.raises(DraftUnusable) as refused:
        save_draft(draft, content, seen=1, by=anna)
    draft.refresh_from_db()
    assert (refused.value.field, draft.version) == (field, 1)


@pytest.mark.parametrize("who", ["reader", "other"])
def test_only_those_who_write_for_the_body_write(draft: NotesDraft, who: str) -> None:
    """Readers do not, nor do secretaries of other bodies."""
    other = Body.objects.create(name="Annat råd", key="annat råd")
    by = make.reader() if who == "reader" else make.secretary(other)
    with pytest.raises(PermissionDenied):
        save_draft(draft, Content(), seen=1, by=by)


def test_the_secretary_of_the_body_writes(draft: NotesDraft, body: Body) -> None:
    """Hers are the notes of this body."""
    assert save_draft(draft, Content(place="Flen"), seen=1, by=make.secretary(body)).version == 2


def test_a_draft_is_taken_away_and_had_back(draft: NotesDraft, anna: User) -> None:
    """It is out of the list and can be had back; the history, which all may read, does not tell its words."""
    discard_draft(draft, seen=1, by=anna)
    assert (list(drafts_of(anna)), list(drafts_of(anna, discarded=True))) == ([], [draft])
    assert "content" not in Event.objects.get(what="draft.discarded").before
    restore_draft(draft, by=anna)
    assert list(drafts_of(anna)) == [draft]


def test_a_meeting_is_begun_anew_after_its_draft_was_taken_away(anna: User, body: Body) -> None:
    """The old one is then not had back, until the new one is gone too."""
    planned = Meeting.objects.create(state=MeetingState.PLANNED, start_on=DAY)
    planned.set_bodies([body])
    first = begin_draft_of(planned, agenda=(), by=anna)
    discard_draft(first, seen=1, by=anna)
    assert begin_draft_of(planned, agenda=(), by=anna) != first
    with pytest.raises(DraftUnusable):
        restore_draft(first, by=anna)


def test_what_somebody_else_has_written_is_not_thrown_away(draft: NotesDraft, anna: User) -> None:
    """Not before it has been looked at."""
    save_draft(draft, Content(place="Flen"), seen=1, by=anna)
    with pytest.raises(DraftChanged):
        discard_draft(draft, seen=1, by=anna)
