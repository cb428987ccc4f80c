"""Addresses of the pages about: files that prove things."""

from django.urls import URLPattern, path

from guardbook.web.evidence import views

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/evidence/<uuid:evidence_id>/file/", views.read_file, name="evidence-file"),
]
