"""Every address: each area of pages brings its own list."""

from django.urls import URLPattern, URLResolver, include, path

AREAS = (
    "accounts",
    "demo",
    "home",
    "agenda",
    "organisations",
    "roles",
    "people",
    "training",
    "imports",
    "registers",
    "intake",
    "incidents",
    "assessment",
    "duties",
    "dpia",
    "notices",
    "deciders",
    "rights",
    "evidence",
    "history",
    "help",
)

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"guardbook.web.{area}.urls")) for area in AREAS]

handler400 = "guardbook.web.failures.bad_request"
handler404 = "guardbook.web.failures.not_found"
handler500 = "guardbook.web.failures.broken"
