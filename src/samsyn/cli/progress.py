"""A progress bar below the lines that are printed, on a terminal only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from types import TracebackType


class Bar:
    """Counts files, or what else is gone through."""

    def __init__(self, n_files: int, *, doing: str = "Läser in") -> None:
        """Begin at none of `n_files`."""
        columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.progress = Progress(*columns, transient=True)
        self.task = self.progress.add_task("", total=n_files)

    def __enter__(self) -> Bar:
        """Show the bar."""
        self.progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self.progress.stop()

    def advance(self) -> None:
        """Count one more."""
        self.progress.advance(self.task)

    def line(self, words: str) -> None:
        """Print a line above the bar, and count one file more."""
        self.progress.console.print(words, markup=False, highlight=False, soft_wrap=True)
        self.progress.advance(self.task)
