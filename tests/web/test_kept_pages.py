"""Pages that are kept: each reader's are as if made anew, whoever looked before and whatever has changed."""

from __future__ import annotations

import re
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from tests import make
from tests.web import specimens
from tests.web.hand_over_samples import made as hand_over
from tests.web.samples import SAMPLES, Things, sample_of
from tests.web.trials import make_address

from samsyn.history.keeping import stamp
from samsyn.mail.models import Link
from samsyn.matters.models import HandOver
from samsyn.register import service
from samsyn.register.models import Meeting, RoleKind, Value
from samsyn.register.viewing import viewer_of
from samsyn.web import kept_pages
from samsyn.web.sealing import SealedRequest
from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import RequestFactory

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

KEPT = {"overview", "meetings", "meeting", "statements", "search", "hand_overs", "hand_over"}
WHO = ("reader", "secretary", "process_leader")
TOKENS = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
# What changes the register: all but what is only looked at, and what is somebody's own.
SENT_TO = sorted(
    name
    for name in SAMPLES
    if PERMISSIONS[name].partition(".")[2].partition("_")[0] not in {"", "read", "see"}
)
Pages = dict[tuple[str, str], str]


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> kept_pages.Shelf:
    """An empty one, that keeps pages within the transaction of a test too."""
    empty = kept_pages.Shelf()
    monkeypatch.setattr(kept_pages, "SHELF", empty)
    monkeypatch.setattr(kept_pages, "_in_transaction", lambda: False)
    return empty


@pytest.fixture
def things(request: pytest.FixtureRequest) -> Things:
    """A register with two meetings, the notes of one in the state asked for, and people of each role."""
    found = Things()
    assert found.people
    hand_over(found)
    make.imported(specimens.steering_group())
    Meeting.objects.filter(pk=found.meeting.pk).update(
        notes_state=getattr(request, "param", "finalised_elsewhere")
    )
    return found


in_review = pytest.mark.parametrize("things", ["in_review"], indirect=True, ids=["in-review"])


def addresses(things: Things) -> list[str]:
    """Of every page that is kept."""
    handed_over = HandOver.objects.order_by("pk")[0]
    lists = ["/", "/moten/", "/beslut/", "/sok/?ord=beslut", "/medskick/"]
    return [*lists, f"/moten/{things.meeting.pk}/", f"/medskick/{handed_over.pk}/"]


def look(client: Client, address: str) -> str:
    """A page as somebody sees it, or that it is not for them, without the tokens of its forms."""
    response = client.get(address)
    return f"{response.status_code} {TOKENS.sub('', response.content.decode())}"


def signed_in(user: User) -> Client:
    """Somebody in front of a browser."""
    client = Client()
    client.force_login(user)
    return client


def all_pages(things: Things) -> Pages:
    """Every kept page, by who looks and its address."""
    clients = {one: signed_in(things.people[one]) for one in WHO}
    return {(one, address): look(clients[one], address) for address in addresses(things) for one in WHO}


def anew(things: Things) -> Pages:
    """The same pages made for each reader by name, with nothing kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_pages, "_is_plain", lambda _request: False)
        return all_pages(things)


def test_every_page_that_is_kept_is_tried_here() -> None:
    """A page that is to be kept needs a row in `addresses`."""
    patterns = get_resolver().url_patterns
    assert {one.name for one in patterns if getattr(one.callback, "is_kept", False)} == KEPT  # type: ignore[union-attr]


@in_review
def test_each_reader_sees_their_own(things: Things, shelf: kept_pages.Shelf) -> None:
    """Also of pages that another has looked at before; and they are kept at all."""
    shown = [page for page in all_pages(things).values() if page.startswith("200 ")]
    assert all_pages(things) == anew(things)
    assert len(shelf.pages) == len(shown) > len(addresses(things))


def test_those_who_see_the_same_share_a_page(things: Things, shelf: kept_pages.Shelf) -> None:
    """Another reader's is not made again, and has her own name on it."""
    ella = make.role(make.user(email="ella@exempel.se", name="Ella Ek")).user
    shown = [look(signed_in(one), "/moten/") for one in (things.people["reader"], ella)]
    assert (len(shelf.pages), "Ella Ek" in shown[0], "Ella Ek" in shown[1]) == (1, False, True)


@pytest.mark.once
@pytest.mark.parametrize("name", SENT_TO)
def test_what_is_done_on_any_page_leaves_its_mark(
    things: Things, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that changes a page leaves the log as it was; how it stands decides what is kept."""
    sample, leader = sample_of(name, things), signed_in(things.people["process_leader"])
    monkeypatch.setattr(kept_pages, "_is_plain", lambda _request: False)
    shown = ["/", f"/moten/{things.meeting.pk}/", "/beslut/"]
    before, stood = [look(leader, address) for address in shown], stamp()
    signed_in(things.administrator).post(f"/{make_address(name, sample.arguments)}", sample.posted)
    assert stood != stamp() or before == [look(leader, address) for address in shown]


def correct(things: Things) -> None:
    """Another place."""
    meeting = Meeting.objects.get(pk=things.meeting.pk)
    wanted = service.ValueCorrection("place", "Biblioteket", service.seen_of(meeting, "place"))
    service.correct_value(meeting, wanted, by=things.administrator)


def finalise(things: Things) -> None:
    """The notes are finished."""
    meeting, today = Meeting.objects.get(pk=things.meeting.pk), timezone.localdate()
    service.finalise_notes(meeting, seen=1, addresses=[], by=things.administrator, on=today)


def protect(things: Things) -> None:
    """Somebody who came is hidden from those who need not know."""
    service.protect_person(things.comer, why="Hot.", by=things.administrator)


def rename(things: Things) -> None:
    """The body is called something else."""
    service.rename_body(things.body, "Rådet för prov", by=things.administrator)


def promote(things: Things) -> None:
    """The reader becomes a process leader."""
    wanted = service.RoleWanted(kind=RoleKind.PROCESS_LEADER, start_on=timezone.localdate())
    service.grant_role(things.people["reader"], wanted, by=things.administrator)


def dismiss(things: Things) -> None:
    """The process leader is a reader from now on."""
    leader = things.people["process_leader"]
    make.role(leader)
    service.end_role(
        leader.roles.get(kind="process_leader"), on=timezone.localdate(), by=things.administrator
    )


def comment(things: Things) -> None:
    """The reader is asked, sees the notes from then on, and says something of them."""
    last_on, asked = timezone.localdate() + timedelta(days=7), "reader@exempel.se"
    meeting = Meeting.objects.get(pk=things.meeting.pk)
    service.send_for_comments(meeting, seen=1, addresses=[asked], last_on=last_on, by=things.administrator)
    service.write_comment(Link.objects.get(address=asked), text="Bra.", item=None, on=timezone.localdate())


def take_in(things: Things) -> None:
    """Notes come in."""
    make.meeting(
        bodies=(things.body.name,), said=(make.Said(text="Ett nytt beslut fattades."),), name="ny.txt"
    )


def blot(things: Things) -> None:
    """Words go out of everything."""
    wanted = service.BlottingWanted(words=things.statement.text)
    seen = service.look_for_words(wanted, by=things.administrator).n_found
    service.blot_out(wanted, reason="Prov.", seen=seen, by=things.administrator, on=timezone.localdate())


CHANGES = [correct, finalise, protect, rename, promote, dismiss, comment, take_in, blot]


@in_review
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once(things: Things, change: Callable[[Things], None]) -> None:
    """By everybody, and by those whose rights it changes."""
    all_pages(things)
    change(things)
    assert all_pages(things) == anew(things)


def test_nothing_is_left_in_memory_of_what_was_blotted_out(things: Things, shelf: kept_pages.Shelf) -> None:
    """The first page that anybody looks at after it lets all others go."""
    all_pages(things)
    words = things.statement.text
    blot(things)
    look(signed_in(things.people["reader"]), "/moten/")
    held = " ".join(zlib.decompress(page).decode() for page in shelf.pages.values())
    assert (len(shelf.pages), words in held) == (1, False)


def test_a_kept_page_holds_nothing_of_whoever_looked_first(things: Things, shelf: kept_pages.Shelf) -> None:
    """No name, no address, and no token of a form or a session."""
    client = signed_in(things.people["process_leader"])
    for address in addresses(things):
        client.get(address)
    held = " ".join(zlib.decompress(page).decode() for page in shelf.pages.values())
    own = ["process_leader@", "<b>process_leader", *(one.value for one in client.cookies.values())]
    assert [word for word in own if word in held] == []


def test_a_viewer_has_nothing_to_be_known_by(things: Things) -> None:
    """A page that asks who looks fails, instead of being shown to another."""
    viewer = viewer_of(things.people["reader"])
    assert [name for name in ("pk", "id", "name", "email", "saved_views") if hasattr(viewer, name)] == []


def test_a_sealed_request_knows_no_session(things: Things, rf: RequestFactory) -> None:
    """Nor a cookie but that of the look."""
    request = rf.get("/moten/", headers={"cookie": "sessionid=hemlig; utseende=dark"})
    sealed = SealedRequest(request, viewer_of(things.people["reader"]))
    assert (hasattr(sealed, "session"), sealed.COOKIES) == (False, {"utseende": "dark"})


def test_each_look_is_a_page_of_its_own(things: Things) -> None:
    """Whoever has chosen the dark one sees no other."""
    client = signed_in(things.people["reader"])
    client.get("/moten/")
    client.cookies["utseende"] = "dark"
    assert 'data-theme="dark"' in look(client, "/moten/")


def test_a_form_on_a_kept_page_can_be_sent(things: Things) -> None:
    """The token in it is the reader's own, also where another looked first."""
    look(signed_in(things.people["reader"]), "/moten/")
    ella = Client(enforce_csrf_checks=True)
    ella.force_login(make.role(make.user(email="ella@exempel.se", name="Ella Ek")).user)
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', ella.get("/moten/").content.decode())
    assert token
    sent = {"csrfmiddlewaretoken": token[1], "theme": "dark", "next": "/moten/"}
    assert ella.post(reverse("appearance"), sent).status_code == 302


def test_what_is_told_to_one_is_told_to_nobody_else(things: Things) -> None:
    """Nor told again."""
    secretary = signed_in(things.people["secretary"])
    value = Value.objects.filter(meeting=things.meeting, field="place").get()
    address = f"/moten/{things.meeting.pk}/"
    all_pages(things)
    secretary.post(f"{address}avgor/", {"svar": f"bekrafta varde {value.pk}"})
    shown = [look(secretary, address), look(secretary, address)]
    shown.append(look(signed_in(things.people["process_leader"]), address))
    assert ["1 uppgift bekräftad" in page for page in shown] == [True, False, False]


def test_pages_take_no_more_than_so_much_memory(
    things: Things, shelf: kept_pages.Shelf, settings: Any
) -> None:
    """Those that nobody has looked at for longest go first."""
    settings.SAMSYN_KEEP_BYTES = 30_000
    client = signed_in(things.people["reader"])
    for n in range(1, 20):
        client.get(f"/moten/?sida={n}")
    held = sum(len(page) + kept_pages.AROUND for page in shelf.pages.values())
    assert 0 < held == shelf.size <= 30_000


def test_without_memory_nothing_is_kept(things: Things, shelf: kept_pages.Shelf, settings: Any) -> None:
    """As whoever runs the server has said."""
    settings.SAMSYN_KEEP_BYTES = 0
    all_pages(things)
    assert not shelf.pages


def test_what_was_begun_before_a_change_is_not_kept_after_it(shelf: kept_pages.Shelf) -> None:
    """Whoever made it may have read before the change."""
    shelf.find("page", (1,))
    shelf.find("other", (2,))
    shelf.put("page", (1,), b"old", most=10_000)
    assert shelf.find("page", (2,)) is None


def test_a_kept_page_asks_the_database_little(things: Things, django_assert_num_queries: Any) -> None:
    """The session, the user, the roles, whether they were asked for comments, and how the log stands."""
    client = signed_in(things.people["reader"])
    address = f"/moten/{things.meeting.pk}/"
    client.get(address)
    with django_assert_num_queries(5):
        client.get(address)
