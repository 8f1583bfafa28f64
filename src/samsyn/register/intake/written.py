"""JSON that is written out already, so that it need not be written where rows are."""

from __future__ import annotations


class WrittenJson(str):
    """JSON as text; known by its type, since a text may be a value too."""

    __slots__ = ()
