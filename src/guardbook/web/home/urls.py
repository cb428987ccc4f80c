"""Addresses of the pages about: what next."""

from django.urls import URLPattern, path

from guardbook.web.failures import not_found

urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/", not_found, name="home")]
