"""Write the register to a folder: whole, or not at all."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.utils import timezone

from samsyn.register.errors import ExportUnusable
from samsyn.register.exchange.cells import safe_cell
from samsyn.register.exchange.tables import CHUNK, FORMAT, TABLES, VERSION, columns, rows
from samsyn.register.models import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_export(folder: Path) -> dict[str, int]:
    """Write all tables and originals to a folder that is new or empty.

    Returns:
        How many rows each table has.

    Raises:
        ExportUnusable: There is something in the folder.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportUnusable(f"{folder} finns redan och är inte en tom mapp: välj en annan.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f"{folder.name}.{os.getpid()}.ofullständig")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        counts = _write_all(draft)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return counts


def _write_all(folder: Path) -> dict[str, int]:
    """Write every table as it is at one moment, and last the manifest."""
    folder.mkdir(mode=0o700)  # all the notes: for nobody but whoever asked for them
    for part in ("tables", "csv", "sources"):
        (folder / part).mkdir()
    with _one_moment():
        counts = {table: _write_table(folder, table) for table in TABLES}
        for sha, content in Source.objects.order_by("pk").values_list("sha256", "content").iterator(CHUNK):
            (folder / "sources" / sha).write_bytes(bytes(content))
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": timezone.now().isoformat(),
        "rows": counts,
        "sha256": {str(path.relative_to(folder)): _hash(path) for path in files_of(folder)},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")
    return counts


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables as they are at one moment, whatever is written meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":  # whose own moment is that of each question
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _write_table(folder: Path, table: str) -> int:
    """Write a table as JSON Lines and as CSV; gives the number of rows."""
    n_rows = 0
    lines_path, csv_path = folder / "tables" / f"{table}.jsonl", folder / "csv" / f"{table}.csv"
    with (
        lines_path.open("w", encoding="utf-8") as lines,
        csv_path.open("w", encoding="utf-8", newline="") as sheet,
    ):
        writer = csv.writer(sheet)
        writer.writerow(columns(table))
        for row in rows(table):
            lines.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
            writer.writerow(map(_cell, row.values()))
            n_rows += 1
    return n_rows


def _cell(value: Any) -> Any:
    """A value in a sheet: objects and lists as JSON, what is missing as nothing, text never as a formula."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return safe_cell(value) if isinstance(value, str) else value


def files_of(folder: Path) -> Iterator[Path]:
    """The files of an export whose hashes the manifest holds; originals are named by theirs."""
    yield from sorted((folder / "tables").iterdir())
    yield from sorted((folder / "csv").iterdir())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
