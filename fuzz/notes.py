"""Change notes as a person would: lines moved, labels, names and dates put in and taken away."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES = ("Rut Vifell", "Tage Wrangmark", "Cilla af Nord", "RV", "Flens kommun", "Region Sörmland", "SKR")
DATES = (
    *("2026-03-10", "10/3", "260310", "den 31 februari", "9 oktober", "v. 15", "hösten 2026"),
    *("1/7-26", "kl 9-12"),
)
MARKS = (
    *("# ", "## 3. ", "- ", "  - ", "1. ", "§ 4 ", "| ", " | ", "**", "~~", "• ", "→ "),
    *("\t", ": ", " (", ") ", ", ", "?"),
)
ODD = (
    *("\u00a0", "\u00ad", "\u2028", "\r", "\x0b", "e\u0301", "İ", "ſ", "ß", "\U0001f600"),
    *("\ufffd", "\u202e", "|---|---|"),
)
LONGEST = 8_000


def change_notes(content: bytes, max_size: int, seed: int, *, mutate: Callable[[bytes, int], bytes]) -> bytes:
    """Changed notes: mostly by lines and words of the language, seldom by bytes."""
    chance = Random(seed)
    if chance.random() < 0.1:
        return mutate(content, max_size)
    lines = content.decode("utf-8", errors="replace").split("\n")
    for _ in range(chance.randint(1, 6)):
        chance.choice(CHANGES)(lines, chance.randrange(len(lines)), chance)
        lines = lines or [""]
    return "\n".join(lines).encode("utf-8", errors="replace")[: min(max_size, LONGEST)]


@cache
def lexicon() -> tuple[str, ...]:
    """Every word of the lexicon's tables."""
    folder = files("samsyn.minutes") / "lexicon"
    tables = [one for one in folder.iterdir() if one.name.endswith(".toml")]
    return tuple(sorted({word for one in tables for word in _words(tomllib.loads(one.read_text("utf-8")))}))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *_words(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


def _token(chance: Random) -> str:
    word = chance.choice(chance.choice((lexicon(), lexicon(), NAMES, DATES, MARKS, ODD)))
    return chance.choice((word, word, word.capitalize(), word.upper(), f"{word}:", f"**{word}:** "))


def _insert_word(lines: list[str], at: int, chance: Random) -> None:
    place = chance.randint(0, len(lines[at]))
    lines[at] = f"{lines[at][:place]}{_token(chance)}{chance.choice(('', ' '))}{lines[at][place:]}"


def _begin_line(lines: list[str], at: int, chance: Random) -> None:
    lines[at] = f"{chance.choice(MARKS)}{_token(chance)} {lines[at]}"


def _new_line(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(at, " ".join(_token(chance) for _ in range(chance.randint(0, 8))))


def _cut_line(lines: list[str], at: int, chance: Random) -> None:
    place = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _join_lines(lines: list[str], at: int, chance: Random) -> None:
    lines[at : at + 2] = [chance.choice(("", " ", ", ")).join(lines[at : at + 2])]


def _move_line(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(at))


def _copy_line(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def _drop_line(lines: list[str], at: int, _: Random) -> None:
    lines.pop(at)


def _drop_word(lines: list[str], at: int, chance: Random) -> None:
    words = lines[at].split(" ")
    words.pop(chance.randrange(len(words)))
    lines[at] = " ".join(words)


CHANGES = (
    *(_insert_word, _insert_word, _begin_line, _new_line, _cut_line),
    *(_join_lines, _move_line, _copy_line, _drop_line, _drop_word),
)
