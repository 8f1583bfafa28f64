"""Statements that two have become one of, and what a later reading offers."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0015_blottings'),
    ]

    operations = [
        migrations.AddField(
            model_name='doubt',
            name='offered',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='merged', to='register.statement'),
        ),
    ]
