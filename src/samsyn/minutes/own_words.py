"""Words, bodies and people of a county's own, added to the Swedish lexicon."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import swedish
from samsyn.reading import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from samsyn.minutes.lexicon import Lexicon

# Lists that may be added to, by table; "*" stands for all lists of the table.
OPEN = {
    "labels": ("*",),
    "statement_labels": ("*",),
    "title": ("words", "notes", "notice", "agenda", "frame", "standing"),
    "bodies": ("heads", "not_bodies"),
    "organisations": ("words", "suffixes"),
    "attendance": ("titles", "chair", "vice_chair", "secretary", "other_roles", "absent_marks"),
    "owners": ("roles", "bodies", "unresolved"),
    "tables": ("*",),
    "verbs": ("task", "telling"),
}
NAMED = ("body", "person")


class OwnWordsUnusable(ReadingError):
    """The file with words of one's own cannot be used."""

    def __init__(
        self, name: str, problem: str, remedy: str = "rätta filen efter docs/reading/own-words.md"
    ) -> None:
        """Say what is wrong and what to do."""
        super().__init__(name, problem, remedy)


def read_own_words(text: str, *, name: str) -> Lexicon:
    """The Swedish lexicon with a county's own words.

    Args:
        text: A TOML file: tables and lists as in `lexicon/sv.toml`, and `[[body]]` and `[[person]]` with
            `name` and `also`, the other names.
        name: The file's name, for messages.

    Raises:
        OwnWordsUnusable: It is no TOML, or names a list that there is not.
    """
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OwnWordsUnusable(name, f"är ingen giltig TOML-fil ({error})") from error
    tables = {**swedish().tables}
    for table, lists in own.items():
        if table not in NAMED:
            tables[table] = _extended(tables, table, lists, name)
    if "heads" in own.get("bodies", {}):
        tables["bodies"] = {
            **tables["bodies"],
            "stems": [*tables["bodies"]["stems"], *_lowered(own["bodies"]["heads"])],
        }
    names = {key: dict(_other_names(own.get(key, []), key, name)) for key in NAMED}
    return replace(
        swedish(),
        tables=tables,
        bodies=names["body"],
        persons=names["person"],
        derived={},
        _words={},
        _patterns={},
    )


def _extended(
    tables: Mapping[str, Mapping[str, list[str]]], table: str, lists: object, name: str
) -> dict[str, list[str]]:
    if table not in OPEN or not isinstance(lists, dict):
        raise OwnWordsUnusable(name, f"har en tabell som inte finns: [{table}]")
    extended = {**tables[table]}
    for key, words in lists.items():
        if key not in extended or not ({"*", key} & set(OPEN[table])):
            raise OwnWordsUnusable(name, f"har en lista som inte går att fylla på: {key} i [{table}]")
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise OwnWordsUnusable(name, f"har något annat än ord i listan {key} i [{table}]")
        extended[key] = [*extended[key], *_lowered(words)]
    return extended


def _lowered(words: list[str]) -> list[str]:
    return [word.strip().casefold() for word in words]


def _other_names(rows: object, key: str, name: str) -> Iterator[tuple[str, str]]:
    """Each name, its own included, with the name that it stands for."""
    for row in rows if isinstance(rows, list) else [rows]:
        proper = row.get("name") if isinstance(row, dict) else None
        also = row.get("also", []) if isinstance(row, dict) else None
        if (
            not isinstance(proper, str)
            or not isinstance(also, list)
            or not all(isinstance(one, str) for one in also)
        ):
            raise OwnWordsUnusable(
                name, f"har en rad [[{key}]] utan name, eller med also som inte är en lista"
            )
        yield from ((one.strip().casefold(), proper) for one in (proper, *also))


def read_own_words_file(path: Path) -> Lexicon:
    """The Swedish lexicon with the words in a file on the disk.

    Raises:
        OwnWordsUnusable: As `read_own_words`, and where the file cannot be read.
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise OwnWordsUnusable(
            path.name, f"går inte att läsa ({error.strerror})", "ange en annan fil"
        ) from error
    except UnicodeDecodeError as error:
        raise OwnWordsUnusable(path.name, "är inte sparad som UTF-8", "spara om den som UTF-8") from error
    return read_own_words(text, name=path.name)
