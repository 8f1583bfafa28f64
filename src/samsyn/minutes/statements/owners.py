"""Who is to act: rules O1-O8."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.days import find_time
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import (
    Certainty,
    Found,
    Kind,
    Owner,
    OwnerKind,
)
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.subjects import find_subject, is_open_group, is_pronoun, owner_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.casts import Cast, Subject
    from samsyn.minutes.statements.doing import Task
    from samsyn.minutes.statements.scene import Scene


_IN_A_CLAUSE = re.compile(r".*\batt\s+(?=[A-ZÅÄÖ])", re.DOTALL)


_GIVEN = frozenset({Kind.ASSIGNMENT, Kind.NEXT_STEP})
_ACTORS = frozenset({OwnerKind.PERSON, OwnerKind.ROLE})


class _Named(NamedTuple):
    """Who is to act, by the rule that found the name; the place is counted in the sentence."""

    rule: str
    place: Span
    owner: Owner
    subject: Subject | None = None


def owner_behind(
    scene: Scene, kind: Kind, start: int, end: int, *, explicit: bool
) -> tuple[Found[Owner] | None, int]:
    """An owner behind the words, in brackets or after a dash, in lists of things to do (rule O3)."""
    if not explicit or kind not in _GIVEN:
        return None, end
    if kind is Kind.NEXT_STEP:
        return _person_at_end(scene, start, end)
    text = scene.document.text
    before = lexicon().pattern("owner_before").match(text, start, end)
    subject = find_subject(before["who"], scene.cast) if before else None
    if before and subject and subject.end == len(before["who"]):
        place = Span(*before.span("who"))
        return Found(subject.owner, before["who"], place, "O9", Certainty.LIKELY), end
    match = lexicon().pattern("owner_behind").search(text, start, end)
    if match is None:
        return None, end
    group = match.lastgroup or "a"
    name = lexicon().pattern("owner_limit").split(match[group].strip())[0]
    owner = owner_of(name.removeprefix("@"), scene.cast)
    if (
        owner.kind is OwnerKind.UNRESOLVED
        and not (
            name[0].isupper() or name[0] == "@" or name.casefold() in lexicon().words("owners", "unresolved")
        )
    ) or len(name.split()) > 6:
        return None, end
    place = Span(match.start(group), match.start(group) + len(name))
    return Found(owner, text[place.start : place.end], place, "O3", Certainty.LIKELY), match.start()


def find_person_at_end(words: str, cast: Cast) -> re.Match[str] | None:
    """Somebody known who stands in brackets at the end of a sentence."""
    match = lexicon().pattern("person_at_end").search(words) if ")" in words[-3:] else None
    subject = find_subject(match["who"], cast) if match else None
    if match is None or subject is None or subject.end != len(match["who"]):
        return None
    return match if subject.owner.kind in _ACTORS else None


def _person_at_end(scene: Scene, start: int, end: int) -> tuple[Found[Owner] | None, int]:
    match = find_person_at_end(scene.document.text[start:end], scene.cast)
    if match is None:
        return None, end
    place = Span(start + match.start("who"), start + match.end("who"))
    return Found(owner_of(match["who"], scene.cast), match["who"], place, "O3", Certainty.LIKELY), end


def owner_at_end(scene: Scene, start: int, end: int) -> tuple[Found[Owner] | None, int]:
    """Rule O3: somebody known behind a comma or strokes at the end of an entry, perhaps before a time."""
    words = scene.document.text[start:end]
    match = lexicon().pattern("owner_at_end").search(words)
    subject = find_subject(f"{match['who']} ", scene.cast) if match else None
    if match is None or subject is None or subject.end != len(match["who"]):
        return None, end
    if subject.owner.kind is OwnerKind.UNRESOLVED or (match["when"] and find_time(match["when"]) is None):
        return None, end
    place = Span(start + match.start("who"), start + match.end("who"))
    return Found(subject.owner, match["who"], place, "O3", Certainty.LIKELY), start + match.start()


def owner_in_label(scene: Scene, kind: Found[Kind]) -> Found[Owner] | None:
    """Who a label of tasks is for ("Uppdrag till Rut:", rule O10)."""
    if kind.rule != "S1" or kind.value is not Kind.ASSIGNMENT:
        return None
    match = lexicon().pattern("label_to").search(kind.words)
    if match is None:
        return None
    place = Span(kind.span.start + match.start("who"), kind.span.start + match.end("who"))
    return Found(owner_of(match["who"], scene.cast), match["who"], place, "O10", Certainty.LIKELY)


def read_owner(scene: Scene, words: str, start: int, task: Task | None) -> Found[Owner] | None:
    """Who is to act: the one given the task in so many words (rule O4), or its subject (O1).

    Args:
        scene: The notes so far.
        words: A sentence.
        start: Its place in the document.
        task: The task that the sentence tells.
    """
    named = _given_to(words, scene.cast) or _subject_of(words, task) or _taking_on(words, scene.cast)
    if named is None:
        return None
    span = Span(start + named.place.start, start + named.place.end)
    found = Found(named.owner, words[slice(*named.place)], span, named.rule, Certainty.LIKELY)
    if named.subject and named.subject.ambiguous:
        who = " eller ".join(named.subject.ambiguous)
        scene.doubt(f"Vem är ”{named.owner.name}”: {who}?", "owner", span, "O5")
        return replace(found, certainty=Certainty.DOUBTFUL)
    if named.owner.kind is OwnerKind.UNRESOLVED and is_open_group(named.owner.name):
        scene.doubt(f"Vilka är ”{named.owner.name}”? Skriv ut dem.", "owner", span, "O6")
    if is_pronoun(named.owner.name):
        scene.doubt(f"Vem är ”{named.owner.name}”? Skriv ut namnet.", "owner", span, "O6")
    return found


def _given_to(words: str, cast: Cast) -> _Named | None:
    """Rule O4: the one who is given a task in so many words."""
    match = lexicon().search("given_to", words)
    if match is None:
        return None
    group = match.lastgroup or "before"
    begin = match.start(group) + len(match[group]) - len(match[group].lstrip())
    if clause := _IN_A_CLAUSE.match(words, begin, match.end(group)):
        begin = clause.end()  # "beslutar att Rut får i uppdrag": who decides gives the task
    subject = find_subject(words, cast, begin)
    if subject:
        return _Named("O4", Span(begin, begin + subject.end), subject.owner, subject)
    name = words[begin : match.end(group)].strip()
    count = len(name.split())
    if count <= 2 or (count <= 5 and name[:1].isupper()):
        return _Named("O4", Span(begin, begin + len(name)), owner_of(name, cast))
    return None


def _subject_of(words: str, task: Task | None) -> _Named | None:
    """Rule O1: the subject of the task, unless it is "we"."""
    if task is None or task.subject.owner.name.casefold() in lexicon().words("owners", "us"):
        return None
    subject = task.subject
    begin = task.subject_at
    name = words[begin : begin + subject.end].rstrip(".")
    return _Named("O1", Span(begin, begin + len(name)), subject.owner, subject)


def _taking_on(words: str, cast: Cast) -> _Named | None:
    """Rule O1: the one who takes something on, or is asked to do it."""
    subject = find_subject(words, cast)
    if subject is None or not lexicon().pattern("takes_on").match(words, subject.end):
        return None
    return _Named("O1", Span(0, subject.end), subject.owner, subject)


def task_inside(words: str, cast: Cast) -> Task | None:
    """The task behind "att" in a decision ("Beslut togs att Anna och Bo tar fram …")."""
    for match in lexicon().pattern("task_inside").finditer(words):
        task = find_task(words[match.end() :], cast)
        if task:
            return replace(
                task, subject_at=match.end(), at=(task.at[0] + match.end(), task.at[1] + match.end())
            )
    return None
