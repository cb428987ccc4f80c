"""Works out where organisations stand: one, or thousands with the same number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import frameworks
from guardbook.queries.access import Context, question
from guardbook.queries.assessment import latest
from guardbook.queries.assessment.latest import Run
from guardbook.queries.facts import gathering
from guardbook.queries.facts.within import Batch, KeyRange, One
from guardbook.records.models import Assessment
from guardbook.rules.access import Permission
from guardbook.rules.assessment import standing, status
from guardbook.rules.assessment.standing import Latest, Standing
from guardbook.rules.assessment.status import Published, Status
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.packs import Pack


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Where one organisation stands on one list of questions. ``run`` is None before it has started."""

    organisation_id: UUID
    run: Run | None
    pack: Pack
    facts: Facts
    latest: Mapping[str, Latest]
    standings: tuple[Standing, ...]
    status: Status
    published: tuple[Published, ...]

    @property
    def stale_on(self) -> date | None:
        """The next day on which a question's state changes by itself; None is never."""
        days = (each.stale_on for each in self.standings)
        return min((day for day in days if day is not None), default=None)

    def standing(self, ref: str) -> Standing:
        """Where one question stands. NotFound where the list does not have it."""
        found = next((each for each in self.standings if each.item.ref == ref), None)
        if found is None:
            raise NotFound
        return found


@question(Permission.ITEM_VIEW)
def current(context: Context, code: str = frameworks.TOOLKIT) -> Run | None:
    """The assessment that was started last, or None. One query."""
    rows = Assessment.objects.of(context.organisation_id).filter(framework=code)
    return _run(rows.order_by("-started_at", "-id").values(*Run.__slots__[2:], "id", "organisation_id").first())


@question(Permission.ITEM_VIEW)
def run(context: Context, code: str, version: str) -> Run | None:
    """The assessment on one version, or None where it has not started. One query."""
    rows = Assessment.objects.of(context.organisation_id).filter(framework=code, version=version)
    return _run(rows.values(*Run.__slots__[2:], "id", "organisation_id").first())


@question(Permission.ITEM_VIEW)
def one(context: Context, pack: Pack, of: Run | None) -> Evaluated:
    """Where the organisation of the context stands today. Twelve queries."""
    planned = {context.organisation_id: of.planned_publication_on} if of else {}
    runs = {context.organisation_id: of} if of else {}
    batch = One(context.organisation_id)
    found = list(_evaluated(batch, pack, clock.uk_today(context.now), planned, runs))
    if not found:
        raise NotFound
    return found[0]


def many(batch: Batch, pack: Pack, as_of: date) -> Iterator[Evaluated]:
    """Where every organisation of the batch stands that has started on this list. Thirteen queries."""
    rows = Assessment.objects.filter(batch.rows(), framework=pack.code, version=pack.version)
    runs = {
        found.organisation_id: found
        for row in rows.values(*Run.__slots__[2:], "id", "organisation_id")
        if (found := _run(row)) is not None
    }
    planned = {key: each.planned_publication_on for key, each in runs.items()}
    for each in _evaluated(batch, pack, as_of, planned, runs):
        if each.run is not None:
            yield each


def ranges(pack: Pack, size: int) -> Iterator[KeyRange]:
    """Ranges of keys that together cover every organisation on this list, about ``size`` in each."""
    keys = list(
        Assessment.objects.filter(framework=pack.code, version=pack.version)
        .order_by("organisation_id")
        .values_list("organisation_id", flat=True)
    )
    edges: list[UUID | None] = [None, *keys[size - 1 : -1 : size], None]
    yield from (KeyRange(after, until) for after, until in pairwise(edges))


def _evaluated(
    batch: Batch, pack: Pack, as_of: date, planned: Mapping[UUID, date], runs: Mapping[UUID, Run]
) -> Iterator[Evaluated]:
    said = latest.latest(batch, pack)
    published = latest.published(batch, pack.code)
    for organisation_id, facts in gathering.gather(batch, as_of, planned).items():
        words = said.get(organisation_id, {})
        standings = standing.evaluate_all(facts, pack.items, words)
        history = published.get(organisation_id, ())
        until = facts.profile.cyber_essentials_plus_until
        found = status.status(pack, standings, history, until, facts.judged_on)
        yield Evaluated(organisation_id, runs.get(organisation_id), pack, facts, words, standings, found, history)


def _run(row: Mapping[str, object] | None) -> Run | None:
    if row is None:
        return None
    values = dict(row)
    return Run(assessment_id=values.pop("id"), **values)  # type: ignore[arg-type]  # the columns asked for above
