"""A body's own Word template: tried before it is kept, and able to ask for nothing but a meeting's words."""

from __future__ import annotations

import io
import runpy
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from tests import make
from tests.project.files import ROOT

from samsyn.history.models import Event
from samsyn.publish.service import use_template
from samsyn.publish.trying import try_template
from samsyn.publish.word_files import own_template, write_word_file
from samsyn.publish.words import words_for
from samsyn.reading import Limits
from samsyn.register.models import Body, BodyTemplate
from samsyn.register.queries.drafts import template_of
from samsyn.register.service import TemplateUnusable, leave_template
from samsyn.register.writing.content import Content

if TYPE_CHECKING:
    from samsyn.accounts.models import User


def template_with(*lines: str, replacing: dict[str, str] | None = None) -> bytes:
    """Samsyn's own template with lines added last, or with words in place of others."""
    word = Document(io.BytesIO(own_template()))
    for paragraph in word.paragraphs:
        for old, new in (replacing or {}).items():
            if old in paragraph.text:
                paragraph.text = paragraph.text.replace(old, new)
    for line in lines:
        word.add_paragraph(line)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def parts_of(word: bytes) -> dict[str, bytes]:
    """What a Word file holds."""
    with ZipFile(io.BytesIO(word)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tried(template: bytes, name: str = "mall.docx") -> list[str]:
    """What is not read back."""
    return try_template(template, name=name, limits=Limits())


@pytest.fixture
def anna(db: None) -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def body(db: None) -> Body:
    """A body."""
    return Body.objects.create(name="Styrgruppen", key="styrgruppen")


def test_the_template_that_comes_with_samsyn_is_read_back() -> None:
    """All of it."""
    assert tried(own_template()) == []


def test_the_template_is_what_its_script_writes() -> None:
    """Part for part: whoever changes one changes the other."""
    made = runpy.run_path(str(ROOT / "scripts" / "write_template.py"))["make"]()
    assert parts_of(made) == parts_of(own_template())


def test_what_is_not_read_back_is_told() -> None:
    """A chair under another label is there for people, but not read as one."""
    template = template_with(replacing={"Ordförande: {{ ordforande }}": "Tack till {{ ordforande }}"})
    assert tried(template) == ["ordförande"]


def test_a_template_that_leaves_words_out_is_refused() -> None:
    """What is written would be lost."""
    with pytest.raises(TemplateUnusable, match="överenskommet"):
        tried(template_with(replacing={"Överenskommet: {{ del.text }}": "–"}))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{{ ''.__class__ }}", id="dunder"),
        pytest.param("{{ punkter.__class__ }}", id="dunder-of-a-word"),
        pytest.param("{{ rubrik.format(1) }}", id="call"),
        pytest.param("{{ rubrik * 1000000000 }}", id="arithmetic"),
        pytest.param("{{ 10 ** 10 ** 10 }}", id="power"),
        pytest.param("{{ range(9) }}", id="function"),
        pytest.param("{{ rubrik | upper }}", id="filter"),
        pytest.param("{{ punkter[0] }}", id="subscript"),
        pytest.param("{{ hemligt }}", id="unknown-name"),
        pytest.param(
            "{% for a in punkter %}{% for b in punkter %}x{% endfor %}{% endfor %}", id="all-for-each"
        ),
        pytest.param("{% set a = rubrik %}", id="assignment"),
        pytest.param("{% macro a() %}x{% endmacro %}", id="macro"),
        pytest.param("{% include 'x' %}", id="include"),
        pytest.param("{% if %}", id="broken"),
        pytest.param("{% for a in punkter %}", id="unfinished"),
    ],
)
def test_a_template_asks_for_nothing_else(line: str) -> None:
    """Whoever uploads one could otherwise run a program on the server."""
    with pytest.raises(TemplateUnusable):
        write_word_file(words_for(Content(), bodies=["Styrgruppen"]), template=template_with(line))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"PK\x03\x04 no zip", id="broken"),
        pytest.param(b"# Minnesanteckningar\n\nDatum: 2026-03-05\n\nNej.", id="text"),
    ],
)
def test_what_is_no_word_file_is_no_template(content: bytes) -> None:
    """The ordinary reader says why."""
    with pytest.raises(TemplateUnusable):
        tried(content)


def test_what_is_written_is_no_template() -> None:
    """Marks in the words themselves stand as they are."""
    words = words_for(Content(place="{{ organ }} {% if x %} <w:p/>"), bodies=["Styrgruppen"])
    texts = [
        line.text for line in Document(io.BytesIO(write_word_file(words, template=own_template()))).paragraphs
    ]
    assert "Plats: {{ organ }} {% if x %} <w:p/>" in texts


def test_a_body_has_its_own(body: Body, anna: User) -> None:
    """Until somebody goes back to the one that comes with Samsyn; both are in the history."""
    use_template(body, template_with("Vår fot"), name="vår.docx", by=anna)
    kept = template_of(body)
    leave_template(body, by=anna)
    assert (kept and kept.file_name, template_of(body)) == ("vår.docx", None)
    assert Event.objects.filter(what="template.chosen").count() == 2


def test_a_refused_template_is_not_kept(body: Body, anna: User) -> None:
    """The earlier one holds."""
    with pytest.raises(TemplateUnusable):
        use_template(body, template_with("{{ x }}"), name="x.docx", by=anna)
    assert not BodyTemplate.objects.exists()


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def template_that_points(kind: str, part: str = "word/_rels/document.xml.rels") -> bytes:
    """Samsyn's own template with a relation to something elsewhere."""
    told = f'Id="rId99" Type="{RELATIONS}{kind}" Target="http://a.exempel.se/x" TargetMode="External"'
    added = f"<Relationship {told}/>"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts = parts_of(own_template())
    parts[part] = parts.get(part, empty).replace(b"</Relationships>", added.encode() + b"</Relationships>")
    return packed(parts)


def template_with_fields(*runs: str) -> bytes:
    """Samsyn's own template with runs in a paragraph of their own."""
    word = f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"
    parts = parts_of(own_template())
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", word.encode() + b"<w:sectPr", 1
    )
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of its parts."""
    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


BEGIN, END = ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>')


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("attachedTemplate", "word/_rels/settings.xml.rels"),
        ("image", "word/_rels/document.xml.rels"),
        ("oleObject", "word/_rels/document.xml.rels"),
    ],
    ids=["template", "picture", "object"],
)
def test_a_template_that_fetches_something_is_refused(kind: str, part: str) -> None:
    """Every file made of it would fetch it on the machine of whoever opens the notes."""
    with pytest.raises(TemplateUnusable, match="utifrån"):
        tried(template_that_points(kind, part))


def test_a_link_is_no_danger() -> None:
    """It is followed by whoever clicks on it."""
    assert tried(template_that_points("hyperlink")) == []


@pytest.mark.parametrize(
    "runs",
    [
        (BEGIN, "<w:instrText>DDEAUTO a b</w:instrText>", END),
        (BEGIN, "<w:instrText>DDE</w:instrText>", "<w:instrText>AUTO a b</w:instrText>", END),
        (BEGIN, BEGIN, "<w:instrText>REF a</w:instrText>", END, END),
        (BEGIN, '<w:instrText>includepicture "http://a.exempel.se/x"</w:instrText>', END),
        ("</w:r><w:fldSimple w:instr='LINK a b'/><w:r>",),
    ],
    ids=["program", "in-two-runs", "name-from-a-field", "picture", "simple"],
)
def test_a_field_that_fetches_or_runs_is_refused(runs: tuple[str, ...]) -> None:
    """Only fields that are known to show what the file holds are let in."""
    with pytest.raises(TemplateUnusable, match="Word-fält"):
        tried(template_with_fields(*runs))


def test_a_page_number_is_let_in() -> None:
    """Most templates have one."""
    assert tried(template_with_fields(BEGIN, "<w:instrText> PAGE </w:instrText>", END)) == []
