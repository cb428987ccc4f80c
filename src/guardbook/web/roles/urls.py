"""Addresses of the pages about: who must be appointed, and who is."""

from django.urls import URLPattern, path

from guardbook.web.failures import not_found

urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/roles/", not_found, name="roles")]
