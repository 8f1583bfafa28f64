"""The rooms of the house and the direction between them."""

from __future__ import annotations

import re

import pytest
from tests.project.files import SOURCE, build_file

ROOMS = {
    "accounts", "agreements", "api", "cli", "dialogues", "figures", "flow", "follow", "history", "mail",
    "matters", "minutes", "placements", "plan", "publish", "reading", "register", "web", "wording",
}  # fmt: skip
NO_ROOMS = {"conf", "example"}


@pytest.fixture(scope="module")
def layers() -> list[set[str]]:
    """The lines of the contract, top line first."""
    contract = build_file()["tool"]["importlinter"]["contracts"][0]
    return [set(re.findall(r"\w+", line)) for line in contract["layers"]]


def test_the_contract_names_every_room(layers: list[set[str]]) -> None:
    """Rooms to come have their place before they are built."""
    assert set().union(*layers) == ROOMS


def test_the_contract_is_exhaustive() -> None:
    """A new folder must take its place, or the check of imports fails."""
    assert build_file()["tool"]["importlinter"]["contracts"][0]["exhaustive"] is True


def test_every_folder_is_a_room() -> None:
    """No folder stands outside the house."""
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - ROOMS - NO_ROOMS == set()
