"""Row-level security on the table of duties as well."""

from django.db import migrations

from guardbook.records import protection


class Migration(migrations.Migration):
    """Runs after the table of duties exists."""

    dependencies = [("records", "0005_duties")]

    operations = [migrations.RunPython(protection.protect, migrations.RunPython.noop)]
