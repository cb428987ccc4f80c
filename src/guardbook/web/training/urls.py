"""Addresses of the pages about training, and of one person, whose page shows their training."""

from django.urls import URLPattern, path

from guardbook.web.imports.doors import doors
from guardbook.web.training import importing, person, views

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/people/<uuid:person_id>/", person.person, name="person"),
    path("o/<uuid:organisation>/training/", views.overview, name="training"),
    path("o/<uuid:organisation>/training/record/", views.record, name="training-record"),
    path("o/<uuid:organisation>/training/needs/", views.needs_analysis, name="training-needs"),
    path("o/<uuid:organisation>/training/download/<str:form>/", views.export, name="training-export"),
    path(
        "o/<uuid:organisation>/training/records/<uuid:completion_id>/correct/", views.correct, name="training-correct"
    ),
    path(
        "o/<uuid:organisation>/training/records/<uuid:completion_id>/take-out/",
        views.withdraw,
        name="training-withdraw",
    ),
    *doors("o/<uuid:organisation>/training/import/", lambda: importing.FLOW, "training-import"),
]
