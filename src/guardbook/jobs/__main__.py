"""The job process: `python -m guardbook.jobs`, started by `guardbook run`."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guardbook.config.settings")
    django.setup()
    from guardbook.jobs import worker  # tables can be read only once Django is set up

    sys.exit(worker.main())
