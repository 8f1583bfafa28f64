"""Where a list of persons ends: at another label, a heading, running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name, behind_group, behind_role, first_words
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.telling import absence_in_sentence, presence_in_sentence
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.attendance.region import Region
    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line

LISTS = frozenset({"present", "absent", "called"})
ROLES = frozenset({"chair", "secretary"})

_BORDERS = frozenset({BlockKind.HEADING, BlockKind.RULE})


def ends_list(current: Region, lines: Sequence[Line], at: int, label: Label | None) -> bool:
    """Whether a line ends the list: another label, a heading, running text.

    A role within it keeps the list open ("Ordförande: Anna Ek").
    """
    line = lines[at]
    if label and _is_within(current, lines, at, label):
        return False
    if label and not (current.present and label.field in ROLES and _names_after(label, line)):
        return True
    if line.kind in _BORDERS and not is_name(normal(line.text)):
        return not heads_group(current.head, lines, at)
    if _tells_of_roles(line) or lexicon().pattern("part_told").match(line.text):
        return True
    return _is_prose(line) or (current.skip > 0 and _leaves_run(current, line))


def heads_group(above: Line | None, lines: Sequence[Line], at: int) -> bool:
    """Whether a heading names a group of people below the heading of their list ("Närvarande" / "Trosa")."""
    line = lines[at]
    if above is None or not (above.heading and line.heading) or line.level <= above.level:
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and begins_with_name(below.text) and not below.text.endswith(".")


def _is_within(current: Region, lines: Sequence[Line], at: int, label: Label) -> bool:
    """Whether somebody with a role stands among those present ("Sekr: Rut Vifell" before "Inbjuden: …")."""
    line = lines[at]
    above = current.lines[-1] if current.lines else current.head
    if not (current.present and above and label.field in ROLES and at + 1 < len(lines)):
        return False
    if line.block != above.block or not is_name(first_words(line.text[label.value_at :])):
        return False
    following = lines[at + 1]
    more = find_label(following)
    listed = more is not None and more.field in LISTS and more.value_at < len(following.text)
    return following.block == line.block and (
        listed
        or (more is None and begins_with_name(behind_group(following.text)))
        or (more is None and behind_role(following.text) is not None)
        or (not current.skip and more is not None and more.field in ROLES)
    )


def _tells_of_roles(line: Line) -> bool:
    """Whether a line tells who led the meeting or took its notes, and lists nobody."""
    return any(
        (told := lexicon().search(name, line.text)) is not None and told.start() == 0
        for name in ("chair_told", "secretary_by_name")
    )


def _names_after(label: Label, line: Line) -> bool:
    """Whether a name stands behind a role with nothing but a space between ("Sekreterare Rut Vifell")."""
    if not line.text[len(label.words) : label.value_at].isspace():
        return False
    if folded(label.words) not in lexicon().words("attendance", label.field):
        return False  # who took the notes, and no role of somebody in the list ("Antecknat av")
    return is_name(first_words(line.text[label.value_at :]))


def _leaves_run(current: Region, line: Line) -> bool:
    """Whether a new block no longer belongs to a list that began on the label's own line."""
    if line.block == current.lines[-1].block or line.bold_end or line.struck:
        return False
    return not is_name(first_words(line.text)) and not _tells_attendance(line.text)


def _is_prose(line: Line) -> bool:
    """Whether a line begins running text: a long sentence with a verb and no list of names."""
    if not line.first or line.marker or not line.text.rstrip().endswith(".") or "," in line.text[:40]:
        return False
    words = line.text.split()
    return len(words) > 6 and _lower_share(words) > 0.55 and not _tells_attendance(line.text)


def _lower_share(words: Sequence[str]) -> float:
    return sum(1 for word in words if word[0].islower()) / len(words)


def _tells_attendance(text: str) -> bool:
    return absence_in_sentence(text) is not None or presence_in_sentence(text) is not None
