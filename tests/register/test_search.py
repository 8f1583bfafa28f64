"""Search: Swedish words, phrases, filters, order, and that the index follows every change."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests import make

from samsyn.minutes.records import Kind
from samsyn.register.models import Body, IndexedMeeting, Meeting, NotesState, Posting, Word
from samsyn.register.queries import SearchFilter, places_of, search
from samsyn.register.search import keeping
from samsyn.register.search.keeping import take_in_marked
from samsyn.register.search.lighting import light
from samsyn.register.search.questions import Question, read_question
from samsyn.register.search.words import roots_of, words_of
from samsyn.register.service import rebuild_index, reject_value, undo_event
from samsyn.register.sight import Sight

pytestmark = pytest.mark.django_db

# Each text is a statement of a meeting of its own, the first the latest.
TEXTS = (
    "Skolchefsnätverket tar upp frågan.",
    "Det beslutades att pröva en ny form.",
    "Parterna ser över överenskommelserna.",
    "En skolchef håller i samtalet.",
    "Kvinnojouren bjuds in till nätverksmötet.",
    "Ett möte hålls i april.",
    "Området gränsar mot rådhuset.",
    "Samverkan kring barnets bästa följs upp.",
    "Barnets plats är det bästa.",
    "Kvinnor och en jour.",
)


def taken_in(*texts: str, indexed: bool = True, **fields: Any) -> None:
    """Meetings with one statement each, the first the latest."""
    make.imported(
        *(
            make.reading(
                on=date(2026, 12 - at, 1), said=(make.Said(text=text),), name=f"{at} {text[:9]}.txt", **fields
            )
            for at, text in enumerate(texts)
        )
    )
    if indexed:
        take_in_marked(more_than=0)


def shown(words: str, **fields: Any) -> list[str]:
    """The statements that are found, in order."""
    found = search(SearchFilter(words=words, **fields))
    return [hit.statement.text for hit in found.hits if hit.statement]


FINDS = (
    pytest.param("nätverk", [TEXTS[0], TEXTS[4]], id="both-sides-of-a-compound"),
    pytest.param("skolchef", [TEXTS[0], TEXTS[3]], id="part-before-a-linking-s"),
    pytest.param("kvinna", [TEXTS[4], TEXTS[9]], id="linking-o"),
    pytest.param("beslut", [TEXTS[1]], id="verb-of-a-noun"),
    pytest.param("överenskommelse", [TEXTS[2]], id="definite-plural"),
    pytest.param("samverka", [TEXTS[7]], id="definite-an"),
    pytest.param("möten", [TEXTS[4], TEXTS[5]], id="plural-for-singular"),
    pytest.param("hus", [], id="letters-inside-a-word-are-no-part"),
    pytest.param("SKOLCHEF Frågan", [TEXTS[0]], id="every-word-capitals-aside"),
    pytest.param('"barnets bästa"', [TEXTS[7]], id="phrase"),
    pytest.param("”Barnets bästa” samverkan", [TEXTS[7]], id="phrase-and-word"),
    pytest.param('"barn bästa"', [], id="phrase-is-not-inflected"),
    pytest.param("samver", [TEXTS[7]], id="beginning"),
    pytest.param("zebra", [], id="nothing"),
    pytest.param("  ", [], id="no-words"),
    pytest.param("%", [], id="sign"),
)


@pytest.mark.parametrize("indexed", [True, False], ids=["taken-in", "marked"])
@pytest.mark.parametrize(("words", "found"), FINDS)
def test_words_find_their_forms_and_compounds(words: str, found: list[str], indexed: bool) -> None:
    """The same before and after the texts are taken into the index, on every database."""
    taken_in(*TEXTS, indexed=indexed)
    assert shown(words) == found


def test_a_line_of_the_notes_is_shown_with_its_words_lit() -> None:
    """The line, not the whole of the notes."""
    taken_in("Planen godkänns.", also=("Ordföranden hälsade alla.",))
    (hit,) = search(SearchFilter(words="hälsa")).hits
    assert [(bit.text, bit.lit) for bit in hit.lines[0]] == [
        ("Ordföranden ", False), ("hälsade", True), (" alla.", False),
    ]  # fmt: skip


def test_hits_are_counted_for_each_choice() -> None:
    """Kinds, bodies and years, each as if it alone were chosen."""
    said = (make.Said(text="Planen godkänns."), make.Said(text="Planen är bra.", kind=Kind.COMMENT))
    make.imported(
        make.reading(said=said, bodies=("Norra nätverket",)),
        make.reading(said=said[:1], bodies=("Södra nätverket",), on=date(2025, 3, 1), name="b.txt"),
    )
    counts = search(SearchFilter(words="plan", year=2026)).counts
    assert (counts.all, counts.kinds["decision"], sorted(counts.bodies.values()), counts.years) == (
        2, 1, [2], {2026: 2, 2025: 1},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"kinds": ("comment",)}, ["Planen är bra."], id="kind"),
        pytest.param({"year": 2025}, ["Planen godkänns."], id="year"),
        pytest.param({"year": 0}, [], id="undated"),
    ],
)
def test_a_choice_narrows(fields: dict[str, Any], found: list[str]) -> None:
    """Each by itself."""
    make.imported(
        make.reading(said=(make.Said(text="Planen är bra.", kind=Kind.COMMENT),)),
        make.reading(said=(make.Said(text="Planen godkänns."),), on=date(2025, 3, 1), name="b.txt"),
    )
    assert shown("plan", **fields) == found


def test_pages_follow_each_other() -> None:
    """Every hit stands on one page, in one order."""
    said = tuple(make.Said(text=f"Planen nummer {at} godkänns.") for at in range(45))
    make.imported(make.reading(said=said))
    pages = [search(SearchFilter(words="plan"), page=page).hits for page in (1, 2, 3, 4)]
    found = [hit.statement.text for page in pages for hit in page if hit.statement]
    assert (found, [len(page) for page in pages]) == ([one.text for one in said], [20, 20, 5, 0])


def test_a_rejected_statement_is_not_found() -> None:
    """The index follows a person's word at once, and its being taken back."""
    taken_in("Planen godkänns.")
    value = Meeting.objects.get().values.get(statement__isnull=False, field="text")
    event = reject_value(value, by=make.administrator())
    without = shown("godkänna")
    undo_event(event, by=make.administrator(email="cia@exempel.se"))
    assert (without, shown("godkänna")) == ([], ["Planen godkänns."])


def test_a_new_version_is_found_by_its_own_words() -> None:
    """The old words are gone, the new ones are there."""
    make.imported(make.reading(said=(make.Said(text="Vi provar en lång remissrunda nu."),)))
    take_in_marked(more_than=0)
    make.imported(make.reading(said=(make.Said(text="Vi provar en kort remissrunda nu."),)))
    take_in_marked(more_than=0)
    assert (shown("lång"), shown("kort")) == ([], ["Vi provar en kort remissrunda nu."])


@pytest.mark.parametrize(
    ("bodies", "n"), [((), 0), (("Norra nätverket",), 1), (("Södra nätverket",), 0), (None, 1)],
    ids=["reader", "secretary", "of-another-body", "of-all"],
)  # fmt: skip
def test_notes_that_are_not_finalised_are_hidden(bodies: tuple[str, ...] | None, n: int) -> None:
    """But for those who write the body's notes; others do not find or count them."""
    taken_in("Planen godkänns.", bodies=("Norra nätverket",))
    make.imported(make.reading(bodies=("Södra nätverket",), on=date(2025, 1, 1), name="s.txt"))
    Meeting.objects.update(notes_state=NotesState.DRAFT)
    own = (
        None
        if bodies is None
        else frozenset(Body.objects.filter(name__in=bodies).values_list("pk", flat=True))
    )
    assert search(SearchFilter(words="plan", sees=Sight(own))).counts.all == n


def test_rebuilding_gives_the_same() -> None:
    """The index can be thrown away and made again."""
    taken_in(*TEXTS)
    before = shown("nätverk")
    assert (rebuild_index(), shown("nätverk"), IndexedMeeting.objects.filter(first=None).count()) == (
        len(TEXTS), before, 0,
    )  # fmt: skip


def test_many_marked_meetings_are_taken_in() -> None:
    """Not before they are many: each costs a search a little, and taking in costs a change."""
    taken_in(*TEXTS, indexed=False)
    take_in_marked(more_than=len(TEXTS))
    waiting = IndexedMeeting.objects.filter(first=None).count()
    take_in_marked(more_than=len(TEXTS) - 1)
    assert (waiting, IndexedMeeting.objects.filter(first=None).count()) == (len(TEXTS), 0)


def test_numbers_go_on_where_they_ended() -> None:
    """A word of the first meetings is found among later ones too."""
    taken_in("Planen godkänns.")
    make.imported(make.reading(on=date(2027, 1, 1), said=(make.Said(text="Planen prövas."),), name="x.txt"))
    take_in_marked(more_than=0)
    assert shown("plan") == ["Planen prövas.", "Planen godkänns."]


def test_a_word_may_fill_several_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full row is left as it is, and numbers go on behind it."""
    monkeypatch.setattr(keeping, "FULL", 1)
    taken_in("Planen godkänns.")
    make.imported(make.reading(on=date(2027, 1, 1), said=(make.Said(text="Planen prövas."),), name="x.txt"))
    take_in_marked(more_than=0)
    rows = Posting.objects.filter(word__text="planen").count()
    assert (rows, shown("plan")) == (2, ["Planen prövas.", "Planen godkänns."])


def test_a_misspelt_word_is_put_right() -> None:
    """By the words of the register."""
    taken_in(*TEXTS)
    assert search(SearchFilter(words="överenskomelserna parterna")).meant == "överenskommelserna parterna"


def test_people_and_bodies_are_found_by_name() -> None:
    """A person with the latest meeting, a body by a part of its name."""
    make.imported(
        make.reading(bodies=("Skolchefsnätverket",), came=(make.Came(name="Berit Åström"),)),
    )
    actors = search(SearchFilter(words="åström")).actors
    bodies = search(SearchFilter(words="nätverk")).actors.bodies
    assert ([one.name for one in actors.people], [one.name for one in bodies]) == (
        ["Berit Åström"], ["Skolchefsnätverket"],
    )  # fmt: skip


def test_words_are_known_in_every_way_to_write_them() -> None:
    """Soft hyphens and marks set apart do not part a word; places are those of the text itself."""
    text = "O\u0308verens\u00adkommelser gäller"
    make.imported(make.reading(said=(make.Said(text="Överenskommelsen gäller."),)))
    assert [text[start:end] for start, end in places_of("överenskommelse", text)] == [
        text.split(maxsplit=1)[0]
    ]


@given(st.text())
def test_lit_bits_are_the_text(text: str) -> None:
    """Lighting adds and loses nothing."""
    assert "".join(bit.text for bit in light(text, set(words_of(text)[::2]))) == text


@given(st.text(alphabet="abdeghiklmnoprstuvåäö", min_size=1, max_size=20))
def test_a_root_is_the_beginning_of_its_word(word: str) -> None:
    """Words that hold a root can thus be asked for by it; and a root is its own root."""
    (root,) = roots_of([word])
    assert (word.startswith(root), roots_of([root])) == (True, [root])


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("SIP-möte", Question(("sip", "möte")), id="hyphen"),
        pytest.param('"på väg', Question((), (("på", "väg"),)), id="open-quotation"),
        pytest.param("ja ja", Question(("ja",)), id="twice"),
        pytest.param("a " * 9 + "b", Question(("a", "b")), id="many"),
        pytest.param('""', Question(), id="empty-quotation"),
    ],
)
def test_a_question_is_understood(text: str, question: Question) -> None:
    """Words apart, phrases together."""
    assert read_question(text) == question


def test_words_are_written_once() -> None:
    """A word has one row however often it comes."""
    taken_in("Planen planen.", "Planen.")
    assert Word.objects.filter(text="planen").count() == 1


def test_rows_cut_by_number_become_one() -> None:
    """A register that was indexed before finds the same after its rows are joined, and after they are cut."""
    taken_in(*TEXTS)
    migration = import_module("samsyn.register.migrations.0010_one_row_for_rare_words")
    migration.cut_rows(apps, None)
    before = shown("nätverk")
    migration.join_rows(apps, None)
    assert before == shown("nätverk") == [TEXTS[0], TEXTS[4]]


def test_numbers_are_cut_at_every_65536() -> None:
    """As they were."""
    migration = import_module("samsyn.register.migrations.0010_one_row_for_rare_words")
    chunks = migration._chunks(BitMap([1, 65_535, 65_536, 200_000]))
    assert {chunk: list(some) for chunk, some in chunks} == {0: [1, 65_535], 1: [65_536], 3: [200_000]}
