"""Keep the county's own rules of wording: add one, change it, switch it on and off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn import wording
from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import clean_line, clean_text, require_unchanged
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import WordingRule

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event

CHANGE = "plan.change_words"
LONGEST_NAME = 100
LONGEST_RULE = 10_000
NAME = re.compile(r"[^\W_]{2,100}")


@transaction.atomic
def add_rule(name: str, text: str, *, by: User) -> Event:
    """Add a rule in Vale's YAML format; it holds at once.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: The name is taken or no name, or the rule cannot be used; says on which line.
    """
    require(by, CHANGE)
    called, words = _name(name), _rule(name, text)
    if WordingRule.objects.filter(name__iexact=called).exists():
        raise PlanUnusable(
            f"Det finns redan en regel som heter {called}. Välj ett annat namn, eller ändra den."
        )
    made = WordingRule.objects.create(name=called, text=words, by=by)
    return record(made, "wordingrule.added", by=by, after={"name": called, "text": words})


@transaction.atomic
def change_rule(rule: WordingRule, text: str, *, by: User, seen: str = "") -> Event:
    """Let a rule say something else; its record stays.

    Args:
        rule: Which.
        text: The YAML.
        by: Who changes it.
        seen: What `stamp_of_row` gave when it was shown.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It cannot be used, or stands so already.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, CHANGE)
    now = WordingRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    require_unchanged(now, seen)
    return change(now, "wordingrule.changed", {"text": _rule(now.name, text)}, by=by)


@transaction.atomic
def switch_rule(rule: WordingRule, *, on: bool, by: User) -> Event:
    """Let a rule give remarks, or none; its record stays.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It stands so already.
    """
    require(by, CHANGE)
    now = WordingRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    return change(now, "wordingrule.switched_on" if on else "wordingrule.switched_off", {"is_on": on}, by=by)


def take_back_added(rule: WordingRule, _: Event) -> None:
    """Remove it."""
    rule.delete()


def _name(name: str) -> str:
    """A rule's name.

    Raises:
        PlanUnusable: It is none, or one of those that come with Samsyn.
    """
    called = clean_line(name, longest=LONGEST_NAME)
    if not NAME.fullmatch(called):
        raise PlanUnusable("Ge regeln ett namn av bokstäver och siffror, utan mellanslag.")
    standing = {rule.name.lower() for rule in wording.standing_rules()} | {wording.CONTESTED.lower()}
    if called.lower() in standing:
        raise PlanUnusable(f"{called} är en av Samsyns egna regler. Välj ett annat namn.")
    return called


def _rule(name: str, text: str) -> str:
    """The YAML of a rule that can be used.

    Raises:
        PlanUnusable: It cannot, or holds an identity number.
    """
    words = text.replace("\r\n", "\n").strip() + "\n"
    if len(words) > LONGEST_RULE:
        raise PlanUnusable("Regeln är för lång. Dela upp den i flera.")
    try:
        wording.read_rule(words, name=name.strip() or "ny regel")
        read = wording.words_of_rule(words)
    except wording.RuleUnusable as error:
        raise PlanUnusable(error.message) from error
    # YAML may write any sign as a code: what counts is what people are shown.
    for one in read:
        clean_text(one, longest=LONGEST_RULE)
    return words
