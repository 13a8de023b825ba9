from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="reference",
            name="key",
            field=models.CharField(
                choices=[
                    ("badges", "Badges"),
                    ("topics", "Topics"),
                    ("objectives", "Objectives"),
                    ("help", "Help"),
                    ("talks", "Talks"),
                ],
                max_length=10,
                primary_key=True,
                serialize=False,
            ),
        ),
    ]
