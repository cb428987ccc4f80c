"""Addresses of the pages about: privacy notices."""

from django.urls import URLPattern, path

from guardbook.web.notices import views

_HERE = "o/<uuid:organisation>/notices/"

urlpatterns: list[URLPattern] = [
    path(_HERE, views.overview, name="notices"),
    path(f"{_HERE}<slug:audience>/", views.show, name="notice"),
    path(f"{_HERE}<slug:audience>/agree/", views.agree, name="notice-agree"),
    path(f"{_HERE}<slug:audience>/check/", views.check, name="notice-check"),
    path(f"{_HERE}version/<uuid:notice>/", views.version, name="notice-version"),
    path(f"{_HERE}version/<uuid:notice>/easy/", views.easy, name="notice-easy"),
    path(f"{_HERE}version/<uuid:notice>/<slug:kind>.<slug:form>", views.document, name="notice-document"),
]
