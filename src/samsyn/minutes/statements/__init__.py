"""What was decided, agreed, given to somebody, proposed, asked and said.

Rules S1-S80 in docs/reading/statements.md: first what labels say, then lead-ins, then the words of
each sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found, Kind, Owner, OwnerKind, Period, Precision, Statement
from samsyn.minutes.references import find_references
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.passages import lead_in, passages
from samsyn.minutes.statements.tables import ActionRow, action_rows
from samsyn.minutes.statements.tasks import Task, find_due, find_task
from samsyn.minutes.subjects import Subject, find_subject, owner_of
from samsyn.minutes.texts import normal, sentences
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samsyn.minutes.days import Mention
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import AgendaItem
    from samsyn.minutes.statements.passages import Mode, Passage
    from samsyn.minutes.subjects import Cast
    from samsyn.reading import Document

_OUTCOMES = frozenset({Kind.DECISION, Kind.AGREED_OUTCOME, Kind.ASSIGNMENT, Kind.NEXT_STEP})
_WHOLE = frozenset({"answer", "question"})


@dataclass(slots=True)
class Scene:
    """What the reading of statements needs to know of the notes, and what it has found so far."""

    document: Document
    items: Sequence[AgendaItem]
    cast: Cast
    met_on: date | None
    next_on: date | None
    statements: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, reason: str, name: str, span: Span, rule: str) -> None:
        """Add a doubt about the statement that comes next."""
        self.doubts.append(Doubt(reason, f"statements[{len(self.statements)}].{name}", span, rule))


def read_statements(scene: Scene, lines: Sequence[Line], heading_lines: frozenset[int], first: int) -> None:
    """Fill `scene.statements` and `scene.doubts` from line `first` on, in the order of the notes."""
    found = passages(lines, heading_lines, scene.document.text, first)
    inherited: Mode | None = None
    for passage in found:
        mode = passage.mode or (inherited if _is_entry(scene, passage) else None)
        if not _is_entry(scene, passage):
            inherited = None
        if lead_in(passage, scene.document.text):
            inherited = _led_mode(scene, passage) or inherited
            if inherited:
                continue
        _read_passage(scene, passage, mode)
    for row in action_rows(lines[first:]):
        _read_row(scene, row)
    _settle(scene)


def _is_entry(scene: Scene, passage: Passage) -> bool:
    return passage.entry or re.match(r"(?:[Aa]tt|\d+[.)])\s", scene.document.text[passage.start : passage.end]) is not None


def _led_mode(scene: Scene, passage: Passage) -> Mode | None:
    """Rule S4: the kind that a lead-in gives to the list below it."""
    from samsyn.minutes.statements.passages import Mode as Led  # noqa: PLC0415 - typing import above

    text = scene.document.text[passage.start : passage.end]
    start = [place for place, _ in sentences(text)][-1]
    cue = find_cue(text[start:], among="S1 S20 S30 S40")
    if cue is None:
        return None
    at = (passage.start + start + cue.at[0], passage.start + start + cue.at[1])
    return Led(cue.kind.value, at, "S4")


# ---- One passage ------------------------------------------------------------------------------


def _read_passage(scene: Scene, passage: Passage, mode: Mode | None) -> None:
    text = scene.document.text[passage.start : passage.end]
    if mode is None and re.match(r"[Aa]tt\s", text):
        mode = _clause_mode(scene, passage)
    if mode and mode.kind in _WHOLE:
        _add(scene, Kind(mode.kind), passage.start, passage.end, mode)
        return
    if mode and mode.kind == "decision":
        _decisions(scene, passage, mode, text)
        return
    if mode and mode.rule == "S3" and mode.kind == "assignment" and passage.entry:
        _add(scene, Kind.ASSIGNMENT, passage.start, passage.end, mode)
        return
    for start, end in sentences(text):
        _sentence(scene, passage.start + start, passage.start + end, mode)


_LINK = re.compile(r"\s*\bSe\s[^.?!]{0,40}https?://\S+\s*$")


def _clause_mode(scene: Scene, passage: Passage) -> Mode:
    """Rule S6: att-clauses without lead-in are decisions, as boards write them."""
    from samsyn.minutes.statements.passages import Mode as Clause  # noqa: PLC0415 - typing import above

    return Clause("decision", (passage.start, passage.start + 3), "S6")


_LEAD = re.compile(r"^(?:Enligt [^:]{3,80}:\s*|(?:[\wåäöÅÄÖ,() -]{0,60}\b(?:beslutar|beslutade|beslutades|beslöt)\b[^:.]{0,40}:?\s*)(?=[Aa]tt\s|\n\s*[Aa]tt\s))")
_CLAUSE = re.compile(r"(?:(?<=\n)|(?<=,\s)|(?<=samt\s)|(?<=och\s)|^)\s*(?:[-–•·]\s*)?[Aa]tt\s", re.MULTILINE)


def _decisions(scene: Scene, passage: Passage, mode: Mode, text: str) -> None:
    """Each decision below a label: a sentence, or each of its att-clauses."""
    point = re.match(r"\d+[.)]\s+", text)
    skip = point.end() if point else 0
    for start, end in ((a + skip, b + skip) for a, b in sentences(text[skip:])):
        lead = _LEAD.match(text[start:end])
        begin = start + (lead.end() if lead else 0)
        if mode.rule == "S1" and begin > 0 and find_task(text[begin:end], scene.cast) and scene.statements:
            _sentence(scene, passage.start + begin, passage.start + end, None)
            continue
        clauses = list(_clauses(text, begin, end))
        for a, b in clauses or [(begin, end)]:
            _decision(scene, passage.start + a, passage.start + b, mode)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The att-clauses of a decision, where each stands on a line of its own."""
    starts = [start + m.end() - 4 for m in _CLAUSE.finditer(text[start:end]) if m.start() == 0 or "\n" in text[start + m.start() - 1 : start + m.end()]]
    if len(starts) < 2 and not (starts and starts[0] == start):
        return
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        words = re.sub(r"[\s,;]*(?:\b(?:samt|och)\b)?\s*(?:[-–•·])?\s*$", "", text[begin:stop])
        yield begin, begin + len(words)


def _decision(scene: Scene, start: int, end: int, mode: Mode) -> None:
    words = scene.document.text[start:end]
    cue = find_cue(words, among="S21 S22")
    if cue and cue.kind is Kind.POSTPONEMENT:
        _add(scene, Kind.POSTPONEMENT, start, end, mode)
    elif cue:
        _sentence(scene, start, end, None)
    elif _is_next_meeting(words):
        _add(scene, Kind.INFORMATION, start, end, None)
    else:
        _add(scene, Kind.DECISION, start, end, mode)


def _is_next_meeting(words: str) -> bool:
    return re.match(r"(?:nästa|kommande) (?:\w+)?(?:möte|sammanträde|träff)", words, re.IGNORECASE) is not None


# ---- One sentence -----------------------------------------------------------------------------

_ANSWERED = re.compile(r"^svaret (?:blir|blev|är|var)\b", re.IGNORECASE)
_DONE_WHEN = re.compile(r"^(?:klart?|klara|deadline|senast|återkoppling(?: senast)?|tid)\b[\s:]*(?:senast |till |den )*", re.IGNORECASE)


def _sentence(scene: Scene, start: int, end: int, mode: Mode | None) -> None:
    words = scene.document.text[start:end]
    if _adds_due(scene, start, words) or _adds_owner(scene, start, words):
        return
    task = find_task(words, scene.cast)
    later = mode is not None and scene.statements and scene.statements[-1].kind.span == Span(*mode.at)
    if mode and mode.kind in {"assignment", "next_step", "agreed_outcome"} and not (later and task):
        _add(scene, Kind(mode.kind), start, end, mode)
        return
    cue = find_cue(words)
    binding = cue is not None and (cue.kind in _OUTCOMES | {Kind.POSTPONEMENT, Kind.REFERENCE, Kind.QUESTION, Kind.PROPOSAL} or cue.rule == "S22")
    if task and not binding:
        _tasks(scene, start, end)
        return
    if cue is None:
        kind = Kind(mode.kind) if mode else Kind.ANSWER if _ANSWERED.match(words) else Kind.INFORMATION
        _add(scene, kind, start, end, mode)
        return
    if mode and cue.kind not in _OUTCOMES:
        _add(scene, Kind(mode.kind), start, end, mode)
        return
    _by_cue(scene, start, end, cue.kind, (start + cue.at[0], start + cue.at[1]), cue.rule)


def _by_cue(scene: Scene, start: int, end: int, kind: Kind, at: tuple[int, int], rule: str) -> None:
    certainty = Certainty.LIKELY
    if rule == "S12" and re.search(r"samsyn|enighet|konsensus", scene.document.text[at[0] : at[1]], re.IGNORECASE):
        certainty = Certainty.DOUBTFUL
        scene.doubt("Är det en överenskommelse eller en beskrivning av läget?", "kind", Span(*at), rule)
    mark = Found(kind, scene.document.text[at[0] : at[1]], Span(*at), rule, certainty)
    _append(scene, mark, start, end, explicit=rule in {"S30", "S40"})


_NEXT_CLAUSE = re.compile(r",\s+(?:och\s+|samt\s+|medan\s+)?(?=[A-ZÅÄÖ])")


def _tasks(scene: Scene, start: int, end: int) -> None:
    """A sentence of tasks: cut at commas where the next clause has a subject and task of its own."""
    text = scene.document.text
    cuts = [m for m in _NEXT_CLAUSE.finditer(text, start, end) if find_task(text[m.end() : end], scene.cast)]
    begins = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    for begin, stop in zip(begins, stops, strict=True):
        task = find_task(text[begin:stop], scene.cast)
        if task is None:
            continue
        at = (begin + task.at[0], begin + task.at[1])
        if task.certainty is Certainty.DOUBTFUL:
            scene.doubt("Är det en åtgärd eller en beskrivning?", "kind", Span(*at), task.rule)
        _append(scene, Found(task.kind, text[slice(*at)], Span(*at), task.rule, task.certainty), begin, stop, explicit=True)


def _adds_due(scene: Scene, start: int, words: str) -> bool:
    """A short sentence that only says when ("Klart 251205.") gives the due of the one before."""
    if not scene.statements or len(words) > 45:
        return False
    lead = _DONE_WHEN.match(words)
    mention = next(iter(find_mentions(words)), None) if lead else None
    before = scene.statements[-1]
    if mention is None or before.due or not before.action or mention.start > (lead.end() if lead else 0) + 1:
        return False
    scene.statements[-1] = replace(before, due=_due(scene, words, start, mention, len(scene.statements) - 1))
    return True


def _adds_owner(scene: Scene, start: int, words: str) -> bool:
    """A sentence of two words ("Viktoria skriver.") gives the owner of the task before it (rule O8)."""
    if not scene.statements or len(words.split()) != 2 or not scene.statements[-1].action:
        return False
    task = find_task(words, scene.cast)
    if task is None or task.subject is None or task.subject.owner.kind is not OwnerKind.PERSON:
        return False
    place = Span(start, start + task.subject.end)
    owner = Found(task.subject.owner, words[: task.subject.end], place, "O8", Certainty.LIKELY)
    scene.statements[-1] = replace(scene.statements[-1], owner=owner)
    return True


# ---- Making a statement -----------------------------------------------------------------------


def _add(scene: Scene, kind: Kind, start: int, end: int, mode: Mode | None) -> None:
    text = scene.document.text
    if mode:
        mark = Found(kind, text[slice(*mode.at)], Span(*mode.at), mode.rule)
    else:
        mark = Found(kind, text[start:end], Span(start, end), "S90", Certainty.LIKELY)
    _append(scene, mark, start, end, explicit=kind in {Kind.ASSIGNMENT, Kind.NEXT_STEP})


_GIVES = re.compile(r"\b(?:uppdra[rs]?|uppdrogs) (?:åt|till)\b|\b(?:ge|ger|gav) [^.]{2,60}? i uppdrag\b|\bfår i uppdrag\b", re.IGNORECASE)
_TAIL_OWNER = re.compile(r"\s*(?:\s[-–—]\s*)?\((?:ansvarig(?:a)?:?\s*)?(?P<a>[A-ZÅÄÖa-zåäö][^()]{1,60})\)\s*\.?\s*$|\s[-–—]\s*(?:ansvarig(?:a)?:?\s*)?(?P<b>[^–—\n]{2,60}?)\s*[.?]?\s*$|\s*\bAnsvarig(?:a)?\s*(?:är|:)\s*(?P<c>[^.\n]{2,60})\.?\s*$", re.IGNORECASE)


def _append(scene: Scene, kind: Found[Kind], start: int, end: int, *, explicit: bool) -> None:
    text = scene.document.text
    owner, end = _tail_owner(scene, kind.value, start, end, explicit=explicit)
    if kind.rule == "S3" and (link := _LINK.search(text, start, end)):
        end = link.start()
    words = text[start:end]
    task = find_task(words, scene.cast)
    inner = _task_inside(words, scene.cast) if kind.value in _OUTCOMES else None
    given = kind.value in _OUTCOMES and _GIVES.search(words) is not None
    action = explicit or given or ((task or inner) is not None and kind.value in _OUTCOMES)
    if owner is None and (action or kind.value is Kind.DECISION):
        owner = _owner(scene, words, start)
    due = None
    if kind.value in _OUTCOMES | {Kind.POSTPONEMENT, Kind.PROPOSAL}:
        mention = find_due(words, firm=not (explicit or action))
        due = _due(scene, words, start, mention, len(scene.statements)) if mention else _recurring(words, start, explicit=explicit)
        due = due or _heading_due(scene, start, explicit=explicit)
    statement = Statement(
        text=Found(normal(words).strip(" *_"), words, Span(start, end), kind.rule, kind.certainty),
        kind=kind,
        item=item_at(scene.items, start),
        action=action,
        owner=owner,
        due=due,
        references=find_references(words, start, scene.met_on),
        excluded=_excluded(words, start),
    )
    _ask_which_meeting(scene, statement)
    scene.statements.append(statement)


def _tail_owner(scene: Scene, kind: Kind, start: int, end: int, *, explicit: bool) -> tuple[Found[Owner] | None, int]:
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
    if owner.kind is OwnerKind.UNRESOLVED and not (name[0].isupper() or name.casefold() in lexicon().tables["owners"]["unresolved"]) or len(name.split()) > 6:
        return None, end
    place = Span(match.start(group), match.start(group) + len(name))
    return Found(owner, text[place.start : place.end], place, "O3", Certainty.LIKELY), match.start()


_IN_WORDS = re.compile(r"(?P<before>.+?)\s+(?:får|fick|ges|har fått)\s+(?:i\s+)?(?:uppdrag|uppgift)|(?:uppdra|uppdras|uppdrogs|uppdrar)\s+(?:åt|till)\s+(?P<after>.+?)\s+att|(?:uppdrag(?:et)?|uppgift)\s+(?:ges|gavs|lämnas|går)?\s*(?:till|åt)\s+(?P<to>.+?)\s+att|\b(?:ge|ger|gav)\s+(?P<given>.+?)\s+i\s+uppdrag|bad\s+(?P<asked>\w+)|\b(?:att)\s+(?P<sub>[A-ZÅÄÖ].+?)\s+(?:ska|skall|tar|gör|får|bör|återkommer)\b", re.DOTALL)


def _owner(scene: Scene, words: str, start: int) -> Found[Owner] | None:
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
            return _owned(scene, Found(owner, words[begin:stop], Span(start + begin, start + stop), "O4", Certainty.LIKELY), subject)
    task = find_task(words, scene.cast) or _task_inside(words, scene.cast)
    if task is None or task.subject is None:
        return None
    begin = task.subject_at
    stop = begin + task.subject.end
    if task.subject.owner.name.casefold() == "vi":
        return None
    return _owned(scene, Found(task.subject.owner, words[begin:stop].rstrip("."), Span(start + begin, start + begin + len(words[begin:stop].rstrip("."))), "O1", Certainty.LIKELY), task.subject)


def _task_inside(words: str, cast: Cast) -> Task | None:
    """The task behind "att" in a decision ("Beslut togs att Anna och Bo tar fram …")."""
    for match in re.finditer(r"(?:\batt|,)\s+(?=[A-ZÅÄÖ])", words):
        task = find_task(words[match.end() :], cast)
        if task:
            return replace(task, subject_at=match.end(), at=(task.at[0] + match.end(), task.at[1] + match.end()))
    return None


def _owned(scene: Scene, found: Found[Owner], subject: Subject | None) -> Found[Owner]:
    if subject and subject.ambiguous:
        scene.doubt(f"Vem är ”{found.value.name}”: {' eller '.join(subject.ambiguous)}?", "owner", found.span, "O5")
        return replace(found, certainty=Certainty.DOUBTFUL)
    if found.value.kind is OwnerKind.UNRESOLVED:
        scene.doubt(f"Vilka är ”{found.value.name}”? Skriv ut dem.", "owner", found.span, "O6")
    return found


def _due(scene: Scene, words: str, start: int, mention: Mention, at: int) -> Found[Period]:
    direction = direction_of(words, mention)
    dated = date_mention(mention, met_on=scene.met_on, direction=Direction.FORWARD if direction is Direction.UNKNOWN else direction)
    span = Span(start + mention.start, start + mention.end)
    if dated.unsure:
        scene.doubts.append(Doubt("Vilket år avses?", f"statements[{at}].due", span, "Y2"))
    return Found(dated.period, words[mention.start : mention.end], span, mention.rule, Certainty.LIKELY)


def _recurring(words: str, start: int, *, explicit: bool) -> Found[Period] | None:
    mention = next((m for m in find_mentions(words) if m.precision is Precision.RECURRING), None) if explicit else None
    if mention is None:
        return None
    return Found(Period(None, None, Precision.RECURRING), words[mention.start : mention.end], Span(start + mention.start, start + mention.end), mention.rule)


def _heading_due(scene: Scene, start: int, *, explicit: bool) -> Found[Period] | None:
    """Rule O7: what is to be done below a heading that names a day is due that day."""
    at = item_at(scene.items, start) if explicit else None
    if at is None:
        return None
    heading = scene.items[at].heading
    mention = next((m for m in find_mentions(heading.words) if m.precision is Precision.DAY), None)
    if mention is None:
        return None
    found = _due(scene, heading.words, heading.span.start, mention, len(scene.statements))
    return replace(found, rule="O7")


@cache
def _exclusions() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in lexicon().words("owners", "excluded"))


def _excluded(words: str, start: int) -> tuple[Found[str], ...]:
    """Organisations that are said not to take part (rule S8)."""
    for pattern in _exclusions():
        match = pattern.search(words)
        if match:
            return (Found(normal(match["who"]), match["who"], Span(start + match.start("who"), start + match.end("who")), "S8", Certainty.LIKELY),)
    return ()


def _ask_which_meeting(scene: Scene, statement: Statement) -> None:
    """A doubt where something is put to "a coming meeting" (rule R2)."""
    if statement.kind.value not in _OUTCOMES | {Kind.POSTPONEMENT}:
        return
    for reference in statement.references:
        on = reference.value.on
        if on and on.precision is Precision.MEETING and on.start is None and re.search(r"kommande|senare|nästkommande", reference.words, re.IGNORECASE):
            near = f" {scene.next_on.day}/{scene.next_on.month} är det närmaste." if scene.next_on else ""
            scene.doubt(f"Vilket möte avses?{near}", "references", reference.span, "R2")


# ---- Tables and answers -----------------------------------------------------------------------


def _read_row(scene: Scene, row: ActionRow) -> None:
    start, end = row.what[0].start, row.what[-1].end
    text = scene.document.text
    owner = due = None
    if row.who:
        owner = Found(owner_of(row.who.text, scene.cast), row.who.text, row.who.span, "S35")
    if row.when:
        mention = next(iter(find_mentions(row.when.text)), None)
        due = _due(scene, row.when.text, row.when.start, mention, len(scene.statements)) if mention else Found(Period(None, None, Precision.UNCERTAIN), row.when.text, row.when.span, "S35", Certainty.DOUBTFUL)
        due = replace(due, words=row.when.text, span=row.when.span)
    mark = Found(Kind.ASSIGNMENT, text[start:end], Span(start, end), "S35")
    scene.statements.append(
        Statement(Found(normal(text[start:end]), text[start:end], Span(start, end), "S35"), mark, item_at(scene.items, start), action=True, owner=owner, due=due, references=find_references(text[start:end], start, scene.met_on))
    )


def _settle(scene: Scene) -> None:
    """Put an answer to the question before it."""
    question: int | None = None
    for at, statement in enumerate(scene.statements):
        if statement.kind.value is Kind.QUESTION:
            question = at
        elif statement.kind.value is Kind.ANSWER and question is not None:
            scene.statements[at] = replace(statement, answer_to=question)
        elif statement.item is not None and question is not None and statement.item != scene.statements[question].item:
            question = None
