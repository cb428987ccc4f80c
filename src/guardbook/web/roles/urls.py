"""Addresses of the pages about roles: who must be appointed, and who is."""

from django.urls import URLPattern, path

from guardbook.web.roles.views import appointing, documents, keeping, overview

_ROLES = "o/<uuid:organisation>/roles/"
_HELD = f"{_ROLES}held/<uuid:appointment>/"

urlpatterns: list[URLPattern] = [
    path(_ROLES, overview.roles, name="roles"),
    path(f"{_ROLES}guidance/", overview.guidance, name="roles-guidance"),
    path(f"{_ROLES}what-if/", overview.what_if, name="roles-what-if"),
    path(f"{_ROLES}help/", overview.help_with_roles, name="roles-help"),
    path(f"{_ROLES}kind/", overview.override_kind, name="kind-override"),
    path(f"{_ROLES}appoint/<str:role>/", appointing.choose, name="appoint"),
    path(f"{_ROLES}appoint/<str:role>/firm/", appointing.appoint_firm, name="appoint-firm"),
    path(f"{_ROLES}appoint/<str:role>/<uuid:person>/", appointing.appoint_person, name="appoint-person"),
    path(f"{_ROLES}decide/<str:role>/", appointing.decide_not, name="role-decide"),
    path(_HELD, keeping.appointment, name="appointment"),
    path(f"{_HELD}details/", keeping.details, name="appointment-details"),
    path(f"{_ROLES}people/<uuid:person>/posts/", appointing.say_posts, name="person-posts"),
    path(f"{_HELD}acceptance/", keeping.record_acceptance, name="appointment-acceptance"),
    path(f"{_HELD}confirm/", keeping.confirm, name="appointment-confirm"),
    path(f"{_HELD}end/", keeping.end, name="appointment-end"),
    path(f"{_HELD}handover/<uuid:step>/", keeping.tick, name="handover-tick"),
    path(f"{_HELD}accept/", keeping.accept, name="role-accept"),
    path(f"{_HELD}documents/<str:name>", documents.document, name="appointment-document"),
]
