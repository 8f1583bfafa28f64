"""The table of the cache: what was tried lately, and which one-time codes have been used."""

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = 'samsyn_cache'


def make_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    call_command('createcachetable', TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(f'DROP TABLE {schema_editor.quote_name(TABLE)}')


class Migration(migrations.Migration):

    dependencies = [('accounts', '0003_saved_views')]

    operations = [migrations.RunPython(make_table, drop_table)]
