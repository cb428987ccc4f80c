"""Fills an installation, changes it, and looks at it; run as a program by the tests of backup and restore."""

import io
import itertools
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from unittest import mock

import django

django.setup()

from guardbook.actions import evidence, installation, jobs  # noqa: E402 - the tables must be loaded first
from guardbook.actions.shell import Change, action  # noqa: E402
from guardbook.outside import bundles, clock, files, queue  # noqa: E402
from guardbook.queries import access  # noqa: E402
from guardbook.records import ledger, scope  # noqa: E402
from guardbook.records.models import Answer, Assessment, Evidence, Organisation, OutboxMessage, User  # noqa: E402
from guardbook.rules.access import Permission  # noqa: E402
from guardbook.rules.evidence import About  # noqa: E402
from tests import cast  # noqa: E402
from tests.outside import samples  # noqa: E402

NOW = datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=UTC)  # microseconds are part of what was signed


@action(Permission.ITEM_ANSWER)
def answer(change: Change) -> None:
    """Store a row with every kind of column."""
    held = change.create(Assessment, framework="dspt", version="8", planned_publication_on=change.today, started_at=NOW)
    change.create(Answer, assessment=held, item="3.2.1", number=1, kind="answered", figure=Decimal("95.50"),
                  text="Größe “quoted” \u2028 line\nnext", rests_on={"b": [1.5, None, True], "a": "é"}, given_at=NOW,
                  given_by="Asha")  # fmt: skip
    change.mail("zed@rose.example", "You are invited", "Open the link.")
    change.record("assessment.item.answered", subject=held)


def fill() -> None:
    """Two providers, an answer, two stored files, mail that waits and a job."""
    asha = cast.owner("Asha Owner", "asha@rose.example", "Rose House", NOW)
    cast.owner("Carol Other", "carol@other.example", "Other Care", NOW)
    answer(asha)
    for number in range(2):
        sent = io.BytesIO(samples.PDF + str(number).encode())
        evidence.attach_upload(asha, file_name="policy.pdf", stream=sent, about=About(f"Policy {number}"))
    queue.enqueue("housekeeping.tidy", {}, run_after=NOW + timedelta(days=365))


def look() -> dict[str, object]:
    """What is here, in words that a test can compare."""
    with access.everything():
        held = Answer.objects.first()
        return {
            "organisations": sorted(Organisation.objects.values_list("name", flat=True)),
            "passwords": all(user.check_password(cast.PASSWORD) for user in User.objects.all()),
            "answer": [held.text, str(held.figure), held.rests_on, held.given_at.isoformat()] if held else None,
            "files": [
                len(files.store().read(sha))
                for sha in Evidence.objects.order_by("title").values_list("fingerprint", flat=True)
            ],
            "faults": list(ledger.faults()),
            "mail": list(OutboxMessage.objects.values_list("last_error", flat=True)),
            "jobs": queue.is_waiting("housekeeping.tidy"),
        }


def rename() -> None:
    """Change something after the backup."""
    with access.everything(), scope.writing("action"):
        Organisation.objects.update(name="Changed")


def backup_while_people_work(target: Path) -> None:
    """Make a backup, and have a provider set up before each of its tables is written."""
    written, number = bundles.Writer.table, itertools.count()

    def disturbed(writer: bundles.Writer, name: str, lines: Iterable[str]) -> bundles.Content:
        with access.everything():
            count = next(number)
            cast.owner("Late Owner", f"late{count}@late.example", f"Late {count}", NOW)
        return written(writer, name, lines)

    with mock.patch.object(bundles.Writer, "table", disturbed):
        installation.make(target, NOW)


match sys.argv[1:]:
    case ["fill"]:
        with access.everything():
            fill()
    case ["rename"]:
        rename()
    case ["alive"]:
        jobs.say_alive("worker", clock.now(), timedelta(hours=1))
    case ["backup", target]:
        backup_while_people_work(Path(target))
    case ["before-upgrade"]:
        installation.before_upgrade(NOW)
    case ["look"]:
        sys.stdout.write(json.dumps(look()))
    case words:
        sys.exit(f"not understood: {words}")
