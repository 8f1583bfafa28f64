"""What exists is in the docs, and the docs name nothing that does not exist."""

from __future__ import annotations

import re
from contextlib import suppress
from enum import Enum
from importlib import import_module
from inspect import getmembers, isclass

import pytest
from tests.project.files import DOCS, ROOT, SOURCE, build_file, name_of, python_files, text_files

import samsyn
from samsyn.cli import COMMANDS, main
from samsyn.reading import FORMATS

VOCABULARIES = (
    "samsyn.minutes.records",
    "samsyn.reading.documents",
    "samsyn.mail.states",
    "samsyn.register.models.states",
)
SETTING = re.compile(r"[\"'](SAMSYN_[A-Z_]+)[\"']")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def codes() -> set[str]:
    """Every word that is stored as a kind, a state, a precision and so on."""
    modules = [import_module(name) for name in VOCABULARIES]
    classes = {one for module in modules for _, one in getmembers(module, isclass) if issubclass(one, Enum)}
    return {str(member.value) for one in classes for member in one}


def settings() -> set[str]:
    """Every environment variable that is read."""
    texts = [path.read_text(encoding="utf-8") for path in python_files(SOURCE)]
    return {name for text in texts for name in SETTING.findall(text)}


def test_every_code_is_in_the_glossary() -> None:
    """A code that is stored has a Swedish word and a meaning."""
    rows = re.findall(r"^\| `(\w+)` \|", (DOCS / "glossary.md").read_text("utf-8"), re.MULTILINE)
    assert codes() - set(rows) == set()


def test_every_setting_is_documented() -> None:
    """docs/settings.md has a row for each variable, and for no other."""
    rows = re.findall(r"^\| `(SAMSYN_[A-Z_]+)`", (DOCS / "settings.md").read_text("utf-8"), re.MULTILINE)
    assert set(rows) == settings()


@pytest.mark.django_db
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/commands.md has a section for each command with all its options, and no others."""
    with suppress(SystemExit):  # argparse leaves so, Django's own commands do not
        main([name, "--help"])
    shown = set(OPTION.findall(capsys.readouterr().out)) - {"--help"}
    sections = re.split(r"^## ", (DOCS / "commands.md").read_text("utf-8"), flags=re.MULTILINE)
    section = next(part for part in sections if part.startswith(f"`samsyn {name}`"))
    assert set(re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)) == shown


def test_every_format_is_documented() -> None:
    """docs/formats.md names each format that is read."""
    text = (DOCS / "formats.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


def test_every_target_of_the_makefile_is_explained() -> None:
    """README or CONTRIBUTING names each chore."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    texts = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert [target for target in targets if target != "help" and f"make {target}" not in texts] == []


def dead_links() -> list[str]:
    """Links in the docs that lead to no file."""
    found = []
    for path in text_files():
        if path.suffix == ".md" and path.is_relative_to(DOCS) | (path.parent == ROOT):
            links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
            found += [f"{name_of(path)}: {link}" for link in links if not (path.parent / link).exists()]
    return found


def test_every_link_in_the_docs_leads_somewhere() -> None:
    """A link to a file in the project finds it."""
    assert dead_links() == []


def test_the_version_is_told_about() -> None:
    """The changelog has the version that the build file and the package name."""
    assert build_file()["project"]["version"] == samsyn.__version__
    assert f"## {samsyn.__version__}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")
