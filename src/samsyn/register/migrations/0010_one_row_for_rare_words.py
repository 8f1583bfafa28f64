"""A word's numbers were cut at every 65,536; now they fill a row before the next one is begun."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import migrations
from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

    Cut = Callable[[BitMap], Iterator[tuple[int, BitMap]]]

AT_ONCE = 1000
CHUNK_BITS = 16


def join_rows(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """One row, that more numbers are added to."""
    _rewrite(apps, lambda numbers: iter([(0, numbers)]))


def cut_rows(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """As many rows as there are chunks with numbers."""
    _rewrite(apps, _chunks)


def _chunks(numbers: BitMap) -> Iterator[tuple[int, BitMap]]:
    for chunk in range((numbers.max() >> CHUNK_BITS) + 1 if numbers else 0):
        some = numbers & BitMap(range(chunk << CHUNK_BITS, (chunk + 1) << CHUNK_BITS))
        if some:
            yield chunk, some


def _rewrite(apps: Apps, cut: Cut) -> None:
    postings = apps.get_model("register", "Posting").objects
    words = sorted(set(postings.order_by().values_list("word_id", flat=True)))
    for at in range(0, len(words), AT_ONCE):
        rows = postings.filter(word__in=words[at : at + AT_ONCE])
        known: dict[int, BitMap] = defaultdict(BitMap)
        for word, stored in rows.values_list("word_id", "numbers"):
            known[word] |= BitMap.deserialize(bytes(stored))
        rows.delete()
        postings.bulk_create([
            postings.model(word_id=word, chunk=chunk, numbers=some.serialize())
            for word, numbers in known.items()
            for chunk, some in cut(numbers)
        ])  # fmt: skip


class Migration(migrations.Migration):
    """The rows of search's index."""

    dependencies = [("register", "0009_publications")]

    operations = [migrations.RunPython(join_rows, cut_rows)]
