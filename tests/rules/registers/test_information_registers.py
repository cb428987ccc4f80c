"""What is missing in the record of processing, the list of places and the flows, beyond the worked examples."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.rules.registers import article_30, assets, flows, processing
from guardbook.rules.registers.assets import Asset, Guarded, Kind
from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.flows import Direction, Flow, Method, Partner
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis, Condition, Paragraph, Work
from guardbook.rules.registers.processing import Paper, Part, Processing
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Severity

TODAY = date(2026, 11, 22)
LINK = (SOMEBODY,)
CARE = Processing(
    name="Care planning",
    part=Part.OURS,
    work=Work.CARE,
    purpose="To give care.",
    people=(People.SUPPORTED,),
    data=(Data.CARE,),
    bases=(Basis.CONTRACT,),
    conditions=(Condition.HEALTH_CARE,),
    paragraphs=(Paragraph.HEALTH_CARE,),
    recipients=("The GP",),
    leaves_uk=False,
    security="Locked.",
    assets=LINK,
    retention=LINK,
)
FOR_OTHERS = Processing(
    name="Records of Sister Care",
    part=Part.FOR_OTHERS,
    with_whom="Sister Care Ltd",
    data=(Data.CARE,),
    leaves_uk=False,
    security="Locked.",
)
CABINET = Asset(
    name="Cabinet",
    kind=Kind.PAPER,
    where="The office",
    owner=SOMEBODY,
    guarded_by=(Guarded.LOCKED,),
    access_reviewed_on=TODAY,
    retention=LINK,
)
CHARTS = Flow(
    name="Charts",
    partner="Pharmacy",
    direction=Direction.OUT,
    data=(Data.CARE,),
    bases=(Basis.CONTRACT,),
    method=Method.NHSMAIL,
    is_protected=True,
)
USES = {
    "whole": (CARE, []),
    "nobody gets it, not said": (replace(CARE, recipients=()), ["recipients"]),
    "kept nowhere": (replace(CARE, assets=()), ["assets"]),
    "abroad, not said": (replace(CARE, leaves_uk=None), ["leaves_uk"]),
    "abroad, not where": (replace(CARE, leaves_uk=True), ["abroad"]),
    "abroad, said": (replace(CARE, leaves_uk=True, abroad="Ireland"), []),
    "safety, not said": (replace(CARE, security=""), ["security"]),
    "together, not with whom": (replace(CARE, part=Part.JOINT), ["with_whom"]),
    "for others": (FOR_OTHERS, []),
    "for others, not for whom": (replace(FOR_OTHERS, with_whom=""), ["with_whom"]),
    "legitimate interests": (replace(CARE, bases=(Basis.LEGITIMATE,)), ["papers"]),
    "legitimate interests weighed": (replace(CARE, bases=(Basis.LEGITIMATE,), papers=(Paper.BALANCING,)), []),
}
PLACES = {
    "whole": (CABINET, []),
    "nobody looks after it": (replace(CABINET, owner=None), ["owner"]),
    "nowhere": (replace(CABINET, where=""), ["where"]),
    "not kept safe": (replace(CABINET, guarded_by=()), ["guarded_by"]),
    "access never looked at": (replace(CABINET, access_reviewed_on=None), ["access_reviewed_on"]),
    "access a year ago": (replace(CABINET, access_reviewed_on=date(2025, 11, 22)), []),
    "access a year and a day ago": (replace(CABINET, access_reviewed_on=date(2025, 11, 21)), ["access_reviewed_on"]),
    "soon out of use": (replace(CABINET, owner=None, ends_on=date(2026, 11, 23)), ["owner"]),
    "out of use": (replace(CABINET, owner=None, ends_on=TODAY), []),
}
FLOWS = {
    "whole": (CHARTS, []),
    "ordinary email without sensitive facts": (replace(CHARTS, method=Method.PLAIN_EMAIL, data=(Data.CONTACT,)), []),
    "not safe": (replace(CHARTS, is_protected=False), [("is_protected", "high")]),
    "not safe, nothing sensitive": (
        replace(CHARTS, is_protected=False, data=(Data.CONTACT,)),
        [("is_protected", "medium")],
    ),
    "a chat": (replace(CHARTS, method=Method.CHAT), [("method", "medium"), ("assets", "medium")]),
    "a chat in the list of places": (replace(CHARTS, method=Method.CHAT, data=(Data.WORK,), assets=LINK), []),
    "by post, safety not said": (replace(CHARTS, method=Method.POST, is_protected=None), [("is_protected", "low")]),
    "no reason": (replace(CHARTS, bases=()), [("bases", "medium")]),
    "a linked reason": (replace(CHARTS, bases=(), processing=LINK), []),
    "a supplier without a contract": (replace(CHARTS, partner_kind=Partner.SUPPLIER), [("agreement", "medium")]),
    "a supplier with a contract": (replace(CHARTS, partner_kind=Partner.SUPPLIER, agreement="2024"), []),
    "abroad without an agreement": (replace(CHARTS, country="India"), [("agreement", "medium")]),
}


@pytest.mark.parametrize(("entry", "about"), USES.values(), ids=USES)
def test_what_is_missing_in_a_use_of_information(entry: Processing, about: list[str]) -> None:
    assert [each.question for each in processing.gaps(entry, TODAY)] == about


@pytest.mark.parametrize(("entry", "about"), PLACES.values(), ids=PLACES)
def test_what_is_missing_for_a_place(entry: Asset, about: list[str]) -> None:
    settled = assets.settle(replace(entry, data=(Data.CARE,)), Reference())

    assert [each.question for each in assets.REGISTER.all_gaps(settled, TODAY)] == about


@pytest.mark.parametrize(("entry", "about"), FLOWS.values(), ids=FLOWS)
def test_what_is_unsafe_about_a_flow(entry: Flow, about: list[tuple[str, str]]) -> None:
    assert [(each.question, each.severity) for each in flows.gaps(entry, TODAY)] == about


def test_a_basis_that_the_law_rules_out_is_refused() -> None:
    council = replace(CARE, part=Part.PUBLIC, bases=(Basis.LEGITIMATE,))

    assert "public task" in next(processing.refuses(council))
    assert not list(processing.refuses(replace(council, part=Part.OURS)))
    assert not list(processing.refuses(replace(council, part=Part.FOR_OTHERS)))


def test_a_place_is_looked_at_again_a_year_after_its_access_was() -> None:
    entry = replace(CABINET, data=(Data.CARE,), access_reviewed_on=date(2026, 3, 1))

    found = assets.REGISTER.attention(assets.settle(entry, Reference()), TODAY)

    assert found is not None
    assert found.on == date(2027, 3, 2)


def test_a_record_of_processing_is_required_whatever_the_size() -> None:
    unknown = article_30.record(article_30.Facts(TODAY))
    with_row = article_30.record(article_30.Facts(TODAY, 300, works_for=("Sister Care Ltd",), rows=(FOR_OTHERS,)))

    assert unknown.is_required
    assert with_row.is_required
    assert "300 staff" in with_row.reason.text
    assert with_row.findings == ()


def test_a_place_in_use_is_found_in_the_list_however_it_is_written() -> None:
    found = assets.places(assets.Facts(TODAY, (CABINET,), ("CABINET", "Diary")))

    assert [each.text[:5] for each in found.findings] == ["Diary"]
    assert found.findings[0].severity is Severity.MEDIUM
