"""Fill a register in a file of its own, blot a name out of it, and sweep: run as a program by the tests.

The tests' own database lies in memory and has no files to look into. Tells whether it was swept.
"""

from __future__ import annotations

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from tests import make  # noqa: E402

from samsyn.register.service import (  # noqa: E402
    BlottingWanted,
    blot_out,
    look_for_words,
    rebuild_index,
    reject_value,
    sweep_storage,
)

NAME = "Xerxes Kvistgren"
SENTENCE = f"{NAME} får extra stöd"


def fill() -> None:
    """Notes with the name in a sentence and as an owner, a decision with a reason, a second version."""
    said = make.Said(text=f"{SENTENCE} i skolan.", action=True, owner=NAME)
    meeting = make.meeting(said=(said,), came=(make.Came(name=NAME),))
    reject_value(meeting.values.get(field="owner"), by=make.administrator(), why=f"{SENTENCE} inte.")
    make.imported(make.reading(said=(said,), came=(make.Came(name=NAME),), also=("Mer",)))
    rebuild_index()


def blot() -> bool:
    """Blot out the name wherever it stands; says whether the files were swept."""
    by = make.role(make.user(email="arne@exempel.se", name="Arne Ask"), "archivist").user
    wanted = BlottingWanted(words=NAME, with_names=True)
    seen = look_for_words(wanted, by=by).n_found
    blot_out(wanted, reason="En elev nämndes.", seen=seen, by=by, on=make.DAY)
    return sweep_storage()


def tell(word: str) -> None:
    """A line to the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    fill()
    tell("filled")
    sys.stdin.readline()  # the test looks into the files
    tell(str(blot()))
    sys.stdin.readline()
