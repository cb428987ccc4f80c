"""A newer list of bank holidays comes into use only when a person accepts it, and lasts."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from guardbook.actions.installation import calendars
from guardbook.cli import main
from guardbook.content import calendars as content
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Actor
from guardbook.records import ledger
from guardbook.records.models import AuditEvent

pytestmark = pytest.mark.usefixtures("everything")
ASHA = Actor("Asha", "operator")
LOOKED_ON = date(2026, 12, 1)
WHOLE_YEAR = ("01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26")


def listed(*days: str, division: str = "england-and-wales") -> str:
    events = [{"title": "A day off", "date": day, "notes": "", "bunting": True} for day in days]
    return json.dumps({division: {"division": division, "events": events}})


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, so that no other test meets the list."""
    monkeypatch.setattr(settings, "DATA_FOLDER", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list that knows all of 2028 and 2029, and names a day off in 2028 that is new."""
    held = [str(day) for day in content.published().holidays if day.year == 2028]
    found = tmp_path / "bank-holidays.json"
    found.write_text(listed(*held, "2028-06-09", *(f"2029-{day}" for day in WHOLE_YEAR)), "utf-8")
    return found


def test_reading_a_list_stores_nothing_and_names_each_day(file: Path, data_folder: Path) -> None:
    proposal = calendars.read_calendar(file, LOOKED_ON)

    assert proposal.differences[0] == "Friday 9 June 2028 is a bank holiday: A day off."
    assert proposal.differences[-1] == "Bank holidays are known until 31 December 2029."
    assert len(proposal.differences) == 10
    assert not data_folder.exists()
    assert not AuditEvent.objects.exists()


def test_an_accepted_list_counts_beside_what_ships(file: Path, data_folder: Path, now: datetime) -> None:
    kept = calendars.accept_calendar(calendars.read_calendar(file, LOOKED_ON), ASHA, now)

    today = content.working_days(data_folder)
    assert kept == data_folder / "calendars" / "england-and-wales.yaml"
    assert today.title_on(date(2028, 6, 9)) == "A day off"
    assert today.title_on(date(2026, 12, 25)) == "Christmas Day"
    assert (today.covers_from, today.covers_until) == (date(2024, 1, 1), date(2029, 12, 31))
    event = AuditEvent.objects.get(event="clocks.calendar.accepted")
    assert (event.organisation_id, event.at) == (ledger.INSTALLATION, now)


def test_the_same_list_again_is_refused(file: Path, data_folder: Path, now: datetime) -> None:
    calendars.accept_calendar(calendars.read_calendar(file, LOOKED_ON), ASHA, now)

    with pytest.raises(Refused, match="Nothing in this list differs"):
        calendars.accept_calendar(calendars.read_calendar(file, LOOKED_ON), ASHA, now)


def test_a_day_taken_away_is_named(tmp_path: Path, data_folder: Path) -> None:
    file = tmp_path / "less.json"
    file.write_text(listed("2026-01-01", "2026-12-28"), "utf-8")

    proposal = calendars.read_calendar(file, LOOKED_ON)

    assert "Friday 25 December 2026 is no bank holiday any more." in proposal.differences
    assert proposal.calendar.covers_until == date(2026, 12, 28)


def test_a_list_older_than_the_one_held_is_refused(file: Path, data_folder: Path) -> None:
    with pytest.raises(Refused, match="the one held is newer, of 22 November 2026"):
        calendars.read_calendar(file, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "this is not the government's list"),
        ("[]", "this is not the government's list"),
        ('{"england-and-wales": {"events": [{"title": "x"}]}}', "this is not the government's list"),
        (listed("2026-01-01", division="scotland"), "no bank holidays of England and Wales"),
        (listed(), "no bank holidays of England and Wales"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused(text: str, sentence: str, tmp_path: Path, data_folder: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text, "utf-8")

    with pytest.raises(Refused, match=sentence):
        calendars.read_calendar(file, LOOKED_ON)


def test_a_file_that_is_not_there_is_refused_in_words(data_folder: Path) -> None:
    with pytest.raises(Refused, match="cannot be read: No such file"):
        calendars.read_calendar(data_folder / "none.json", LOOKED_ON)


def test_calendars_that_leave_a_gap_between_them_are_not_joined() -> None:
    ours = content.published()
    far = ours.model_copy(
        update={"covers_from": date(2031, 1, 1), "covers_until": date(2031, 12, 31), "looked_on": LOOKED_ON}
    )

    assert content.joined(far, ours) == far


def test_the_command_shows_what_differs_and_takes_it_into_use_when_told(
    file: Path, data_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guardbook.cli.prepare.bring_up_to_date", lambda: None)
    words = ["calendars", "import", str(file), "--made-on", "2026-12-01"]

    assert main.main(words) == 0
    assert "Nothing was changed." in capsys.readouterr().out
    assert main.main([*words, "--accept", "--by", "Asha"]) == 0
    assert "Taken into use, kept in" in capsys.readouterr().out
    assert main.main(words) == 0
    assert "Nothing in this list differs" in capsys.readouterr().out
