"""The door of this room: notes as Word files and PDFs, and a body's own template for them."""

from samsyn.publish.actions.hand_in import hand_in
from samsyn.publish.actions.use_template import use_template
from samsyn.publish.notes import draft_as_pdf, draft_as_word_file, file_name_of, notes_as_pdf
from samsyn.publish.word_files import own_template

__all__ = [
    "draft_as_pdf",
    "draft_as_word_file",
    "file_name_of",
    "hand_in",
    "notes_as_pdf",
    "own_template",
    "use_template",
]
