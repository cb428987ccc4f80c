"""Addresses of the pages about signing in, passwords and colleagues."""

from django.urls import URLPattern, path

from guardbook.web.accounts import entry, views

urlpatterns: list[URLPattern] = [
    path("", entry.start, name="start"),
    path("first-run/", entry.first_run, name="first-run"),
    path("sign-in/", entry.sign_in, name="sign-in"),
    path("sign-out/", entry.sign_out, name="sign-out"),
    path("invitation/<uuid:organisation>/<uuid:invitation_id>/<str:secret>/", entry.invitation, name="invitation"),
    path("password/", views.change_password, name="password"),
    path("drafts/", views.keep_draft, name="draft-keep"),
    path("o/<uuid:organisation>/team/", views.team, name="team"),
    path("o/<uuid:organisation>/team/invite/", views.invite, name="invite"),
    path(
        "o/<uuid:organisation>/team/invitations/<uuid:invitation_id>/withdraw/",
        views.withdraw_invitation,
        name="invitation-withdraw",
    ),
    path("o/<uuid:organisation>/team/<uuid:user_id>/", views.change_access, name="access-change"),
    path("o/<uuid:organisation>/team/<uuid:user_id>/new-link/", views.new_link, name="new-link"),
]
