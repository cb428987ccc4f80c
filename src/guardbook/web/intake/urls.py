"""Addresses of the pages about what staff and the public tell."""

from django.urls import URLPattern, path

from guardbook.web.intake.views import own, reading, settings, telling

_REPORTS = "o/<uuid:organisation>/reports/"
_REPORT = f"{_REPORTS}<uuid:report_id>/"
_SETTINGS = "o/<uuid:organisation>/settings/reports/"
_ADDRESS = f"{_SETTINGS}<uuid:address_id>/"

urlpatterns: list[URLPattern] = [
    path("r/<str:code>/", telling.tell, name="tell"),
    path("told/", telling.status, name="report-status"),
    path("o/<uuid:organisation>/report/", own.report, name="report-mistake"),
    path(_REPORTS, reading.listing, name="reported"),
    path(_REPORT, reading.read, name="report-read"),
    path(f"{_REPORT}photo/", reading.photo, name="report-photo"),
    path(f"{_REPORT}close/", reading.close, name="report-close"),
    path(f"{_REPORT}who/", reading.who, name="report-who"),
    path(f"{_REPORT}join/", reading.join, name="report-join"),
    path(_SETTINGS, settings.addresses, name="report-addresses"),
    path(f"{_SETTINGS}on/<str:purpose>/", settings.switch_on, name="report-address-on"),
    path(f"{_SETTINGS}paper/", settings.paper, name="report-paper"),
    path(f"{_SETTINGS}paper/pdf/", settings.paper_pdf, name="report-paper-pdf"),
    path(f"{_ADDRESS}off/", settings.switch_off, name="report-address-off"),
    path(f"{_ADDRESS}replace/", settings.replace, name="report-address-replace"),
    path(f"{_ADDRESS}poster/", settings.poster, name="report-poster"),
    path(f"{_ADDRESS}poster/pdf/", settings.poster_pdf, name="report-poster-pdf"),
]
