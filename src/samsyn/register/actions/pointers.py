"""Which rows point to a row, whatever table they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model, QuerySet


def pointers_to(row: Model) -> Iterator[tuple[str, str, QuerySet[Model]]]:
    """The columns that can point to a row: model and column by name, with the rows that do.

    Rows that only tie two others together (a meeting and its bodies) are passed over.
    """
    for relation in row._meta.get_fields(include_hidden=True):
        points = relation.one_to_many or relation.one_to_one
        if not points or not relation.auto_created or relation.concrete:
            continue
        model = relation.related_model
        if isinstance(model, str) or model is None or model._meta.auto_created:
            continue
        column = relation.field.name  # type: ignore[union-attr]
        yield str(model._meta.model_name), column, model._default_manager.filter(**{column: row})


def model_named(name: str) -> Any:
    """The model of ours that has a name in lower case, in whichever room.

    Raises:
        LookupError: None has it.
    """
    for model in apps.get_models():
        if model._meta.model_name == name and model.__module__.startswith("samsyn."):
            return model
    raise LookupError(name)
