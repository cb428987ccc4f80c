"""Row-level security on the new tables as well."""

from django.db import migrations

from guardbook.records import protection


class Migration(migrations.Migration):
    """Runs after the registers' tables exist."""

    dependencies = [("records", "0003_registers")]

    operations = [migrations.RunPython(protection.protect, migrations.RunPython.noop)]
