"""A message taken apart within bounds: its letter, what is enclosed, its head."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from typing import TYPE_CHECKING, Any, NamedTuple

from samsyn.reading.errors import EncryptedFile, HostileFile

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mail that people write has a handful of parts; more are built to exhaust the reader.
MOST_PARTS, MOST_HEADERS, LONGEST_HEADER = 200, 1_000, 100_000
NESTING = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
HEAD_END = re.compile(rb"\r?\n\r?\n")
LOCKED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))
SIGNATURES = frozenset(
    ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
)
LETTER_TYPES = ("text/plain", "text/html")
STRUCTURING = ("content-type", "content-disposition", "content-transfer-encoding")
SHORT = 10_000
# Lines of a head that people write; the others hold numbers that programs give.
WRITTEN = frozenset(
    (
        *("subject", "from", "to", "cc", "bcc", "reply-to", "sender", "comments", "keywords", "thread-topic"),
        *("content-description", "content-disposition", "content-type"),
    )
)


class Part(NamedTuple):
    """A part of a message that holds no others.

    Attributes:
        number: Its place in the message ("1.2").
        kind: What it says it holds, as "text/html".
        file_name: Its name as a file; empty for a stretch of the letter.
        charset: How it says its text is written; may be empty or wrong.
    """

    number: str
    kind: str
    file_name: str
    charset: str
    content: bytes


class Taken(NamedTuple):
    """A message taken apart.

    Attributes:
        subject: What it says it is about.
        heads: What people wrote in its head and in its parts' heads, decoded.
        letter: The parts that make up the letter, in order; of two ways of saying the same, the richer.
        unread: The other ways.
        enclosed: The files that came with it.
    """

    subject: str
    heads: str
    letter: tuple[Part, ...]
    unread: tuple[Part, ...]
    enclosed: tuple[Part, ...]


def take_apart(content: bytes, *, name: str) -> Taken:
    """Take a message apart.

    Raises:
        EncryptedFile: Its letter is locked.
        HostileFile: It is built to exhaust the reader.
    """
    if len(NESTING.findall(content)) > MOST_PARTS:
        raise _too_many(name)
    message = message_from_bytes(content, policy=compat32)
    parts = list(_all_parts(message, ""))
    if len(parts) > MOST_PARTS or sum(len(part) for _, part in parts) > MOST_HEADERS:
        raise _too_many(name)
    lines = [(key.lower(), str(value)) for _, part in parts for key, value in part.raw_items()]
    if any(len(value) > SHORT for key, value in lines if key in STRUCTURING):
        raise HostileFile(name, trouble="har ett orimligt långt brevhuvud")
    if message.get_content_type() in LOCKED:
        raise EncryptedFile(name)
    letter, unread, enclosed = list[Part](), list[Part](), list[Part]()
    _sort(message, "", letter, unread, enclosed)
    heads = "\n\n".join(_decoded(value) for key, value in lines if key in WRITTEN)
    subject = " ".join(_decoded(str(message.get("Subject", ""))).split())
    return Taken(subject, heads, tuple(letter), tuple(unread), tuple(enclosed))


def _all_parts(message: Message, number: str) -> Iterator[tuple[str, Message]]:
    """A message and all its parts, forwarded messages within it as they are."""
    yield number, message
    for place, part in _parts_of(message):
        yield from _all_parts(part, f"{number}.{place}".lstrip("."))


def _parts_of(message: Message) -> list[tuple[int, Message]]:
    parts: Any = message.get_payload() if message.is_multipart() else []
    return [(place, part) for place, part in enumerate(parts, start=1) if isinstance(part, Message)]


def _sort(
    message: Message, number: str, letter: list[Part], unread: list[Part], enclosed: list[Part]
) -> None:
    """Put each part where it belongs."""
    kind = message.get_content_type()
    if kind == "message/rfc822" and message.is_multipart():
        enclosed.append(_forwarded(message, number))
    elif kind == "multipart/alternative":
        _sort_alternatives(message, number, letter, unread, enclosed)
    elif message.is_multipart():
        for place, inner in _parts_of(message):
            _sort(inner, f"{number}.{place}".lstrip("."), letter, unread, enclosed)
    elif kind not in SIGNATURES:
        part = _part(message, number or "1", kind)
        is_letter = kind in LETTER_TYPES and not part.file_name and not _is_file(message)
        (letter if is_letter else enclosed).append(part)


def _sort_alternatives(
    message: Message, number: str, letter: list[Part], unread: list[Part], enclosed: list[Part]
) -> None:
    """Of several ways to say the same the page, which has looks; else the first that has words."""
    ways = []
    for place, part in _parts_of(message):
        way = list[Part]()
        _sort(part, f"{number}.{place}".lstrip("."), way, unread, enclosed)
        ways.append(way)
    filled = [way for way in ways if any(part.content.strip() for part in way)]
    best = next((way for way in filled if any(part.kind == "text/html" for part in way)), None)
    best = best or next(iter(filled), [])
    letter += best
    unread += [part for way in ways if way is not best for part in way]


def _part(message: Message, number: str, kind: str) -> Part:
    payload = message.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = message.get_content_charset() or ""
    return Part(number, kind, _file_name(message), charset, content)


def _forwarded(message: Message, number: str) -> Part:
    """A message within the message, as a file of its own."""
    inner = next((part for _, part in _parts_of(message)), None)
    subject = _decoded(str(inner.get("Subject", ""))) if inner else ""
    file_name = _file_name(message) or _plain_name(f"{subject.replace('/', ' ') or 'brev'}.eml")
    return Part(number, "message/rfc822", file_name, "", inner.as_bytes() if inner else b"")


def _is_file(message: Message) -> bool:
    return message.get_content_disposition() == "attachment"


def _file_name(message: Message) -> str:
    return _plain_name(_decoded(message.get_filename("") or ""))


def _plain_name(name: str) -> str:
    """A file's name without folders and signs that would steer whoever shows it."""
    last = re.split(r"[/\\]", " ".join(name.split()))[-1]
    return "".join(sign for sign in last if sign.isprintable())[:200]


def _decoded(written: str) -> str:
    """A line of a head as it is shown; one that is written wrongly, as it stands."""
    short = written[:LONGEST_HEADER].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if "=?" not in short:
        return short
    try:
        return str(make_header(decode_header(short)))
    except (LookupError, ValueError, MessageError):  # an encoding unknown, unfit, or named by no name
        return short


def _too_many(name: str) -> HostileFile:
    return HostileFile(name, trouble="består av orimligt många delar")
