"""The text of notes that nothing was read from, as lines of text."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from samsyn.cli.own_words import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from samsyn.minutes import Notes


def show_unread(paths: Mapping[str, Path], words: Path | None) -> None:
    """Read notes and show what was not read; those that cannot be read are passed over.

    Args:
        paths: The files by the names they are shown by.
        words: A file of own words to read with, if any.
    """
    from samsyn.minutes import read_notes_file, speaking
    from samsyn.reading import ReadingError

    lexicon = read_lexicon(words)
    found: dict[str, Notes] = {}
    for name, path in paths.items():
        with speaking(lexicon), suppress(ReadingError):
            found[name] = read_notes_file(path).notes[0]
    print("\n".join(["", *render_unread(found)]))


def render_unread(notes: Mapping[str, Notes]) -> Iterator[str]:
    """What was not read, note by note, the one that lost most first; the share of all at the end."""
    from samsyn.minutes.evaluation import find_unread

    found = {name: find_unread(one.document, one.minutes) for name, one in notes.items()}
    for name in sorted(found, key=lambda name: -found[name].share):
        unread = found[name]
        if not unread.words:
            continue
        yield f"{name}: {_percent(unread.share)} av orden lästes inte"
        yield from (f"    {notes[name].document.cut(span)}" for span in unread.stretches)
    words, of = sum(one.words for one in found.values()), sum(one.of for one in found.values())
    yield f"{words} av {of} ord lästes inte ({_percent(words / of if of else 0)})"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".", ",")
