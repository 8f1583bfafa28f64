"""Chair and secretary: rules H8 and H9."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import folded, normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Field, Header, Reader
    from samsyn.minutes.lines import Line


def read_persons(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H8: chair and secretary by label; a name must stand there."""
    for each in fields:
        if each.name not in {"chair", "secretary"}:
            continue
        words = re.split(r"[,(;\n]", each.text)[0].strip(" *_")
        if getattr(reader.header, each.name) is None and is_name(normal(words)):
            begin = each.start + each.text.index(words)
            setattr(
                reader.header, each.name, Found(normal(words), words, Span(begin, begin + len(words)), "H8")
            )


_CHAIR_OPENS = re.compile(
    r"\b(?i:(?:mötes)?ordförande(?:n)?),?\s+(?P<a>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})(?:\s+\([^)]*\))?,?\s*(?:som\s+)?(?:hälsar|hälsade|öppnar|öppnade|förklarar|förklarade)"
    r"|(?:öppnades|öppnas)\s+av\s+(?:mötes)?ordförande(?:n)?,?\s+(?P<b>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})"
    r"|(?:^|(?<=[.]\s))(?P<c>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})\s+(?:hälsar|hälsade|öppnar|öppnade)\b[^.]*\b(?:mötet|välkom\w+)\b"
    r"|\b(?:ordföranden|ordförande)\s+(?P<d>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})\s+\([A-ZÅÄÖ]{1,2}\)"
)


def read_chair_in_text(header: Header, lines: Sequence[Line]) -> None:
    """Rule H9: the chair by the words with which a meeting is opened, or by the signature."""
    for at, line in enumerate(lines):
        if header.chair is not None:
            return
        match = _CHAIR_OPENS.search(line.text)
        if match:
            group = match.lastgroup or "a"
            if match[group][0].isupper() and is_name(normal(match[group])):
                header.chair = Found(
                    normal(match[group]),
                    match[group],
                    Span(line.start + match.start(group), line.start + match.end(group)),
                    "H9",
                    Certainty.LIKELY,
                )
        elif (
            folded(line.text) in {"ordförande", "mötesordförande"}
            and at
            and is_name(normal(lines[at - 1].text))
        ):
            above = lines[at - 1]
            header.chair = Found(normal(above.text), above.text, above.span, "H9", Certainty.LIKELY)
