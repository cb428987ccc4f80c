"""Addresses of the help pages and the glossary."""

from django.urls import URLPattern, path

from guardbook.web.help import asking, views

urlpatterns: list[URLPattern] = [
    path("help/", views.contents, name="help"),
    path("help/<slug:slug>/", views.read, name="help-page"),
    path("rules/", asking.rules, name="rules"),
    path("rules/<str:asked>/", asking.rule, name="rule"),
    path("glossary/", views.glossary, name="glossary"),
]
