"""Labels of statements: before a line, letters that the notes explain, within a paragraph (S1, S3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.labels import Label, field_of, find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.modes import Mode
from samsyn.minutes.texts import folded, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samsyn.minutes.lines import Line

_SECTIONS = frozenset({"decision", "agreed_outcome", "assignment", "next_step"})
_INSIDE = _SECTIONS | {"proposal", "answer"}
_PLANNED = re.compile(r"\s*\(\d{1,3} ?min\w*\.?\)\s*$")  # how long an item is to take
NUMBER = re.compile(r"^(?:§\s*)?\d+[.:)]?\s*")
_ARROWS = r"[-=]+>|[→➔➜➡⇒►▶]"
_MARK = rf"[A-ZÅÄÖ]{{1,5}}|{_ARROWS}"
_EXPLAINED = re.compile(
    rf"(?:(?:{_ARROWS})\s*)?(?P<mark>[A-ZÅÄÖ]{{1,5}})(?:\s*[:=]\s*|\s{{2,}}|\t|\s+(?=att\b))(?=[^\s-])"
)
_ARROW_EXPLAINED = re.compile(rf"(?P<mark>{_ARROWS})\s*(?=\S)")
_MEANS = r"(?:=|betyder|står för)"
_LEGEND = re.compile(rf"(?<!\w)(?P<mark>{_MARK})\s*{_MEANS}\s*(?P<word>[a-zåäö]+)")
_ONE_LEGEND = re.compile(
    rf"^[ \t(]*(?:{_MARK})\s*{_MEANS}\s*(?P<word>[a-zåäö]+)(?: [a-zåäö]+){{0,3}}[ \t).]*$"
)


_LEGEND_LINE = re.compile(
    r"^[ \t(]*(?:[\wåäö]+:[ \t]*)?(?P<pairs>[A-ZÅÄÖ]{1,5}[ \t]*[=:–-]?[ \t]+[a-zåäö]+"
    r"(?:(?:[ \t]*[/,;|][ \t]*|[ \t]{2,})[A-ZÅÄÖ]{1,5}[ \t]*[=:–-]?[ \t]+[a-zåäö]+)+)[ \t).]*$",
    re.MULTILINE,
)
_PAIR = re.compile(r"(?P<mark>[A-ZÅÄÖ]{1,5})[ \t]*[=:–-]?[ \t]+(?P<word>[a-zåäö]+)")


def is_legend(line: Line, legend: Mapping[str, str]) -> bool:
    """Whether a line only explains letters."""
    if not legend:
        return False
    one = _ONE_LEGEND.match(line.text)
    if one and field_of(one["word"], "statement_labels"):
        return True
    return _LEGEND_LINE.match(line.text) is not None


_SIGNS = ("=", "betyder", "står för")


def legend_of(text: str) -> dict[str, str]:
    """Letters that the notes explain ("B = beslut", "B beslut / Ö överenskommet"), with their kinds."""
    explained = list(_LEGEND.finditer(text)) if any(sign in text for sign in _SIGNS) else []
    for line in _LEGEND_LINE.finditer(text):
        explained += _PAIR.finditer(line["pairs"])
    marks = {match["mark"]: field_of(match["word"], "statement_labels") for match in explained}
    return {mark: kind for mark, kind in marks.items() if kind}


def _explained(line: Line, legend: Mapping[str, str]) -> Label | None:
    forms = (_EXPLAINED, _ARROW_EXPLAINED) if legend else ()
    match = next(
        (found for form in forms if (found := form.match(line.text)) and found["mark"] in legend), None
    )
    if match is None or match["mark"] not in legend or match.end() >= len(line.text):
        return None
    return Label(legend[match["mark"]], line.text[: match.end("mark")], match.end())


_FOR_SOMEBODY = re.compile(
    r"(?P<label>(?P<what>[A-ZÅÄÖ][a-zåäö]+) (?:till|åt|för) (?P<who>[^\W\d_][^:.\n]{1,60})):\s*(?=\S)"
)


def _for_somebody(line: Line) -> Label | None:
    """A label of tasks with the one it is for ("Uppdrag till Rut:")."""
    match = _FOR_SOMEBODY.match(line.text)
    field = field_of(match["what"], "statement_labels") if match else None
    if match is None or field != "assignment":
        return None
    if not match["who"][0].isupper() and not _is_somebody(match["who"]):
        return None
    return Label(field, match["label"], match.end())


def _is_somebody(words: str) -> bool:
    """Whether words in small letters are a role, a body or everybody, and not what a task is about."""
    key = folded(words)
    return any(key in lexicon().words("owners", name) for name in ("roles", "bodies", "unresolved"))


_NUMBERED = re.compile(r"(?P<label>(?P<what>[A-ZÅÄÖ][a-zåäö]+) (?:nr )?\d{1,3})\s*(?::|\.|\s[–-])\s*(?=\S)")


def _numbered(line: Line) -> Label | None:
    """A label with a number of its own ("Beslut 9: …")."""
    match = _NUMBERED.match(line.text)
    field = field_of(match["what"], "statement_labels") if match else None
    return Label(field, match["label"], match.end()) if match and field in _SECTIONS else None


def label_before(line: Line, legend: Mapping[str, str]) -> Label | None:
    """The label of a statement that a line begins with; `legend` tells the letters that stand for one."""
    return (
        find_label(line, "statement_labels")
        or _explained(line, legend)
        or _for_somebody(line)
        or _numbered(line)
    )


def section_mode(line: Line) -> Mode | None:
    """Rule S3: a heading that is a label gives its kind to the whole section."""
    words = _PLANNED.sub("", NUMBER.sub("", line.text))
    field = field_of(words, "statement_labels") or _task_field(words)
    return Mode(field, (line.start, line.end), "S3") if field in _SECTIONS else None


def _task_field(words: str) -> str | None:
    """That of a heading of two words, of which one names tasks and the other no kind ("Ansvar/uppgifter")."""
    fields = {field_of(part, "statement_labels") for part in words.split("/")} if "/" in words else set()
    return "assignment" if fields == {"assignment", None} else None


_INNER = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäöÅÄÖ ]{3,40}):(?:\s|(?=[A-ZÅÄÖ]))")


_INNER_MARK = re.compile(r"(?P<label>[A-ZÅÄÖ]{1,5}):\s")


def _field_inside(label: str, legend: Mapping[str, str]) -> str | None:
    return legend.get(label) or field_of(label, "statement_labels")


class Turn(NamedTuple):
    """Where the kind changes within a passage: the end of what stands before, the begin of what follows."""

    at: int
    begin: int
    mode: Mode | None


def opening_label(text: str, start: int, end: int) -> Turn | None:
    """The label that words behind a heading open with ("Taxan – Beslut: Den höjs.")."""
    match = _INNER.match(text, start, end)
    field = field_of(match["label"], "statement_labels") if match else None
    if match is None or field not in _INSIDE:
        return None
    return Turn(match.start(), match.end(), Mode(field or "", match.span("label"), "S1"))


def inner_labels(text: str, start: int, end: int, legend: Mapping[str, str]) -> Iterator[Turn]:
    """The labels that open a sentence in the midst of a passage ("… Beslut: Planen godkänns.").

    A label holds from there on, but for "Svar": an answer is one sentence.
    """
    if text.find(":", start, end) < 0:
        return
    answered = False
    for begin, _ in sentences(text[start:end]):
        match = _INNER.match(text, start + begin, end) if begin else None
        if begin and match is None and legend:
            match = _INNER_MARK.match(text, start + begin, end)
        field = _field_inside(match["label"], legend) if match else None
        if match and field in _INSIDE:
            yield Turn(match.start(), match.end(), Mode(field or "", match.span("label"), "S1"))
        elif answered:
            yield Turn(start + begin, start + begin, None)
        answered = field == "answer"
