"""Addresses of the pages about: the toolkit."""

from django.urls import URLPattern, path

from guardbook.web.failures import not_found

urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/toolkit/", not_found, name="toolkit")]
