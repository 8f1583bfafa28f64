"""Organisations in a column of their own before the names ("Trosa      Rut Vifell", rule A2g)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name
from samsyn.minutes.attendance.names import is_name, is_role, is_title_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.descriptions import Place
    from samsyn.minutes.lines import Line

_HOLDER = re.compile(r"(?P<holder>[^\W\d_][^,;:()\t]{1,40}?)(?: {2,}| ?\t\s*)(?=[^\W\d_])")


def behind_holders(lines: Sequence[Line], skip: int) -> tuple[list[Line], dict[int, Place]]:
    """The lines without the organisation that stands before a name, behind a wide gap.

    Args:
        lines: The lines of a paragraph.
        skip: Characters of the first line that belong to a label.

    Returns:
        The lines, and the organisation of each by where the line begins. Lines that are set further in
        have that of the line above.
    """
    found: list[Line] = []
    groups: dict[int, Place] = {}
    group: Place | None = None
    margin = 0
    for order, line in enumerate(lines):
        begin = 0 if order else skip
        match = _holder(line.text, begin)
        bold = bold_holder(line) if match is None and not begin else 0
        if match or bold:
            stop = match.end("holder") if match else len(line.text[:bold].rstrip(" :"))
            group, margin = (line.start + begin, line.start + stop), line.indent
        elif line.indent <= margin:
            group = None
        end = match.end() if match else bold
        if bold == len(line.text):
            continue  # nobody came from there
        found.append(_from(line, end) if end else line)
        if group:
            groups[found[-1].start] = group
    return found, groups


def bold_holder(line: Line) -> int:
    """Where the names begin behind an organisation in bold ("**Trosa** Rut Vifell, Jon Ek"); 0 for others."""
    if not 0 < line.bold_end < len(line.text):
        return 0
    behind = line.text[line.bold_end :]
    if not behind.strip(" :–—-"):
        return len(line.text) if behind.strip(" :") else 0
    names = behind.lstrip(" :")
    at = line.bold_end + len(behind) - len(names)
    return at if at > line.bold_end and begins_with_name(names) else 0


def _from(line: Line, at: int) -> Line:
    return replace(line, text=line.text[at:], start=line.start + at, indent=line.indent + at, labels={})


def _holder(text: str, begin: int) -> re.Match[str] | None:
    """What stands before a wide gap and a name, unless it is a person, a role or a title itself."""
    match = _HOLDER.match(text, begin) if "  " in text or "\t" in text else None
    if match is None or not begins_with_name(text[match.end() :]):
        return None
    holder = match["holder"]
    tells = is_role(holder.casefold()) or is_title_word(holder.rsplit(maxsplit=1)[-1])
    return None if tells or is_name(holder) else match
