"""Attachments on the meeting's page, and fetching them."""

from __future__ import annotations

import pytest
from tests import make
from tests.web import signed, specimens

from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import AgendaItem, Attachment, Meeting

pytestmark = pytest.mark.django_db


def joint() -> Meeting:
    make.imported(specimens.joint_meeting())
    return Meeting.objects.get(state="held")


def test_an_attachment_stands_with_the_item_that_names_it() -> None:
    """As a link below what was said there."""
    meeting = joint()
    item = AgendaItem.objects.get(meeting=meeting, number="2")
    keep_attachment(meeting.pk, b"x", name="tidsplan.pdf", by=None)
    Attachment.objects.update(item=item, label="Bilaga 1")
    html = signed.page(signed.bo(), f"/moten/{meeting.pk}/")
    row = html[html.index(f'id="item-{item.pk}"') :]
    assert row.index("Bilaga 1</a>") < row.index('id="item-', 10)


@pytest.mark.parametrize("state", ["held", "referenced"])
def test_an_attachment_of_no_item_stands_in_a_section_of_its_own(state: str) -> None:
    """Also where the meeting has no notes yet."""
    joint()
    meeting = Meeting.objects.filter(state=state)[0]
    keep_attachment(meeting.pk, b"x", name="<b>.pdf", by=None)
    html = signed.page(signed.bo(), f"/moten/{meeting.pk}/")
    assert "&lt;b&gt;.pdf</a>" in html[html.index('id="bilagor"') :]


def test_an_attachment_that_is_only_named_is_said_to_be_missing() -> None:
    """And there is nothing to fetch."""
    meeting = joint()
    named = Attachment.objects.create(meeting=meeting, label="Bilaga 2")
    bo = signed.bo()
    assert "Nämns i anteckningarna men saknas här" in signed.page(bo, f"/moten/{meeting.pk}/")
    assert bo.get(f"/moten/{meeting.pk}/bilaga/{named.pk}/").status_code == 404


def test_an_attachment_comes_back_byte_for_byte_as_a_download() -> None:
    """Whatever it holds, it never runs in the page's name."""
    meeting = joint()
    keep_attachment(meeting.pk, b"<script>", name="ö.html", by=None)
    response = signed.bo().get(f"/moten/{meeting.pk}/bilaga/{Attachment.objects.get().pk}/")
    assert response.content == b"<script>"
    headers = ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    assert [response[header] for header in headers] == [
        "application/octet-stream",
        "attachment; filename*=utf-8''%C3%B6.html",
        "nosniff",
    ]


def test_an_attachment_is_fetched_through_its_own_meeting() -> None:
    """An address put together from two meetings leads nowhere."""
    meeting = joint()
    other = Meeting.objects.exclude(pk=meeting.pk)[0]
    keep_attachment(meeting.pk, b"x", name="a.pdf", by=None)
    address = f"/moten/{other.pk}/bilaga/{Attachment.objects.get().pk}/"
    assert signed.anna().get(address).status_code == 404
