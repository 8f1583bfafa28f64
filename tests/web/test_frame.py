"""What holds for every page: no inline code, headers, language, and a fixed number of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client, RequestFactory
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Meeting, Suggestion
from samsyn.web.views import errors

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/moten/",
    "/moten/{meeting}/",
    "/beslut/",
    "/beslut/?oppen={statement}",
    "/forslag/",
    "/regler/",
    "/beslut.csv",
    "/sok/?ord=beslut",
)
# Sign-in takes two of them, the session and the user; a page that is kept one more, the roles.
QUESTIONS = {
    "/": 64,
    "/moten/": 12,
    "/moten/{meeting}/": 24,
    "/beslut/": 16,
    "/beslut/?oppen={statement}": 18,
    "/forslag/": 6,
    "/regler/": 3,
    "/beslut.csv": 7,
    "/sok/?ord=beslut": 29,
}


def register(n: int) -> dict[str, int]:
    """A register that grows with `n`, and a meeting and a statement in it."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    for at in range(n):
        make.imported(
            make.reading(
                bodies=(f"{chr(65 + at) * 6}nätverket",),
                came=(make.Came(name=f"Person {at}", affiliation="Flens kommun"),),
                said=(make.Said(text=f"Beslut nummer {at} godkänns."),),
                name=f"{at}.txt",
            )
        )
    Suggestion.objects.create(kind="person", left_id=1, right_id=2, reason="Lika?")
    meeting = Meeting.objects.get(state="held", start_on="2026-03-12")
    return {"meeting": meeting.pk, "statement": meeting.statements.all()[0].pk}


@pytest.mark.parametrize("n", [3, 12], ids=["small", "large"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_the_same_however_large_the_register(
    address: str, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of questions to the database is fixed for each page."""
    filled = address.format(**register(n))
    client = signed.anna()
    with django_assert_num_queries(QUESTIONS[address]):
        client.get(filled)


@pytest.mark.parametrize("address", [*PAGES[:-1], "/logga-in/"])
def test_a_page_is_strict_about_what_may_run(address: str) -> None:
    """Only our own files: no inline script or style, no other hosts."""
    filled = address.format(**register(1))
    client = Client() if address == "/logga-in/" else signed.anna()
    policy = client.get(filled)["Content-Security-Policy"]
    assert ("default-src 'none'" in policy, "unsafe" in policy, "http" in policy) == (True, False, False)


def test_a_page_is_in_swedish_with_one_heading() -> None:
    """The language is said to screen readers, and the page has one first heading."""
    html = signed.page(signed.bo(), "/")
    assert ('<html lang="sv"' in html, html.count("<h1")) == (True, 1)


def test_the_menu_says_where_one_is() -> None:
    """The current row is marked for ears too."""
    assert 'href="/moten/" aria-current="page">Möten' in signed.page(signed.bo(), "/moten/")


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.not_allowed, 403), (errors.not_found, 404), (errors.bad_request, 400), (errors.broken, 500)],
)
def test_errors_have_a_page_without_database(
    view: object, status: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Also where the database is what is broken."""
    with django_assert_num_queries(0):
        response = view(RequestFactory().get("/"))  # type: ignore[operator]
    assert (response.status_code, "Till Läget" in response.content.decode()) == (status, True)


@pytest.mark.parametrize("path", ["/", "/beslut.csv", "/logga-in/", "/finns-inte/"])
def test_answers_are_kept_by_nobody(path: str) -> None:
    """What is about people is not on the disk of a shared computer after sign-out."""
    assert signed.anna().get(path)["Cache-Control"].startswith(("no-store", "max-age=0"))


@pytest.mark.parametrize("path", ["/", "/logga-in/", "/finns-inte/"])
def test_a_page_asks_for_nothing_of_the_machine(path: str) -> None:
    """No camera, no microphone, no place, whatever came to run there."""
    policy = signed.stranger().get(path)["Permissions-Policy"]
    assert [feature in policy for feature in ("camera=()", "microphone=()", "geolocation=()")] == [True] * 3


@pytest.mark.parametrize("address", ["http://[", "javascript:1", "\x00"])
def test_a_strange_place_from_the_browser_is_passed_over(address: str) -> None:
    """A header that anybody may write breaks no page."""
    headers = {"HX-Request": "true", "HX-Current-URL": address}
    assert signed.anna().get("/forslag/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "wanted", ["//ond.example", "https://ond.example", "/\\ond.example", "javascript:1", "foo", "undo", ""]
)
def test_the_way_back_is_a_page_of_ours(wanted: str) -> None:
    """Anything but an address of our own leads to the first page."""
    response = signed.anna().post("/utseende/", {"theme": "dark", "next": wanted})
    assert (response.status_code, response["Location"]) == (302, "/")
