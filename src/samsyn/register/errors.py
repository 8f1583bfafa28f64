"""Why a change to the register is refused.

RegisterError
├── AlreadyDecided     a value, doubt or suggestion has that state already
├── AnswerUnknown      a doubt is not answered so
├── CannotBlot         there is nothing to blot out, or it cannot be said so
├── CannotUndo         the change is not the latest, or of a kind that is not undone
├── CannotMerge        two objects cannot be made one
├── ChangedMeanwhile   somebody else has changed the same since the page was opened
├── CorrectionUnusable what somebody has written in a field means nothing there
├── DraftChanged       somebody else has written in the same draft since the page was opened
├── DraftUnusable      what was written cannot be kept or become notes so
├── ExportUnusable     a folder holds no whole export of this version
├── NotesLocked        the notes are finalised: only a correction with a reason changes them
├── NotesNotReady      the notes cannot be finalised or corrected so
├── NameUnusable       a name is empty, or belongs to somebody or something else
├── ReasonMissing      the change needs a reason
├── RegisterNotEmpty   an export is read back into an empty register only
├── ReportUnusable     what is said of an action cannot be kept so
├── RoleUnusable       a role cannot be given or ended so
├── TemplateUnusable   a Word file cannot be a template for notes
├── SeatUnusable       a seat cannot be opened, changed or ended so
└── TreeUnusable       an organisation cannot lie under that one
"""

from __future__ import annotations


class RegisterError(Exception):
    """Base of all refusals.

    Attributes:
        message: One sentence in Swedish that says what to do.
    """

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        self.message = message
        super().__init__(message)


class AlreadyDecided(RegisterError):
    """Somebody has decided the same already."""


class AnswerUnknown(RegisterError):
    """The doubt cannot be answered so."""


class CannotBlot(RegisterError):
    """There is nothing to blot out, or it cannot be said so."""


class CannotUndo(RegisterError):
    """The change cannot be undone."""


class CannotMerge(RegisterError):
    """The two cannot be made one."""


class ChangedMeanwhile(RegisterError):
    """Somebody else has changed the same since the page was opened."""


class CorrectionUnusable(RegisterError):
    """What is written in the field means nothing there."""


class NotesLocked(RegisterError):
    """The notes are finalised."""


class NotesNotReady(RegisterError):
    """The notes cannot be finalised or corrected so."""


class DraftUnusable(RegisterError):
    """What was written cannot be kept or become notes so.

    Attributes:
        field: Name of the field that it is about, on the page where it is written; empty for the whole.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        """Keep the sentence and the field."""
        super().__init__(message)
        self.field = field


class DraftChanged(RegisterError):
    """Somebody else has written in the same draft."""


class TemplateUnusable(RegisterError):
    """The file cannot be a template for notes."""


class ExportUnusable(RegisterError):
    """The folder holds no whole export."""


class ReasonMissing(RegisterError):
    """The change needs a reason."""


class RegisterNotEmpty(RegisterError):
    """The register holds something already."""


class ReportUnusable(RegisterError):
    """What is said of an action cannot be kept so."""


class RoleUnusable(RegisterError):
    """The role cannot be given or ended so."""


class SeatUnusable(RegisterError):
    """The seat cannot be opened, changed or ended so."""


class NameUnusable(RegisterError):
    """The name cannot be given so."""


class TreeUnusable(RegisterError):
    """The organisation cannot lie there."""
