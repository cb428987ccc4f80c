"""Addresses of the made-up provider."""

from django.urls import URLPattern, path

from guardbook.web.demo import views

urlpatterns: list[URLPattern] = [
    path("example/", views.look_round, name="example-look-round"),
    path("o/<uuid:organisation>/example/remove/", views.remove, name="example-remove"),
]
