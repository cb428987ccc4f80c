"""When newer ends of support come into use, every organisation's devices are worked out again."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from guardbook.actions.registers import entries, refreshing
from guardbook.jobs import registry
from guardbook.queries.access import Actor
from guardbook.queries.registers import entries as questions
from guardbook.records.models import AuditEvent
from guardbook.rules.registers.devices.device import Device, Kind, Ownership
from guardbook.rules.registers.devices.register import REGISTER
from tests.cast import Cast

PHONE = Device(name="Night phone", kind=Kind.PHONE, ownership=Ownership.COMPANY, system="Android 17")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list in which Android 17 has an end, and a data folder of one's own."""
    monkeypatch.setattr(settings, "DATA_FOLDER", tmp_path / "data")
    releases = [{"releaseCycle": "17", "eol": "2029-03-01"}]
    found = tmp_path / "endings.json"
    found.write_text(
        json.dumps({"_source": "made 2026-12-01", "products": {"android": {"releases": releases}}}), "utf-8"
    )
    return found


def test_newer_dates_reach_every_device(cast: Cast, file: Path, now: datetime) -> None:
    keys = {context: entries.add(context, register=REGISTER, entry=PHONE) for context in (cast.asha, cast.carol)}
    before = {questions.one(context, REGISTER, key).found.entry.unsupported_after for context, key in keys.items()}

    refreshing.accept_endings(refreshing.read_endings(file), Actor("Asha", "operator"), now)
    registry.run("registers.work_out_again", {})

    after = {questions.one(context, REGISTER, key).found.entry.unsupported_after for context, key in keys.items()}
    assert (before, after) == ({None}, {date(2029, 3, 1)})


def test_working_out_again_changes_nothing_where_nothing_moved(cast: Cast, file: Path) -> None:
    entries.add(cast.asha, register=REGISTER, entry=PHONE)

    registry.run("registers.work_out_again", {})

    assert not AuditEvent.objects.filter(event="registers.entry.worked_out").exists()
