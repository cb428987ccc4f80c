"""Privacy notices: what each would say today, what was agreed, and how the two differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from guardbook.content import links
from guardbook.content.links import Regulator
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import organisations
from guardbook.queries.access import Context, question
from guardbook.queries.registers import reading
from guardbook.queries.roles import held
from guardbook.queries.roles.held import Holding
from guardbook.records.models import NoticeCheck, PrivacyNotice
from guardbook.rules.access import Permission
from guardbook.rules.notices import builder, checker
from guardbook.rules.notices.builder import Section, Use, Written
from guardbook.rules.notices.checker import Finding
from guardbook.rules.notices.vocabulary import ABOUT, Line
from guardbook.rules.registers import processing, retention
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.registers.processing import Part
from guardbook.rules.roles.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Version:
    """One version that was agreed."""

    id: UUID
    audience: Audience
    version: int
    title: str
    plain: tuple[Section, ...]
    easy: tuple[Section, ...]
    contains: frozenset[Line]
    automated: str
    more: str
    approved_by: str
    approved_on: date
    found_at: str
    replaced_on: date | None
    policy_id: UUID | None


@dataclass(frozen=True, slots=True)
class Described:
    """What somebody found in a notice that the provider wrote itself."""

    audience: Audience
    has: frozenset[Line]
    updated_on: date | None
    text: str
    checked_by: str
    checked_on: date
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one audience is told: the version in use, what it would say today, and what is to be put right.

    ``changed`` are the headings under which the version in use would read differently today.
    """

    audience: Audience
    today: Written
    uses: int
    findings: tuple[Finding, ...]
    current: Version | None
    changed: tuple[str, ...]
    described: Described | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What all notices of one provider share."""

    organisation: str
    contact: str
    officer: str
    guardian: str
    regulator: Regulator
    uses: tuple[Use, ...]


@question(Permission.DPIA_VIEW)
def standings(context: Context) -> tuple[Standing, ...]:
    """How every audience is told. Seven queries, whatever their number."""
    return all_of(context)


def all_of(context: Context) -> tuple[Standing, ...]:
    """The same, for what is worked out from many records."""
    known, today = _known(context), clock.uk_today(context.now)
    current = {each.audience: each for each in _versions(context) if each.replaced_on is None}
    described = _described(context)
    return tuple(
        _standing(audience, known, current.get(audience), described.get(audience), today) for audience in Audience
    )


def any_agreed(context: Context) -> bool:
    """Whether any notice was ever agreed. One query."""
    return PrivacyNotice.objects.of(context.organisation_id).exists()


@question(Permission.DPIA_VIEW)
def one(context: Context, audience: Audience) -> Standing:
    """How one audience is told."""
    return next(each for each in all_of(context) if each.audience is audience)


@question(Permission.DPIA_VIEW)
def versions(context: Context, audience: Audience) -> tuple[Version, ...]:
    """Every version of one notice, the newest first. One query."""
    return tuple(each for each in _versions(context) if each.audience is audience)


@question(Permission.DPIA_VIEW)
def version(context: Context, notice_id: UUID) -> Version:
    """One version that was agreed.

    Raises:
        NotFound: there is none here.
    """
    found = next((each for each in _versions(context) if each.id == notice_id), None)
    if found is None:
        raise NotFound
    return found


def facts(context: Context, audience: Audience, automated: str, more: str) -> builder.Facts:
    """What the notice of an audience is written from today."""
    return _facts(audience, _known(context), automated, more)


def _standing(
    audience: Audience,
    known: _Known,
    current: Version | None,
    described: "_Row | None",
    today: date,
) -> Standing:
    facts = _facts(audience, known, current.automated if current else "", current.more if current else "")
    written = builder.build(facts)
    of = checker.Facts(
        audience=audience,
        as_of=today,
        has=written.contains,
        officer_appointed=bool(known.officer),
        guardian_appointed=bool(known.guardian),
        bases=frozenset(basis for use in facts.uses for basis in use.entry.bases),
        abroad=any(use.entry.leaves_uk for use in facts.uses),
        from_others=builder.comes_from_others(facts.uses),
    )
    return Standing(
        audience=audience,
        today=written,
        uses=len(facts.uses),
        findings=checker.check(of).findings,
        current=current,
        changed=builder.differing(current.plain, written.plain) if current else (),
        described=described.judged(of) if described else None,
    )


def _facts(audience: Audience, known: _Known, automated: str, more: str) -> builder.Facts:
    return builder.Facts(
        audience=audience,
        organisation=known.organisation,
        contact=known.contact,
        regulator=f"{known.regulator.name} ({known.regulator.short})",
        regulator_reached=f"phone {known.regulator.phone}, or {known.regulator.url}",
        uses=tuple(use for use in known.uses if ABOUT[audience] in use.entry.people),
        officer=known.officer,
        guardian=known.guardian,
        automated=automated,
        more=more,
    )


def _known(context: Context) -> _Known:
    """Five queries. Only uses that somebody has said to be true here, and that we decide about, are told."""
    details, today = organisations.details(context), clock.uk_today(context.now)
    holders = [one for one in held.holdings(context.organisation_id) if one.is_holder and one.holds_on(today)]
    rows = reading.rows(context, processing.REGISTER).filter(archived_at=None, is_checked=True).order_by("name", "id")
    found = reading.read(processing.REGISTER, rows, with_links=True, to_checked=True)
    times = {
        each.id: retention.in_words(each.entry)
        for each in reading.read(retention.REGISTER, reading.rows(context, retention.REGISTER).filter(archived_at=None))
    }
    return _Known(
        organisation=details.name if not details.legal_name else details.legal_name,
        contact=_reached(holders, Role.DSP_LEAD) or details.name,
        officer=_reached(holders, Role.DPO),
        guardian=_reached(holders, Role.CALDICOTT_GUARDIAN),
        regulator=links.read(settings.DATA_FOLDER).regulator,
        uses=tuple(
            Use(each.entry, tuple(times[key] for key in each.entry.retention if key in times))
            for each in found
            if each.entry.part is not Part.FOR_OTHERS
        ),
    )


def _reached(holders: Iterable[Holding], role: Role) -> str:
    found = next((one for one in holders if one.role is role), None)
    return ", ".join(part for part in (found.who, found.contact) if part) if found else ""


def _versions(context: Context) -> list[Version]:
    rows = PrivacyNotice.objects.of(context.organisation_id).order_by("audience", "-version")
    return [_version(row) for row in rows.values(*Version.__slots__)]


def _version(row: dict[str, Any]) -> Version:
    sections = {name: tuple(_section(each) for each in row[name]) for name in ("plain", "easy")}
    lines = {each.value for each in Line}
    contains = frozenset(Line(each) for each in row["contains"] if each in lines)
    return Version(**row | sections | {"audience": Audience(row["audience"]), "contains": contains})


def _section(held: Mapping[str, Any]) -> Section:
    return Section(held["title"], tuple(held["sentences"]), tuple(held["points"]))


@dataclass(frozen=True, slots=True)
class _Row:
    """A check as it is kept."""

    audience: str
    has: list[str]
    updated_on: date | None
    text: str
    checked_by: str
    checked_on: date

    def judged(self, of: checker.Facts) -> Described:
        """The check against what is true of the provider today."""
        lines = {each.value for each in Line}
        has = frozenset(Line(each) for each in self.has if each in lines)
        facts = checker.Facts(
            audience=of.audience,
            as_of=of.as_of,
            has=has,
            updated_on=self.updated_on,
            text=self.text,
            officer_appointed=of.officer_appointed,
            guardian_appointed=of.guardian_appointed,
            bases=of.bases,
            abroad=of.abroad,
            from_others=of.from_others,
        )
        findings = checker.check(facts).findings
        return Described(of.audience, has, self.updated_on, self.text, self.checked_by, self.checked_on, findings)


def _described(context: Context) -> Mapping[Audience, _Row]:
    rows = NoticeCheck.objects.of(context.organisation_id).order_by("id").values_list(*_Row.__slots__)
    return {Audience(row[0]): _Row(*row) for row in rows}
