"""From an empty provider to most of the toolkit: spreadsheets as care homes have them, and what is offered.

Run with ``-s`` to see how far it comes, and why no further.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from guardbook.actions import people
from guardbook.actions.assessment import starting
from guardbook.actions.imports import runs, staging
from guardbook.actions.imports.staff import STAFF
from guardbook.actions.imports.staging import Source
from guardbook.actions.imports.targets import Target
from guardbook.actions.registers import entries, importing, whole
from guardbook.actions.training.importing import TRAINING
from guardbook.content import registers as content
from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets, uploads
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.queries.registers import reading
from guardbook.records.models import ImportRun, Person, TrainingCompletion
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.registers import catalogue
from tests.cast import Cast
from tests.journeys.steps import PLANNED

OURS = Path(__file__).with_name("spreadsheets")
SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "asc-wds"
WANTED = 30
LISTS = (
    "suppliers", "devices", "software", "networks", "systems", "access", "policies", "paper", "contacts", "backups", "plans", "exercises", "spot-checks",
)  # fmt: skip
"""Lists that a care home has in a spreadsheet, in the order in which they lead to each other."""
OFFERED = ("retention", "assets", "processing", "flows", "premises", "cctv")
"""Lists that it takes over from what is offered."""
NOTHING = ("opt-out",)
"""Lists in which it has nothing to keep."""


@pytest.fixture
def empty(cast: Cast) -> Context:
    """A provider that has nothing but an owner, and has begun on the toolkit."""
    pack = frameworks.newest()
    starting.start(cast.asha, framework=pack.code, version=pack.version, planned_on=PLANNED)
    return cast.asha


def bring(ctx: Context, target: Target, file: Path, **options: str) -> list[str]:
    """Import a spreadsheet as its pages do; return why rows could not come in."""
    with file.open("rb") as stream:
        accepted = uploads.accept(file.name, stream)
    sheet = spreadsheets.read(accepted.content, accepted.kind, "")
    lines = tuple((line.number, line.cells) for line in sheet.lines)
    run_id = staging.start(ctx, target, Source(accepted.name, accepted.sha256, sheet.headings, lines))
    run = ImportRun.objects.get(pk=run_id)
    runs.match(ctx, target, run_id=run_id, matching=tuple(run.matching), options=options)
    while runs.check_next(ctx, target, run_id=run_id):
        pass
    wrong = [" ".join(reasons) for reasons in run.rows.filter(outcome="wrong").values_list("reasons", flat=True)]
    runs.apply(ctx, target, run_id=run_id)
    return wrong


def take_over(ctx: Context, slug: str) -> None:
    """Add what is offered, and say that it is true of the home, row by row: where a row is not complete, it stays open."""
    register = reading.named(slug)
    whole.add_starters(ctx, register=register, keys=[each.key for each in content.starters(slug)])
    for key in list(reading.rows(ctx, register).filter(is_checked=False).values_list("id", flat=True)):
        with suppress(Refused):
            entries.settle_starters(ctx, register=register, true=[key], not_true=())


def say_that_lists_are_whole(ctx: Context) -> Iterator[str]:
    """Confirm every list that can be; tell why the others cannot."""
    for register in catalogue.ALL:
        try:
            whole.confirm(ctx, register=register, is_none=register.slug in NOTHING)
        except Refused as refusal:
            yield f"{register.title}: {' '.join(refusal.reasons)}"


def standings(ctx: Context) -> tuple[Standing, ...]:
    """Where each question that must be answered stands."""
    pack = frameworks.newest()
    found = evaluating.one(ctx, pack, evaluating.run(ctx, pack.code, pack.version))
    return tuple(each for each in found.standings if each.item.mandatory)


def is_done(standing: Standing) -> bool:
    """Whether the records answer it: suggested, or confirmed."""
    return standing.state in {State.SUGGESTED, State.CONFIRMED} and bool(
        standing.suggestion and standing.suggestion.is_met
    )


def told(found: Iterable[Standing], not_whole: Iterable[str]) -> str:
    """How far it came, and why no further, for people to read."""
    rest = [each for each in found if not is_done(each)]
    done = [each.item.ref for each in found if is_done(each)]
    lines = [f"Answered from lists alone: {len(done)} of {len(done) + len(rest)}: {', '.join(done)}.", "The rest:"]
    lines += [f"  {each.item.ref}: {each.why if each.suggestion else each.item.why_no_rule}" for each in rest]
    return "\n".join([*lines, "Lists that nobody could say are whole:", *(f"  {each}" for each in not_whole)])


def test_spreadsheets_and_what_is_offered_answer_thirty_questions(empty: Context) -> None:
    assert bring(empty, STAFF, OURS / "staff.csv") == []
    assert bring(empty, TRAINING, OURS / "training.csv", meaning="elearning", proof="certificate") == []
    people.confirm_list(empty)
    for slug in LISTS:
        assert bring(empty, importing.target(reading.named(slug)), OURS / f"{slug}.csv") == []
    for slug in OFFERED:
        take_over(empty, slug)

    not_whole = list(say_that_lists_are_whole(empty))

    found = standings(empty)
    report = told(found, not_whole)
    sys.stdout.write(f"\n{report}\n")
    assert len(found) == 46
    assert sum(map(is_done, found)) >= WANTED, report


def test_nothing_rests_on_rows_that_nobody_has_checked(empty: Context) -> None:
    for register in catalogue.ALL:
        if keys := [each.key for each in content.starters(register.slug)]:
            whole.add_starters(empty, register=register, keys=keys)

    pack = frameworks.newest()
    found = evaluating.one(empty, pack, evaluating.run(empty, pack.code, pack.version)).standings

    assert [each.item.ref for each in found if each.suggestion and each.suggestion.is_met] == []


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="The public sample files are not beside this checkout.")
def test_the_sample_files_of_skills_for_care_come_in(empty: Context) -> None:
    assert bring(empty, STAFF, SAMPLES / "sample_worker.csv") == []
    assert (
        len(bring(empty, TRAINING, SAMPLES / "sample_training.csv")) == 2
    )  # one has no date, one is about nobody here

    assert Person.objects.of(empty.organisation_id).count() == 3
    assert TrainingCompletion.objects.of(empty.organisation_id).exists()
