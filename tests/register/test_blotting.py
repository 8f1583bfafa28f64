"""What should never have come in goes everywhere; that it went, and why, stays."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.mail.service import queue_mail
from samsyn.register.blotting.phrases import BLOT, blot_text, pattern_of
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import (
    Attachment,
    BlottedFile,
    Blotting,
    Meeting,
    Organisation,
    Person,
    Source,
    SourceVersion,
    Statement,
    Value,
    Word,
)
from samsyn.register.queries.originals import find_original
from samsyn.register.service import (
    BlottingWanted,
    CannotBlot,
    ChangedMeanwhile,
    blot_notes,
    blot_out,
    import_content,
    look_for_words,
    rebuild_index,
    reject_value,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)
WORDS = "Xerxes Kvistgren får extra stöd"
SAID = make.Said(text=f"{WORDS} i skolan.", action=True, owner="Xerxes Kvistgren")


def archivist() -> User:
    """Who blots out."""
    return make.role(make.user(email="arne@exempel.se", name="Arne Ask"), "archivist").user


def noted(**fields: Any) -> Meeting:
    """A meeting whose notes say what they should not."""
    return make.meeting(**{"said": (SAID,), "also": ("Det gäller Xerxes  kvistgrens mamma.",)} | fields)


def blotted(words: str = WORDS, **fields: Any) -> Blotting:
    """Blot out what was looked at."""
    by, wanted = archivist(), BlottingWanted(words=words, **fields)
    seen = look_for_words(wanted, by=by).n_found
    return blot_out(wanted, reason="En elev nämndes.", seen=seen, by=by, on=DAY)


def everything() -> str:
    """Every row of every table, as text, with originals as far as they are text."""
    rows = (
        row
        for model in apps.get_models()
        if model.__module__.startswith("samsyn.")
        for row in model._default_manager.values_list()
    )
    return "\n".join(json.dumps(row, ensure_ascii=False, default=plain) for row in rows)


def plain(value: object) -> str:
    """A column that JSON has no form for."""
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def test_the_words_are_nowhere() -> None:
    """Not in the original, its versions, what was read, the history, the index or a letter."""
    meeting = noted()
    reject_value(meeting.values.get(field="owner"), by=make.administrator(), why=f"{WORDS} inte.")
    queue_mail(to="bo@exempel.se", subject="Anteckningar", text=f"Hej! {WORDS}.")
    rebuild_index()
    blotted()
    assert WORDS not in everything()


def test_what_was_read_inside_the_words_goes_too() -> None:
    """An owner is a part of the sentence, and stands in columns, values and events of its own."""
    meeting = noted(also=())
    reject_value(meeting.values.get(field="owner"), by=make.administrator())
    SourceVersion.objects.get()
    blotted("Xerxes Kvistgren", with_names=True)
    assert "kvistgren" not in everything().casefold()


def test_a_stretch_takes_the_values_that_lie_in_it() -> None:
    """The due of an action is blotted with the line that it was read from, and nothing else is."""
    said = (make.Said(text="Planen ses över.", due=date(2026, 5, 1)),)
    make.meeting(said=said)
    blotted("Planen ses över. senast 2026-05-01")
    statement = Statement.objects.get()
    assert (set(statement.text.replace(" ", "")), Value.objects.get(field="due").words[0]) == ({BLOT}, BLOT)


def test_places_hold() -> None:
    """Every value still stands where it stood, and every text is as long as it was."""
    meeting = noted()
    length = len(SourceVersion.objects.get().text)
    blotted()
    version = SourceVersion.objects.get()
    placed = [
        version.text[value.start : value.end] == value.words for value in meeting.values.exclude(start=None)
    ]
    assert (len(version.text), all(placed)) == (length, True)


def test_the_document_is_the_text() -> None:
    """What the page shows is what the places are counted in."""
    noted()
    blotted()
    version = SourceVersion.objects.get()
    assert version.document["text"] == version.text


def test_a_text_file_keeps_its_other_words() -> None:
    """Blots stand for the words, and the hash is that of the file as it is now."""
    noted()
    blotted()
    source = Source.objects.get()
    content = bytes(source.content)
    told = (BLOT in content.decode(), b"Minnesanteckningar" in content, hashlib.sha256(content).hexdigest())
    assert told == (True, True, source.sha256)


def test_another_file_becomes_a_note() -> None:
    """A Word file cannot be mended without being opened: it goes whole."""
    noted()
    SourceVersion.objects.update(format="docx", file_name="prov.docx")
    old = Source.objects.get().sha256
    blotted()
    note = bytes(Source.objects.get().content).decode()
    told = (old in note, "En elev nämndes." in note, SourceVersion.objects.get().file_name)
    assert told == (True, True, "prov.docx.txt")


def test_what_remains_is_that_it_was_done() -> None:
    """Who, when, why and the old hash."""
    noted()
    old = Source.objects.get().sha256
    blotting = blotted()
    told = (str(blotting.by), blotting.reason, BlottedFile.objects.get().old_sha256)
    assert told == ("Arne Ask", "En elev nämndes.", old)


def test_it_stands_in_the_history() -> None:
    """With the reason, and without the words."""
    meeting = noted()
    blotted()
    event = Event.objects.about(meeting).latest("id")
    assert (event.what, event.why) == ("words.blotted", "En elev nämndes.")


def test_the_old_file_is_not_taken_in_again() -> None:
    """Whoever finds it in a folder is told why."""
    by, text = (
        make.administrator(),
        f"Minnesanteckningar\nStyrgruppen\nDatum: 2026-03-12\n\nBeslut: {WORDS}.\n",
    )
    import_content(text.encode(), name="prov.txt", by=by)
    blotted()
    (outcome,) = import_content(text.encode(), name="prov.txt", by=by)
    assert (outcome.result, "utplånats" in outcome.message) == ("refused", True)


def test_the_index_forgets_the_words() -> None:
    """As far as no other text has them."""
    noted(said=(SAID,), also=())
    make.meeting(
        bodies=("Ett annat nätverk",), said=(make.Said(text="Kim får extra stöd."),), name="annan.txt"
    )
    rebuild_index()
    blotted("Xerxes Kvistgren")
    known = set(Word.objects.filter(text__in=["xerxes", "kvistgren", "extra"]).values_list("text", flat=True))
    assert known == {"extra"}


def test_one_meeting_alone_can_be_chosen() -> None:
    """A name that others have too stays where it stands of them."""
    meeting = noted()
    noted(bodies=("Ett annat nätverk",), name="annan.txt")
    blotted(meeting=meeting)
    texts = SourceVersion.objects.order_by("meeting").values_list("text", flat=True)
    assert [WORDS in text for text in texts] == [False, True]


def test_earlier_versions_are_blotted_too() -> None:
    """A corrected file does not hide what stood in the first."""
    noted()
    make.imported(make.reading(said=(SAID,), also=("Mer",)))
    blotted()
    assert [WORDS in version.text for version in SourceVersion.objects.all()] == [False, False]


def test_people_stay_unless_it_is_asked_for() -> None:
    """Their names are shown, and blotted only with a yes."""
    noted(came=(make.Came(name="Xerxes Kvistgren"),))
    blotted("Xerxes Kvistgren")
    assert Person.objects.get().name == "Xerxes Kvistgren"


def test_people_go_where_it_is_asked_for() -> None:
    """With all ways in which their names are written."""
    noted(came=(make.Came(name="Xerxes Kvistgren"),))
    Person.objects.get().aliases.create(text="X. Kvistgren", key="x kvistgren")
    blotted("Xerxes Kvistgren", with_names=True)
    person = Person.objects.get()
    assert (set(person.name), person.aliases.count()) == ({BLOT}, 0)


def test_keys_go_with_the_names() -> None:
    """Events keep what names are compared by, without blanks and in small letters."""
    noted()
    Event.objects.create(
        what="body.merged", subject_type="body", subject_id=1, before={"key": "xerxeskvistgren"}
    )
    blotted("Xerxes Kvistgren")
    assert not Event.objects.filter(before__key="xerxeskvistgren").exists()


def test_words_that_a_person_put_in_leave_the_index() -> None:
    """What is corrected by hand stands in no file, and is found all the same."""
    make.meeting(said=(make.Said(text="Planen ses över."),))
    Statement.objects.update(text="Xerxes Kvistgren ringer.", search_text="xerxes kvistgren ringer.")
    rebuild_index()
    blotted("Xerxes Kvistgren")
    assert not Word.objects.filter(text__in=["xerxes", "kvistgren"]).exists()


def test_earlier_names_of_an_organisation_go_with_it() -> None:
    """What it was called before says the same."""
    school = Organisation.objects.create(name="Kvistgrenska skolan", key="kvistgrenska skolan")
    school.earlier_names.create(name="Xerxes Kvistgrens skola", end_on=DAY)
    blotted("Xerxes Kvistgrens", with_names=True)
    assert "Kvistgren" not in "".join(row.name for row in school.earlier_names.all())


def test_a_draft_that_was_thrown_away_goes_with_whole_notes() -> None:
    """Its event keeps what was written, though the draft is gone."""
    meeting = noted()
    Event.objects.create(
        what="draft.discarded", subject_type="notesdraft", subject_id=1,
        before={"meeting": meeting.pk, "content": {"text": WORDS}},
    )  # fmt: skip
    blot_notes(meeting, reason="Fel fil.", by=archivist(), on=DAY)
    assert WORDS not in everything()


def test_in_one_meeting_people_of_others_stay() -> None:
    """Whoever is named in other notes keeps the name."""
    meeting = noted(came=(make.Came(name="Xerxes Kvistgren"),))
    noted(came=(make.Came(name="Xerxes Kvistgren"),), bodies=("Ett annat nätverk",), name="annan.txt")
    blotted("Xerxes Kvistgren", meeting=meeting, with_names=True)
    assert Person.objects.filter(name="Xerxes Kvistgren").count() == 1


def test_attachments_go_where_it_is_asked_for() -> None:
    """And are looked through as far as they can be read."""
    meeting = noted()
    keep_attachment(meeting.pk, WORDS.encode(), name="bilaga.txt", by=None)
    row = Attachment.objects.get()
    found = look_for_words(BlottingWanted(words=WORDS, meeting=meeting), by=archivist())
    assert found.attachments == [(row, True)]


def test_a_chosen_attachment_is_replaced() -> None:
    """By a note that says so."""
    meeting = noted()
    keep_attachment(meeting.pk, b"PK\x03\x04 hemligt", name="bilaga.docx", by=None)
    blotted(attachments=frozenset([Attachment.objects.get().pk]))
    attachment = Attachment.objects.select_related("source").get()
    assert attachment.source is not None
    assert bytes(attachment.source.content).startswith("Originalet är utplånat".encode())


def test_a_letter_that_waits_goes_without_the_file() -> None:
    """Letters name files by their hash, which is nobody's now."""
    noted()
    old = Source.objects.get().sha256
    blotted()
    assert find_original(old) is None


@pytest.mark.parametrize(
    ("words", "reason", "said"),
    [
        ("Xe", "En elev.", "minst tre tecken"),
        (WORDS, " ", "Skriv varför"),
        (WORDS, f"Där stod {WORDS}.", "med andra ord"),
        ("Finns ingenstans", "En elev.", "finns inte här"),
    ],
    ids=["short", "no-reason", "said-again", "nowhere"],
)
def test_what_cannot_be_blotted_is_said(words: str, reason: str, said: str) -> None:
    """In a sentence that says what to do."""
    noted()
    with pytest.raises(CannotBlot, match=said):
        blot_out(BlottingWanted(words=words), reason=reason, seen=0, by=archivist(), on=DAY)


def test_what_was_not_seen_is_not_blotted() -> None:
    """New places since the page was opened are shown first."""
    noted()
    with pytest.raises(ChangedMeanwhile):
        blot_out(BlottingWanted(words=WORDS), reason="En elev.", seen=1, by=archivist(), on=DAY)


def test_only_archivists_blot_out() -> None:
    """Not those who write notes."""
    noted()
    with pytest.raises(PermissionDenied):
        look_for_words(BlottingWanted(words=WORDS), by=make.secretary())


def whole() -> Meeting:
    """A meeting whose notes are blotted out whole."""
    meeting = noted(came=(make.Came(name="Xerxes Kvistgren"),), chair="Ordförande Xerxes Kvistgren")
    reject_value(meeting.values.get(field="owner"), by=make.administrator(), why="Xerxes är elev.")
    rebuild_index()
    blot_notes(meeting, reason="Fel fil.", by=archivist(), on=DAY)
    return meeting


def test_whole_notes_are_nowhere() -> None:
    """Nor is anybody who was named in nothing else."""
    whole()
    left = everything().casefold()
    assert [word for word in ("xerxes", "kvistgren", "extra stöd") if word in left] == []


def test_the_meeting_of_whole_notes_stays() -> None:
    """With its bodies and day, and a line that says what became of the notes."""
    meeting = whole()
    meeting.refresh_from_db()
    text = meeting.versions.get().text
    assert (meeting.start_on, meeting.bodies.count(), text) == (
        make.DAY, 1, "Anteckningarna är utplånade 22 november 2026.",
    )  # fmt: skip


def test_letters_with_whole_notes_are_emptied() -> None:
    """What was written of them goes with them."""
    meeting = noted()
    queue_mail(to="bo@exempel.se", subject="x", text=WORDS)
    blotted(meeting=None)
    assert (meeting.pk > 0, WORDS in OutgoingMail.objects.get().text) == (True, False)


@given(st.text(), st.text(min_size=3).filter(lambda text: len("".join(text.split())) > 2))
def test_a_blotted_text_is_as_long_as_it_was(text: str, words: str) -> None:
    """And nothing is found in it again."""
    pattern = pattern_of([words])
    becomes = blot_text(f"{text} {words} {text}", pattern)
    assert len(becomes) == len(f"{text} {words} {text}")


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Alva Ek", "■■■■■■■"),
        ("alva  ek,", "■■■■■■■■,"),
        ("Alva Eks mamma", "■■■■■■■■ mamma"),
        ("Alva\nEk", "■■■■\n■■"),
        ("Alva Ekman", "Alva Ekman"),
        ("Salva Ek", "Salva Ek"),
    ],
    ids=["as-it-is", "case-and-space", "genitive", "line-break", "longer", "within"],
)
def test_words_are_whole(text: str, becomes: str) -> None:
    """In any case and with any space between them, and with a genitive s."""
    assert blot_text(text, pattern_of(["Alva Ek"])) == becomes
