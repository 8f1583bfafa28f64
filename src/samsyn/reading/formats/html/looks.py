"""How words look: what tags, `style` attributes and the simplest rules of style sheets say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look

if TYPE_CHECKING:
    from collections.abc import Mapping

BOLD_FROM = 600
MOST_RULES = 5_000
REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.IGNORECASE)
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


class Switches(NamedTuple):
    """What is said of a look; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None

    def over(self, base: Look) -> Look:
        """The look of words within others that look like `base`; a line through them goes on."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.struck or bool(self.struck),
        )

    @property
    def say_something(self) -> bool:
        """Whether anything is said."""
        return any(value is not None for value in self)


NOTHING_SAID = Switches()
TAGS = {
    **dict.fromkeys(("b", "strong"), Switches(bold=True)),
    **dict.fromkeys(("i", "em", "dfn"), Switches(italic=True)),
    **dict.fromkeys(("s", "strike", "del"), Switches(struck=True)),
}


def read_style(written: str) -> Switches:
    """What a `style` attribute, or the body of a rule, says of a look."""
    if ":" not in written:
        return NOTHING_SAID
    bold = italic = struck = None
    for said in written.lower().split(";"):
        name, _, value = (part.strip() for part in said.partition(":"))
        words = value.split() or [""]
        if name == "font-weight":
            bold = bool({"bold", "bolder"} & set(words)) or (
                words[0].isdecimal() and int(words[0][:4]) >= BOLD_FROM
            )
        elif name == "font-style":
            italic = bool({"italic", "oblique"} & set(words))
        elif name.startswith("text-decoration") and "line-through" in words:
            struck = True
    return Switches(bold, italic, struck)


def read_sheet(written: str) -> dict[tuple[str, str], Switches]:
    """The rules of a style sheet for a tag, a class, or a class of a tag, as {(tag, class): look}."""
    rules: dict[tuple[str, str], Switches] = {}
    for part in REMARK.sub("", written).split("}")[:MOST_RULES]:
        before, _, body = part.rpartition("{")
        switches = read_style(body)
        for selector in before.rpartition("{")[2].split(",") if switches.say_something else ():
            simple = SIMPLE.match(selector.strip())
            if simple and (simple[1] or simple[2]):
                rules[(simple[1] or "").lower(), simple[2] or ""] = switches
    return rules


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it is not shown."""
    return "hidden" in attributes or bool(HIDING.search(attributes.get("style", "")))
