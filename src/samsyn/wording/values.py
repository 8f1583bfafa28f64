"""The keys of a rule's file and what stands at them, each refused with its line where it cannot be used."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Never

from samsyn.wording.errors import RuleUnusable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Values:
    """What a file says."""

    def __init__(self, values: Mapping[str, object], lines: Mapping[str, int], file: str) -> None:
        """Keep them beside the lines they stand on."""
        self._values = values
        self._lines = lines
        self._file = file

    def refuse(self, key: str, trouble: str) -> Never:
        """Say what is wrong at a key.

        Raises:
            RuleUnusable: Always.
        """
        raise RuleUnusable(self._file, self._lines.get(key), trouble)

    def allow(self, keys: Collection[str], *, of: str) -> None:
        """Refuse every key but these."""
        for key in self._values:
            if key not in keys:
                near = get_close_matches(str(key), keys, n=1)
                hint = f"menade du ”{near[0]}”" if near else f"de som finns är {', '.join(sorted(keys))}"
                self.refuse(key, f"”{key}” är ingen nyckel för {of}, {hint}")

    def has(self, key: str) -> bool:
        """Whether something stands at a key."""
        return self._values.get(key) is not None

    def text(self, key: str, *, default: str | None = None) -> str:
        """Words; refused where they are missing, unless there is a default."""
        value = self._values.get(key)
        if value is None and default is not None:
            return default
        if value is None:
            self.refuse(key, f"”{key}” saknas, lägg till raden ”{key}: …”")
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, f"”{key}” ska vara ord, sätt citattecken runt dem")
        return value

    def choice(self, key: str, choices: Sequence[str], *, default: str | None = None) -> str:
        """One of several words."""
        value = self.text(key, default=default)
        if value not in choices:
            self.refuse(key, f"”{value}” går inte att välja för {key}, välj något av {', '.join(choices)}")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, f"”{key}” ska vara true eller false")
        return value

    def number(self, key: str) -> int | None:
        """A whole number from 0, or None."""
        value = self._values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            self.refuse(key, f"”{key}” ska vara ett heltal från 0")
        return value

    def words(self, key: str) -> list[str]:
        """A list of words or patterns; empty where nothing stands."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            self.refuse(key, f"”{key}” ska vara en lista, en rad ”- ord” för varje")
        for word in value:
            if not isinstance(word, str) or not word:
                self.refuse(key, f"”{word}” i {key} läses inte som ord, sätt citattecken runt det")
        return value

    def pairs(self, key: str) -> dict[str, str]:
        """Words and the words to write instead."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f"”{key}” ska vara rader som ”ord: bättre ord”")
        for word, instead in value.items():
            if not isinstance(word, str) or not isinstance(instead, str):
                self.refuse(key, f"”{word}: {instead}” i {key} läses inte som ord, sätt citattecken runt dem")
        return value

    def steps(self, key: str) -> list[dict[str, object]]:
        """A list of rows with keys of their own."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
            self.refuse(key, f"”{key}” ska vara en lista där varje rad har pattern eller tag")
        return value

    def sub(self, key: str, row: Mapping[str, object]) -> Values:
        """One of those rows, its lines told as the line of the key."""
        return Values(row, dict.fromkeys(map(str, row), self._lines.get(key, 1)), self._file)
