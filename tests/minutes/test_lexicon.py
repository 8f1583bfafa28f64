"""The lexicon: every list is used, and every quick look lets through what the expressions find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import samsyn.minutes
from samsyn.minutes.days import find_mentions
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.cues import find_cue

TABLES = lexicon().tables
SOURCE = "\n".join(path.read_text("utf-8") for path in Path(samsyn.minutes.__file__).parent.rglob("*.py"))
FOLDER = Path(samsyn.minutes.__file__).parent / "lexicon"
NAMES = ("sv.toml", "times.toml", "told.toml", "references.toml", "people.toml")
DATA = "\n".join((FOLDER / name).read_text("utf-8") for name in NAMES)
LABELS = {"labels", "statement_labels"}  # their names are the fields that readers ask for
ROWS = {"cue"}


def is_used(table: str, name: str) -> bool:
    """Whether code or another row asks for a list by name; columns are asked for by kind."""
    key = name.removeprefix("columns_").removeprefix("item_")
    return f'"{key}"' in SOURCE or f"{{{table}.{name}}}" in DATA


@pytest.mark.parametrize(
    ("table", "name"),
    [(table, name) for table in sorted(TABLES.keys() - LABELS - ROWS) for name in TABLES[table]],
)
def test_every_list_is_used(table: str, name: str) -> None:
    """A list that no rule asks for is dead."""
    assert is_used(table, name)


@pytest.mark.parametrize("name", [*TABLES["patterns"], *TABLES["exact"]])
def test_every_expression_is_well_formed(name: str) -> None:
    """Each expression compiles, its placeholders filled."""
    assert not re.search(r"\{[a-z_]+\.", lexicon().pattern(name).pattern)


@pytest.mark.parametrize("name", TABLES["stems"])
def test_stems_are_those_of_an_expression(name: str) -> None:
    """Stems without an expression or a list of verbs would spare nothing."""
    assert name in {*TABLES["patterns"], *TABLES["exact"], *TABLES["verbs"]}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Vid mötet den 4 mars 2025 beslutades följande.", "S20"),
        ("Ärendet bordläggs.", "S21"),
        ("Frågan skjuts upp till nästa möte.", "S21"),
        ("Beslut tas först vid nästa möte.", "S21"),
        ("Frågan utgår.", "S21"),
        ("Gruppen behöver mer tid innan frågan avgörs.", "S21"),
        ("Inga formella beslut fattades.", "S22"),
        ("Samtalet ledde inte till något.", "S22"),
        ("Gruppen är inte eniga.", "S22"),
        ("Det finns ett önskemål om en gemensam mall.", "S23"),
        ("Styrgruppen beslutar att anta planen.", "S10"),
        ("Vi väljer den andra modellen.", "S10"),
        ("Rapporten läggs till handlingarna.", "S11"),
        ("Dagordningen godkändes.", "S11"),
        ("Till justerare utses Vera Linge.", "S11"),
        ("Nätverket ställer sig bakom förslaget.", "S11"),
        ("De närvarande enades om en gemensam mall.", "S12"),
        ("Gruppen landar i att mallen räcker.", "S12"),
        ("Vera Linge får i uppdrag att skriva en mall.", "S30"),
        ("Rektorerna ombeds att svara.", "S30"),
        ("Frågan tas vidare.", "S40"),
        ("Löpande återrapportering i nätverket.", "S40"),
        ("Hur gör vi med mallen?", "S50"),
        ("Det behövs en gemensam mall.", "S60"),
        ("En lärdom är att mallen kom sent.", "S70"),
        ("Mallen upplevs som tung.", "S80"),
        ("Resursen finns men fördelningen är ojämn.", "S80"),
    ],
)
def test_stems_let_a_cue_through(sentence: str, rule: str) -> None:
    """A sentence that a cue is made for gets past the quick look, and no earlier cue takes it."""
    found = find_cue(sentence)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    "words",
    [
        "v. 14",
        "vecka 14",
        "läsåret 26/27",
        "ht 2026",
        "vårterminen",
        "till våren",
        "i vår",
        "hösten",
        "till sommaren",
        "i vinter",
        "kvartal 2",
        "Q3",
        "andra kvartalet",
        "första halvåret",
        "tertial 2",
        "årsskiftet",
        "halvårsskiftet",
        "nyår",
        "i mars",
        "i maj",
        "augusti 2026",
        "tidigast 2027",
        "två år sedan",
        "om tre veckor",
        "om ett år",
        "nästa möte",
        "ett senare möte",
        "förra mötet",
        "föregående sammanträde",
        "löpande",
        "varje termin",
        "årligen",
        "tills vidare",
        "regelbundet",
        "före skolstarten",
        "efter jul",
        "före påsk",
        "innan midsommar",
    ],
)
def test_beginnings_let_worded_times_through(words: str) -> None:
    """Each form of a time in words is looked for where its letters stand."""
    assert len(find_mentions(f"Det sker ({words}).")) == 1
