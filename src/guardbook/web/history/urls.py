"""Addresses of the pages about what happened."""

from django.urls import URLPattern, path

from guardbook.web.history import views

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/history/", views.journal, name="journal"),
    path("o/<uuid:organisation>/history/<uuid:subject_id>/", views.history, name="history"),
]
