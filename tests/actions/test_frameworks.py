"""An official list comes into use only when a person accepts it, and who did is on the record."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from guardbook.actions import frameworks
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Actor
from guardbook.records import ledger
from guardbook.records.models import AuditEvent, EventDetail
from tests.content import workbooks

pytestmark = pytest.mark.usefixtures("everything")


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, so that no other test meets the list."""
    monkeypatch.setattr(settings, "DATA_FOLDER", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A spreadsheet that says what our own list says."""
    file = tmp_path / "official.xlsx"
    file.write_bytes(workbooks.tidy())
    return file


def test_reading_an_official_list_stores_nothing(workbook: Path, data_folder: Path, now: datetime) -> None:
    proposal = frameworks.read_official(workbook, "Asha", now)

    assert proposal.pack.version == "8-official"
    assert not data_folder.exists()
    assert not AuditEvent.objects.exists()


def test_an_accepted_list_is_kept_and_who_accepted_it_is_noted(
    workbook: Path, data_folder: Path, now: datetime
) -> None:
    proposal = frameworks.read_official(workbook, "Asha", now)

    kept = frameworks.accept_official(proposal, Actor("Asha", "operator"), now)

    assert kept.is_relative_to(data_folder)
    assert kept.exists()
    event = AuditEvent.objects.get(event="frameworks.official_list.accepted")
    assert (event.organisation_id, event.at) == (ledger.INSTALLATION, now)
    assert proposal.pack.fingerprint in str(list(EventDetail.objects.values()))


def test_a_file_that_is_not_there_is_refused_in_words(data_folder: Path, now: datetime) -> None:
    with pytest.raises(Refused, match="cannot be read: No such file"):
        frameworks.read_official(data_folder / "none.xlsx", "Asha", now)


def test_a_file_that_is_no_spreadsheet_is_refused(workbook: Path, now: datetime) -> None:
    workbook.write_bytes(b"not a spreadsheet")

    with pytest.raises(Refused):
        frameworks.read_official(workbook, "Asha", now)
