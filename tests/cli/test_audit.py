"""`guardbook audit verify` finds what somebody did behind the product's back."""

import pytest
from django.db import connection

from guardbook.cli import main
from guardbook.records import scope
from tests.cast import Cast


def behind_our_back(sql: str) -> None:
    """Change the ledger as somebody with the database's own tools could."""
    with scope.writing("action"), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE records_auditevent DISABLE TRIGGER USER")
        else:
            for operation in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER records_auditevent_no_{operation}")
        cursor.execute(sql)


def test_an_untouched_record_is_whole(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["audit", "verify"]) == 0
    assert "is whole" in capsys.readouterr().out


def test_an_edited_event_is_found(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    behind_our_back("UPDATE records_auditevent SET event = 'accounts.nothing.happened' WHERE sequence = 2")

    code = main.main(["audit", "verify"])

    assert code == 1
    assert "event 2 (accounts.nothing.happened) was edited" in capsys.readouterr().err
