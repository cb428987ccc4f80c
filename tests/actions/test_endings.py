"""A newer list of ends of support comes into use only when a person accepts it, and who did is on the record."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from guardbook.actions.registers import refreshing
from guardbook.cli import main
from guardbook.content import reference
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Actor
from guardbook.records import ledger
from guardbook.records.models import AuditEvent, EventDetail

pytestmark = pytest.mark.usefixtures("everything")
ASHA = Actor("Asha", "operator")


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, so that no other test meets the list."""
    monkeypatch.setattr(settings, "DATA_FOLDER", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list in which Android 18 is new and Android 17 has an end."""
    releases = [{"releaseCycle": "18", "eol": False}, {"releaseCycle": "17", "eol": "2029-03-01"}]
    found = tmp_path / "endings.json"
    found.write_text(
        json.dumps({"_source": "made 2026-12-01", "products": {"android": {"releases": releases}}}), "utf-8"
    )
    return found


def test_reading_a_list_stores_nothing(file: Path, data_folder: Path) -> None:
    proposal = refreshing.read_endings(file)

    assert [each.key for each in proposal.newer] == ["android"]
    assert not data_folder.exists()
    assert not AuditEvent.objects.exists()


def test_an_accepted_list_is_kept_and_who_accepted_it_is_noted(file: Path, data_folder: Path, now: datetime) -> None:
    kept = refreshing.accept_endings(refreshing.read_endings(file), ASHA, now)

    assert kept == data_folder / "endings"
    assert [each.name for each in reference.current(data_folder).endings.products["android"].releases] == ["18", "17"]
    event = AuditEvent.objects.get(event="registers.endings.accepted")
    assert (event.organisation_id, event.at) == (ledger.INSTALLATION, now)
    assert "2026-12-01" in str(list(EventDetail.objects.values()))


def test_the_same_list_again_is_refused(file: Path, data_folder: Path, now: datetime) -> None:
    refreshing.accept_endings(refreshing.read_endings(file), ASHA, now)

    with pytest.raises(Refused, match="Nothing in this list is newer"):
        refreshing.accept_endings(refreshing.read_endings(file), ASHA, now)


def test_a_day_is_taken_where_the_list_has_none(file: Path, data_folder: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("2026-12-01", "some day"), "utf-8")

    assert refreshing.read_endings(file, date(2026, 12, 3)).download.looked_on == date(2026, 12, 3)


def test_a_file_that_is_not_there_is_refused_in_words(data_folder: Path) -> None:
    with pytest.raises(Refused, match="cannot be read: No such file"):
        refreshing.read_endings(data_folder / "none.json")


def test_the_command_shows_what_differs_and_takes_it_into_use_when_told(
    file: Path, data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guardbook.cli.prepare.bring_up_to_date", lambda: None)

    codes = [main.main(["endings", "import", str(file)]), main.main(["endings", "import", str(file), "--accept"])]
    shown = capsys.readouterr().out
    again = main.main(["endings", "import", str(file)])

    assert (codes, again) == ([0, 0], 0)
    assert "On another day (1)\n  Android 17: no end announced, now 1 March 2029." in shown
    assert "Nothing was changed." in shown
    assert "Taken into use" in shown
    assert "As new or newer here already: Android." in capsys.readouterr().out
