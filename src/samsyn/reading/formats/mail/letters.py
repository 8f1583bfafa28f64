"""A letter's words: what its parts hold one after the other, its frame told apart from the notes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.documents import Block, BlockKind, Document, Observation, Origin, Run, Span
from samsyn.reading.encodings import decode_declared, observe_broken
from samsyn.reading.errors import TooLarge
from samsyn.reading.formats import Reading, markdown, plain
from samsyn.reading.formats.html import read_text
from samsyn.reading.formats.html.sources import DECLARED, N_SEARCHED, drop_pictures
from samsyn.reading.sniffing import find_text_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.reading.documents import Comment, Remark
    from samsyn.reading.formats.mail.messages import Part, Taken
    from samsyn.reading.limits import Limits

# The lines that a program writes above what somebody forwards or answers.
HEAD_LINE = re.compile(
    r"\s*\**(?P<label>från|from|avsändare|skickat|sent|datum|date|till|to|kopia|cc|hemlig kopia|bcc|ämne"
    r"|subject|svara till|reply-to|prioritet|importance|bifogade filer|attachments)\s*:",
    re.IGNORECASE,
)
PARTING = re.compile(
    r"\s*(?:-{2,}|_{5,})?\s*(?:ursprungligt meddelande|vidarebefordrat (?:meddelande|brev)|original message"
    r"|forwarded message|vidarebefordrat mejl|börja på vidarebefordrat brev:?)\s*-*\s*$",
    re.IGNORECASE,
)
FIRST = frozenset(("från", "from", "avsändare"))
N_LABELS = 3
SIGNATURE = "--"
LONGEST_SIGNATURE = 12
N_ADDED = 6  # paragraphs at the end of a letter among which what is added stands
# How what an organisation adds below each letter begins.
ADDED = re.compile(
    r"\s*(?:tänk på miljön innan|please consider the environment"
    r"|detta (?:e-post|e-mail|mejl|meddelande)\w* (?:kan|är|och)\b|this (?:e-?mail|message) (?:may|and|is)\b"
    r"|när du (?:skickar|mejlar) (?:e-post|oss|till)\b|så här behandlar vi (?:dina )?personuppgifter)",
    re.IGNORECASE,
)


def read_letter(taken: Taken, *, name: str, limits: Limits) -> Reading:
    """The letter as a document, under what it says it is about."""
    readings = [(part.number, _read_part(part, name, limits)) for part in taken.letter]
    document = _joined(
        [("Subject", _subject(taken.subject)), *((number, reading.document) for number, reading in readings)]
    )
    return Reading(document, tuple(one for _, reading in readings for one in reading.unshown))


def decode_part(part: Part, *, name: str) -> tuple[str, Remark | None]:
    """The text of a part, which may not be written as it says."""
    content = drop_pictures(part.content) if part.kind == "text/html" else part.content
    declared = DECLARED.search(content[:N_SEARCHED]) if part.kind == "text/html" else None
    return decode_declared(content, part.charset or (declared[1].decode() if declared else ""), name=name)


def _read_part(part: Part, name: str, limits: Limits) -> Reading:
    if not part.content.strip():
        return Reading(Document("", (), "plain"))
    text, remark = decode_part(part, name=name)
    if part.kind == "text/html":
        reading = read_text(text, remark, name=name, limits=limits)
        return reading._replace(document=_framed(reading.document))
    if len(text) > limits.text:
        raise TooLarge(name, limit=limits.text, of="texten i filen")
    reader = markdown if find_text_format(text, name="") == "markdown" else plain
    document = _framed(reader.read(text))
    guessed = (Observation(remark),) if remark else ()
    return Reading(replace(document, observations=(*guessed, *observe_broken(document))))


def _subject(words: str) -> Document:
    if not words:
        return Document("", (), "plain")
    run = Run(words, 0, Origin("", 0, 0), copied=False)
    return Document(words, (Block(BlockKind.PAGE_HEADER, 0, (run,)),), "plain")


def _framed(document: Document) -> Document:
    """The document with the heads of what was forwarded, and its signature, as frame."""
    blocks = list(document.blocks)
    kinds = dict.fromkeys(_heads(blocks), BlockKind.PAGE_HEADER)
    kinds |= dict.fromkeys(_endings(blocks), BlockKind.PAGE_FOOTER)
    framed = (
        replace(block, kind=kinds[at], level=0) if at in kinds else block for at, block in enumerate(blocks)
    )
    return replace(document, blocks=tuple(framed))


def _heads(blocks: Sequence[Block]) -> Iterator[int]:
    """Which blocks are the head of a message within the letter, with at least three of its lines."""
    at = 0
    while at < len(blocks):
        if PARTING.match(blocks[at].text):
            yield at
        end, labels = at, list[str]()
        while end < len(blocks) and (found := _labels(blocks[end])):
            labels += found
            end += 1
        if labels and labels[0] in FIRST and len(set(labels)) >= N_LABELS:
            yield from range(at, end)
        at = max(end, at + 1)


def _labels(block: Block) -> list[str]:
    """The labels at the beginning of a paragraph's lines; none where its first line has none."""
    if block.kind is not BlockKind.PARAGRAPH or not HEAD_LINE.match(block.text):
        return []
    return [match["label"].casefold() for line in block.text.split("\n") if (match := HEAD_LINE.match(line))]


def _endings(blocks: Sequence[Block]) -> Iterator[int]:
    """Which blocks are a signature or what an organisation adds."""
    last = max((at for at, block in enumerate(blocks) if _opens_signature(block)), default=len(blocks))
    if sum(block.text.count("\n") + 1 for block in blocks[last:]) <= LONGEST_SIGNATURE:
        yield from range(last, len(blocks))
    first = max(0, len(blocks) - N_ADDED)
    yield from (
        at for at in range(first, len(blocks)) if blocks[at].cell is None and ADDED.match(blocks[at].text)
    )


def _opens_signature(block: Block) -> bool:
    return block.cell is None and block.text.split("\n", 1)[0].rstrip() == SIGNATURE


def _joined(documents: Sequence[tuple[str, Document]]) -> Document:
    """Documents one after the other, each with the place of its part in front of its own places."""
    texts: list[str] = []
    blocks: list[Block] = []
    comments: list[Comment] = []
    seen: list[Observation] = []
    at = 0
    for number, document in documents:
        if document.blocks:
            texts.append(document.text)
            blocks += (_moved(block, at, number) for block in document.blocks)
            comments += (replace(one, at=_shifted(one.at, at)) for one in document.comments)
            seen += (
                replace(one, at=_shifted(one.at, at)) if any(one.at) else one for one in document.observations
            )
            at += len(document.text) + 1
    return Document("\n".join(texts), tuple(blocks), "eml", tuple(comments), tuple(seen))


def _moved(block: Block, at: int, number: str) -> Block:
    runs = (replace(run, start=run.start + at, origin=run.origin._replace(part=number)) for run in block.runs)
    return replace(block, start=block.start + at, runs=tuple(runs))


def _shifted(span: Span, at: int) -> Span:
    return Span(span.start + at, span.end + at)
