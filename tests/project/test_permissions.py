"""Whoever changes the register is asked whether they may."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest
import rules
from tests.project.files import SOURCE, python_files

from samsyn.accounts import service as accounts
from samsyn.matters import service as matters
from samsyn.plan import service as plan
from samsyn.publish import service as publish
from samsyn.register import service

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES = {
    name: function
    for door in (accounts, matters, plan, publish, service)
    for name, function in vars(door).items()
    if name in door.__all__
    and inspect.isfunction(function)
    and "by" in inspect.signature(function).parameters
}
ASKED = re.compile(r"\b(?:require|may)\(\s*[\w.]+,\s*\"([\w.]+)\"")


@pytest.mark.parametrize("function", CHANGES.values(), ids=CHANGES)
def test_a_change_asks_for_permission(function: Callable[..., object]) -> None:
    """An action asks before it does anything."""
    module = inspect.getmodule(function)
    assert module is not None
    assert "require(by, " in inspect.getsource(module)


def test_every_permission_has_a_rule() -> None:
    """A permission that no rule speaks of would be refused to everybody, or be an error."""
    texts = [path.read_text(encoding="utf-8") for path in python_files(SOURCE)]
    asked = {name for text in texts for name in ASKED.findall(text)}
    assert asked
    assert {name for name in asked if not rules.perm_exists(name)} == set()
