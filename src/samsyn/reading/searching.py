"""Identity numbers in files that are kept without being read: what came with a mail or lies beside notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.errors import (
    EmptyFile,
    HostileFile,
    IdentityNumberFound,
    ReadingError,
    UnreadableFile,
    UnsupportedFormat,
)
from samsyn.reading.formats.digits import find_digits
from samsyn.reading.identity_numbers import find_identity_numbers, hide_identity_numbers
from samsyn.reading.sniffing import ZIP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.reading.formats import Enclosed, Unshown
    from samsyn.reading.limits import Limits


def search_file(content: bytes, *, name: str, limits: Limits) -> None:
    """Look for identity numbers in a file of any kind, as far as it holds text.

    Raises:
        IdentityNumberFound: There is one.
        ReadingError: The file is locked, damaged or over a limit, so that it cannot be searched.
    """
    from samsyn.reading.opening import read_bytes  # noqa: PLC0415 - which in turn searches what it finds

    try:
        read_bytes(content, name=name, limits=limits)
    except EmptyFile:
        return
    except (UnsupportedFormat, UnreadableFile):
        _search_unread(content, name, limits)


def words_within(content: bytes, *, name: str, limits: Limits) -> Iterator[str]:
    """All words of a file of any kind, as far as they can be found: also what it does not show.

    What cannot be opened gives none. Files within it are gone through as well.
    """
    from samsyn.reading.opening import read_any  # noqa: PLC0415 - which in turn searches what it finds

    try:
        found = read_any(content, name=name, limits=limits)
    except ReadingError:
        yield from _unread_words(content, name, limits)
        return
    yield found.document.text
    yield from (unshown.text for unshown in found.unshown)
    if found.enclosed and limits.n_levels > 0:
        inner = limits._replace(n_levels=limits.n_levels - 1, unpacked=limits.unpacked // len(found.enclosed))
        for one in found.enclosed:
            yield one.name
            yield from words_within(one.content, name=one.name, limits=inner)


def _unread_words(content: bytes, name: str, limits: Limits) -> Iterator[str]:
    """The words of a package's parts; what else is not read may be text in one of the usual codes."""
    if not content.startswith(ZIP):
        yield from (content.decode(code, errors="replace") for code in ("utf-8", "cp1252", "utf-16"))
        return
    try:
        yield from (unshown.text for unshown in _words_of(content, name, limits))
    except ReadingError:  # over a limit: nothing more can be found
        return


def search_enclosed(enclosed: Sequence[Enclosed], *, name: str, limits: Limits) -> None:
    """Look for identity numbers in the files that came within another, sharing its limits.

    Raises:
        IdentityNumberFound: There is one; what cannot be searched is for whoever wants to keep it.
        HostileFile: Files lie within files, level below level.
    """
    if not enclosed:
        return
    if limits.n_levels <= 0:
        raise HostileFile(name, trouble="har filer i filer i orimligt många nivåer")
    inner = limits._replace(n_levels=limits.n_levels - 1, unpacked=limits.unpacked // len(enclosed))
    for one in enclosed:
        try:
            search_file(one.content, name=one.name, limits=inner)
        except IdentityNumberFound as error:
            shown = hide_identity_numbers(one.name)
            raise IdentityNumberFound(name, where=f"i bilagan ”{shown}”") from error
        except HostileFile:
            raise
        except ReadingError:
            continue


def _search_unread(content: bytes, name: str, limits: Limits) -> None:
    for unshown in _words_of(content, name, limits):
        if find_identity_numbers(unshown.text):
            raise IdentityNumberFound(name, where=unshown.where)


def _words_of(content: bytes, name: str, limits: Limits) -> Iterable[Unshown]:
    """What may be words in a file that is not read: the parts of a package, stretches of digits elsewhere."""
    if content.startswith(ZIP):
        from samsyn.reading.formats.archives import Archive  # noqa: PLC0415 - a parser, imported when used
        from samsyn.reading.formats.docx.unshown import find_unshown  # noqa: PLC0415

        archive = Archive(content, name=name, limits=limits, title="ett arkiv")
        return find_unshown(archive, set())
    return find_digits(content, where="i filen")
