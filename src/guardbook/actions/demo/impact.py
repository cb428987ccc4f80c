"""Two changes at the made-up provider, one assessed and one that needs none, and the residents' privacy notice."""

from collections.abc import Callable, Iterator
from uuid import UUID

from guardbook.actions import notices
from guardbook.actions.demo import story
from guardbook.actions.demo.registers import suppliers, systems
from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.dpia import deciding, telling, writing
from guardbook.actions.dpia.writing import Measure, Risk
from guardbook.actions.notices import Agreed
from guardbook.kernel import dates
from guardbook.queries.access import Context
from guardbook.queries.dpia import assessments
from guardbook.rules.dpia import questions, versions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Kind, Likelihood, Severity
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.telling import Kind as Change
from guardbook.rules.registers.policy_words import Audience

DEPUTY = "Horatio Quill"
_TOLD, _WRITTEN, _ADVISED, _DECIDED, _BEGAN = 74, 66, 58, 55, 50
_ANSWERS = {
    "what": "Staff see their shifts on a phone and ask to swap them. The deputy manager agrees each swap.",
    "who": "The registered manager chose it. The deputy manager runs it. The supplier keeps it on its computers.",
    "worth": "Staff know sooner when they work, and fewer shifts stand empty, so residents see faces they know.",
    "codes": "The NHS toolkit, and our own rule on phones at work.",
    "data": "48 people who work here: name, work phone number, shifts and holidays. No resident is named in it.",
    "journey": "Beatrix puts shifts in. Staff look at their own week. Leavers are taken out on their last day.",
    "kept_in": "The rota board of our online office, opened on work phones and on people’s own phones.",
    "basis": "Contract with staff, and our interest in a safe rota. It holds no reason for an absence.",
    "minimal": "We left out home addresses and reasons for absence. A paper rota on the wall shows everybody everything.",
    "accurate": "Staff see their own shifts and tell the deputy the same day when one is wrong.",
    "kept_for": "Two years after the rota, then it is deleted by itself.",
    "told": "At the staff meeting, and in the staff privacy notice.",
    "consent": "",
    "access": "Everybody sees their own shifts. A copy comes from the office on request.",
    "correct": "The deputy manager puts mistakes right the same day.",
    "object": "Nobody must use their own phone. The week also hangs in the staff room, without reasons for absence.",
    "suppliers": "Northlight Office Online. The contract has every point of the law’s list.",
    "abroad": "No. The supplier keeps it in the UK.",
}
_RISKS = (
    Risk(
        Kind.ACCESS,
        "Colleagues see why somebody was away",
        harm="Shame, and talk behind somebody’s back",
        cause="A reason typed beside an absence",
        source="Colleagues",
        likelihood=Likelihood.POSSIBLE,
        severity=Severity.SOME,
        likelihood_after=Likelihood.REMOTE,
        severity_after=Severity.SOME,
    ),
    Risk(
        Kind.LOSS,
        "Nobody can see who works tonight",
        harm="A shift stands empty, and residents wait",
        cause="The internet is down\nThe supplier is down",
        source="A fault",
        likelihood=Likelihood.POSSIBLE,
        severity=Severity.SERIOUS,
        likelihood_after=Likelihood.REMOTE,
        severity_after=Severity.SOME,
    ),
)


def assessments_and_notice(cast: Cast) -> Iterator[Scene]:
    """The rota board from a word about it to its use, a package that needs no assessment, and one notice."""
    rota: list[UUID] = []
    yield Scene(cast.ago(_TOLD), DEPUTY, _telling(rota))
    yield Scene(cast.ago(_TOLD - 3), story.MANAGER, lambda ctx: _screened(ctx, rota[0], Criterion.VULNERABLE))
    yield Scene(cast.ago(_WRITTEN), story.MANAGER, lambda ctx: _write(ctx, cast, rota[0]))
    yield Scene(cast.ago(_ADVISED), story.FIRM_PERSON, lambda ctx: _advise(ctx, rota[0]))
    yield Scene(cast.ago(_DECIDED), story.OWNER, lambda ctx: _decide(ctx, rota[0]))
    yield Scene(cast.ago(_BEGAN), story.OWNER, lambda ctx: _begin(ctx, rota[0]))
    yield Scene(cast.ago(33), story.MANAGER, _not_needed)
    yield Scene(cast.ago(90), story.MANAGER, _notice)


def _telling(kept: list[UUID]) -> Callable[[Context], object]:
    told = "I would like staff to see and swap shifts on their phones, from next month."
    return lambda ctx: kept.append(telling.tell(ctx, name="Shifts on the rota board", kind=Change.ROTA, told=told))


def _screened(ctx: Context, key: UUID, *criteria: Criterion) -> None:
    for group in Group:
        mine = [each for each in criteria if each in group.asks]
        telling.screen(ctx, assessment_id=key, group=group, criteria=mine)


def _write(ctx: Context, cast: Cast, key: UUID) -> None:
    telling.begin(ctx, assessment_id=key)
    wanted = {"processing": "Rota", "systems": systems.ROTA, "suppliers": suppliers.OFFICE}
    offered = assessments.choices(ctx)
    found = {slug: [one for one, name in offered[slug] if name == wanted[slug]] for slug in wanted}
    writing.link(ctx, assessment_id=key, links=found)
    writing.say_who_chose(ctx, assessment_id=key, person_id=cast.people[story.MANAGER])
    for screen in Screen:
        stored = assessments.one(ctx, key).impact.answers
        keys = [each.key for each in questions.on(screen)]
        mark = versions.mark({each: stored.get(each, "") for each in keys})
        answers = {each: _ANSWERS[each] for each in keys}
        writing.answer(ctx, assessment_id=key, screen=screen, answers=answers, seen_mark=mark)
    colleagues, dark = (writing.keep_risk(ctx, assessment_id=key, said=each) for each in _RISKS)
    for measure in (
        Measure(
            "An absence shows as “away” and nothing else",
            risks=(colleagues,),
            owner=DEPUTY,
            due_on=cast.ago(_BEGAN),
            is_before_start=True,
        ),
        Measure(
            "The week is printed every Friday and hangs in the staff room",
            risks=(dark,),
            owner="Beatrix Lowe",
            due_on=cast.ago(_BEGAN - 20),
        ),
    ):
        writing.keep_measure(ctx, assessment_id=key, said=measure)
    asked = "The staff meeting, 21 people. They asked that reasons for absence do not show, and that nobody must use their own phone."
    deciding.consult(ctx, assessment_id=key, consulted=asked, not_consulted_because="")


def _advise(ctx: Context, key: UUID) -> None:
    advice = "Go on, once an absence shows without its reason. Keep the printed week for when the line is down."
    deciding.advise(ctx, assessment_id=key, advice=advice)


def _decide(ctx: Context, key: UUID) -> None:
    review_on = dates.add_months(ctx.now.date(), 11)
    deciding.decide(ctx, assessment_id=key, followed=True, answer="", review_on=review_on)


def _begin(ctx: Context, key: UUID) -> None:
    for measure in assessments.one(ctx, key).impact.measures:
        writing.finish_measure(ctx, assessment_id=key, measure_id=measure.id)
    deciding.go_live(ctx, assessment_id=key, on=ctx.now.date())


def _not_needed(ctx: Context) -> None:
    told = (
        "The accountant moves to a new program. It holds invoices of suppliers, and nothing about residents or staff."
    )
    key = telling.tell(ctx, name="New accounts program", kind=Change.SYSTEM, told=told)
    _screened(ctx, key)
    telling.record_not_needed(ctx, assessment_id=key, reason="It holds companies’ invoices only.")


def _notice(ctx: Context) -> None:
    said = Agreed("In the welcome pack, and on the board by the front door")
    notices.agree(ctx, audience=Audience.RESIDENTS, said=said)
