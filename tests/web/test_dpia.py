"""The pages of changes and assessments: told, screened, written, advised, decided, in use, and taken along."""

import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guardbook.actions.dpia import deciding, writing
from guardbook.actions.registers import entries
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.queries.dpia.assessments import Standing
from guardbook.rules.dpia import questions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.states import State
from guardbook.rules.registers import flows, processing, retention, suppliers, systems
from guardbook.rules.registers.suppliers.entry import Place
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast, user
from tests.factories import dpia as factory
from tests.factories import roles
from tests.rules.dpia.test_pia import file
from tests.web.test_registers import example

ALL_ONE = {"kind": "access", "what": "Seen", "harm": "Shame", "cause": "", "source": ""} | dict.fromkeys(
    ("likelihood", "likelihood_after"), "remote"
) | dict.fromkeys(("severity", "severity_after"), "some")  # fmt: skip


def at(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def text(response: Any) -> str:
    return str(response.content.decode())


def mark(response: Any) -> str:
    """What a form carries to tell whether its words were changed meanwhile."""
    found = re.search(r'name="mark" value="(\w+)"', text(response))
    assert found
    return found[1]


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def standing(cast: Cast, key: UUID) -> Standing:
    return assessments.one(cast.asha, key).standing


def only(cast: Cast) -> Standing:
    [found] = assessments.listed(cast.asha)
    return found


def test_an_empty_list_says_so(asha: Client, cast: Cast) -> None:
    assert "Nobody has told about a change yet." in text(asha.get(at(cast.asha, "dpia-list")))


def test_staff_tell_and_are_thanked_and_see_nothing_else(still_clock: None, cast: Cast, client: Client) -> None:
    client.force_login(user(cast.ben))

    response = client.post(at(cast.ben, "dpia-tell"), {"name": "A camera", "kind": "camera", "told": ""}, follow=True)

    assert "Please wait with the change" in text(response)
    assert client.get(at(cast.ben, "dpia-list")).status_code == 403
    assert only(cast).impact.told_by == "Ben Staff"


def test_staff_find_it_where_they_report_mistakes(still_clock: None, cast: Cast, client: Client) -> None:
    client.force_login(user(cast.ben))

    found = text(client.get(at(cast.ben, "report-mistake")))

    assert at(cast.ben, "dpia-tell") in found


def test_an_empty_form_loses_nothing_and_says_what_is_wanted(asha: Client, cast: Cast) -> None:
    shown = text(asha.post(at(cast.asha, "dpia-tell"), {"told": "Kept words"}))
    blank = text(asha.post(at(cast.asha, "dpia-tell"), {"name": "\u2003", "kind": "camera"}))

    assert "Say in a few words what will change" in shown
    assert "Kept words" in shown
    assert "There is a problem" in blank


def test_a_change_is_told_screened_and_recorded_as_not_needed(asha: Client, cast: Cast) -> None:
    response = asha.post(at(cast.asha, "dpia-tell"), {"name": "Accounts", "kind": "system", "told": "Invoices"})
    key = only(cast).impact.id
    for group in Group:
        assert group.label in text(asha.get(at(cast.asha, "dpia-screen", assessment=key, group=group.value)))
        response = asha.post(at(cast.asha, "dpia-screen", assessment=key, group=group.value), {})
    shown = text(asha.get(response["Location"]))
    asha.post(at(cast.asha, "dpia-not-needed", assessment=key), {"reason": "Companies only"})

    assert "No impact assessment is needed" in shown
    assert "Begin the assessment" in shown
    after = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert "Recorded as not needed" in after
    assert "Companies only" in after
    assert "Recorded as not needed" in text(asha.get(at(cast.asha, "dpia-list")))


def test_a_screen_that_is_not_there_is_not_found(asha: Client, cast: Cast) -> None:
    key = factory.drafted(cast.asha)

    assert asha.get(at(cast.asha, "dpia-screen", assessment=key, group="nothing")).status_code == 404
    assert asha.get(at(cast.asha, "dpia-answer", assessment=key, screen="nothing")).status_code == 404
    assert asha.get(at(cast.asha, "dpia-links", assessment=key, slug="devices")).status_code == 404
    assert "not a next step" in text(asha.post(at(cast.asha, "dpia-screen", assessment=key, group="who"), {}))


def test_screening_may_not_end_where_the_law_demands_an_assessment(asha: Client, cast: Cast) -> None:
    key = factory.screened(cast.asha, Criterion.TRACKING, Criterion.VULNERABLE)

    shown = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    refused = text(asha.post(at(cast.asha, "dpia-not-needed", assessment=key), {"reason": "No time"}))

    assert "You must make an impact assessment" in shown
    assert "Record that none is needed" not in shown
    assert "cannot end here" in refused


def test_an_assessment_is_written_screen_by_screen(asha: Client, cast: Cast) -> None:
    key = factory.screened(cast.asha, Criterion.SENSITIVE, Criterion.VULNERABLE)
    asha.post(at(cast.asha, "dpia-begin", assessment=key))
    for screen in Screen:
        address = at(cast.asha, "dpia-answer", assessment=key, screen=screen.value)
        said = {each.key: f"About {each.key}" for each in questions.on(screen)}
        assert asha.post(address, said | {"mark": mark(asha.get(address))}).status_code == 302
    assert "Write down a risk to people" in text(asha.get(at(cast.asha, "dpia-risk-add", assessment=key)))
    asha.post(at(cast.asha, "dpia-risk-add", assessment=key), ALL_ONE)
    [risk] = standing(cast, key).impact.risks
    measure = {"name": "Hide it", "about": "", "owner": "Bea", "is_before_start": "yes", "risks": [str(risk.id)]}
    asha.post(at(cast.asha, "dpia-measure-add", assessment=key), measure | day("due_on", date(2026, 12, 1)))

    found = standing(cast, key).impact
    shown = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert found.unanswered == ()
    assert [each.risks for each in found.measures] == [(risk.id,)]
    assert "Say whom you asked" in shown
    assert "Must be in place" not in shown
    assert "It must be in place before the change begins." in shown


def test_what_a_colleague_changed_is_not_overwritten_and_nothing_typed_is_lost(asha: Client, cast: Cast) -> None:
    key = factory.drafted(cast.asha)
    address = at(cast.asha, "dpia-answer", assessment=key, screen="what")

    shown = text(asha.post(address, {"what": "My words", "mark": "old"}))

    assert "A colleague changed this" in shown
    assert "My words" in shown


def test_the_registers_begin_the_answers(asha: Client, cast: Cast) -> None:
    line = entries.add(cast.asha, register=retention.REGISTER, entry=example(retention.REGISTER, "Rotas"))
    use = replace(example(processing.REGISTER, "Rota"), retention=(line,), purpose="To plan shifts")
    use_id = entries.add(cast.asha, register=processing.REGISTER, entry=use)
    system_id = entries.add(cast.asha, register=systems.REGISTER, entry=example(systems.REGISTER, "Rota app"))
    flow = replace(example(flows.REGISTER, "Shifts"), processing=(use_id,), partner="Agency")
    entries.add(cast.asha, register=flows.REGISTER, entry=flow)
    person = roles.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK)
    key = factory.drafted(cast.asha)
    chooser = at(cast.asha, "dpia-chooser", assessment=key)

    for slug, chosen in (("processing", use_id), ("systems", system_id)):
        links = at(cast.asha, "dpia-links", assessment=key, slug=slug)
        assert str(chosen) in text(asha.get(links))
        asha.post(links, {"entries": [str(chosen)]})
    assert "Who chose it" in text(asha.get(chooser))
    asha.post(chooser, {"person_id": str(person)})

    shown = text(asha.get(at(cast.asha, "dpia-answer", assessment=key, screen="fair")))
    assert "Some boxes begin with what your registers say" in shown
    assert "Rotas" in shown
    one = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert "Cleo Clerk" in one
    assert "Map of what goes to and from others" in one
    assert "Agency" in one


def test_risks_and_measures_are_changed_and_taken_out(asha: Client, cast: Cast) -> None:
    key = factory.written(cast.asha)
    [risk], [measure] = standing(cast, key).impact.risks, standing(cast, key).impact.measures
    address = at(cast.asha, "dpia-risk", assessment=key, risk=risk.id)

    asha.post(address, ALL_ONE | {"what": "Changed", "mark": mark(asha.get(address))})
    theirs = at(cast.asha, "dpia-measure", assessment=key, measure=measure.id)
    assert "Change this measure" in text(asha.get(theirs))
    said = {"name": "Lock it", "about": "", "owner": "Bea", "is_before_start": "no"}
    asha.post(theirs, said | day("due_on", date(2026, 12, 1)))

    found = standing(cast, key).impact
    assert (found.risks[0].what, found.measures[0].name) == ("Changed", "Lock it")
    asha.post(at(cast.asha, "dpia-risk-remove", assessment=key, risk=risk.id))
    assert standing(cast, key).impact.risks == ()
    for name, more in (("dpia-risk", {"risk": uuid4()}), ("dpia-measure", {"measure": uuid4()})):
        assert asha.get(at(cast.asha, name, assessment=key, **more)).status_code == 404


def test_from_people_asked_to_in_use(asha: Client, cast: Cast) -> None:
    roles.officer(cast.asha, roles.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK))
    key = factory.written(cast.asha)
    to = {name: at(cast.asha, f"dpia-{name}", assessment=key) for name in ("consult", "advise", "decide", "live")}
    for address in to.values():
        assert asha.get(address).status_code == 200
    asha.post(to["consult"], {"consulted": "Staff, 3 November", "not_consulted_because": ""})
    lacking = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    asha.post(to["advise"], {"advice": "Hide reasons first."})
    assert "The officer advises: Hide reasons first." in text(asha.get(to["decide"]))
    unanswered = text(asha.post(to["decide"], {"followed": "no", "answer": ""} | day("review_on", date(2027, 6, 1))))
    asha.post(to["decide"], {"followed": "yes", "answer": ""} | day("review_on", date(2027, 6, 1)))
    before = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    [measure] = standing(cast, key).impact.measures
    asha.post(at(cast.asha, "dpia-measure-done", assessment=key, measure=measure.id))
    asha.post(to["live"], day("on", date(2026, 11, 22)))

    assert "Record the officer’s advice" in lacking
    assert "Sign it off" not in lacking
    assert "Write down why not." in unanswered
    assert "This must be in place before you start: Hide reasons" in before
    shown = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert "The change is in use." in shown
    assert "Look again by" in shown
    assert "Asha Owner said that it has begun" in shown


def test_the_officer_sees_no_button_to_decide_and_the_page_refuses(
    still_clock: None, cast: Cast, client: Client
) -> None:
    key = factory.heard(cast.asha)
    client.force_login(user(cast.dee))

    shown = text(client.get(at(cast.dee, "dpia", assessment=key)))

    assert "Sign it off" not in shown
    assert "Give this change up" not in shown
    assert client.get(at(cast.dee, "dpia-decide", assessment=key)).status_code == 403


def test_a_high_risk_stops_at_the_regulator(asha: Client, cast: Cast) -> None:
    key = factory.heard(cast.asha, factory.GRAVE)
    to = {name: at(cast.asha, f"dpia-{name}", assessment=key) for name in ("decide", "asked", "agreed")}

    assert "Stop, to ask the regulator first" in text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert "may not begin until the regulator has answered" in text(asha.get(to["decide"]))
    assert "When will you look at it again?" not in text(asha.get(to["decide"]))
    asha.post(to["decide"], {})
    stopped = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert asha.get(to["asked"]).status_code == 200
    asha.post(to["asked"], day("asked_on", date(2026, 11, 20)))
    waiting = text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert asha.get(to["agreed"]).status_code == 200
    asha.post(to["agreed"], {"answer": "At night only."} | day("review_on", date(2027, 6, 1)))

    assert "Do not start" in stopped
    assert "Record the regulator’s answer" not in stopped
    assert "15 January 2027" in waiting
    assert "Record the regulator’s answer" in waiting
    assert "At night only." in text(asha.get(at(cast.asha, "dpia", assessment=key)))
    assert standing(cast, key).state is State.DECIDED


def test_a_changed_supplier_asks_to_look_again(asha: Client, cast: Cast) -> None:
    supplier = entries.add(cast.asha, register=suppliers.REGISTER, entry=example(suppliers.REGISTER, "Everrota"))
    key = factory.written(cast.asha)
    writing.link(cast.asha, assessment_id=key, links={"suppliers": [supplier]})
    deciding.consult(cast.asha, assessment_id=key, consulted="", not_consulted_because="It changes nothing for them.")
    deciding.decide(cast.asha, assessment_id=key, followed=None, answer="", review_on=factory.NEXT_YEAR)
    [measure] = standing(cast, key).impact.measures
    writing.finish_measure(cast.asha, assessment_id=key, measure_id=measure.id)
    deciding.go_live(cast.asha, assessment_id=key, on=date(2026, 11, 22))
    moved = replace(example(suppliers.REGISTER, "Everrota"), hosted=Place.ELSEWHERE)
    entries.amend(cast.asha, register=suppliers.REGISTER, entry_id=supplier, entry=moved, seen_version=1)

    assert "Look at it again now" in text(asha.get(at(cast.asha, "dpia-list")))
    assert "Everrota" in text(asha.get(at(cast.asha, "dpia-look", assessment=key)))
    asha.post(
        at(cast.asha, "dpia-look", assessment=key), {"found_out": "New contract"} | day("review_on", date(2027, 6, 1))
    )
    assert standing(cast, key).state is State.LIVE


@pytest.mark.parametrize(("name", "state"), [("dpia-reopen", State.DRAFT), ("dpia-stop", State.STOPPED)])
def test_it_is_opened_again_or_given_up_with_a_reason(asha: Client, cast: Cast, name: str, state: State) -> None:
    key = factory.decided(cast.asha)

    assert "Why?" in text(asha.get(at(cast.asha, name, assessment=key)))
    asha.post(at(cast.asha, name, assessment=key), {"reason": ""})
    assert standing(cast, key).state is State.DECIDED
    asha.post(at(cast.asha, name, assessment=key), {"reason": "Another supplier."})
    assert standing(cast, key).state is state
    assert "Another supplier." in text(asha.get(at(cast.asha, "dpia", assessment=key)))


def test_an_overdue_measure_is_marked(asha: Client, cast: Cast) -> None:
    key = factory.drafted(cast.asha)
    late = writing.Measure("Lock it", owner="Bea", due_on=date(2026, 11, 1))
    writing.keep_measure(cast.asha, assessment_id=key, said=late)

    assert "1 measure is overdue." in text(asha.get(at(cast.asha, "dpia-list")))
    assert "Overdue" in text(asha.get(at(cast.asha, "dpia", assessment=key)))


def test_the_whole_assessment_is_taken_as_word_and_pdf(asha: Client, cast: Cast) -> None:
    key = factory.live(cast.asha)

    written = docx.Document(io.BytesIO(asha.get(at(cast.asha, "dpia-document", assessment=key, form="docx")).content))
    printed = asha.get(at(cast.asha, "dpia-document", assessment=key, form="pdf"))

    assert "Impact assessment: Shifts on an app" in [each.text for each in written.paragraphs]
    assert printed.content.startswith(b"%PDF")
    assert asha.get(at(cast.asha, "dpia-document", assessment=key, form="odt")).status_code == 404


def test_it_travels_to_the_pia_software_and_back(asha: Client, cast: Cast) -> None:
    sent = SimpleUploadedFile("pia.json", json.dumps(file()).encode(), "application/json")
    assert "PIA software" in text(asha.get(at(cast.asha, "dpia-file")))

    looked = asha.post(at(cast.asha, "dpia-file"), {"upload": sent}, follow=True)
    nothing_yet = assessments.listed(cast.asha)
    response = asha.post(looked.redirect_chain[-1][0], follow=True)

    shown = text(looked)
    assert "Nothing is brought in yet" in shown
    assert "Shifts on phones" in shown
    assert "Comments: 1." in shown
    assert nothing_yet == ()
    found = only(cast)
    assert "brought in as a draft" in text(response)
    assert (found.state, found.impact.name) == (State.DRAFT, "Shifts on an app")
    assert [each.name for each in found.impact.measures] == ["Hide reasons"]
    back = asha.get(at(cast.asha, "dpia-document", assessment=found.impact.id, form="json"))
    assert json.loads(back.content) == file()
    assert asha.get(looked.redirect_chain[-1][0]).status_code == 404


def test_a_file_is_left_and_a_bad_one_refused_in_words(asha: Client, cast: Cast) -> None:
    for content in (b"nothing", b"\xff\xfe", b"{}"):
        sent = SimpleUploadedFile("x.json", content, "application/json")
        assert "There is a problem" in text(asha.post(at(cast.asha, "dpia-file"), {"upload": sent}))
    assert "Choose a file" in text(asha.post(at(cast.asha, "dpia-file"), {}))
    sent = SimpleUploadedFile("pia.json", b'{"pia": {"name": "x"}}', "application/json")
    looked = asha.post(at(cast.asha, "dpia-file"), {"upload": sent})

    left = asha.post(f"{looked['Location']}leave/", follow=True)

    assert "Nothing was brought in." in text(left)
    assert assessments.listed(cast.asha) == ()


def test_pages_ask_the_same_number_of_questions_however_much_there_is(
    asha: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    keys = [factory.live(cast.asha) for _ in range(3)]

    with django_assert_max_num_queries(25):
        asha.get(at(cast.asha, "dpia-list"))
    with django_assert_max_num_queries(28):
        asha.get(at(cast.asha, "dpia", assessment=keys[0]))
