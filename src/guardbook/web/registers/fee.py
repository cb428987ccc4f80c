"""The page that works out the data protection fee. Nothing chosen on it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from guardbook.content import fees
from guardbook.kernel import clock, dates
from guardbook.queries.registers import fee as questions
from guardbook.queries.registers.fee import Payer
from guardbook.rules.access import Permission
from guardbook.rules.registers import fee as rules
from guardbook.rules.registers.fee import Facts, Fee, Liability, Tier
from guardbook.rules.verdict import Reason
from guardbook.web import fields, words
from guardbook.web.components import Column, Link, Row, Table, source
from guardbook.web.door import Request, page

_APRIL = 4
_MONTHS = tuple((str(month), f"{date(2027, month, 1):%B}") for month in range(1, 13))
_TURNOVER = {
    "small": (rules.SMALL_TURNOVER, f"£{rules.SMALL_TURNOVER:,} or less"),
    "medium": (rules.MEDIUM_TURNOVER, f"More than that, but not more than £{rules.MEDIUM_TURNOVER:,}"),
    "large": (rules.MEDIUM_TURNOVER + 1, f"More than £{rules.MEDIUM_TURNOVER:,}"),
}
_TIERS = {Tier.ONE: "Tier 1", Tier.TWO: "Tier 2", Tier.THREE: "Tier 3"}
_MISSING = {
    "charity": "Say whether you are a charity.",
    "public_authority": "Say in your profile whether you are a public authority.",
    "turnover": "Choose your turnover.",
    "staff_average": "Add your staff list, or type how many staff you had.",
    "amounts": "We do not know the amounts for this year. Look at the regulator's website.",
    "period_starts_on": "Add the day your registration runs out to your details.",
}


class FeeForm(fields.Form):
    """What the records do not know. Every answer may stay open."""

    marks_optional = False

    charity = fields.YesNoUnsure("Are you a charity?", required=False)
    turnover = fields.Radios(
        "What was your turnover in the last financial year?",
        [(value, text) for value, (_, text) in _TURNOVER.items()],
        required=False,
        coerce=lambda value: _TURNOVER[value][0],
    )
    first_month = fields.Select("In which month does your financial year begin?", _MONTHS, required=False, coerce=int)
    staff = fields.Number(
        "How many staff did you have, on average?",
        hint="Only if your staff list here does not go back that far.",
        required=False,
        least=0,
        most=100_000,
    )
    direct_debit = fields.YesNo("Do you pay by direct debit?", required=False)
    on_computer = fields.YesNo(
        "Is anything about people kept on a computer, tablet or phone?", hint="Pay and rotas count.", required=False
    )
    cctv = fields.YesNo("Do you have CCTV or a video doorbell?", required=False)


@dataclass(frozen=True, slots=True)
class FeePage:
    """The fee: what to pay by when, why, what is missing, and the months that were counted."""

    back: Link
    headline: str
    rows: tuple[Row, ...]
    why: tuple[tuple[str, Link | str], ...]
    missing: tuple[str, ...]
    checklist: tuple[str, ...]
    staff: Table | None
    details: str


@page(Permission.PEOPLE_VIEW, "GET")
def fee(request: Request) -> HttpResponse:
    """Work out the fee from the profile, the staff list and what is chosen here."""
    given = request.GET.copy()
    if given:
        given.setdefault("first_month", str(_APRIL))
    form = FeeForm(given or None, initial={"first_month": str(_APRIL)})
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    payer = questions.payer(request.ctx, chosen.get("first_month") or _APRIL)
    verdict = rules.tier(_facts(payer, chosen, clock.uk_today(request.now)))
    may_edit = Permission.PROFILE_EDIT in request.ctx.by.permissions
    shown = fee_page({"organisation": request.ctx.organisation_id}, payer, verdict, may_edit=may_edit)
    return render(request, "registers/fee.html", {"page": shown, "form": form})


def fee_page(here: dict[str, Any], payer: Payer, verdict: Fee, *, may_edit: bool) -> FeePage:
    """Put the page together."""
    return FeePage(
        back=Link("Registers", reverse("registers", kwargs=here)),
        headline=_headline(verdict),
        rows=tuple(_rows(payer, verdict)),
        why=tuple(_why(each) for each in verdict.reasons),
        missing=tuple(_MISSING[name] for name in verdict.missing_facts),
        checklist=verdict.checklist,
        staff=_months(payer),
        details=reverse("details", kwargs=here) if may_edit else "",
    )


def _facts(payer: Payer, chosen: dict[str, Any], today: date) -> Facts:
    typed = chosen.get("staff")
    return Facts(
        as_of=today,
        charity=chosen.get("charity"),
        public_authority=payer.public_authority,
        turnover=chosen.get("turnover"),
        staff_average=typed,
        staff_each_month=payer.staff if typed is None else (),
        direct_debit=chosen.get("direct_debit") is True,
        on_computer=chosen.get("on_computer"),
        cctv=chosen.get("cctv"),
        period_starts_on=rules.next_period(payer.runs_out_on),
        amounts=fees.published(),
    )


def _headline(verdict: Fee) -> str:
    if verdict.liability is Liability.MAYBE_EXEMPT:
        return "You may not have to pay. Go through the list below first."
    if verdict.amount is None:
        return "We cannot say yet what you pay."
    by = f" by {words.day(verdict.due_on)}" if verdict.due_on else ""
    return f"You pay £{verdict.amount:,}{by}."


def _rows(payer: Payer, verdict: Fee) -> Iterator[Row]:
    yield Row("Tier", _TIERS[verdict.tier] if verdict.tier else "Not known yet")
    yield Row("Registration number", payer.number or "Not in your details yet")
    yield Row("Paid until", words.day(payer.runs_out_on) if payer.runs_out_on else "Not in your details yet")
    if verdict.due_on:
        yield Row("Pay by", words.day(verdict.due_on))
    if verdict.staff_average is not None:
        yield Row("Staff, on average", f"{verdict.staff_average:,.2f}".rstrip("0").rstrip("."))


def _why(reason: Reason) -> tuple[str, Link | str]:
    text = f"{reason.text} Please check this." if reason.confidence.needs_checking else reason.text
    return text, source(reason.source)


def _months(payer: Payer) -> Table | None:
    if not payer.staff:
        return None
    months = (dates.add_months(payer.year_starts_on, number) for number in range(len(payer.staff)))
    rows = [[f"{month:%B %Y}", str(count)] for month, count in zip(months, payer.staff, strict=True)]
    return Table("Staff in each month", [Column("Month"), Column("People", is_numeric=True)], rows)


urlpatterns: list[URLPattern] = [path("o/<uuid:organisation>/fee/", fee, name="fee")]
