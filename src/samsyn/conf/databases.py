"""Where the register is kept: SQLite in the home folder, or the database that an address names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dj_database_url

from samsyn.conf.env import SettingUnusable

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

ENGINES = ("sqlite", "postgres", "postgresql")
SQLITE_OPTIONS = {
    # Readers and the one writer do not wait for each other; a killed process leaves whole transactions.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    # A transaction takes its place as writer at once: no deadlock half-way, only a wait.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}


def database(address: str, *, home: Path) -> dict[str, Any]:
    """Django's settings for the database at `address`; an empty address is SQLite in `home`.

    Raises:
        SettingUnusable: The address is of no database that is supported.
    """
    address = address or f"sqlite:///{home / 'samsyn.sqlite3'}"
    scheme = address.partition(":")[0]
    if scheme not in ENGINES:
        raise SettingUnusable(
            "SAMSYN_DATABASE_URL ska börja med sqlite:/// eller postgresql://, till exempel "
            "postgresql://anvandare:losenord@server/samsyn."
        )
    try:
        parsed = dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)
    except ValueError as error:
        raise SettingUnusable("SAMSYN_DATABASE_URL går inte att tolka som en databasadress.") from error
    settings: dict[str, Any] = {**parsed}
    if scheme == "sqlite":
        settings["OPTIONS"] = SQLITE_OPTIONS
    return settings
