"""An official list becomes a pack with our help, is compared with ours, and is kept whole."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guardbook.content import fingerprints, packs
from guardbook.content.faults import Unsound
from guardbook.content.official import building, saving
from guardbook.content.official.building import Proposal
from guardbook.content.packfiles import writing
from guardbook.kernel.errors import NotFound
from guardbook.rules.frameworks.carry import Carry, carry
from guardbook.rules.frameworks.difference import Kind
from guardbook.rules.frameworks.items import AnswerKind, Change, Item, Level
from guardbook.rules.frameworks.packs import Origin, Pack
from guardbook.rules.verdict import Confidence
from tests.content.workbooks import TIDY, book, rows, tidy

OURS = packs.load("dspt", "8")
AT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
CAKE = [3, "3.9", "3.9.1", "Is there cake on Fridays?", "Help with cake", "Mandatory"]


def proposed(data: bytes, version: str | None = None) -> Proposal:
    return building.propose(data, building.origin(data, "list.xlsx", "Asha Khan", AT), OURS, version)


def item_of(pack: Pack, ref: str) -> Item:
    found = pack.item(ref)
    assert found is not None
    return found


def test_a_list_that_says_the_same_changes_nothing_but_what_is_known() -> None:
    proposal = proposed(tidy())

    assert len(proposal.difference.of(Kind.UNCHANGED)) == len(OURS.items)
    assert proposal.pack.origin is Origin.OFFICIAL
    assert (proposal.pack.version, proposal.pack.year, proposal.pack.closes_on) == (
        "8-official",
        "2025-26",
        OURS.closes_on,
    )
    assert {item.known.level.confidence for item in proposal.pack.items} == {Confidence.READ}
    assert [item.rule for item in proposal.pack.items] == [item.rule for item in OURS.items]
    assert proposal.faults == ()


def test_it_remembers_where_it_came_from() -> None:
    imported = proposed(tidy()).pack.imported

    assert imported is not None
    assert (imported.file_name, imported.by, imported.at, len(imported.sha256)) == ("list.xlsx", "Asha Khan", AT, 64)


def test_differences_are_shown_for_a_person_to_read() -> None:
    body = [row for row in rows() if row[2] != "7.3.1"]
    body[0][3], body[1][5] = "Who feeds the cat on Sundays?", "Optional"

    difference = proposed(book({"v8": [TIDY, *body, CAKE]})).difference

    assert [row.ref for row in difference.of(Kind.ADDED)] == ["3.9.1"]
    assert [row.ref for row in difference.of(Kind.REMOVED)] == ["7.3.1"]
    assert [row.ref for row in difference.of(Kind.REWORDED)] == ["1.1.1"]
    assert [row.ref for row in difference.of(Kind.LEVEL_CHANGED)] == ["1.1.2"]


def test_a_question_that_asks_something_else_loses_our_rule_and_help() -> None:
    body = rows()
    body[0][3] = "Who feeds the cat on Sundays?"

    item = item_of(proposed(book({"v8": [TIDY, *body]})).pack, "1.1.1")

    assert (item.rule, item.example, item.group) == (None, "", "Policies and procedures")
    assert item.why_no_rule == "We have no rule for this question yet. You answer it yourself."


def test_a_new_question_has_the_official_words_and_a_guess_of_how_it_is_answered() -> None:
    item = item_of(proposed(book({"v8": [TIDY, *rows(), CAKE]})).pack, "3.9.1")

    assert (item.question, item.official_help, item.answer) == (CAKE[3], CAKE[4], AnswerKind.TEXT)
    assert item.known.answer.confidence is Confidence.UNCERTAIN


def test_a_list_without_approaching_keeps_ours_as_a_guess() -> None:
    body = [[*row[:5], "Optional" if row[5] == "Optional" else "Mandatory"] for row in rows()]

    proposal = proposed(book({"v8": [TIDY, *body]}))

    assert len(proposal.pack.approaching) == 26
    assert item_of(proposal.pack, "1.1.1").known.level.confidence is Confidence.INFERRED
    assert proposal.notes[-1].startswith("The workbook does not mark Approaching Standards.")


def test_a_newer_list_follows_ours_and_doubts_its_fixed_dates() -> None:
    pack = proposed(
        book({"2026-27": [[*TIDY, "Change"], *([*row, "New" if row[2] == "1.1.6" else None] for row in rows())]})
    ).pack

    assert (pack.version, pack.year, pack.previous, pack.closes_on) == ("9-official", "2026-27", "8", None)
    assert dict(item_of(pack, "7.2.1").known.fields())["window"].confidence is Confidence.UNCERTAIN
    assert dict(item_of(pack, "1.1.2").known.fields())["window"].confidence is Confidence.READ
    assert (item_of(pack, "1.1.6").changed, item_of(pack, "1.1.5").changed) == (Change.NEW, Change.UNCHANGED)


def test_an_official_list_can_be_compared_with_the_one_before() -> None:
    first = proposed(tidy()).pack

    again = building.propose(tidy(), building.origin(tidy(), "list.xlsx", "Ben", AT), first)

    assert {row.kinds for row in again.difference.rows} == {(Kind.UNCHANGED,)}
    assert replace(again.pack, imported=None, fingerprint="") == replace(first, imported=None, fingerprint="")


def test_answers_carry_from_our_list_to_the_official_one() -> None:
    verdicts = carry(OURS, proposed(book({"v8": [TIDY, *rows(), CAKE]})).pack)

    assert {each.ref: each.kind for each in verdicts if each.kind not in {Carry.KEPT, Carry.DATE_WINDOW}} == {
        "3.9.1": Carry.NEW
    }


def test_a_kept_list_is_read_back_just_as_it_was(tmp_path: Path) -> None:
    pack = proposed(book({"v8": [TIDY, *rows(), CAKE]})).pack

    file = saving.save_official(pack, tmp_path)

    (read,) = packs.imported("dspt", tmp_path)
    assert read == pack
    assert packs.find("dspt", "8-official", tmp_path) == read
    assert file == tmp_path / "frameworks" / "dspt" / "8-official" / "pack.yaml"


def test_any_pack_can_be_written_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "8").mkdir()
    (tmp_path / "8" / "pack.yaml").write_text(writing.text(OURS), "utf-8")

    assert packs.read(tmp_path, "8") == OURS


def test_lists_come_back_oldest_version_first(tmp_path: Path) -> None:
    for version in ("10", "9", "8"):
        saving.save_official(proposed(tidy("List"), version).pack, tmp_path)

    assert [pack.version for pack in packs.imported("dspt", tmp_path)] == ["8-official", "9-official", "10-official"]


def test_importing_again_replaces_the_list(tmp_path: Path) -> None:
    saving.save_official(proposed(tidy()).pack, tmp_path)
    assert packs.imported("dspt", tmp_path)[0].item("3.9.1") is None

    saving.save_official(proposed(book({"v8": [TIDY, *rows(), CAKE]})).pack, tmp_path)

    assert packs.imported("dspt", tmp_path)[0].item("3.9.1") is not None


def test_a_list_changed_by_hand_is_refused(tmp_path: Path) -> None:
    file = saving.save_official(proposed(tidy()).pack, tmp_path)
    file.write_text(file.read_text("utf-8").replace("level: standards_met", "level: optional", 1), "utf-8")

    with pytest.raises(Unsound, match="this was changed after the import"):
        packs.imported("dspt", tmp_path)


def test_a_list_broken_by_hand_is_refused_in_words(tmp_path: Path) -> None:
    saving.save_official(proposed(tidy()).pack, tmp_path).write_text("code: [", "utf-8")

    with pytest.raises(Unsound, match="this line cannot be read"):
        packs.imported("dspt", tmp_path)


def test_a_failure_while_saving_leaves_the_old_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = saving.save_official(proposed(tidy()).pack, tmp_path)
    before = file.read_bytes()
    monkeypatch.setattr("os.fsync", lambda _handle: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        saving.save_official(proposed(book({"v8": [TIDY, *rows(), CAKE]})).pack, tmp_path)

    assert [each.name for each in file.parent.iterdir()] == ["pack.yaml"]
    assert file.read_bytes() == before


def test_nothing_imported_is_nothing_to_find(tmp_path: Path) -> None:
    assert packs.imported("dspt", tmp_path) == ()
    with pytest.raises(NotFound, match="no version 8-official"):
        packs.find("dspt", "8-official", tmp_path)


def test_the_fingerprint_is_of_what_is_said_and_not_of_empty_places() -> None:
    assert fingerprints.of(OURS) == fingerprints.of(replace(OURS, fingerprint="other"))
    assert fingerprints.of(OURS) != fingerprints.of(replace(OURS, notes=("More",)))
    assert OURS.fingerprint == fingerprints.of(OURS)


def test_levels_stay_as_the_workbook_has_them() -> None:
    assert item_of(proposed(tidy()).pack, "1.1.6").level is Level.OPTIONAL
