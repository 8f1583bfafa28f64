"""Whoever had an account could read: they become readers. Administrators need no role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations
from django.utils import timezone

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_readers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A role from today for each account that is open and not an administrator's."""
    users, roles = apps.get_model("accounts", "User").objects, apps.get_model("register", "Role").objects
    today = timezone.localdate()
    roles.bulk_create(
        roles.model(user=user, kind="reader", start_on=today)
        for user in users.filter(is_administrator=False, is_active=True)
    )


class Migration(migrations.Migration):
    """Fill in the new table."""

    dependencies = [("register", "0004_roles")]

    # Backwards the table itself goes.
    operations = [migrations.RunPython(make_readers, migrations.RunPython.noop)]
