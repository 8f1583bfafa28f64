"""The county's list of words that mean the same."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.matters.linking.terms import shipped_terms
from samsyn.matters.models import TermGroup
from samsyn.matters.queries.terms import Terms, all_terms, term_groups
from samsyn.matters.service import TermsUnusable, add_terms, change_terms, remove_terms, restore_terms
from samsyn.register.models import Body, Meeting
from samsyn.register.service import ChangedMeanwhile, undo_event

pytestmark = pytest.mark.django_db


def group(code: str) -> Terms:
    """A group that came with Samsyn, as it stands."""
    return next(one for one in all_terms() if one.code == code)


def test_words_come_with_samsyn() -> None:
    """Each group has two words or more, and no word stands in two."""
    words = [word.casefold() for group in shipped_terms().values() for word in group]
    assert (len(words), min(map(len, shipped_terms().values())) > 1) == (len(set(words)), True)


def test_a_county_adds_its_own() -> None:
    """They are asked for with the others, spaces put right and each once."""
    add_terms(["  En  väg in ", "EVI", "evi", ""], by=make.administrator())
    assert term_groups()[0] == ("En väg in", "EVI")


@pytest.mark.parametrize(
    "words",
    [["ensam"], ["BUP", "något annat"], ["x" * 81, "y"]],
    ids=["one-word", "taken", "long"],
)
def test_words_that_cannot_stand_are_refused(words: list[str]) -> None:
    """With what to do about it."""
    with pytest.raises(Exception, match=r"minst två|står redan|högst 80"):
        add_terms(words, by=make.administrator())


def test_a_shipped_group_is_changed_and_put_back() -> None:
    """The county decides."""
    anna = make.administrator()
    event = change_terms(group("sip"), ["SIP", "plan"], by=anna, seen=str(group("sip")))
    changed = group("sip").words
    undo_event(event, by=anna)
    assert (changed, group("sip").words) == (("SIP", "plan"), shipped_terms()["sip"])


def test_a_shipped_group_is_removed_and_used_again() -> None:
    """Without it nothing is thought alike by its words."""
    anna = make.administrator()
    remove_terms(group("sip"), by=anna)
    without = shipped_terms()["sip"] in term_groups()
    restore_terms(group("sip"), by=anna)
    assert (without, shipped_terms()["sip"] in term_groups()) == (False, True)


def test_an_own_group_is_removed_and_put_back() -> None:
    """By undo, as everything else."""
    anna = make.administrator()
    add_terms(["En väg in", "EVI"], by=anna)
    event = remove_terms(all_terms()[0], by=anna)
    n_without = TermGroup.objects.filter(removed=False).count()
    undo_event(event, by=anna)
    assert (n_without, term_groups()[0]) == (0, ("En väg in", "EVI"))


def test_words_that_somebody_else_changed_are_not_overwritten() -> None:
    """It is told."""
    anna = make.administrator()
    shown = group("sip")
    change_terms(shown, ["SIP", "plan"], by=anna)
    with pytest.raises(ChangedMeanwhile):
        change_terms(group("sip"), ["SIP", "annat"], by=anna, seen=str(shown))


def test_nothing_changed_is_said() -> None:
    """No empty row in the history."""
    with pytest.raises(TermsUnusable, match="Inget ändrades"):
        change_terms(group("sip"), shipped_terms()["sip"], by=make.administrator())


def test_secretaries_of_one_body_change_no_words() -> None:
    """The list is the whole county's."""
    make.meeting()
    disa = make.secretary(Body.objects.get())
    assert Meeting.objects.exists()
    with pytest.raises(PermissionDenied):
        add_terms(["En väg in", "EVI"], by=disa)
