"""Every address has a rule, and no page carries script or style inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import rules
from django.urls import get_resolver
from tests.project.files import SOURCE, name_of

from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
STATIC = SOURCE / "web" / "static" / "web"
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)


def addresses() -> dict[str, str | None]:
    """Every address and its name, whatever app it comes from."""
    patterns = get_resolver().url_patterns
    return {str(pattern.pattern): getattr(pattern, "name", None) for pattern in patterns}


def test_every_address_has_a_rule() -> None:
    """No page can be opened that nobody decided about."""
    assert {name for name in addresses().values() if name not in PERMISSIONS} == set()


def test_every_rule_has_an_address() -> None:
    """No rule is left behind by a page that has gone."""
    assert set(PERMISSIONS) - set(addresses().values()) == set()


def test_rules_are_known() -> None:
    """A misspelt rule would open or close a page by mistake."""
    permissions = set(PERMISSIONS.values()) - {"open", "signed_in"}
    assert {name for name in permissions if not rules.perm_exists(name)} == set()


def test_only_sign_in_links_and_published_notes_are_open() -> None:
    """Strangers see the steps of sign-in, where a letter leads, what is published, for whom all works."""
    open_pages = {name for name, rule in PERMISSIONS.items() if rule == "open"}
    assert open_pages == {
        "accessibility",
        "account_login",
        "mfa_authenticate",
        "forgotten_password",
        "link",
        "published",
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    """The browser is told to refuse both."""
    assert INLINE.findall(path.read_text(encoding="utf-8")) == []


def test_a_theme_is_colours_alone() -> None:
    """Only `light-dark()` knows the theme, and it takes colours: what is laid out is the same in both."""
    parts = [path for path in STATIC.rglob("*") if path.suffix in {".css", ".js"}]
    asking = {path.name for path in parts if "prefers-color-scheme" in path.read_text("utf-8")}
    assert asking == set()
