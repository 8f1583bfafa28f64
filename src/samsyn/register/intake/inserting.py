"""Write many rows at once: several times as fast as the ORM, which asks each field about each value."""

from __future__ import annotations

import json
from functools import cache
from json.encoder import encode_basestring_ascii
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.db.models import (
    NOT_PROVIDED,
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

from samsyn.register.intake.written import WrittenJson

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.models import Field

# Kinds of column whose values are the same in Python and in the database.
SAME = (BigIntegerField, BooleanField, CharField, ForeignKey, IntegerField, TextField)


class Column(NamedTuple):
    """A column as rows are written to it.

    Attributes:
        default: What it holds where a row does not say; called where it can be.
        change: What turns a value into what the database takes; None where it is the same.
        mark: What stands for its value in a statement.
    """

    name: str
    default: Any
    change: Callable[[Any], Any] | None
    mark: str


class Form(NamedTuple):
    """How a table's drafts become rows.

    Attributes:
        names: All columns but the id.
        given: Defaults that are the same for every row.
        made: What makes the others, for each row anew.
        in_order: The values of a draft in the order of `names`.
    """

    names: tuple[str, ...]
    given: dict[str, Any]
    made: dict[str, Callable[[], Any]]
    in_order: Callable[[Mapping[str, Any]], tuple[Any, ...]]


def insert(rows: Sequence[Model]) -> None:
    """Write new rows of one table and give them their ids; what they point to must be written before."""
    if not rows:
        return
    model = type(rows[0])
    names = tuple(field.attname for field in model._meta.concrete_fields)
    ids = take_ids(model, len(rows))
    for row, id_ in zip(rows, ids, strict=True):
        row.pk, row._state.adding, row._state.db = id_, False, connection.alias
    insert_columns(model, names, [[getattr(row, name) for name in names] for row in rows])


def insert_drafts(
    model: type[Model], drafts: Sequence[Mapping[str, Any]], *, ids: Sequence[int] | None = None
) -> Sequence[int]:
    """Write new rows given as values by column; gives their ids.

    Args:
        model: Their table.
        drafts: What each row holds; columns that it does not name get their defaults.
        ids: Taken before by `take_ids`, where rows point to each other.
    """
    if not drafts:
        return ()
    ids = take_ids(model, len(drafts)) if ids is None else ids
    names, rows = _rows_of(model, drafts)
    insert_columns(model, ("id", *names), [(id_, *row) for id_, row in zip(ids, rows, strict=True)])
    return ids


def append_drafts(model: type[Model], drafts: Sequence[Mapping[str, Any]]) -> None:
    """Write new rows that nothing points to: the database gives them their ids, unasked."""
    if drafts:
        insert_columns(model, *_rows_of(model, drafts))


def _rows_of(
    model: type[Model], drafts: Sequence[Mapping[str, Any]]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Rows given as values by column: the columns but the id, and the values of each row in their order."""
    form, rows = _form_of(model, connection.vendor), []
    for draft in drafts:
        held = {**form.given, **draft}
        for name, make in form.made.items():
            if name not in draft:
                held[name] = make()
        rows.append(form.in_order(held))
    return form.names, rows


@cache
def _form_of(model: type[Model], vendor: str) -> Form:
    defaults = {name: column.default for name, column in _columns(model, vendor).items() if name != "id"}
    made = {name: default for name, default in defaults.items() if callable(default)}
    given = {name: default for name, default in defaults.items() if name not in made}
    return Form(tuple(defaults), given, made, itemgetter(*defaults))


def insert_columns(model: type[Model], names: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows that are given as values of some columns."""
    if not rows:
        return
    statement, changed = _insertion(model, names, connection.vendor)
    columns = list(zip(*rows, strict=True))
    for place, change in changed:
        column = columns[place]
        if None in column:
            columns[place] = tuple(_prepared(value, change) for value in column)
        else:
            columns[place] = tuple(map(change, column))
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(zip(*columns, strict=True)))


def update_columns(row: Model, *names: str) -> None:
    """Write some columns of a row anew."""
    columns = _columns(type(row), connection.vendor)
    values = [_prepared(getattr(row, name), columns[name].change) for name in names]
    settings = ", ".join(f"{_quoted(name)} = {columns[name].mark}" for name in names)
    with connection.cursor() as cursor:
        # Only names of our own tables and columns stand in the statement itself.
        table = _quoted(row._meta.db_table)
        cursor.execute(f"UPDATE {table} SET {settings} WHERE id = %s", [*values, row.pk])  # noqa: S608


def take_ids(model: type[Model], n: int) -> list[int]:
    """Ids that no row has or will get; within the transaction that writes them."""
    if not n:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [model._meta.db_table, n])
            return [id_ for (id_,) in cursor.fetchall()]
        # SQLite has one writer at a time, and this transaction is it.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        highest = (cursor.fetchone() or (0,))[0]
        return list(range(highest + 1, highest + 1 + n))


@cache
def _columns(model: type[Model], vendor: str) -> dict[str, Column]:
    """The columns of a table by name."""
    fields = model._meta.concrete_fields
    return {
        field.attname: Column(field.attname, _default(field), _change(field), _mark(field, vendor))
        for field in fields
    }


@cache
def _insertion(
    model: type[Model], names: tuple[str, ...], vendor: str
) -> tuple[str, list[tuple[int, Callable[[Any], Any]]]]:
    """The statement that inserts some columns, and what values have to be changed."""
    columns = [_columns(model, vendor)[name] for name in names]
    changed = [(place, column.change) for place, column in enumerate(columns) if column.change]
    marks = ", ".join(column.mark for column in columns)
    written = ", ".join(map(_quoted, names))
    # Only names of our own tables and columns stand in the statement itself.
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({written}) VALUES ({marks})", changed  # noqa: S608


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _default(field: Field[Any, Any]) -> Any:
    return None if field.default is NOT_PROVIDED else field.default


def _mark(field: Field[Any, Any], vendor: str) -> str:
    return "%s::jsonb" if vendor == "postgresql" and isinstance(field, JSONField) else "%s"


def _change(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What turns a value of a column into what the database takes; None where it is the same."""
    if isinstance(field, SAME):
        return None
    if isinstance(field, JSONField):
        return _as_json
    return lambda value: field.get_db_prep_save(value, connection=connection)


def _as_json(value: Any) -> str:
    if type(value) is str:  # most are: what `dumps` comes to for a text
        return encode_basestring_ascii(value)
    return str(value) if isinstance(value, WrittenJson) else json.dumps(value)


def _prepared(value: Any, change: Callable[[Any], Any] | None) -> Any:
    return value if value is None or change is None else change(value)
