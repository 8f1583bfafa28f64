"""What speaks for two items being of one matter, and what does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.matters.linking.bridging import compare_with_all
from samsyn.matters.linking.chaining import Chains
from samsyn.matters.linking.days import days_of
from samsyn.matters.linking.features import NAMES, compare
from samsyn.matters.linking.frequencies import Frequencies
from samsyn.matters.linking.measuring import share_between
from samsyn.matters.linking.naming import names
from samsyn.matters.linking.profiles import Profile, profile
from samsyn.matters.linking.reasons import CODES, is_strong, reasons_of
from samsyn.matters.linking.scoring import compare_meetings
from samsyn.matters.linking.terms import TermList
from samsyn.matters.linking.topics import Heading, Meeting, Pointer, Topic, topics_of

PLAIN = Frequencies({}, 0)
TERMS = TermList([("SIP", "samordnad individuell plan")])
PEOPLE = frozenset({"disa", "dahl"})
SPRING = Meeting("spring", date(2026, 3, 31), ("Styrgruppen",), PEOPLE)
LATER = Meeting("later", date(2026, 4, 10), ("Skolchefsnätverket", "Länsstyrgruppen"), PEOPLE)
LAST = Meeting("last", date(2026, 9, 3), ("Styrgruppen",), PEOPLE)
LONG = "Gruppen talade om vägar, bussar och cyklar i många och långa ord. " * 5


def made(
    heading: str, text: str, meeting: Meeting = SPRING, *, pointers: tuple[Pointer, ...] = ()
) -> Profile:
    """A topic, ready to be compared."""
    return profile(Topic(meeting, 1, heading, text, pointers=pointers), PLAIN, TERMS)


def headed(*rows: tuple[str, int | None], text: str = LONG) -> tuple[list[Heading], str]:
    """Headings with their parents, each with some text below it."""
    found, written = [], ""
    for key, (heading, parent) in enumerate(rows):
        start = len(written)
        written += (
            f"{heading}\n{text or 'Gruppen talade om vägar, bussar och cyklar i många och långa ord. ' * 5}\n"
        )
        found.append(Heading(key, heading, "", parent, start, len(written)))
    return found, written


def test_items_below_a_heading_that_says_nothing_are_topics() -> None:
    """What stands below "Övrigt" is two questions, below "Skolskjuts" one."""
    headings, text = headed(("Övrigt", None), ("Bussar", 0), ("Cyklar", 0), ("Skolskjuts", None), ("Taxi", 3))
    assert [one.heading for one in topics_of(SPRING, headings, text)] == ["Bussar", "Cyklar", "Skolskjuts"]


def test_formal_items_are_no_topics() -> None:
    """Nothing travels that stands below the next meeting's day."""
    headings, text = headed(("Nästa möte", None), ("Val av justerare", None), text="Den 3 maj.")
    assert topics_of(SPRING, headings, text) == []


def test_notes_without_items_are_one_topic() -> None:
    """Then the whole meeting is what a matter gathers."""
    (found,) = topics_of(SPRING, [], "Vi talade om skolskjuts.")
    assert (found.key, found.text) == (None, "Vi talade om skolskjuts.")


def test_names_of_people_are_no_evidence() -> None:
    """Two items that have a person in common have nothing in common."""
    found = compare(made("Bussar", "Disa Dahl."), made("Simskola", "Disa Dahl.", LATER))
    assert (found["letters"], found["words"], found["amount"]) == (0, 0, 0)


def test_words_of_the_countys_list_are_one_word() -> None:
    """An abbreviation and what it stands for."""
    one, other = made("SIP", "Vem kallar?"), made("Samordnad individuell plan", "Mallen är ny.", LATER)
    row = compare_meetings([one], [other])[0]
    assert (row.figures["terms"], reasons_of(row)[0]) == (
        1.0,
        {"code": "terms", "words": ["SIP", "samordnad individuell plan"]},
    )


@pytest.mark.parametrize(
    ("pointer", "leads"),
    [
        pytest.param(Pointer("den 10/4", date(2026, 4, 10)), 1.0, id="day"),
        pytest.param(
            Pointer("länsstyrgruppen den 10/4", date(2026, 4, 10), ("länsstyrgruppen",)), 1.0, id="both"
        ),
        pytest.param(Pointer("nämnden den 10/4", date(2026, 4, 10), ("nämnden",)), 0.0, id="another-body"),
        pytest.param(Pointer("länsstyrgruppen", None, ("länsstyrgruppen",)), 0.3, id="body"),
        pytest.param(Pointer("mötet i maj", date(2026, 5, 1)), 0.0, id="another-day"),
    ],
)
def test_pointers_lead_to_meetings(pointer: Pointer, leads: float) -> None:
    """A day of that body is strong evidence, the body alone is weak, another's day is none."""
    one = made("Bussar", "Tas upp igen.", pointers=(pointer,))
    assert compare(one, made("Simskola", "Ny hall.", LATER))["pointer"] == leads


def test_likeness_goes_both_ways() -> None:
    """Which of two items comes first makes no difference."""
    one, other = made("Skolskjuts", "Bussar vid Näshulta."), made("Bussar till skolan", "Näshulta.", LATER)
    assert compare(one, other) == pytest.approx(compare(other, one))


def test_figures_are_shares() -> None:
    """Each of them lies between 0 and 1, so that weights can be read beside one another."""
    one = made("Skolskjuts", "Bussar vid Näshulta.", pointers=(Pointer("den 10/4", date(2026, 4, 10)),))
    found = compare(one, made("Skolskjuts", "Bussar vid Näshulta.", LATER))
    assert [name for name in NAMES if not 0 <= found[name] <= 1.000001] == []


def test_the_same_question_is_surer_than_another() -> None:
    """By its heading, its words and a day."""
    asked = made("Skolskjuts", "Bussarna vid Näshulta.", pointers=(Pointer("den 10/4", date(2026, 4, 10)),))
    same, another = made("Bussarna vid Näshulta", "Skolskjuts.", LATER), made("Simhall", "Bussarna.", LATER)
    rows = compare_meetings([asked], [same, another])
    assert (is_strong(rows[0]), is_strong(rows[1])) == (True, False)


def test_words_in_common_alone_are_not_strong() -> None:
    """However sure it is: nothing else speaks for it."""
    words = "Bussar tåg cyklar färjor spårvagnar Näshulta Hällbybrunn Ärla Kjulaås Sundbyholm Torshälla"
    row = compare_meetings([made("Torg", words)], [made("Simskola", words, LATER)])[0]
    row.near = 1.0
    assert {reason["code"] for reason in reasons_of(row)} == {"words"}
    assert not is_strong(row)


def test_what_has_nothing_in_common_is_not_compared() -> None:
    """Most items of most meetings."""
    assert compare_meetings([made("Bussar", "Näshulta.")], [made("Simskola", "Ny hall.", LATER)]) == []


def test_reasons_are_of_known_codes() -> None:
    """Each has words for people."""
    one = made("Skolskjuts", "Bussarna vid Näshulta.", pointers=(Pointer("den 10/4", date(2026, 4, 10)),))
    row = compare_meetings([one], [made("Bussarna vid Näshulta", "Skolskjuts.", LATER)])[0]
    found = [reason["code"] for reason in reasons_of(row)]
    assert found[0] == "date"
    assert set(found) <= set(CODES)


def test_a_heading_that_is_spoken_of_is_named() -> None:
    """Its words in order; a heading of one word is named by chance."""
    one = Topic(SPRING, 1, "Skolgång", "Den tas in i En väg till simhallen.")
    assert names(one, Topic(SPRING, 2, "En väg till simhallen", ""))
    assert not names(one, Topic(SPRING, 3, "Simhallen", ""))


def test_a_chain_is_less_sure_than_its_links() -> None:
    """Two topics that a third belongs with."""
    a, b, c, d = (made(heading, "Text.") for heading in ("Bussar", "Cyklar", "Tåg", "Färjor"))
    bridge = Chains([(a, b, 0.9), (b, c, 0.8), (a, d, 0.1), (d, c, 1.0)]).best(a, c)
    assert bridge is not None
    assert bridge.middle is b
    assert bridge.probability == pytest.approx(0.9 * 0.8)


ASKED = made("Skolskjuts till Näshulta", "Bussarna går för sällan.")
BETWEEN = made("Skolskjuts till Näshulta", "Bussarna går för sällan. Frågan väntar på upphandlingen.", LATER)
ANSWERED = made("Upphandlingen", "Frågan väntar på upphandlingen i Kumla.", LAST)


def test_a_third_topic_ties_two_that_share_no_word() -> None:
    """What was asked and what was answered, by what both are like; it says so."""
    rows = compare_with_all([ASKED], [[BETWEEN], [ANSWERED]])
    (found,) = [row for row in rows if row.other is ANSWERED]
    assert (found.bridge, found.near, found.probability > 0) == (BETWEEN, 0.0, True)
    assert {"code": "through", "words": ["Skolskjuts till Näshulta"]} in reasons_of(found)


def test_a_third_topic_makes_nothing_strong() -> None:
    """Two that are like it, and not one another, are never shown as sure."""
    rows = compare_with_all([ASKED], [[BETWEEN], [ANSWERED]])
    (found,) = [row for row in rows if row.other is ANSWERED]
    found.probability = 1.0  # as if it were as sure as can be
    assert not is_strong(found)


def test_with_one_meeting_beside_there_is_no_third() -> None:
    """A meeting's topics are then as sure as by themselves."""
    one, alone = compare_with_all([ASKED], [[BETWEEN]])[0], compare_meetings([ASKED], [BETWEEN])[0]
    assert (one.bridge, one.probability) == (None, alone.probability)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Senast den 15 februari.", {"=15/2": "15 februari"}, id="in-words"),
        pytest.param("Efter 15/2 och 15 Februari.", {"=15/2": "15/2"}, id="in-figures-once"),
        pytest.param("Den 31 mars.", {}, id="the-meetings-own"),
        pytest.param("Lag 34/99, 45 maj och kl. 13.15.", {}, id="no-days"),
    ],
)
def test_days_are_words(text: str, named: dict[str, str]) -> None:
    """Those of the year, however they are written, but the day on which all at the meeting spoke."""
    assert days_of(Topic(SPRING, 1, "Val", text)) == named


def test_a_day_in_common_is_told_as_written() -> None:
    """Two items with nothing in common but the last day to choose."""
    one, other = made("Val", "Senast den 15 februari."), made("Flytt", "Efter 15/2.", LATER)
    row = compare_meetings([one], [other])[0]
    assert {"code": "words", "words": ["15 februari"]} in reasons_of(row)


KNOWN = ("buss", "cykel", "tåg", "färja", "hamn", "skola", "hall", "vatten")
WORDS = st.lists(st.sampled_from(KNOWN), max_size=8).map(" ".join)
MADE = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3)


@given(MADE, MADE, MADE)
def test_probabilities_are_shares_whoever_stands_between(
    own: list[tuple[str, str]], some: list[tuple[str, str]], more: list[tuple[str, str]]
) -> None:
    """Whatever is written, each pair has one row, and how sure it is lies between 0 and 1."""
    meetings = [
        [made(heading, text, held) for heading, text in rows]
        for held, rows in ((SPRING, own), (LATER, some), (LAST, more))
    ]
    rows = compare_with_all(meetings[0], meetings[1:])
    assert len({(row.one, row.other) for row in rows}) == len(rows)
    assert [row for row in rows if not 0 <= row.probability <= 1] == []


@pytest.mark.parametrize(
    ("n_right", "n_all", "between"),
    [
        pytest.param(0, 10, (0.0, 0.2775), id="none"),
        pytest.param(8, 10, (0.4902, 0.9433), id="eight-of-ten"),
        pytest.param(0, 0, (0.0, 1.0), id="of-nothing"),
    ],
)
def test_shares_lie_between(n_right: int, n_all: int, between: tuple[float, float]) -> None:
    """Wilson's interval, as R's `binom::binom.wilson` gives it."""
    assert share_between(n_right, n_all) == pytest.approx(between, abs=1e-4)
