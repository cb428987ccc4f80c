"""The daily tidying: what is finished or wanted by nobody goes, everything else stays."""

import os
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from guardbook.actions import evidence
from guardbook.jobs import housekeeping
from guardbook.outside import clock, files
from guardbook.queries import evidence as questions
from guardbook.rules.evidence import About
from tests.cast import Cast


def age(sha256: str) -> None:
    """Make a stored file a year old."""
    path = files.store().folder / "kept" / sha256[:2] / sha256
    os.utime(path, (path.stat().st_mtime - 365 * 86_400,) * 2)


def test_files_that_nothing_refers_to_go_and_others_stay(cast: Cast) -> None:
    evidence.attach_made(
        cast.asha, file_name="letter.txt", media_type="text/plain", content=b"wanted", about=About("Letter")
    )
    wanted, unwanted = questions.listing(cast.asha)[0].fingerprint, files.store().put(b"nobody wants this")
    age(wanted)
    age(unwanted)

    housekeeping.tidy({}, clock.now())
    housekeeping.tidy({}, clock.now() + files.GRACE + timedelta(hours=1))

    assert files.store().holds(wanted)
    assert not files.store().holds(unwanted)


def test_ended_sessions_are_forgotten(cast: Cast) -> None:
    ended, open_still = SessionStore(), SessionStore()
    for session, seconds in ((ended, -60), (open_still, 60)):
        session.set_expiry(clock.now() + timedelta(seconds=seconds))
        session.save()

    housekeeping.tidy({}, clock.now())

    assert [session.pk for session in Session.objects.all()] == [open_still.session_key]
