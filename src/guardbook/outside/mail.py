"""Hands one message to the mail server, and says exactly how far it got."""

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings

TIMEOUT = 20.0  # seconds


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to send. ``message_id`` stays the same however often it is tried."""

    to: str
    subject: str
    body: str
    message_id: str
    written_at: datetime


class NotSent(Exception):
    """The message certainly did not leave. ``words`` say why; trying later may help, or will not."""

    def __init__(self, words: str, *, may_retry: bool = True, is_server_down: bool = False) -> None:
        super().__init__(words)
        self.words = words
        self.may_retry = may_retry
        self.is_server_down = is_server_down


class Unsure(Exception):
    """The connection broke while the message was being handed over: it may have arrived, or not."""


def is_configured() -> bool:
    """True where a mail server is named in the settings."""
    return bool(settings.MAIL.is_configured)


def send(letter: Letter, hand_over: Callable[[], None]) -> None:
    """Give the letter to the mail server.

    ``hand_over`` is called once, when the server has taken sender and receiver and the text is about
    to go: the caller notes it, so that nothing is sent twice after a crash.

    Raises:
        NotSent: it did not leave.
        Unsure: it may have left.
    """
    message = _message(letter)
    try:
        server = _greeted()
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(in_words(error), is_server_down=True) from error
    try:
        _address(server, letter)
        hand_over()
        _give(server, message)
    finally:
        server.close()


def _message(letter: Letter) -> bytes:
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = settings.MAIL.sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Message-ID"] = letter.message_id
        message["Date"] = format_datetime(letter.written_at)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.body)
        return message.as_bytes()
    except ValueError as error:
        raise NotSent("The address or the subject cannot be used in an email.", may_retry=False) from error


def _greeted() -> smtplib.SMTP:
    mail = settings.MAIL
    context = ssl.create_default_context()
    server: smtplib.SMTP
    if mail.security == "tls":
        server = smtplib.SMTP_SSL(mail.host, mail.port, timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=TIMEOUT)
    try:
        if mail.security == "starttls":
            server.starttls(context=context)
        if mail.user:
            server.login(mail.user, mail.password)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _address(server: smtplib.SMTP, letter: Letter) -> None:
    try:
        for code, reply in (server.mail(settings.MAIL.sender), server.rcpt(letter.to)):
            _refuse(code, reply)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(in_words(error), is_server_down=True) from error


def _give(server: smtplib.SMTP, message: bytes) -> None:
    try:
        code, reply = server.data(message)
    except smtplib.SMTPDataError as error:
        code, reply = error.smtp_code, _bytes(error.smtp_error)
    except (OSError, smtplib.SMTPException) as error:
        raise Unsure from error
    _refuse(code, reply)


def _refuse(code: int, reply: bytes) -> None:
    if code >= 400:
        said = reply.decode(errors="replace")[:120]
        raise NotSent(f"The mail server refused the message ({code}: {said}).", may_retry=code < 500)


def _bytes(reply: bytes | str) -> bytes:
    return reply if isinstance(reply, bytes) else reply.encode()


def in_words(error: Exception) -> str:
    """Say what a failure means to the person who set mail up."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return (
                "The mail server refused our name or password. Check GUARDBOOK_MAIL_USER and GUARDBOOK_MAIL_PASSWORD."
            )
        case ssl.SSLError():
            return "The mail server's certificate or encryption cannot be used. Check GUARDBOOK_MAIL_SECURITY."
        case smtplib.SMTPNotSupportedError():
            return "The mail server offers no encryption or no sign-in. Check GUARDBOOK_MAIL_SECURITY."
        case _:
            return "The mail server does not answer. Check GUARDBOOK_MAIL_HOST and GUARDBOOK_MAIL_PORT."
