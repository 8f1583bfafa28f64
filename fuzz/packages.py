"""Change a file that is an archive inside one of its parts, so that it stays an archive."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - its own name says nothing

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

ODD_VALUES = (
    *("", "0", "1", "-1", "9", "10", "999999999", "18446744073709551616", "1e9", "NaN", "true"),
    *("off", "%1.%2.", "\u00e5", "\u202e", "bullet", "none", "lowerRoman", "I", "a", "restart"),
    *("continue", " ", "\t"),
)
ODD_WORDS = (
    *(" ", "\u00ad", "\u00a0", "\u2028", "\t", "Datum: 2026-03-10", "Beslut:", "§ 1"),
    *("é", "e\u0301", "\U0001f600"),
)


def change_package(
    content: bytes, max_size: int, seed: int, *, mutate: Callable[[bytes, int], bytes]
) -> bytes:
    """A changed file: mostly one part of it by its elements, seldom by its bytes or the whole file's.

    Args:
        content: The file; what is no archive is changed as bytes.
        max_size: The longest that is wanted.
        seed: Decides what is changed.
        mutate: Changes bytes, to at most as many as told.
    """
    chance = Random(seed)
    members = unpack(content)
    if not members or chance.random() < 0.04:
        return mutate(content, max_size)
    parts = [name for name in members if name.endswith((".xml", ".rels"))] or list(members)
    name = chance.choice(parts)
    if chance.random() < 0.12:
        members[name] = mutate(members[name], max_size)
    else:
        members[name] = change_tree(members[name], chance)
    if chance.random() < 0.02:
        members.pop(chance.choice(list(members)))
    changed = pack(members)
    return changed if len(changed) <= max_size else content


def unpack(content: bytes) -> dict[str, bytes]:
    """The parts of an archive; none where it cannot be opened."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, ZlibError):
        return {}


def pack(members: dict[str, bytes]) -> bytes:
    """An archive."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def change_tree(xml: bytes, chance: Random) -> bytes:
    """A part with a few of its elements moved, copied, left out, or given odd values."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return xml
    for _ in range(chance.randint(1, 4)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        chance.choice(CHANGES)(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set_value(one: etree._Element, _: etree._Element, chance: Random) -> None:
    if one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(ODD_VALUES))


def _take_value(one: etree._Element, other: etree._Element, chance: Random) -> None:
    if other.attrib:
        key = chance.choice(list(other.attrib))
        one.set(key, other.get(key, ""))


def _drop_value(one: etree._Element, _: etree._Element, chance: Random) -> None:
    if one.attrib:
        one.attrib.pop(chance.choice(list(one.attrib)))


def _copy(one: etree._Element, other: etree._Element, chance: Random) -> None:
    if len(one) + sum(1 for _ in one.iter()) < 200:
        copied = deepcopy(one)
        copied.tail = None
        other.insert(chance.randint(0, len(other)), copied)


def _move(one: etree._Element, other: etree._Element, chance: Random) -> None:
    if one.getparent() is not None and one not in {other, *other.iterancestors()}:
        other.insert(chance.randint(0, len(other)), one)


def _remove(one: etree._Element, _: etree._Element, __: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _rename(one: etree._Element, other: etree._Element, _: Random) -> None:
    one.tag = other.tag


def _write(one: etree._Element, _: etree._Element, chance: Random) -> None:
    words = "".join(chance.choice(ODD_WORDS) for _ in range(chance.randint(1, 3)))
    one.text = words if chance.random() < 0.5 else f"{one.text or ''}{words}"


CHANGES = (_set_value, _take_value, _drop_value, _copy, _move, _remove, _rename, _write)
