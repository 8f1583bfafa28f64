"""Read an export back into an empty register: whole, or not at all."""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import connection, transaction

from samsyn.accounts.models import User
from samsyn.register.errors import ExportUnusable, RegisterNotEmpty
from samsyn.register.exchange.tables import CHUNK, FORMAT, TABLES, VERSION, model_row
from samsyn.register.models import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.models import Model


def read_export(folder: Path) -> dict[str, int]:
    """Fill an empty register from an export; ids stay what they were.

    Returns:
        How many rows each table got.

    Raises:
        ExportUnusable: The folder holds no whole export of this version.
        RegisterNotEmpty: There is something in the register.
    """
    expected = check_export(folder)
    with transaction.atomic():
        if any(model._default_manager.exists() for model in TABLES.values()):
            raise RegisterNotEmpty(
                "Registret är inte tomt: läs tillbaka exporten i ett nytt, i en tom SAMSYN_HOME."
            )
        counts = {table: _fill(folder, table) for table in TABLES}
        if counts != expected:
            raise ExportUnusable(f"Exporten i {folder} är inte hel: antalet rader stämmer inte.")
        _count_on_from_highest()
    return counts


def check_export(folder: Path) -> dict[str, int]:
    """The number of rows of each table that an export says it holds, once every file is what it was.

    Raises:
        ExportUnusable: It is no export, of another version, or a file is missing or changed.
    """
    manifest = _manifest(folder)
    if manifest.get("format") != FORMAT:
        raise ExportUnusable(f"{folder} är ingen export från Samsyn: välj mappen som samsyn export skrev.")
    if manifest.get("version") != VERSION:
        raise ExportUnusable(
            f"Exporten i {folder} är gjord av en annan version av Samsyn: använd den versionen."
        )
    tables = {f"tables/{table}.jsonl" for table in TABLES}
    for name, sha in (dict.fromkeys(tables) | manifest["sha256"]).items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != sha:
            raise ExportUnusable(f"{path} saknas eller är ändrad: använd en export som är orörd.")
    rows: dict[str, int] = manifest["rows"]
    return rows


def _manifest(folder: Path) -> dict[str, Any]:
    """What the export says of itself; nothing where there is no manifest to read."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    if not isinstance(manifest, dict):
        return {}
    parts = (manifest.get("sha256"), manifest.get("rows"))
    return manifest if all(isinstance(part, dict) for part in parts) else {}


def _fill(folder: Path, table: str) -> int:
    """Write the rows of one table; gives their number."""
    n_rows = 0
    rows = _rows(folder, table)
    while chunk := list(islice(rows, CHUNK)):
        TABLES[table]._default_manager.bulk_create(chunk)
        n_rows += len(chunk)
    return n_rows


def _rows(folder: Path, table: str) -> Iterator[Model]:
    """The rows of a table, originals with their content and users without password."""
    with (folder / "tables" / f"{table}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            try:
                row = model_row(table, json.loads(line))
            except (ValueError, ValidationError) as error:
                raise ExportUnusable(
                    f"Exporten i {folder} är inte hel: tabellen {table} går inte att läsa."
                ) from error
            if isinstance(row, Source):
                row.content = _original(folder, row.sha256)
            if isinstance(row, User):
                row.set_unusable_password()
            yield row


def _original(folder: Path, sha: str) -> bytes:
    """An original, which must be what its name says."""
    path = folder / "sources" / sha
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha:
        raise ExportUnusable(f"{path} saknas eller är ändrad: använd en export som är orörd.")
    return content


def _count_on_from_highest() -> None:
    """New rows get ids after those that were read; SQLite does so by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES.values())):
            cursor.execute(statement)
