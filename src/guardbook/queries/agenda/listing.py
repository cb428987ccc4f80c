"""The one list of what to do next, made anew each time from everything that is recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import duties, frameworks, organisations, people
from guardbook.queries.access import Context, question
from guardbook.queries.agenda import assessments, decided, incidents
from guardbook.queries.assessment import evaluating, snapshots
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.registers import overview
from guardbook.queries.rights import case as rights
from guardbook.queries.roles import states
from guardbook.queries.roles.states import Overview
from guardbook.records.models import EvidenceUse
from guardbook.rules.access import Permission
from guardbook.rules.agenda import deciding, entries, posts, provider, requests, rounds, tasks, toolkit
from guardbook.rules.agenda.deciding import Listed
from guardbook.rules.agenda.todo import Todo
from guardbook.rules.assessment import years
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.people import Finding
from guardbook.rules.registers import catalogue

WORST = 20
"""How many register entries are named one by one; the rest of a register is one line."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The list on a day, in its order, and the toolkit and roles it was made from."""

    on: date
    listed: tuple[Listed, ...]
    found: Evaluated
    is_frozen: bool

    @property
    def now(self) -> tuple[Listed, ...]:
        """What is to be done now: not put off, and not a date far ahead."""
        return tuple(each for each in self.listed if each.put_off is None and each.todo.is_open(self.on))

    @property
    def put_off(self) -> tuple[Listed, ...]:
        """What somebody decided may wait."""
        return tuple(each for each in self.listed if each.put_off is not None)

    @property
    def dated(self) -> tuple[Listed, ...]:
        """Everything with a day, however far ahead, the earliest first."""
        return tuple(
            sorted((each for each in self.listed if each.todo.due_on), key=lambda one: one.todo.due_on or date.max)
        )

    def of(self, user_id: UUID | None) -> tuple[Listed, ...]:
        """What one person is to do now."""
        return tuple(each for each in self.now if user_id is not None and each.user_id == user_id)

    def listed_for(self, user_id: UUID | None) -> tuple[Listed, ...]:
        """What one person is to do, now or later."""
        return tuple(each for each in self.listed if user_id is not None and each.user_id == user_id)

    def one(self, cause: str) -> Listed:
        """One thing on the list. NotFound where there is none, or none any more."""
        found = next((each for each in self.listed if each.todo.cause == cause), None)
        if found is None:
            raise NotFound
        return found


@question(Permission.ORGANISATION_VIEW)
def agenda(context: Context) -> Agenda:
    """The whole list, as far as this person may open its pages. Its queries do not grow with what is recorded."""
    on = clock.uk_today(context.now)
    run = evaluating.current(context)
    pack = frameworks.pack(run.framework, run.version) if run else frameworks.newest()
    found = evaluating.one(context, pack, run)
    is_frozen = run is not None and snapshots.newest(context, run) is not None
    roles, open_ones = states.overview(context), decided.open_tasks(context)
    todos = (
        *toolkit.toolkit(_run(found, is_frozen=is_frozen)),
        *provider.provider(_provider(context, found, roles)),
        *_posts(roles),
        *_entries(context),
        *_rounds(context, found),
        *assessments.todos(context),
        *incidents.todos(context),
        *_requests(context, on),
        *tasks.tasks(decided.written_ones(open_ones), on),
    )
    may = [each for each in todos if each.needs in context.by.permissions]
    return Agenda(on, deciding.listed(may, decided.decided(context, open_ones), on), found, is_frozen)


def _run(found: Evaluated, *, is_frozen: bool) -> toolkit.Run:
    return toolkit.Run(
        pack=found.pack,
        standings=found.standings,
        due=years.due(found.published, found.facts.as_of),
        on=found.facts.as_of,
        has_begun=found.run is not None,
        is_ready=found.status.best is not None,
        is_frozen=is_frozen,
    )


def _provider(context: Context, found: Evaluated, roles: Overview) -> provider.Provider:
    said, on = organisations.details(context), found.facts.as_of
    return provider.Provider(
        on=on,
        has_said_who_it_is=roles.said.done_at is not None,
        has_staff=bool(found.facts.staff.here(on)),
        list_checked_on=found.facts.staff.checked_on,
        findings=_findings(context),
        fee_until=said.ico_expires_on,
        certificates=_certificates(said),
        proofs=_proofs(context),
    )


def _findings(context: Context) -> tuple[Finding, ...]:
    return people.findings(context).findings


def _certificates(said: organisations.Details) -> Mapping[str, date | None]:
    return {
        "Cyber Essentials": said.cyber_essentials_until,
        "Cyber Essentials Plus": said.cyber_essentials_plus_until,
    }


def _proofs(context: Context) -> tuple[provider.Lasting, ...]:
    """Proofs of toolkit questions that count until a day, each once. One query."""
    uses = EvidenceUse.objects.of(context.organisation_id).visible_to(context.by.sites)
    rows = uses.filter(
        subject_kind=SubjectKind.ITEM, evidence__withdrawn_at=None, evidence__expires_on__isnull=False
    ).order_by("evidence__expires_on", "evidence_id", "-id")
    found = {
        key: provider.Lasting(str(key), title, until, tuple(subject.split("/")))
        for key, title, until, subject in rows.values_list(
            "evidence_id", "evidence__title", "evidence__expires_on", "subject_key"
        )
        if until is not None
    }
    return tuple(found.values())


def _posts(roles: Overview) -> Iterator[Todo]:
    if roles.said.done_at is None:  # until the questions about the service are answered, nobody knows which are needed
        return iter(())
    filled = [
        posts.Filled(
            each.requirement,
            each.holder is not None,
            each.to_decide,
            each.findings,
            each.review.next_review_on if each.review else None,
        )
        for each in roles.states
    ]
    return posts.posts(filled, roles.on)


def _entries(context: Context) -> Iterator[Todo]:
    """The registers' part. An entry that nobody has checked is counted as that, and not as one to put right."""
    counts = [
        entries.Counts(
            slug, catalogue.BY_SLUG[slug].title, attention - unchecked, unchecked, catalogue.BY_SLUG[slug].seen_by
        )
        for slug, (_, unchecked, attention) in overview.counts(context).items()
    ]
    among = [catalogue.BY_SLUG[each.slug] for each in counts if each.attention > 0]
    worst = [
        entries.Entry(
            each.register.slug,
            each.register.title,
            str(each.id),
            each.name,
            each.since,
            each.why,
            each.severity,
            each.register.seen_by,
        )
        for each in overview.waiting(context, WORST, among)
    ]
    return entries.entries(worst, counts)


def _rounds(context: Context, found: Evaluated) -> Iterator[Todo]:
    standings = duties.of(context, found.facts, found.published)
    return rounds.rounds([rounds.Round(each.duty, each.concerns, each.next) for each in standings], found.facts.as_of)


def _requests(context: Context, on: date) -> Iterator[Todo]:
    running = rights.running(context)
    return requests.requests(
        [requests.Running(str(each.id), each.reference, due) for each in running for due in each.standing.dues], on
    )
