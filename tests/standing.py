"""A register that stands for all tests of a module: filled once; what each test changes is taken back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker


@contextmanager
def standing(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let what is written within stand until the end, and take it back then.

    For a fixture of a module that has asked for `django_db_setup`. A test that meets the database is a
    savepoint within. All tests of the module see what stands.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
