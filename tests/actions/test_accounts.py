"""Colleagues, their links and their access."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings

from guardbook.actions import accounts, drafts
from guardbook.config.readers import Mail
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.records.models import AuditEvent, Draft, Grant, Invitation, Organisation, OutboxMessage, User
from guardbook.rules.access import AccessRole
from tests.cast import PASSWORD, Cast, user_id

LINK = "{invitation}/{secret}"


def _invite(cast: Cast, email: str = "") -> accounts.OneUseLink:
    return accounts.invite(cast.asha, name="Zed", email=email, role=AccessRole.READER, link=LINK)


def _accept(cast: Cast, made: accounts.OneUseLink, address: str = "zed@rose.example", password: str = PASSWORD) -> None:
    invitation_id, secret = made.address.split("/")
    invitation = Invitation.objects.get(pk=invitation_id)
    typed = accounts.Accepted(address, password)
    accounts.accept(invitation.pk, cast.asha.organisation_id, secret, typed, cast.asha.now)


@pytest.mark.parametrize(
    ("owner", "organisation", "words"),
    [
        (accounts.Owner("", "zed@rose.example", PASSWORD), "Rose House", "Enter a name"),
        (accounts.Owner("Zed", "", PASSWORD), "Rose House", "Enter an email address"),
        (accounts.Owner("Zed", "ASHA@rose.example", PASSWORD), "Rose House", "already signs in"),
        (accounts.Owner("Zed", "zed@rose.example", "password1234"), "Rose House", "too common"),
        (accounts.Owner("Zed", "zed@rose.example", PASSWORD), "  ", "name of the organisation"),
    ],
)
def test_setting_up_says_what_is_missing_and_makes_nothing(
    cast: Cast, owner: accounts.Owner, organisation: str, words: str
) -> None:
    before = (User.objects.count(), Organisation.objects.count())

    with pytest.raises(Refused, match=words):
        accounts.set_up(owner, organisation, cast.asha.now)

    assert (User.objects.count(), Organisation.objects.count()) == before


def test_an_invitation_needs_a_name(cast: Cast) -> None:
    with pytest.raises(Refused, match="name"):
        accounts.invite(cast.asha, name=" ", email="", role=AccessRole.READER, link=LINK)


def test_only_a_digest_of_the_secret_is_kept(cast: Cast) -> None:
    made = _invite(cast)

    kept = Invitation.objects.get(name="Zed")
    assert made.address.split("/")[1] not in str(vars(kept))


def test_a_link_is_mailed_where_mail_is_set_up(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MAIL", Mail("mail.example", 25, "", "", "none", "guardbook@rose.example"))

    made = _invite(cast, "zed@rose.example")

    message = OutboxMessage.objects.get()
    assert made.is_mailed
    assert message.to == "zed@rose.example"
    assert made.address in message.body


def test_a_link_is_only_shown_where_mail_is_not_set_up(cast: Cast) -> None:
    made = _invite(cast, "zed@rose.example")

    assert not made.is_mailed
    assert not OutboxMessage.objects.exists()


def test_a_link_stops_working_after_seven_days(cast: Cast) -> None:
    made = _invite(cast)
    late = replace(cast, asha=replace(cast.asha, now=cast.asha.now + timedelta(days=7)))

    with pytest.raises(NotFound):
        _accept(late, made)


def test_a_link_taken_back_opens_nothing(cast: Cast) -> None:
    made = _invite(cast)
    accounts.withdraw_invitation(cast.asha, invitation_id=Invitation.objects.get(name="Zed").pk)

    with pytest.raises(NotFound):
        _accept(cast, made)


def test_a_used_link_cannot_be_taken_back(cast: Cast) -> None:
    _accept(cast, _invite(cast))

    with pytest.raises(Refused, match="used already"):
        accounts.withdraw_invitation(cast.asha, invitation_id=Invitation.objects.get(name="Zed").pk)


def test_another_providers_invitation_cannot_be_taken_back(cast: Cast) -> None:
    _invite(cast)

    with pytest.raises(NotFound):
        accounts.withdraw_invitation(cast.carol, invitation_id=Invitation.objects.get(name="Zed").pk)


def test_a_colleague_who_forgot_chooses_a_new_password_with_a_link(cast: Cast) -> None:
    made = accounts.send_new_link(cast.asha, user_id=user_id(cast.rhea), link=LINK)

    _accept(cast, made, password="four loud green frogs")

    assert User.objects.get(pk=user_id(cast.rhea)).check_password("four loud green frogs")


def test_a_new_password_is_checked_like_the_first(cast: Cast) -> None:
    made = accounts.send_new_link(cast.asha, user_id=user_id(cast.rhea), link=LINK)

    with pytest.raises(Refused, match="12 characters"):
        _accept(cast, made, password="frogs")


def test_nobody_makes_a_link_for_somebody_with_more_access(cast: Cast) -> None:
    with pytest.raises(NotPermitted, match="more access than you have"):
        accounts.send_new_link(cast.mina, user_id=user_id(cast.asha), link=LINK)


def test_a_link_is_made_only_for_a_colleague(cast: Cast) -> None:
    with pytest.raises(NotFound):
        accounts.send_new_link(cast.asha, user_id=user_id(cast.carol), link=LINK)


def test_access_of_somebody_who_has_none_cannot_be_changed(cast: Cast) -> None:
    with pytest.raises(NotFound):
        accounts.change_access(cast.asha, user_id=uuid7(), role=AccessRole.READER)


def test_changed_access_ends_the_old_and_starts_the_new(cast: Cast) -> None:
    accounts.change_access(cast.asha, user_id=user_id(cast.rhea), role=AccessRole.MANAGER)

    held = Grant.objects.filter(user_id=user_id(cast.rhea)).order_by("from_at", "id")
    assert [(grant.access_role, grant.until is None) for grant in held] == [("reader", False), ("manager", True)]
    assert AuditEvent.objects.filter(event="accounts.access.changed").exists()


def test_a_draft_too_long_to_keep_is_refused_and_the_old_one_stays(cast: Cast) -> None:
    drafts.keep(user_id(cast.asha), "/somewhere/", {"words": ["short"]}, cast.asha.now)

    with pytest.raises(Refused, match="too long"):
        drafts.keep(user_id(cast.asha), "/somewhere/", {"words": ["x" * drafts.LONGEST, "x"]}, cast.asha.now)

    assert Draft.objects.get().data == {"words": ["short"]}
