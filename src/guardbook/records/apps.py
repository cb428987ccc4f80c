"""The one Django app that has tables."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Tables of every area, in one linear history of migrations."""

    name = "guardbook.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
