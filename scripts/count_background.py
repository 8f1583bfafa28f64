"""Count the words of the notes in this project, and write src/samsyn/matters/data/background.toml.

They say what is said at any meeting, for registers that hold too few notes to tell. Names of those listed as
present are left out, as are figures.
"""

from __future__ import annotations

from pathlib import Path

from samsyn.matters.linking.frequencies import count_roots
from samsyn.minutes import read_notes_file
from samsyn.reading import is_readable_name
from samsyn.register.search.words import roots_of, words_of

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "specimens", ROOT / "tests" / "matters" / "notes")
WORDS = ROOT / "src" / "samsyn" / "matters" / "data" / "background.toml"


def main() -> None:
    """Count, and write."""
    paths = [path for folder in FOLDERS for path in sorted(folder.rglob("*.*"))]
    read = [
        read_notes_file(path).notes[0]
        for path in paths
        if is_readable_name(path.name) and path.name != "README.md" and path.suffix != ".toml"
    ]
    counts, n_notes = count_roots(one.document.text for one in read)
    people = (attendee.name.value for one in read for attendee in one.minutes.attendees)
    names = {root for name in people for root in roots_of(words_of(name))}
    kept = sorted(root for root in counts if root not in names and not root.isdigit())
    lines = ["# In how many notes each root of a word stands; made by scripts/count_background.py.",
             f"notes = {n_notes}", "", "[roots]"]  # fmt: skip
    lines += [f'"{root}" = {counts[root]}' for root in kept]
    WORDS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
