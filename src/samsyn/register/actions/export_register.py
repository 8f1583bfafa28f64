"""Take the whole register out, and read it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.accounts.permissions import require
from samsyn.register.exchange.restoring import read_export
from samsyn.register.exchange.writing import write_export
from samsyn.register.search.keeping import rebuild_index

if TYPE_CHECKING:
    from pathlib import Path

    from samsyn.accounts.models import User


def export_register(folder: Path, *, by: User | None = None) -> dict[str, int]:
    """Write the register to a folder; gives the number of rows by table.

    Args:
        folder: New or empty.
        by: Who asks; None for the command line on the register's own machine.

    Raises:
        PermissionDenied: They may not.
        ExportUnusable: There is something in the folder.
    """
    if by is not None:
        require(by, "register.export")
    return write_export(folder)


def restore_register(folder: Path) -> dict[str, int]:
    """Fill an empty register from an export; from the command line only, since nobody has an account yet.

    Raises:
        ExportUnusable: The folder holds no whole export of this version.
        RegisterNotEmpty: There is something in the register.
    """
    counts = read_export(folder)
    rebuild_index()
    return counts
