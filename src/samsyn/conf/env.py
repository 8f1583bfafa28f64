"""Read settings from environment variables, and refuse values that make no sense."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = ("1", "ja", "true"), ("0", "nej", "false", "")


class SettingUnusable(ImproperlyConfigured):
    """A setting has a value that cannot be used; the message says what to do."""


def read_text(name: str, *, default: str = "") -> str:
    """The value of a variable, or `default` where it is not set."""
    return os.environ.get(name, default).strip()


def read_flag(name: str, *, default: bool = False) -> bool:
    """A variable that is on or off.

    Raises:
        SettingUnusable: The value is neither.
    """
    value = read_text(name, default="1" if default else "0").casefold()
    if value not in TRUE + FALSE:
        raise SettingUnusable(f"{name} är {value!r}: skriv 1 för på eller 0 för av.")
    return value in TRUE


def read_number(name: str, *, default: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`.

    Raises:
        SettingUnusable: The value is no number, or outside.
    """
    value = read_text(name, default=str(default))
    if not value.isdecimal() or not low <= int(value) <= high:
        raise SettingUnusable(f"{name} är {value!r}: skriv ett heltal från {low} till {high}.")
    return int(value)


def read_choice(name: str, *, choices: tuple[str, ...]) -> str:
    """One of some words, the first where nothing is set.

    Raises:
        SettingUnusable: The value is none of them.
    """
    value = read_text(name, default=choices[0]).casefold()
    if value not in choices:
        raise SettingUnusable(f"{name} är {value!r}: skriv {', '.join(choices[:-1])} eller {choices[-1]}.")
    return value


def read_names(name: str, *, default: tuple[str, ...]) -> list[str]:
    """Names with commas between."""
    names = [part.strip() for part in read_text(name).split(",")]
    return [part for part in names if part] or list(default)


def read_path(name: str, *, default: Path) -> Path:
    """The file that a variable names, there or not."""
    return Path(read_text(name) or default).expanduser().resolve()


def read_home(name: str = "SAMSYN_HOME", *, default: str = "var") -> Path:
    """The folder where all that this installation keeps is kept; made where it is missing.

    Raises:
        SettingUnusable: The folder cannot be made.
    """
    home = Path(read_text(name) or default).expanduser().resolve()
    try:
        home.mkdir(mode=0o750, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingUnusable(
            f"Mappen {home} går inte att skapa ({error.strerror}): välj en annan i {name}."
        ) from error
    return home


def read_secret(name: str, *, kept_in: Path) -> str:
    """The secret key, from the environment or from the file where it was kept at the first start.

    Raises:
        SettingUnusable: The key is too short, or its file can be neither read nor written.
    """
    secret = read_text(name) or _kept_secret(kept_in)
    if len(secret) < 32:
        raise SettingUnusable(f"Nyckeln i {name} eller {kept_in} är för kort: den behöver minst 32 tecken.")
    return secret


def _kept_secret(path: Path) -> str:
    """Several processes may start at once: whoever links the file first decides."""
    try:
        if not path.exists():
            draft = path.with_name(f"{path.name}.{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
            with suppress(FileExistsError):
                path.hardlink_to(draft)
            draft.unlink()
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise SettingUnusable(
            f"Filen {path} går inte att läsa eller skriva ({error.strerror}): "
            "kontrollera rättigheterna till mappen."
        ) from error
