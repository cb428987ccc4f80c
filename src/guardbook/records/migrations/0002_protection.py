"""Row-level security on every tenant table, and a ledger that refuses changes."""

from django.db import migrations

from guardbook.records import protection


class Migration(migrations.Migration):
    """Runs after the tables exist; a later migration with a new table runs it again."""

    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunPython(protection.protect, migrations.RunPython.noop)]
