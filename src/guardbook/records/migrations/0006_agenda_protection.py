"""Row-level security on the new tables as well."""

from django.db import migrations

from guardbook.records import protection


class Migration(migrations.Migration):
    """Runs after they exist."""

    dependencies = [("records", "0005_agenda")]

    operations = [migrations.RunPython(protection.protect, migrations.RunPython.noop)]
