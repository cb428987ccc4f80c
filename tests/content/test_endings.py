"""The published ends of support: shipped as dated facts, refreshed from a file, the newer of two wins."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guardbook.content import packs, reference
from guardbook.content.endings import comparing, current, reading, saving, translating, writing
from guardbook.content.endings.comparing import Kind
from guardbook.content.faults import Unsound
from guardbook.rules.registers.endings.published import Edition, Product, Release
from guardbook.rules.verdict import Confidence

DOWNLOADED = Path(__file__).parents[3] / "shared" / "data" / "eol" / "endoflife-selected.json"
MADE_ON = date(2026, 12, 1)
SHIPPED = sorted(
    each.name
    for each in (packs.library() / "endings").iterdir()
    if each.name.endswith(".yaml") and each.name != "ours.yaml"
)


def listed(*releases: dict[str, Any], key: str = "android", source: str = "a list of 2026-12-01") -> bytes:
    """A list as it is downloaded, with one product."""
    return json.dumps({"_source": source, "products": {key: {"title": key, "releases": list(releases)}}}).encode()


def release(cycle: str, eol: object = False, **more: object) -> dict[str, Any]:
    return {"releaseCycle": cycle, "releaseDate": "2026-06-16", "eol": eol, **more}


def facts(product: Product) -> list[Release]:
    return list(product.releases)


@pytest.mark.skipif(not DOWNLOADED.exists(), reason="the downloaded list is not beside this checkout")
def test_what_we_ship_is_what_the_list_says() -> None:
    download = translating.download(DOWNLOADED.read_bytes(), DOWNLOADED.name)

    held = current.held()

    assert {each.key for each in download.products} == set(held)
    assert not [each.key for each in download.products if facts(each) != facts(held[each.key])]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_file_says_where_its_facts_are_from_and_how_old_they_are(name: str) -> None:
    product = reading.product(packs.library() / "endings" / name)

    assert product.looked_on == date(2026, 8, 22)
    assert "MIT" in product.source
    assert product.confidence is Confidence.READ


@pytest.mark.parametrize("name", SHIPPED)
def test_a_product_that_is_written_is_read_back_the_same(name: str, tmp_path: Path) -> None:
    product = reading.product(packs.library() / "endings" / name)

    (tmp_path / name).write_text(writing.text(product), "utf-8")

    assert facts(reading.product(tmp_path / name)) == facts(product)


def test_what_we_add_is_marked_as_from_memory() -> None:
    endings = reference.current().endings
    (windows_10,) = (each for each in endings.products["windows"].of("10 22H2"))

    years = {offer.name: (offer.until, offer.confidence) for offer in windows_10.extended}

    assert years["commercial year 2"] == (date(2027, 10, 12), Confidence.MEMORY)
    assert years[""] == (date(2028, 10, 10), Confidence.READ)
    assert endings.products["chrome"].updates_itself
    assert endings.products["whatsapp"].confidence is Confidence.MEMORY


def test_every_name_that_we_add_to_is_on_the_public_list() -> None:
    ours, public = reading.ours(packs.library() / "endings" / current.OURS), current.held()

    named = [(key, name) for key, releases in ours.called.items() for name in releases]
    named += [(each.product, each.release) for each in ours.extended]

    assert not [(key, name) for key, name in named if not public[key].of(name)]
    assert set(ours.updates_itself) <= set(public)


def test_a_newer_list_in_the_data_folder_wins_product_by_product(tmp_path: Path) -> None:
    download = translating.download(listed(release("18"), release("13", "2026-03-02")), "list.json")
    saving.save(download.products, tmp_path)

    endings = reference.current(tmp_path).endings

    assert [each.name for each in endings.products["android"].releases] == ["18", "13"]
    assert endings.products["android"].looked_on == MADE_ON
    assert endings.products["windows"].looked_on == date(2026, 8, 22)
    assert endings.products["android"].asks


def test_an_older_list_in_the_data_folder_is_left_alone(tmp_path: Path) -> None:
    old = translating.download(listed(release("18"), source="2025-01-01"), "list.json")
    saving.save(old.products, tmp_path)

    assert current.held(tmp_path)["android"].looked_on == date(2026, 8, 22)


def test_a_changed_file_in_the_data_folder_is_read_anew(tmp_path: Path) -> None:
    for cycle in ("18", "19"):
        saving.save(
            translating.download(listed(release(cycle), source=f"2026-12-{cycle}"), "list.json").products, tmp_path
        )

        assert current.held(tmp_path)["android"].releases[0].name == cycle


def test_nothing_is_left_behind_when_a_file_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    download = translating.download(listed(release("18")), "list.json")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("the disk is full")))

    with pytest.raises(OSError, match="the disk is full"):
        saving.save(download.products, tmp_path)

    assert not list((tmp_path / "endings").iterdir())


FAULTS = {
    "not JSON": (b"no", "this is not the list as it is downloaded"),
    "another file": (b"[]", "the list has no products in it"),
    "no day": (listed(release("18"), source="somewhere"), "does not say when it was made. Give the day with --made-on"),
    "nothing we know": (listed(release("1"), key="toaster"), "no product in this list is one that we know"),
    "a broken release": (listed({"releaseCycle": "18", "eol": "soon"}), "a release cannot be read"),
    "no releases": (b'{"_source": "2026-12-01", "products": {"ios": {}}}', "a release cannot be read"),
}


@pytest.mark.parametrize(("data", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_list_that_cannot_be_used_is_refused_in_words(data: bytes, sentence: str) -> None:
    with pytest.raises(Unsound, match=sentence):
        translating.download(data, "list.json")


def test_a_list_without_a_day_takes_the_one_that_is_given() -> None:
    assert translating.download(listed(release("18"), source=""), "list.json", MADE_ON).looked_on == MADE_ON


NAMES = {
    "Windows in editions": (
        "windows",
        release("11-25h2-w", "2027-10-12", releaseLabel="11 25H2 (W)", latest="10.0.26200"),
        Release("11 25H2", date(2027, 10, 12), edition=Edition.HOME_PRO, called=("26200",)),
    ),
    "Windows for the long term": (
        "windows",
        release("10-1809-e-lts", "2029-01-09", releaseLabel="10 1809 (E)", latest="10.0.17763"),
        Release("10 1809", date(2029, 1, 9), edition=Edition.LONG_TERM, called=("17763",)),
    ),
    "old Windows": ("windows", release("5-sp3", True, releaseLabel="XP SP3"), Release("XP", is_over=True)),
    "a server": ("windows-server", release("2012-r2", "2023-10-10", releaseLabel="Windows Server 2012 R2"), Release("2012 R2", date(2023, 10, 10))),
    "a subscription": ("sharepoint", release("subscription"), Release("Subscription Edition")),
    "a codename": ("macos", release("14", codename="Sonoma"), Release("14", called=("Sonoma",))),
    "the large Android": ("android", release("12.1", codename="Snow Cone v2"), Release("12.1", called=("12L",))),
    "a phone": ("samsung-mobile", release("a54", releaseLabel="Galaxy A54 5G"), Release("Galaxy A54 5G")),
    "the thin iPhone": (
        "iphone",
        release("air", releaseLabel="17 Air"),
        Release("iPhone 17 Air", released_on=date(2026, 6, 16), called=("iPhone Air",)),
    ),
    "an iPad by its chip": (
        "ipad",
        release("air-8-11", releaseLabel="iPad Air 11-inch (M4)"),
        Release("iPad Air 11-inch (M4)", released_on=date(2026, 6, 16), called=("iPad Air (8th generation)",)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("key", "raw", "expected"), NAMES.values(), ids=NAMES)
def test_upstream_names_become_those_that_people_use(key: str, raw: dict[str, Any], expected: Release) -> None:
    (product,) = translating.download(listed(raw, key=key), "list.json").products

    assert facts(product) == [expected]


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("windows-server", release("23h2-ac", releaseLabel="Windows Server 23H2 AC")),
        ("samsung-mobile", release("a12-india", releaseLabel="Galaxy A12 (India)")),
    ],
    ids=["containers", "another country"],
)
def test_what_no_care_home_has_is_left_out(key: str, raw: dict[str, Any]) -> None:
    (product,) = translating.download(listed(raw, key=key), "list.json").products

    assert facts(product) == []


def test_of_several_service_packs_the_last_counts() -> None:
    packs_of = (
        release("12.0", "2016-07-12", releaseLabel="2014 'Hekaton'"),
        release("12.0-sp3", "2024-07-09", releaseLabel="2014 SP3"),
    )

    (product,) = translating.download(listed(*packs_of, key="mssqlserver"), "list.json").products

    assert facts(product) == [Release("2014", date(2024, 7, 9))]


def test_differences_are_told_in_sentences() -> None:
    before = translating.download(
        listed(release("17"), release("16"), release("13", "2026-03-02"), release("4.3", True)), "a.json"
    )
    raw = (release("18"), release("17", "2027-01-01"), release("16"), release("13", "2026-03-02", eoes="2027-03-02"))
    now = translating.download(listed(*raw, source="2026-12-02"), "b.json")

    proposal = comparing.propose(now, {each.key: each for each in before.products})

    assert [each.sentence for each in proposal.of(Kind.ADDED)] == ["Android 18: no end announced."]
    assert [each.sentence for each in proposal.of(Kind.REMOVED)] == ["Android 4.3: over, on a day nobody wrote down."]
    assert [each.sentence for each in proposal.of(Kind.MOVED)] == [
        "Android 17: no end announced, now 1 January 2027.",
        "Android 13: 2 March 2026, now 2 March 2026, 2 March 2027 where it is paid for.",
    ]


def test_an_edition_is_named_in_a_difference() -> None:
    raw = release("11-27h1-w", "2029-03-13", releaseLabel="11 27H1 (W)")

    proposal = comparing.propose(translating.download(listed(raw, key="windows"), "a.json"), {})

    assert [each.sentence for each in proposal.changes] == ["Windows 11 27H1 (home pro): 13 March 2029."]


def test_a_list_as_old_as_ours_changes_nothing() -> None:
    download = translating.download(listed(release("18"), source="2026-08-22"), "a.json")

    proposal = comparing.propose(download, current.held())

    assert (proposal.newer, proposal.changes, proposal.kept_as_is) == ((), (), ("Android",))


def test_a_file_with_another_name_than_its_product_is_a_fault(tmp_path: Path) -> None:
    product = replace(current.held()["ios"])
    (tmp_path / "phones.yaml").write_text(writing.text(product), "utf-8")

    with pytest.raises(Unsound, match=r"the file must be called ios\.yaml"):
        reading.product(tmp_path / "phones.yaml")


@pytest.mark.parametrize("text", ["product: ios", "}{", "- a"], ids=["half", "broken", "a list"])
def test_a_faulty_file_is_told_in_words(text: str, tmp_path: Path) -> None:
    (tmp_path / "ios.yaml").write_text(text, "utf-8")
    (tmp_path / "ours.yaml").write_text(text, "utf-8")

    for read in (reading.product, reading.ours):
        with pytest.raises(Unsound):
            read(tmp_path / ("ios.yaml" if read is reading.product else "ours.yaml"))
