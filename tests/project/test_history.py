"""Every change leaves an event that tells what was and what became, and that people can read."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from tests.project.files import SOURCE, name_of, python_files

from samsyn.register.blotting.tables import tables
from samsyn.register.service import CORRECTABLE, INVERSES
from samsyn.web.column_words import COLUMNS, QUIET
from samsyn.web.subjects import KINDS
from samsyn.web.words import EVENTS, TABLES

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = sorted(path for path in SOURCE.glob("*/actions/*.py") if path.name != "__init__.py")
ROOMS = re.compile(
    r"^from (samsyn(?:\.\w+)*\.(?:actions|intake|accounts|history)(?:\.\w+)*) import", re.MULTILINE
)
TAKES_BY = re.compile(r"^def [a-z]\w*\([^)]*\bby: User\b", re.MULTILINE)
# They read, make a part of what another action records, or concern nobody else's page.
RECORD_NOTHING = {
    "export_register",
    "make_link",
    "queue_mail",
    "send_trial",
    "save_view",
    "remove_view",
    "choose_pace",
}
# What was and what became is a secret.
SECRET = {"user.link_asked_for", "user.link_sent", "user.password_chosen", "user.password_changed"}


def records(path: Path, seen: frozenset[Path] = frozenset()) -> bool:
    """Whether a module writes an event, or calls on one of the same kind that does."""
    text = path.read_text("utf-8")
    if re.search(r"\bEvent(\.objects\.\w+)?\(|append_drafts\(Event", text):
        return True
    called = {SOURCE.parent.joinpath(*name.split(".")).with_suffix(".py") for name in ROOMS.findall(text)}
    return any(records(one, seen | {path}) for one in called - seen - {path} if one.is_file())


@cache
def event_calls() -> list[tuple[str, ast.Call]]:
    """Every place where an event is made with its name in plain text, by that name."""
    texts = (path.read_text("utf-8") for path in python_files(SOURCE))
    calls = [
        node
        for text in texts
        if "what=" in text
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and any(one.arg == "what" for one in node.keywords)
    ]
    named = [(one.value, call) for call in calls for one in call.keywords if one.arg == "what"]
    return [(str(what.value), call) for what, call in named if isinstance(what, ast.Constant) and what.value]


CHANGES = [path for path in ACTIONS if TAKES_BY.search(path.read_text("utf-8"))]


@pytest.mark.parametrize("path", CHANGES, ids=name_of)
def test_an_action_records_what_it_did(path: Path) -> None:
    """Whatever somebody changes can be read in the history."""
    assert records(path) or path.stem in RECORD_NOTHING


@pytest.mark.parametrize(("what", "call"), event_calls(), ids=[what for what, _call in event_calls()])
def test_an_event_tells_what_became(what: str, call: ast.Call) -> None:
    """What was, or what became, is kept with it, unless it is a secret."""
    kept = {one.arg for one in call.keywords} & {"before", "after", "subject_id", None}
    assert {"before", "after"} & kept or None in kept or "subject_id" not in kept or what in SECRET


@pytest.mark.parametrize(
    "what", sorted({what for what, _call in event_calls() if "." in what} | set(INVERSES))
)
def test_an_event_has_a_word(what: str) -> None:
    """People read what was done, and not a code."""
    assert what in EVENTS


SUBJECT_TYPES = sorted(
    {
        str(one.value.value)
        for _what, call in event_calls()
        for one in call.keywords
        if one.arg == "subject_type" and isinstance(one.value, ast.Constant)
    }
)


@pytest.mark.parametrize("name", SUBJECT_TYPES)
def test_a_thing_that_is_changed_has_a_name(name: str) -> None:
    """The history says what was changed, and leads to it where it has a page."""
    assert name in KINDS


def kept_keys() -> set[str]:
    """What events keep, as far as it is written out where they are made."""
    dicts = [
        one.value
        for _what, call in event_calls()
        for one in call.keywords
        if one.arg in {"before", "after"} and isinstance(one.value, ast.Dict)
    ]
    return {str(key.value) for one in dicts for key in one.keys if isinstance(key, ast.Constant)}


CORRECTED = {column for columns in CORRECTABLE.values() for column in columns}


@pytest.mark.parametrize("key", sorted(kept_keys() | CORRECTED))
def test_what_events_keep_has_a_word(key: str) -> None:
    """Before and after are told in Swedish; what is kept for undoing alone is not told."""
    assert key in COLUMNS or key in QUIET


@pytest.mark.parametrize("model", [str(model._meta.model_name) for model in tables()])
def test_a_table_that_is_looked_through_has_a_word(model: str) -> None:
    """Before something is blotted out it is told how many rows of what will change."""
    assert model in TABLES
