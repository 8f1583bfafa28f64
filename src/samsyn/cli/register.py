"""Open the register for a command, and say in one sentence what is wrong when it cannot be."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_APPS = frozenset({"history", "accounts", "mail", "register"})

# What databases say, and what that means for whoever runs the command.
TROUBLES = (
    (("database is locked",), "Någon annan skriver i registret just nu: försök igen om en stund."),
    (
        ("disk is full", "disk i/o error", "no space left", "could not extend file"),
        "Disken är full: frigör utrymme och kör kommandot igen. Det som hann läsas in är kvar.",
    ),
    (
        ("readonly database", "unable to open database", "read-only"),
        "Registret går inte att skriva i: kontrollera rättigheterna till mappen, "
        "eller välj en annan i SAMSYN_HOME.",
    ),
    (
        ("not a database", "malformed"),
        "Databasfilen är skadad eller av annat slag: läs tillbaka en export eller en säkerhetskopia.",
    ),
)
NO_ANSWER = (
    "Databasen svarar inte: kontrollera adress, användare och lösenord i SAMSYN_DATABASE_URL, "
    "och att servern är i gång."
)


class Stopped(Exception):
    """A command cannot go on; the message is one sentence in Swedish."""


def open_register() -> None:
    """Make Django ready and the tables up to date.

    Raises:
        Stopped: The register was made by a later version.
    """
    prepare_django()
    _close_to_others()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    if any(app in OWN_APPS and (app, name) not in known for app, name in executor.loader.applied_migrations):
        raise Stopped("Registret är gjort av en nyare version av Samsyn: uppgradera programmet.")
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _close_to_others() -> None:
    """Let nobody but the owner, and a group that was let in, read a register that is a file."""
    from django.db import connection

    path = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor != "sqlite" or not path.parent.is_dir() or "mode=memory" in path.name:
        return
    with suppress(OSError):  # whoever does not own it cannot; opening it says what is wrong
        path.touch(mode=0o600)
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~0o007)


def prepare_django() -> None:
    """Read the settings and load the apps."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()


@contextmanager
def explained() -> Iterator[None]:
    """Turn what can go wrong around the register into one sentence and exit status 1."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, InterfaceError

    from samsyn.minutes import OwnWordsUnusable
    from samsyn.register.errors import RegisterError

    try:
        yield
    except (Stopped, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except (RegisterError, OwnWordsUnusable) as error:
        sys.exit(error.message)
    except (DatabaseError, InterfaceError) as error:
        sys.exit(_database_trouble(str(error)))
    except OSError as error:
        sys.exit(_disk_trouble(error))


def _database_trouble(said: str) -> str:
    """What a database's complaint means."""
    for signs, sentence in TROUBLES:
        if any(sign in said.casefold() for sign in signs):
            return sentence
    if "connect" in said or "authentication" in said:
        return NO_ANSWER
    return f"Databasen kunde inte göra det som behövdes ({said.splitlines()[0]}): försök igen."


def _disk_trouble(error: OSError) -> str:
    """What a disk's complaint means."""
    if error.errno == errno.ENOSPC:
        return TROUBLES[1][1]
    where = f"”{error.filename}” " if error.filename else "En fil "
    return (
        f"{where}går inte att läsa eller skriva ({error.strerror}): kontrollera rättigheterna och utrymmet."
    )
