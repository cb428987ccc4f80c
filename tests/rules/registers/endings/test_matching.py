"""Edges of understanding a description: what is taken for granted, what contradicts itself, what is paid for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.content import reference
from guardbook.rules.registers import support
from guardbook.rules.registers.endings import reading, spelling
from guardbook.rules.registers.endings.matching import match
from guardbook.rules.registers.endings.published import Endings
from guardbook.rules.registers.support import Facts, Status
from guardbook.rules.verdict import Confidence

PUBLISHED = reference.current().endings
ON = date(2026, 11, 22)
SUPPORTED, PAID, OVER, UNKNOWN = Status.SUPPORTED, Status.SUPPORTED_ESU, Status.UNSUPPORTED, Status.UNKNOWN


def ask(text: str, paid_until: date | None = None, on: date = ON) -> support.Support:
    return support.support(Facts(text, on, paid_until, PUBLISHED))


STATUSES = {
    # the system decides, and a model that its maker gave up is given up whatever it runs
    "iPad 8th gen iPadOS 17": SUPPORTED,
    "iPad 8th gen": UNKNOWN,
    "iPhone 8, iOS 26": OVER,
    "Galaxy Tab A8 android 15": OVER,
    "Samsung A54": SUPPORTED,
    "Samsung A54 Android 13": OVER,
    # one of several things is enough to make it unsafe, or unsure
    "Windows 11 25H2 with Office 2016": OVER,
    "Windows laptop with Office 2024": UNKNOWN,
    "Windows 11 25H2, SQL Server 2014": OVER,
    # versions that are not written
    "Windows 10": OVER,
    "Windows 11": UNKNOWN,
    "Windows 22H2": UNKNOWN,
    "Windows 23H2": OVER,
    "Samsung Tab A7": UNKNOWN,
    "iPhone SE": UNKNOWN,
    "Samsung J3": OVER,
    "Android 8": OVER,
    "iPad Pro 4th generation": UNKNOWN,
    # two versions that contradict each other
    "iOS 16 or iOS 18": UNKNOWN,
    "Android 13 and Android 15": UNKNOWN,
    "macOS Ventura, now Sonoma": UNKNOWN,
    "Windows 10 to Windows 11": UNKNOWN,
    # newer than all that is published here, and older
    "iPadOS 27": UNKNOWN,
    "Windows Server 2030": UNKNOWN,
    "Office 2003": UNKNOWN,
    "Ubuntu 30.04": UNKNOWN,
    "SQL Server 2030": UNKNOWN,
    "Firefox 999": UNKNOWN,
    # editions
    "Windows 11 24H2": OVER,
    "Windows 11 24H2 Education": SUPPORTED,
    "Windows 11 24H2 Pro Education": OVER,
    "Windows 11 IoT 24H2": SUPPORTED,
    "Windows 10 LTSC 2021": SUPPORTED,
    "Windows 11 LTSC 25H2": UNKNOWN,
    # longer support
    "Windows 10 22H2 ESU year 3": PAID,
    "Windows 10 22H2 ESU 2nd year": PAID,
    "Windows 10 22H2 ESU year 1": OVER,
    "Windows 10 22H2 consumer ESU": OVER,
    "Windows 10 22H2 without ESU": OVER,
    "Windows 11 23H2 ESU": OVER,
    "Ubuntu 20.04 ESM": PAID,
    # what has no versions
    "Chrome": SUPPORTED,
    "Chrome 109": OVER,
    "Office 365": SUPPORTED,
    "Chromebook": UNKNOWN,
    "A15 Samsung phone": SUPPORTED,
    "Android Nougat 7.0": OVER,
    "Windows Server": UNKNOWN,
    "Microsoft Office": UNKNOWN,
    "SBS 2011": OVER,
    "iPad 6 ios 26, 9.7 inch": OVER,
    "Windows 10 LTSC 2024": UNKNOWN,
    "Oreo phone": UNKNOWN,
    "iPhone 13 ios, up to date": UNKNOWN,
}


@pytest.mark.parametrize(("text", "status"), STATUSES.items(), ids=STATUSES)
def test_the_status_of_a_description(text: str, status: Status) -> None:
    assert ask(text).status is status


@pytest.mark.parametrize("text", STATUSES)
def test_every_verdict_gives_its_reason_and_asks_where_it_cannot_tell(text: str) -> None:
    verdict = ask(text)

    assert verdict.reasons[0].text.endswith((".", "support."))
    assert bool(verdict.asks) is (verdict.status is UNKNOWN) is bool(verdict.missing_facts)
    assert verdict.since is None or verdict.status is OVER


def test_an_edition_that_is_not_written_is_taken_as_home_or_pro_and_says_so() -> None:
    verdict = ask("Windows 11 24H2")

    assert verdict.named[0].assumed == "Home or Pro"
    assert verdict.understood == "Windows 11 24H2, taken as Home or Pro"
    assert verdict.reasons[0].confidence is Confidence.INFERRED


def test_only_the_newest_of_versions_without_an_end_is_sure() -> None:
    behind, newest = ask("iPhone 14, iOS 18"), ask("iPhone 17, iOS 26")

    assert (behind.reasons[0].confidence, newest.reasons[0].confidence) == (Confidence.UNCERTAIN, Confidence.READ)
    assert "Only the newest version is sure" in behind.reasons[0].text
    assert "Only the newest version is sure" not in newest.reasons[0].text


def test_what_has_no_end_announced_is_relied_on_for_a_year_after_it_was_looked_up() -> None:
    assert ask("iPhone 17, iOS 26", on=date(2027, 8, 22)).status is SUPPORTED
    assert ask("iPhone 17, iOS 26", on=date(2027, 8, 23)).status is UNKNOWN


@pytest.mark.parametrize(
    ("text", "paid_until", "status", "until"),
    [
        ("Windows 10 22H2", date(2027, 10, 12), PAID, date(2027, 10, 12)),
        ("Windows 10 22H2", date(2035, 1, 1), PAID, date(2028, 10, 10)),
        ("Windows 11 24H2 Pro", date(2035, 1, 1), OVER, None),
        ("Lenovo Tab M10", date(2027, 6, 30), SUPPORTED, date(2027, 6, 30)),
        ("Chromebook", date(2031, 6, 1), SUPPORTED, date(2031, 6, 1)),
        ("Lenovo Tab M10", date(2026, 6, 30), OVER, None),
        ("iPhone 17, iOS 26", date(2026, 12, 1), SUPPORTED, date(2026, 12, 1)),
    ],
)
def test_a_day_that_somebody_typed(text: str, paid_until: date, status: Status, until: date | None) -> None:
    verdict = ask(text, paid_until)

    assert (verdict.status, verdict.until) == (status, until)


@pytest.mark.parametrize(
    ("on", "status", "warns"),
    [
        (date(2026, 7, 15), SUPPORTED, False),
        (date(2026, 7, 16), SUPPORTED, True),
        (date(2027, 1, 12), SUPPORTED, True),
        (date(2027, 1, 13), OVER, False),
    ],
)
def test_it_warns_from_180_days_before_the_end(on: date, status: Status, warns: bool) -> None:
    verdict = ask("Windows Server 2016", on=on)

    assert (verdict.status, verdict.warns) == (status, warns)


def test_a_year_of_longer_support_that_is_not_named_is_asked_for() -> None:
    assert ask("Windows 10 22H2 ESU").reasons[0].text.endswith("say until when.")


def test_what_is_known_from_memory_says_so() -> None:
    assert ask("SM-X200 tablet").reasons[0].confidence is Confidence.MEMORY
    assert ask("WhatsApp").reasons[0].confidence is Confidence.MEMORY


def test_without_anything_published_nothing_is_understood() -> None:
    assert not [text for text in STATUSES if match(text, Endings()).main]


@given(st.text(max_size=120))
def test_any_text_at_all_can_be_read(text: str) -> None:
    found = match(text, PUBLISHED)

    assert match(text, PUBLISHED) == found
    assert not [part for part in found.parts if part.release and part.product.key not in PUBLISHED.products]


@given(st.sampled_from(sorted(STATUSES)), st.integers(min_value=0, max_value=4000))
def test_what_is_over_stays_over(text: str, days: int) -> None:
    later = date.fromordinal(ON.toordinal() + days)

    assert ask(text).status is not OVER or ask(text, on=later).status is OVER


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Widnows", "windows"),
        ("windos", "windows"),
        ("Andriod", "android"),
        ("samsumg", "samsung"),
        ("micorsoft", "microsoft"),
        ("iapd", "ipad"),
        ("enterprize", "enterprise"),
    ],
)
def test_a_slip_of_the_pen_is_mended(slip: str, meant: str) -> None:
    assert reading.read(slip) == f" {meant} "


@pytest.mark.parametrize("word", ["officer", "window", "tables", "ipod", "bios", "stable", "pixels", "served"])
def test_an_ordinary_word_is_left_as_it_is(word: str) -> None:
    assert spelling.mended(word) == word


def test_words_that_are_run_together_come_apart() -> None:
    assert reading.read("Win10Pro, samsunggalaxytab") == " windows 10 pro , samsung galaxy tab "


def test_an_ordinal_in_words_is_a_number() -> None:
    assert reading.read("iPad eighth generation") == " ipad 8 th generation "
