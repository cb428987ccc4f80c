"""Addresses of the pages about: what comes round."""

from django.urls import URLPattern, path

from guardbook.web.duties import views

_HERE = "o/<uuid:organisation>/duties/"

urlpatterns: list[URLPattern] = [
    path(_HERE, views.overview, name="duties"),
    path(f"{_HERE}<slug:slug>/", views.show, name="duty"),
    path(f"{_HERE}<slug:slug>/tick/", views.tick, name="duty-tick"),
    path(f"{_HERE}<slug:slug>/leave-out/", views.leave_out, name="duty-leave-out"),
    path(f"{_HERE}<slug:slug>/<uuid:done_id>/take-back/", views.take_back, name="duty-take-back"),
]
