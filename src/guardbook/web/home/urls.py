"""Addresses of the pages about: what next."""

from django.urls import URLPattern, path

from guardbook.web.home import views

urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/", views.home, name="home")]
