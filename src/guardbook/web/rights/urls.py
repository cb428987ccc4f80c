"""Addresses of the pages about: requests, complaints and disclosures."""

from django.urls import URLPattern, path

from guardbook.web.rights import views

_HERE = "o/<uuid:organisation>/requests/"

urlpatterns: list[URLPattern] = [
    path(_HERE, views.overview, name="rights"),
    path(f"{_HERE}new/<slug:kind>/", views.new, name="rights-new"),
    path(f"{_HERE}<uuid:case_id>/", views.show, name="rights-case"),
    path(f"{_HERE}from/<uuid:report_id>/", views.start, name="rights-start"),
    path(f"{_HERE}<uuid:case_id>/details/", views.details, name="rights-details"),
    path(f"{_HERE}<uuid:case_id>/step/<slug:event>/", views.step, name="rights-step"),
    path(f"{_HERE}<uuid:case_id>/paper/<str:name>", views.paper, name="rights-paper"),
]
