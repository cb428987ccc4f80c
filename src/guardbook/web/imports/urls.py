"""Addresses of the pages that bring in the staff list."""

from django.urls import URLPattern, path

from guardbook.web.imports import views

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/people/import/", views.start, name="import-start"),
    path("o/<uuid:organisation>/people/import/<uuid:run_id>/columns/", views.columns, name="import-columns"),
    path("o/<uuid:organisation>/people/import/<uuid:run_id>/", views.check, name="import-check"),
    path("o/<uuid:organisation>/people/import/<uuid:run_id>/drop/", views.drop, name="import-drop"),
]
