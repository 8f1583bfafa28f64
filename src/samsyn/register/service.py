"""The door to the register's changes; its questions are in `samsyn.register.queries`."""

from samsyn.register.actions.confirm_value import confirm_value
from samsyn.register.actions.export_register import export_register, restore_register
from samsyn.register.actions.import_notes import (
    Outcome,
    Result,
    import_content,
    import_files,
    import_notes,
)
from samsyn.register.actions.refuse_suggestion import refuse_suggestion
from samsyn.register.actions.reject_value import reject_value
from samsyn.register.actions.settle_doubt import settle_doubt
from samsyn.register.actions.take_suggestion import take_suggestion
from samsyn.register.actions.undo_event import last_decision, undo_event
from samsyn.register.errors import (
    AlreadyDecided,
    CannotMerge,
    CannotUndo,
    ExportUnusable,
    RegisterError,
    RegisterNotEmpty,
)
from samsyn.register.intake.files import FilesFound, find_files

__all__ = [
    "AlreadyDecided",
    "CannotMerge",
    "CannotUndo",
    "ExportUnusable",
    "FilesFound",
    "Outcome",
    "RegisterError",
    "RegisterNotEmpty",
    "Result",
    "confirm_value",
    "export_register",
    "find_files",
    "import_content",
    "import_files",
    "import_notes",
    "last_decision",
    "refuse_suggestion",
    "reject_value",
    "restore_register",
    "settle_doubt",
    "take_suggestion",
    "undo_event",
]
