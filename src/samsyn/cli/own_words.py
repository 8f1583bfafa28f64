"""Words, bodies and people of one's own, for the commands that read notes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from samsyn.minutes import Lexicon


def add_lexicon(parser: argparse.ArgumentParser) -> None:
    """Add `--lexicon` to a command."""
    parser.add_argument("--lexicon", type=Path, metavar="FIL", help="fil med egna ord, grupper och personer")


def read_lexicon(path: Path | None) -> Lexicon | None:
    """The lexicon with the words of a file; None without one. Ends with a message where it is unusable."""
    if path is None:
        return None
    from samsyn.minutes import OwnWordsUnusable, read_own_words_file

    try:
        return read_own_words_file(path)
    except OwnWordsUnusable as error:
        sys.exit(error.message)
