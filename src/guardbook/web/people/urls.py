"""Addresses of the pages about: staff."""

from django.urls import URLPattern, path

from guardbook.web.failures import not_found

urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/people/", not_found, name="people")]
