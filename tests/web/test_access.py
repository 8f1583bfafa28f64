"""What surrounds permission: what those without a role are told, and requests made by another site.

Who may open which page is tried in `test_permission_table`.
"""

from __future__ import annotations

import pytest
from django.test import Client
from tests import make
from tests.web import signed, trials
from tests.web.samples import address_of

from samsyn.web.urls import PERMISSIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["overview", "users", "decide"])
def test_without_a_role_one_is_told_whom_to_ask(name: str) -> None:
    """Cilla has an account, and is told whom to ask."""
    make.administrator()
    response = signed.cilla().post(address_of(name))
    assert (response.status_code, "anna@exempel.se" in response.content.decode()) == (403, True)


def test_bo_sees_no_buttons_that_would_refuse_him() -> None:
    """What somebody may not do is not offered."""
    address = address_of("meeting")
    assert "/avgor/" not in signed.page(signed.bo(), address)


def test_a_form_without_token_is_refused() -> None:
    """Another site cannot decide in Anna's name."""
    address = address_of("decide")
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.administrator())
    response = client.post(address, {"svar": "bekrafta rad meeting-held"})
    assert (response.status_code, "öppen för länge" in response.content.decode()) == (403, True)


@pytest.mark.parametrize("name", PERMISSIONS)
def test_no_answer_runs_what_stands_in_it(name: str) -> None:
    """Opened or sent to: each page forbids script and style inside it and has none, each file is saved."""
    trial = trials.trial_of(name)
    client = trial.client("administrator")
    answers = client.get(trial.address), client.post(trial.address, trial.posted)
    assert [signed.dangers(answer) for answer in answers] == [[], []]
