"""Addresses of the pages about: help and glossary."""

from django.urls import URLPattern, path

from guardbook.web.failures import not_found

urlpatterns: list[URLPattern] = [path("help/", not_found, name="help"), path("glossary/", not_found, name="glossary")]
