"""Addresses of the staff list."""

from django.urls import URLPattern, path

from guardbook.web.people import views

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/people/", views.staff, name="people"),
    path("o/<uuid:organisation>/people/add/", views.add, name="person-add"),
    path("o/<uuid:organisation>/people/confirm/", views.confirm_list, name="people-confirm"),
    path("o/<uuid:organisation>/people/download/<str:form>/", views.export, name="people-export"),
    path("o/<uuid:organisation>/people/<uuid:person_id>/change/", views.amend, name="person-change"),
]
