"""Row-level security on the tables of plans, backups, contacts and exercises as well."""

from django.db import migrations

from guardbook.records import protection


class Migration(migrations.Migration):
    """Runs after the tables of plans, backups, contacts and exercises exist."""

    dependencies = [("records", "0005_continuity")]

    operations = [migrations.RunPython(protection.protect, migrations.RunPython.noop)]
