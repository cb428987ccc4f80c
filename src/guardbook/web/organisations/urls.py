"""Addresses of the pages about the provider: settings, and the questions that decide its roles."""

from django.urls import URLPattern, path

from guardbook.web.organisations import views
from guardbook.web.organisations.wizard import views as wizard

urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/settings/", views.settings, name="settings"),
    path("o/<uuid:organisation>/settings/details/", views.details, name="details"),
    path("o/<uuid:organisation>/settings/sites/add/", views.add_site, name="site-add"),
    path("o/<uuid:organisation>/wizard/", wizard.wizard, name="wizard"),
    path("o/<uuid:organisation>/wizard/<str:question>/", wizard.question, name="wizard-question"),
]
