"""`samsyn remind`: today's letters, or which they would be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.matters.following import action

from samsyn.cli import main
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def late() -> None:
    """Something late, and where its owner is reached."""
    action(due=timezone.localdate() - timedelta(9))
    Person.objects.filter(name="Greta Gran").update(email="greta@exempel.se")


def test_a_trial_says_who_would_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    """And writes none."""
    status = main(["remind", "--dry-run"])
    assert (status, capsys.readouterr().out, OutgoingMail.objects.exists()) == (
        0, "greta@exempel.se: 1 sen\nSkulle påminnas: 1.\n", False,
    )  # fmt: skip


def test_a_run_puts_letters_in_the_outbox(capsys: pytest.CaptureFixture[str]) -> None:
    """One for each who has something to do."""
    status = main(["remind"])
    assert (status, "Påminns: 1." in capsys.readouterr().out, OutgoingMail.objects.count()) == (0, True, 1)


def test_an_address_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the status 1."""
    Person.objects.update(email="greta@")
    status = main(["remind"])
    assert (status, "ingen e-postadress" in capsys.readouterr().out) == (1, True)
