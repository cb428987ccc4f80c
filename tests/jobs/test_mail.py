"""Mail: sent once, tried again while the server is away, and never lost unseen. With a real mail server."""

import dataclasses
import smtplib
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from pytest_django import Settings

from guardbook.actions import mail as outbox
from guardbook.actions.shell import Change, action
from guardbook.jobs import mail, worker
from guardbook.outside import mail as post
from guardbook.queries import mail as questions
from guardbook.queries.access import Context
from guardbook.records.models import OutboxMessage
from guardbook.rules.access import Permission
from tests.cast import Cast
from tests.jobs.office import PostOffice, free_port, point_to


@action(Permission.TEAM_MANAGE)
def tell(change: Change, *, subject: str = "You are invited") -> None:
    change.mail("zed@rose.example", subject, "Open the link to join.\nGrüße")
    change.record("accounts.colleague.told")


def message() -> OutboxMessage:
    return OutboxMessage.objects.get()


def send(context: Context, now: datetime | None = None) -> None:
    """Try the message now."""
    mail.send_one(context.organisation_id, message().pk, now or context.now)


def test_a_message_leaves_with_its_change(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)

    while worker.Worker().do_one():
        pass

    (envelope,) = office.taken
    assert envelope.rcpt_tos == ["zed@rose.example"]
    assert message().message_id.encode() in envelope.content
    assert message().sent_at is not None


def test_a_message_that_was_sent_is_not_sent_again(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)
    arguments = {"organisation_id": str(cast.asha.organisation_id), "message_id": str(message().pk)}

    for _ in range(3):
        mail.send(arguments, cast.asha.now)
        mail.send_waiting({}, cast.asha.now)

    assert len(office.taken) == 1


def test_while_the_server_is_away_messages_wait_and_then_leave(
    cast: Cast, office: PostOffice, settings: Settings
) -> None:
    tell(cast.asha)
    working = settings.MAIL
    point_to(settings, free_port())

    send(cast.asha)
    state = questions.outbox(cast.asha)
    settings.MAIL = working
    mail.send_waiting({}, cast.asha.now + timedelta(minutes=1))

    assert state.waiting == 1
    assert "does not answer" in state.last_error
    assert len(office.taken) == 1


def test_where_mail_is_not_set_up_messages_wait_and_the_page_says_so(cast: Cast) -> None:
    tell(cast.asha)

    mail.send({"organisation_id": str(cast.asha.organisation_id), "message_id": str(message().pk)}, cast.asha.now)
    mail.send_waiting({}, cast.asha.now)

    state = questions.outbox(cast.asha)
    assert (state.is_configured, state.waiting, message().attempts) == (False, 1, 0)
    assert not questions.is_configured()


def test_a_crash_before_the_text_leaves_is_followed_by_another_try(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)
    outbox.claim(cast.asha.organisation_id, message().pk, cast.asha.now)

    mail.send_waiting({}, cast.asha.now)
    tried_at_once = len(office.taken)
    mail.send_waiting({}, cast.asha.now + outbox.CLAIM)

    assert tried_at_once == 0
    assert len(office.taken) == 1


def test_a_crash_while_the_text_leaves_never_sends_it_twice(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)
    outbox.claim(cast.asha.organisation_id, message().pk, cast.asha.now)
    outbox.hand_over(cast.asha.organisation_id, message().pk, cast.asha.now)

    mail.send_waiting({}, cast.asha.now + timedelta(days=1))

    assert office.taken == []
    (unsent,) = questions.outbox(cast.asha).unsent
    assert "may have arrived" in unsent.why


def test_a_connection_that_breaks_during_the_text_is_not_tried_again(cast: Cast, office: PostOffice) -> None:
    office.hangs_up = True
    tell(cast.asha)

    send(cast.asha)
    office.hangs_up = False
    mail.send_waiting({}, cast.asha.now + timedelta(days=1))

    assert "may have arrived" in message().last_error
    assert message().sent_at is None


@pytest.mark.parametrize("where", ["on_receiver", "on_text"])
def test_a_final_refusal_is_shown_and_not_tried_again(cast: Cast, office: PostOffice, where: str) -> None:
    setattr(office, where, "550 No such person here")
    tell(cast.asha)

    send(cast.asha)

    (unsent,) = questions.outbox(cast.asha).unsent
    assert "No such person here" in unsent.why


def test_a_passing_refusal_is_tried_again_later(cast: Cast, office: PostOffice) -> None:
    office.on_text = "451 Try later"
    tell(cast.asha)
    send(cast.asha)
    office.on_text = "250 OK"

    mail.send_waiting({}, cast.asha.now)
    sent_at_once = len(office.taken)
    mail.send_waiting({}, cast.asha.now + timedelta(minutes=1))

    assert (sent_at_once, len(office.taken)) == (0, 1)


def test_a_message_that_waited_a_week_is_not_sent_any_more(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)

    mail.send_waiting({}, cast.asha.now + timedelta(days=8))

    assert office.taken == []
    assert "waited for a week" in questions.outbox(cast.asha).unsent[0].why


def test_a_subject_that_forges_headers_is_given_up(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha, subject="Hello\nBcc: all@example.org")

    send(cast.asha)

    assert office.taken == []
    assert "cannot be used" in message().last_error


def test_encryption_that_the_server_lacks_is_never_done_without(
    cast: Cast, office: PostOffice, settings: Settings
) -> None:
    settings.MAIL = dataclasses.replace(settings.MAIL, security="starttls")
    tell(cast.asha)

    send(cast.asha)

    assert office.taken == []
    assert "no encryption" in message().last_error


def test_a_wrong_password_is_said_in_words() -> None:
    error = smtplib.SMTPAuthenticationError(535, b"no")

    assert "GUARDBOOK_MAIL_PASSWORD" in post.in_words(error)


def test_messages_of_another_provider_stay_where_they_are(cast: Cast, office: PostOffice) -> None:
    tell(cast.asha)

    assert outbox.claim(cast.carol.organisation_id, message().pk, cast.asha.now) is None
    assert outbox.claim(cast.asha.organisation_id, UUID(int=7), cast.asha.now) is None
    assert questions.outbox(cast.carol).waiting == 0
