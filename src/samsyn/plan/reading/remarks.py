"""Whether a sentence comments on a plan, and whether it asks for other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.reading.records import Reason
from samsyn.plan.reading.showing import tells_progress
from samsyn.plan.reading.steps import speaks_of_steps
from samsyn.plan.reading.words import begins, pattern, rows, says

if TYPE_CHECKING:
    from samsyn.plan.reading.records import Said
    from samsyn.plan.reading.scopes import Scope

BINDING = ("decision", "agreed_outcome")
THOUGHT = ("comment", "need", "proposal", "question", *BINDING)
FEWEST_WORDS = 3


def reasons_for(said: Said, scope: Scope, *, names_plan: bool) -> tuple[Reason, ...]:
    """Why a sentence is a comment on a plan, the weightiest first; none where it is not one.

    Args:
        said: The sentence.
        scope: What it is about.
        names_plan: It names the plan, its steps or milestones itself.
    """
    small = said.text.lower()
    if not _says_something(said, small) or tells_progress(small):
        return ()
    change = change_wanted(said)
    if change is not None and (scope.is_plan or scope.is_told or names_plan):
        return (change, *_decided(said), *_where(scope))
    if not _is_thought(said, small, scope, names_plan=names_plan):
        return ()
    return (*_decided(said), *_where(scope))


def _says_something(said: Said, small: str) -> bool:
    bare = small.strip(" .")
    if said.kind in rows("comment", "not_kinds") and not (said.kind == "answer" and change_wanted(said)):
        return False
    if len(small.split()) < FEWEST_WORDS or bare.endswith(":") or begins("comment", "nothing", bare):
        return False
    return not (says("comment", "presents", small) and said.kind not in BINDING)


def _is_thought(said: Said, small: str, scope: Scope, *, names_plan: bool) -> bool:
    """Whether it says what somebody thinks; below an area's own heading nearly everything does."""
    if scope.is_plan and scope.area is not None:
        return True
    about = names_plan or speaks_of_steps(small)
    if scope.is_plan:
        return said.kind in THOUGHT or about or says("comment", "opinions", small)
    if scope.is_told:
        return about and (said.kind in THOUGHT or says("comment", "opinions", small))
    return False


def change_wanted(said: Said) -> Reason | None:
    """The words by which another wording is asked for, or decided; None where none is."""
    small = said.text.lower()
    if says("change", "denied", small):
        return None
    demand = pattern("change", "demands").search(small)
    what = pattern("change", "objects").search(small)
    if demand is not None and (what is not None or said.kind == "answer" or "steg" in small):
        return Reason("change", (demand[0],))
    verb = pattern("change", "verbs").search(small)
    if verb is None or what is None:
        return None
    wanted = said.kind in (*BINDING, "proposal") or says("change", "wants", small)
    return Reason("change", (what[0].strip(' ”“"'), verb[0])) if wanted else None


def _decided(said: Said) -> tuple[Reason, ...]:
    return (Reason(said.kind),) if said.kind in BINDING else ()


def _where(scope: Scope) -> tuple[Reason, ...]:
    """What shows which part is meant."""
    if scope.area is None:
        return (Reason("about_plan"),)
    return (Reason("names_area" if scope.is_told else "below_area"),)
