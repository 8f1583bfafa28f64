from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0012_seats_and_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="is_protected",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(condition=models.Q(("is_protected", True)), fields=["id"], name="person_protected"),
        ),
    ]
