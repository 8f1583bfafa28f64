"""Notes as a Word file, in a body's own template or the one that comes with Samsyn."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from jinja2.exceptions import TemplateError

from samsyn.publish.templates import OnlyWords
from samsyn.register.errors import TemplateUnusable

if TYPE_CHECKING:
    from samsyn.publish.words import Words

OWN = Path(__file__).parent / "minnesanteckningar.docx"
# The parts of a file carry no time of their own: the same notes give the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def own_template() -> bytes:
    """The template that comes with Samsyn."""
    return OWN.read_bytes()


def write_word_file(words: Words, *, template: bytes) -> bytes:
    """Fill in a template.

    A template is a program of a kind: `OnlyWords` runs it with nothing within reach but the words.

    Args:
        words: As `samsyn.publish.words.words_for` gives them.
        template: A Word file, byte for byte.

    Raises:
        TemplateUnusable: It asks for something else, or is no Word file that can be filled in.
    """
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - a quarter of a second, for one page
    from docxtpl import DocxTemplate  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    word, made = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    try:
        word.render(words, OnlyWords(), autoescape=True)
        word.save(made)
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, TemplateError, KeyError, ValueError) as error:
        raise TemplateUnusable(
            "Mallen går inte att fylla i: utgå från mallen som följer med Samsyn och ändra i den."
        ) from error
    return _without_times(made)


def _without_times(made: io.BytesIO) -> bytes:
    packed = io.BytesIO()
    with ZipFile(made) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, NO_TIME), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()
