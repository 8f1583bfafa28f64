"""Verbs that hand something over, in the forms that say what happens now, with the roles of receivers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from samsyn.matters.handing.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 90  # characters between a verb and the word that leads to the receiver
TOGETHER = ("tillsammans med ", "samråd med ", "samverkan med ", "dialog med ", "i linje med ")
STOPS = re.compile(r"[;:(]| – | som | att | eftersom | medan ")


@dataclass(frozen=True, slots=True)
class Frame:
    """Verbs that are built alike.

    Attributes:
        verb: Finds any form of any of them that says what happens now.
        roles: Finds a word that leads to the receiver.
        particles: Finds one of the words without which the verb means something else; None if it needs none.
        of_anybody: A receiver that nobody has heard of counts too.
        of_questions: Only a question, or what is called one of the `objects`, goes on so.
        of_bodies: Only to a body that is known.
    """

    verb: re.Pattern[str]
    roles: re.Pattern[str]
    particles: re.Pattern[str] | None
    of_anybody: bool
    of_questions: bool
    of_bodies: bool

    def places(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where a verb begins and ends, and where the receiver begins that a role leads to."""
        for verb in self.verb.finditer(text):
            reach = STOPS.split(text[verb.end() : verb.end() + WINDOW], maxsplit=1)[0]
            for role in self.roles.finditer(reach):
                between = reach[: role.end()]
                if between.endswith(TOGETHER):
                    continue
                if self.particles is None or self.particles.search(between):
                    yield verb.start(), verb.end(), verb.end() + role.end()


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of `lexicon.toml`, in its order."""
    return tuple(_frame(row) for row in tables()["frame"])


def _frame(row: dict[str, list[str]]) -> Frame:
    active = [form for verb in row["verbs"] for form in verb.split()]
    passive = [_passive(form) for form in active] if "passive" in row["voices"] else []
    spoken = active if "active" in row["voices"] else []
    forms = sorted({*spoken, *passive}, key=len, reverse=True)
    needed = row.get("particles", [])
    return Frame(
        re.compile(rf"\b(?:{'|'.join(forms)})\b"),
        re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(row['roles'])}):? "),
        re.compile(rf"\b(?:{'|'.join(needed)})\b") if needed else None,
        "anybody" in row["voices"],
        "questions" in row["voices"],
        "bodies" in row["voices"],
    )


def _passive(form: str) -> str:
    """A verb's passive form in s: "lyfta" and "lyfter" are "lyftas" and "lyfts", "lämnar" is "lämnas"."""
    if form.endswith("er") and len(form) > len("ger"):
        return f"{form[:-2]}s"
    return f"{form[:-1]}s" if form.endswith(("ar", "er", "or")) else f"{form}s"
