from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0001_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='body_order',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('is_action', True), ('removed', False)), fields=['due_end'], name='statement_action_due'),
        ),
    ]
