"""The list of matters, the threads that are proposed, and one matter's page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.matters import threads
from tests.web import signed

from samsyn.matters.models import HandOver, Matter, MatterLink
from samsyn.matters.service import close_matter, merge_matters, relate_matters
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Meeting
from samsyn.web.reasons import tell_reason

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from samsyn.matters.places import Place

pytestmark = pytest.mark.django_db


def places(n: int = 2) -> list[Place]:
    """Items of some meetings of different bodies."""
    return [threads.place(threads.meeting(4 * at, body=f"Organ {at}")) for at in range(n)]


def followed(n: int = 2, *, name: str = "Kontaktväg") -> Matter:
    """A matter that has been up at some meetings."""
    return threads.matter(*places(n), by=make.administrator(email="e@exempel.se"), name=name)


def test_the_list_says_when_a_matter_was_last_heard_of() -> None:
    """With where, and how many days ago."""
    matter = followed()
    days = (timezone.localdate() - (threads.START + timedelta(weeks=4))).days
    html = signed.page(signed.bo(), "/arenden/")
    assert (f'href="/arenden/{matter.pk}/"' in html, "Organ 1 och Organ 0" in html, f">{days}<" in html) == (
        True, True, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [("", True), ("?ord=kontakt", True), ("?ord=plan", False), ("?lage=closed", False)],
    ids=["all", "words", "other-words", "closed"],
)
def test_the_list_is_narrowed(query: str, *, found: bool) -> None:
    """By words in the name, and by state."""
    followed()
    assert (">Kontaktväg</a>" in signed.page(signed.bo(), f"/arenden/{query}")) == found


def test_the_list_is_narrowed_by_body() -> None:
    """With how many matters each has."""
    followed()
    body = Body.objects.get(name="Organ 1")
    html = signed.page(signed.bo(), f"/arenden/?organ={body.pk}")
    assert ("Organ 1 (1)" in html, ">Kontaktväg</a>" in html) == (True, True)


@pytest.mark.parametrize("n", [1, 6])
def test_the_list_asks_a_fixed_number_of_questions(
    n: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However many matters there are."""
    anna = make.administrator(email="e@exempel.se")
    at = places(3)
    for number in range(n):
        threads.matter(*at, by=anna, name=f"Ärende {number}")
    threads.link(*(threads.place(threads.meeting(40 + week)) for week in range(2)))
    bo = signed.bo()
    with django_assert_max_num_queries(24):
        bo.get("/arenden/")


def test_a_proposed_thread_says_why() -> None:
    """In words, with links to the items."""
    left, right = places()
    threads.link(left, right)
    html = signed.page(signed.bo(), "/arenden/")
    assert ("samma rubrik: Stöd i väntan på utredning" in html, "Öppna ärendet" in html) == (
        True, False,
    )  # fmt: skip


REASONS_TOLD: list[tuple[dict[str, object], str]] = [
    ({"code": "date", "words": ["10/4"]}, "samma datum: 10/4"),
    ({"code": "terms", "words": ["SIP", "plan"]}, "SIP ↔ plan enligt ordlistan"),
    ({"code": "headings", "words": ["Planen", "Vår plan"]}, "rubrikerna liknar varandra: Planen – Vår plan"),
    ({"code": "recurring"}, "punkten återkommer på mötena"),
    ({"code": "something new", "words": ["x"]}, "liknar varandra"),
]


@pytest.mark.parametrize(("reason", "told"), REASONS_TOLD, ids=[str(one["code"]) for one, _ in REASONS_TOLD])
def test_a_reason_is_told_in_words(reason: dict[str, object], told: str) -> None:
    """Also one that nobody has found words for."""
    assert tell_reason(reason) == told


def test_a_proposed_thread_is_taken_with_another_name() -> None:
    """And leads on with a way to undo it."""
    link = threads.link(*places())
    client = signed.anna()
    answer = client.post(
        f"/arenden/trad/{link.pk}/", {"svar": "ta", "namn": "Kontaktväg", "punkt": ["0", "1"]}, follow=True
    )
    matter = Matter.objects.get()
    assert (matter.name, matter.knots.count(), "Ärendet är öppnat" in answer.content.decode()) == (
        "Kontaktväg", 2, True,
    )  # fmt: skip


def test_what_is_unticked_is_kept_out() -> None:
    """And is not proposed for the others again."""
    at = places(3)
    first, second = threads.link(at[0], at[1]), threads.link(at[1], at[2], score=0.9)
    signed.anna().post(f"/arenden/trad/{first.pk}/", {"svar": "ta", "namn": "K", "punkt": ["0", "1"]})
    states = dict(MatterLink.objects.values_list("pk", "state"))
    assert states == {first.pk: "taken", second.pk: "refused"}


@pytest.mark.parametrize(
    ("posted", "told"),
    [
        ({"svar": "ta", "namn": "K", "punkt": ["0"]}, "Välj minst två punkter"),
        ({"svar": "ta", "namn": " ", "punkt": ["0", "1"]}, "Skriv vad ärendet ska heta"),
        ({"svar": "nej"}, "Punkterna hålls isär"),
    ],
    ids=["one-item", "no-name", "refused"],
)
def test_what_happened_is_told(posted: dict[str, object], told: str) -> None:
    """On the page that one comes back to."""
    link = threads.link(*places())
    answer = signed.anna().post(f"/arenden/trad/{link.pk}/", posted, follow=True)
    assert told in answer.content.decode()


def test_an_answer_that_somebody_else_has_given_is_told() -> None:
    """Nothing is done twice."""
    link = threads.link(*places())
    client = signed.anna()
    client.post(f"/arenden/trad/{link.pk}/", {"svar": "nej"})
    answer = client.post(f"/arenden/trad/{link.pk}/", {"svar": "ta"}, follow=True)
    assert "Någon har redan svarat" in answer.content.decode()


def test_a_matter_says_first_where_it_stands() -> None:
    """How far it has gone, when it was last heard of, and that nobody owns what comes next."""
    html = " ".join(signed.page(signed.bo(), f"/arenden/{followed().pk}/").split())
    told = ("uppe i två organ på 28 dagar", "uppe 9 februari 2026 i Organ 1", "Ingen står för nästa steg.")
    assert [one for one in told if one not in html] == []


def test_all_that_was_said_leads_to_its_place() -> None:
    """In the order of the meetings."""
    matter = followed()
    html = signed.page(signed.bo(), f"/arenden/{matter.pk}/")
    said = [Meeting.objects.get(bodies__name=f"Organ {at}").statements.get() for at in range(2)]
    places = [html.index(f"rad=statement-{one.pk}#statement-{one.pk}") for one in said]
    assert places == sorted(places)


@pytest.mark.parametrize("n", [2, 9])
def test_a_matter_asks_a_fixed_number_of_questions(
    n: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However long its way."""
    matter, bo = followed(n), signed.bo()
    with django_assert_max_num_queries(40):
        bo.get(f"/arenden/{matter.pk}/")


def test_a_matter_that_is_part_of_another_leads_there() -> None:
    """Its address is kept."""
    anna, other = make.administrator(email="e@exempel.se"), threads.matter(by=make.administrator())
    matter = threads.matter(by=anna, name="Kontaktväg")
    merge_matters(matter, other, by=anna)
    assert signed.bo().get(f"/arenden/{other.pk}/").headers["Location"] == f"/arenden/{matter.pk}/"


def test_a_closed_matter_says_why() -> None:
    """And when."""
    matter = followed()
    close_matter(matter, on=threads.START, why="Regionen tog över.", by=matter.opened_by)  # type: ignore[arg-type]
    html = signed.page(signed.bo(), f"/arenden/{matter.pk}/")
    assert ("Regionen tog över." in html, "Ärendet avslutades 12 januari 2026." in html) == (True, True)


def test_what_bodies_say_differently_stands_side_by_side() -> None:
    """One has agreed, another has put it off; neither is said to be right."""
    agreed = make.Said(text="Alla familjer får en kontakt.", kind=Kind.AGREED_OUTCOME, item=0)
    put_off = make.Said(text="Frågan bordläggs.", kind=Kind.POSTPONEMENT, item=0)
    one = threads.meeting(0, body="Organ 0", said=(agreed,))
    other = threads.meeting(4, body="Organ 1", said=(put_off,))
    matter = threads.matter(
        threads.place(one), threads.place(other), by=make.administrator(email="e@exempel.se")
    )
    html = signed.page(signed.bo(), f"/arenden/{matter.pk}/")
    assert html.partition("Så säger de")[2].count("Alla familjer får en kontakt.") == 1


ANSWERS = [
    ("bort-punkt {own}", "Punkten hör inte längre till ärendet."),
    ("ta {link}", "Punkten hör till ärendet."),
    ("nara {link}", "Punkterna är närliggande."),
    ("nej {link}", "Punkterna hålls isär."),
]


@pytest.mark.parametrize(("answer", "told"), ANSWERS, ids=[answer for answer, _ in ANSWERS])
def test_what_is_proposed_is_answered_on_the_page(answer: str, told: str) -> None:
    """With what was done, and a way to undo it."""
    at = places(3)
    matter = threads.matter(at[0], by=make.administrator(email="e@exempel.se"))
    verb = answer.format(own=matter.knots.get().pk, link=threads.link(at[0], at[2]).pk)
    html = signed.anna().post(f"/arenden/{matter.pk}/svar/", {"svar": verb}, follow=True).content.decode()
    assert (told in html, "Ångra <kbd" in html) == (True, True)


def test_items_of_two_matters_lead_to_making_them_one() -> None:
    """It is asked, and not done."""
    at = places()
    one = threads.matter(at[0], by=make.administrator(email="e@exempel.se"))
    threads.matter(at[1], by=one.opened_by, name="Det andra")  # type: ignore[arg-type]
    link = threads.link(*at)
    html = (
        signed.anna()
        .post(f"/arenden/{one.pk}/svar/", {"svar": f"ta {link.pk}"}, follow=True)
        .content.decode()
    )
    assert ("var sitt ärende" in html, "Slå ihop<" in html) == (True, True)


CHANGES = [
    ({"gor": "namn", "namn": "Nytt namn"}, "Nytt namn"),
    ({"gor": "lage", "lage": "Väntar på regionen."}, "Väntar på regionen."),
    ({"gor": "avsluta", "varfor": "Klart nu."}, "Klart nu."),
    ({"gor": "dela", "namn": "Utbrutet", "punkt": "first"}, "Utbrutet"),
    ({"gor": "ihop", "vilket": "other"}, "De två ärendena är nu ett."),
    ({"gor": "nara", "vilket": "other", "varfor": "Samma barn."}, "Samma barn."),
    ({"gor": "avsluta", "varfor": ""}, "Skriv varför ärendet avslutas"),
]


@pytest.mark.parametrize(
    ("posted", "told"), CHANGES, ids=[f"{one['gor']}-{told[:6]}" for one, told in CHANGES]
)
def test_a_matter_is_changed(posted: dict[str, str], told: str) -> None:
    """What became of it is seen on the page that follows."""
    matter = followed()
    other = threads.matter(by=matter.opened_by, name="Det andra")  # type: ignore[arg-type]
    meant = {"first": str(matter.knots.order_by("pk")[0].pk), "other": str(other.pk)}
    filled = {name: meant.get(value, value) for name, value in posted.items()}
    assert told in signed.anna().post(f"/arenden/{matter.pk}/andra/", filled, follow=True).content.decode()


def test_another_matter_is_looked_for() -> None:
    """By a part of its name."""
    matter = followed()
    threads.matter(by=matter.opened_by, name="Planens tredje steg")  # type: ignore[arg-type]
    html = signed.page(signed.anna(), f"/arenden/{matter.pk}/andra/?sok=tredje")
    assert 'Slå ihop<span class="for-ears">: Planens tredje steg' in html


def test_near_matters_point_to_one_another() -> None:
    """From either page."""
    matter = followed()
    other = threads.matter(by=matter.opened_by, name="Det andra")  # type: ignore[arg-type]
    relate_matters(matter, other, by=matter.opened_by, why="Samma barn.")  # type: ignore[arg-type]
    bo = signed.bo()
    found = [signed.page(bo, f"/arenden/{pk}/").count("Samma barn.") for pk in (matter.pk, other.pk)]
    assert found == [1, 1]


def hidden() -> Matter:
    """A matter of notes that are a draft."""
    matter = followed(1)
    Meeting.objects.update(notes_state="draft")
    return matter


def test_a_matter_of_unfinished_notes_is_not_seen() -> None:
    """Neither in the list nor by its address."""
    matter, bo = hidden(), signed.bo()
    assert ("Kontaktväg" in signed.page(bo, "/arenden/"), bo.get(f"/arenden/{matter.pk}/").status_code) == (
        False, 404,
    )  # fmt: skip


def test_the_history_tells_nothing_of_unfinished_notes() -> None:
    """Of a matter that is seen, not what belongs to it there."""
    matter, bo = hidden(), signed.bo()
    assert bo.get(f"/historik/matter/{matter.pk}/").status_code == 404


def test_words_are_added_and_removed() -> None:
    """With a way to undo each."""
    client = signed.anna()
    added = client.post("/ordlista/ny/", {"ord": "En väg in\nEVI"}, follow=True).content.decode()
    removed = client.post("/ordlista/sip/", {"gor": "ta-bort"}, follow=True).content.decode()
    assert ("Orden står i listan." in added, "Använd igen" in removed) == (True, True)


def missed() -> Matter:
    """A matter of two meetings, and a hand-over from the second that a third did not take up."""
    matter = followed()
    last = matter.knots.order_by("pk")[1]
    silent = threads.meeting(8, "Något annat", body="Organ 2")
    HandOver.objects.create(
        meeting=last.meeting,
        item=last.item,
        asked="Hur gör vi?",
        state="missed",
        missed_in=silent,
        by_hand=True,
    )
    return matter


@pytest.mark.parametrize("view", ["", "?visa=tabell"], ids=["picture", "table"])
def test_what_was_not_taken_up_is_seen(view: str) -> None:
    """In the first sentence, on the way, and in its place among what was said."""
    html = " ".join(signed.page(signed.bo(), f"/arenden/{missed().pk}/{view}").split())
    told = (
        "Ett medskick togs inte upp 9 mars 2026 i Organ 2.",
        "Togs inte upp",
        "Organ 2 tog inte upp:",
        "Hur gör vi?",
    )
    assert [one for one in told if one not in html] == []


def test_an_arrow_goes_to_where_it_was_not_taken_up() -> None:
    """Dashed, and stopped by a bar."""
    html = signed.page(signed.bo(), f"/arenden/{missed().pk}/")
    assert ('class="way-tie missed"' in html, 'class="way-mark missed"' in html) == (True, True)


def test_the_list_counts_what_was_not_taken_up() -> None:
    """Of each matter."""
    missed()
    assert "Ett medskick togs inte upp" in signed.page(signed.bo(), "/arenden/")
