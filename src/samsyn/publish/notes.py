"""Notes as files: what is being written, and what is finished."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.publish.pdf import About, write_pdf
from samsyn.publish.word_files import own_template, write_word_file
from samsyn.publish.words import words_for, write_day
from samsyn.reading import document_from_json, read_bytes
from samsyn.register.actions.hand_in_draft import bodies_of_draft
from samsyn.register.queries.drafts import template_of
from samsyn.register.writing.content import content_from_json

if TYPE_CHECKING:
    from samsyn.register.models import NotesDraft, SourceVersion

UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


def file_name_of(draft: NotesDraft) -> str:
    """What a draft's file is called, without its ending."""
    bodies = " och ".join(body.name for body in bodies_of_draft(draft))
    day = content_from_json(draft.content).day
    return UNFIT.sub(" ", f"Minnesanteckningar {bodies} {day}").strip()[:200]


def draft_as_word_file(draft: NotesDraft) -> bytes:
    """What is written, in the body's own template.

    Raises:
        TemplateUnusable: The template can no longer be filled in.
    """
    bodies = bodies_of_draft(draft)
    own = template_of(bodies[0])
    words = words_for(content_from_json(draft.content), bodies=[body.name for body in bodies])
    return write_word_file(words, template=bytes(own.content) if own else own_template())


def draft_as_pdf(draft: NotesDraft) -> bytes:
    """What is written, as a PDF that says that it is a draft.

    Raises:
        TemplateUnusable: The template can no longer be filled in.
    """
    document = read_bytes(draft_as_word_file(draft), name="utkast.docx")
    day = write_day(timezone.localtime(draft.saved_at).date().isoformat())
    about = About(file_name_of(draft), draft.body.name, f"Utkast, sparat {day}", draft.saved_at)
    return write_pdf(document, about)


def notes_as_pdf(version: SourceVersion) -> bytes:
    """A version of a meeting's notes, with the hash of its original at the foot of each page."""
    meeting = version.meeting
    bodies = " och ".join(body.name for body in meeting.named_bodies)
    foot = f"Version {version.number}. SHA-256 {version.source.sha256}"
    about = About(meeting.title or version.file_name, bodies or "Samsyn", foot, version.read_at)
    return write_pdf(document_from_json(version.document), about)
