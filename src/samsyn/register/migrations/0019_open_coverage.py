from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0018_action_reports"),
    ]

    operations = [
        migrations.AddField(
            model_name="body",
            name="publishes_coverage",
            field=models.BooleanField(default=False),
        ),
    ]
