"""Who is to act: rules O1-O8."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import (
    Certainty,
    Found,
    Kind,
    Owner,
    OwnerKind,
)
from samsyn.minutes.statements.tasks import Task, find_task
from samsyn.minutes.subjects import Subject, find_subject, owner_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.statements.scene import Scene
    from samsyn.minutes.subjects import Cast


_TAIL_OWNER = re.compile(
    r"\s*(?:\s[-–—]\s*)?\((?:ansvarig(?:a)?:?\s*)?(?P<a>[A-ZÅÄÖa-zåäö][^()]{1,60})\)\s*\.?\s*$|\s[-–—]\s*(?:ansvarig(?:a)?:?\s*)?(?P<b>[^–—\n]{2,60}?)\s*[.?]?\s*$|\s*\bAnsvarig(?:a)?\s*(?:är|:)\s*(?P<c>[^.\n]{2,60})\.?\s*$",
    re.IGNORECASE,
)


def owner_behind(
    scene: Scene, kind: Kind, start: int, end: int, *, explicit: bool
) -> tuple[Found[Owner] | None, int]:
    """An owner behind the words, in brackets or after a dash, in lists of things to do (rule O3)."""
    if not explicit or kind is not Kind.ASSIGNMENT:
        return None, end
    text = scene.document.text
    match = _TAIL_OWNER.search(text, start, end)
    if match is None:
        return None, end
    group = match.lastgroup or "a"
    name = re.split(r"\s+i första hand", match[group].strip())[0]
    owner = owner_of(name, scene.cast)
    if (
        owner.kind is OwnerKind.UNRESOLVED
        and not (name[0].isupper() or name.casefold() in lexicon().tables["owners"]["unresolved"])
    ) or len(name.split()) > 6:
        return None, end
    place = Span(match.start(group), match.start(group) + len(name))
    return Found(owner, text[place.start : place.end], place, "O3", Certainty.LIKELY), match.start()


_IN_WORDS = re.compile(
    r"(?P<before>.+?)\s+(?:får|fick|ges|har fått)\s+(?:i\s+)?(?:uppdrag|uppgift)|(?:uppdra|uppdras|uppdrogs|uppdrar)\s+(?:åt|till)\s+(?P<after>.+?)\s+att|(?:uppdrag(?:et)?|uppgift)\s+(?:ges|gavs|lämnas|går)?\s*(?:till|åt)\s+(?P<to>.+?)\s+att|\b(?:ge|ger|gav)\s+(?P<given>.+?)\s+i\s+uppdrag|bad\s+(?P<asked>\w+)|\b(?:att)\s+(?P<sub>[A-ZÅÄÖ].+?)\s+(?:ska|skall|tar|gör|får|bör|återkommer)\b",
    re.DOTALL,
)


def read_owner(scene: Scene, words: str, start: int) -> Found[Owner] | None:
    """Who is to act: the subject (rule O1), or the one given the task in so many words (O4)."""
    given = _IN_WORDS.search(words)
    if given:
        group = given.lastgroup or "before"
        lead = len(given[group]) - len(given[group].lstrip())
        begin = given.start(group) + lead
        subject = find_subject(words, scene.cast, begin)
        name = given[group].strip()
        if subject or (name[:1].isupper() and len(name.split()) <= 5) or len(name.split()) <= 2:
            owner = subject.owner if subject else owner_of(name, scene.cast)
            stop = begin + (subject.end if subject else len(name))
            return _owned(
                scene,
                Found(owner, words[begin:stop], Span(start + begin, start + stop), "O4", Certainty.LIKELY),
                subject,
            )
    task = find_task(words, scene.cast) or task_inside(words, scene.cast)
    if task is None or task.subject is None:
        return None
    begin = task.subject_at
    stop = begin + task.subject.end
    if task.subject.owner.name.casefold() == "vi":
        return None
    return _owned(
        scene,
        Found(
            task.subject.owner,
            words[begin:stop].rstrip("."),
            Span(start + begin, start + begin + len(words[begin:stop].rstrip("."))),
            "O1",
            Certainty.LIKELY,
        ),
        task.subject,
    )


def task_inside(words: str, cast: Cast) -> Task | None:
    """The task behind "att" in a decision ("Beslut togs att Anna och Bo tar fram …")."""
    for match in re.finditer(r"(?:\batt|,)\s+(?=[A-ZÅÄÖ])", words):
        task = find_task(words[match.end() :], cast)
        if task:
            return replace(
                task, subject_at=match.end(), at=(task.at[0] + match.end(), task.at[1] + match.end())
            )
    return None


def _owned(scene: Scene, found: Found[Owner], subject: Subject | None) -> Found[Owner]:
    if subject and subject.ambiguous:
        scene.doubt(
            f"Vem är ”{found.value.name}”: {' eller '.join(subject.ambiguous)}?", "owner", found.span, "O5"
        )
        return replace(found, certainty=Certainty.DOUBTFUL)
    if found.value.kind is OwnerKind.UNRESOLVED:
        scene.doubt(f"Vilka är ”{found.value.name}”? Skriv ut dem.", "owner", found.span, "O6")
    return found
