"""A register of any size in little time: notes are read as ever, what they gave is copied in the database.

The copies are those of earlier years: same words, other days. The index of search is copied with them.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks._formats import WRITERS
from benchmarks._notes import FIELDS, GROUPS, LONG, Length, write_note
from benchmarks.searching import WORDS_IN_ONE, vocabulary
from django.db.models import Max
from pyroaring import BitMap

if TYPE_CHECKING:
    from django.db.models import Field, Model

N_READ = 100  # notes that are read
USUAL = 10  # one note in so many is of a half-day meeting, the others are three times as long
APART = 70  # days between a copy and the next
LATEST = date(2026, 11, 20)
OPENINGS = ("**Beslut:** ", "**Behov:** ", "", "", "")
OF_A_DAY = Length((9, 30), (8, 10), (4, 6))


def write_notes(folder: Path, n_notes: int) -> None:
    """Notes of many passages, in all formats, of some weeks; half the sentences are of a wide vocabulary."""
    chance, (words, weights) = random.Random(1), vocabulary()
    bodies = [f"{group} {field}" for group in GROUPS for field in FIELDS]
    for number in range(n_notes):
        body, day = bodies[number % len(bodies)], LATEST - timedelta(days=chance.randrange(APART))
        blocks = write_note(chance, body, day, OF_A_DAY if number % USUAL else LONG)
        for at in range(7, len(blocks) - 2, 2 if number % USUAL else len(blocks)):
            if not blocks[at].startswith("#"):
                said = " ".join(chance.choices(words, cum_weights=weights, k=WORDS_IN_ONE))
                blocks[at] += f"\n\n{chance.choice(OPENINGS)}{said.capitalize()}."
        ending, write = WRITERS[number % len(WRITERS)]
        (folder / f"{day} {body.lower()} {number}{ending}").write_bytes(write(blocks))


def fill(n_meetings: int) -> None:
    """Fill an empty register with so many meetings that there are notes of, a hundred statements each."""
    from django.core.management import call_command
    from django.db import connection

    from samsyn.register.search.keeping import take_in_marked
    from samsyn.register.service import import_notes

    call_command("migrate", verbosity=0, interactive=False)
    n_read = min(N_READ, n_meetings)
    with TemporaryDirectory() as folder:
        write_notes(Path(folder), n_read)
        read = Counter(outcome.result for outcome in import_notes([Path(folder)]))
    print("notes", *read.items(), file=sys.stderr)
    take_in_marked(more_than=0)
    copy_register(n_meetings // n_read - 1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copy_register(n_copies: int) -> None:
    """Write copies of all meetings with what belongs to them, each copy some weeks before the last."""
    from django.core.management.color import no_style
    from django.db import connection, transaction

    models = _copied()
    apart = 1 + max(model._default_manager.aggregate(last=Max("pk"))["last"] or 0 for model in models)
    for number in range(1, n_copies + 1):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in models:
                cursor.execute(_copying(model, models, apart, number))
    _copy_index(n_copies, apart)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _copied() -> list[type[Model]]:
    """The tables whose rows belong to a meeting."""
    from samsyn.history.models import Event
    from samsyn.register import models

    bodies: type[Model] = models.Meeting.bodies.through
    return [
        *(models.Source, models.Meeting, bodies, models.SourceVersion, models.AgendaItem, models.Presenter),
        *(models.Attendance, models.Statement, models.Value, models.Doubt, models.Reference, Event),
    ]


def _copying(model: type[Model], models: list[type[Model]], apart: int, number: int) -> str:
    """What writes one copy of a table's first rows: ids move together, and days."""
    written = {field.column: _copy_of(field, models, apart, number) for field in model._meta.concrete_fields}
    names = ", ".join(f'"{name}"' for name in written)
    table = model._meta.db_table
    return (
        f"INSERT INTO {table} ({names}) SELECT {', '.join(written.values())} FROM {table} WHERE id < {apart}"
    )


def _copy_of(field: Field[Any, Any], models: list[type[Model]], apart: int, number: int) -> str:
    from django.db import connection
    from django.db.models import DateField, DateTimeField

    name, days = f'"{field.column}"', number * APART
    if field.primary_key or field.related_model in models or field.column == "subject_id":
        return f"{name} + {number * apart}"
    if field.column == "sha256":
        return f"substr({name}, 1, 58) || '{number:06}'"
    if isinstance(field, DateField):
        reading = "datetime" if isinstance(field, DateTimeField) else "date"
        moved = f"{name} - interval '{days} days'"
        return moved if connection.vendor == "postgresql" else f"{reading}({name}, '-{days} days')"
    return name


def _copy_index(n_copies: int, apart: int) -> None:
    """The numbers of the copies' texts follow those of the texts that were read."""
    from django.db import transaction

    from samsyn.register.intake.inserting import append_drafts
    from samsyn.register.models import IndexedMeeting, Posting

    taken_in = IndexedMeeting.objects.exclude(first=None)
    rows: list[Any] = [*taken_in.values("meeting_id", "first", "n_texts", "statements")]
    n_texts = max(row["first"] + row["n_texts"] for row in rows)
    words: dict[int, BitMap] = defaultdict(BitMap)
    for word, numbers in Posting.objects.values_list("word_id", "numbers"):
        words[word] |= BitMap.deserialize(bytes(numbers))
    with transaction.atomic():
        for number in range(1, n_copies + 1):
            moved = number * apart
            append_drafts(IndexedMeeting, [
                row
                | {"meeting_id": row["meeting_id"] + moved, "first": row["first"] + number * n_texts}
                | {"statements": [pk + moved for pk in row["statements"]]}
                for row in rows
            ])  # fmt: skip
        Posting.objects.all().delete()
        append_drafts(Posting, [
            {"word_id": word, "chunk": 0, "numbers": _repeated(numbers, n_copies, n_texts).serialize()}
            for word, numbers in words.items()
        ])  # fmt: skip


def _repeated(numbers: BitMap, n_copies: int, n_texts: int) -> BitMap:
    return BitMap.union(*(numbers.shift(copy * n_texts) for copy in range(n_copies + 1)))
