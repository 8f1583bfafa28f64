"""What the rules say in Swedish, and which of them a reading used."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from tests.minutes.specimens import IDS, NOTES, reading, rules

from samsyn.minutes import Minutes
from samsyn.minutes.rules import Rule, find_rule, find_rules_used, rule_groups

RULES = [rule for group in rule_groups() for rule in group.rules]
NUMBERS = [rule.number for rule in RULES]
# What these say is about the file, and no words of it show it.
OF_FILES = {"H10", "H11", "H12", "H13", "H20", "H21", "H22", "H23", "H24"}
LONGEST = 240  # signs: more is no plain sentence


@pytest.mark.parametrize("rule", RULES, ids=NUMBERS)
def test_a_rule_says_one_sentence(rule: Rule) -> None:
    """It begins with a capital, ends with a full stop, and is short enough to be read in one go."""
    assert re.fullmatch(rf"[”A-ZÅÄÖ][^\n]{{5,{LONGEST}}}\.", rule.says)


def test_rules_have_an_example_but_those_about_the_file() -> None:
    """Words as notes have them stand with every rule that is about words."""
    assert {rule.number for rule in RULES if not rule.example} == OF_FILES


def test_a_form_of_a_rule_has_a_sentence_of_its_own() -> None:
    """The small letter belongs to the number."""
    assert find_rule("H3") != find_rule("H3t")


def test_a_number_without_rule_is_none() -> None:
    """Nothing is told of what is not there."""
    assert find_rule("X1") is None


@pytest.mark.parametrize("name", ["numbered-decisions", "given-names-alone", "told-in-prose"])
def test_the_rules_of_a_reading_are_those_of_its_values_and_doubts(name: str) -> None:
    """Each once, in the order in which notes are read."""
    minutes = reading(NOTES[IDS.index(name)])[1]
    used = [rule.number for rule in find_rules_used(minutes)]
    assert used == [number for number in NUMBERS if number in rules(minutes)]


def test_an_empty_reading_used_no_rule() -> None:
    """Without values there is nothing to explain."""
    assert find_rules_used(Minutes()) == []


def test_a_reading_does_without_the_sentences() -> None:
    """Reading notes loads none of them, so that it stays quick."""
    asked = "import samsyn, samsyn.minutes, sys; sys.exit('samsyn.minutes.rules' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asked], check=False)  # noqa: S603 - our own command
    assert answer.returncode == 0
