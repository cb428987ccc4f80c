"""The papers of an appointment, as document values: the letter and the job description."""

from datetime import date

from guardbook.content import job_descriptions
from guardbook.content.links import Regulator
from guardbook.exports.documents import Bullets, Document, Facts, Paragraph, Section, Signature, day
from guardbook.queries.roles.appointments import Detail
from guardbook.queries.roles.held import Holding
from guardbook.rules.roles import job_description as rules
from guardbook.rules.roles import words
from guardbook.rules.roles.vocabulary import Role

_TIME = "the time agreed with you"


def letter(found: Detail, regulator: Regulator) -> Document:
    """The letter that gives somebody a role, with a place for both to sign."""
    held = found.holding
    name, organisation = words.ROLE[held.role], found.organisation
    until = f" until {day(held.until_on)}" if held.until_on else ""
    opening = (
        f"Dear {held.name}, {organisation} appoints you {_as(held)} from {day(held.from_on)}{until}. "
        f"{words.ROLE_MEANING[held.role]}"
    )
    return Document(
        title=f"Appointment as {name}",
        organisation=organisation,
        issued_on=found.on,
        reference=_reference(held),
        summary=(Paragraph(opening), _facts(held)),
        sections=(
            Section(
                "What you take on", (Bullets(_tasks(found, regulator)), Paragraph("The job description says more."))
            ),
            Section("What we promise", (Bullets(_promises(held)),)),
            Section("Your acceptance", (Paragraph("If you agree, please sign and date one copy and give it back."),)),
            Section(
                "Signatures",
                (Signature(f"For {organisation}, a director or the owner"), Signature(f"The {name}", held.name)),
            ),
        ),
    )


def job_description(found: Detail, regulator: Regulator) -> Document:
    """The job description with every section that A-10 asks for."""
    held = found.holding
    sections = job_descriptions.filled(held.role, _names(found, regulator))
    shown = [
        Section(rules.HEADINGS[one], (Bullets(lines) if len(lines) > 1 else Paragraph(lines[0]),))
        for one, lines in sections.items()
        if one is not rules.Section.SIGNATURES
    ]
    signed = Section(
        rules.HEADINGS[rules.Section.SIGNATURES],
        (Signature(f"For {found.organisation}, a director or the owner"), Signature(held.shown_title, held.name)),
    )
    return Document(
        title=f"Job description: {held.shown_title}",
        organisation=found.organisation,
        issued_on=found.on,
        reference=_reference(held),
        sections=(*shown, signed),
    )


def checked(found: Detail, regulator: Regulator) -> rules.JobDescription:
    """What the rule of A-10 says of the job description as it will be written."""
    sections = job_descriptions.filled(found.holding.role, _names(found, regulator))
    return rules.job_description(
        rules.Facts(found.holding.role, {one: "\n".join(lines) for one, lines in sections.items()})
    )


def _as(held: Holding) -> str:
    name = words.ROLE[held.role]
    if held.is_deputy:
        return f"as deputy to our {name}"
    return f"as our {name}" if held.is_accountable else f"to carry parts of the role of {name}"


def _facts(held: Holding) -> Facts:
    pairs = {
        "Name": held.who,
        "Role": words.ROLE[held.role],
        "Title used": held.shown_title,
        "First day": day(held.from_on),
        "Last day": _day(held.until_on),
        "Reports to": held.reports_to,
        "How people reach them": held.contact,
    }
    return Facts("The appointment", tuple((key, value) for key, value in pairs.items() if value))


def _tasks(found: Detail, regulator: Regulator) -> tuple[str, ...]:
    held = found.holding
    if held.role is Role.DSP_LEAD:
        parts = held.parts or tuple(words.LEAD_PART)
        return tuple(f"{words.LEAD_PART[one]}." for one in parts)
    sections = job_descriptions.filled(held.role, _names(found, regulator))
    return sections.get(rules.Section.TASKS, sections[rules.Section.RESPONSIBILITIES])


def _promises(held: Holding) -> tuple[str, ...]:
    common = ("You get the time and training that the role needs.", "You may ask for advice whenever you need it.")
    if held.role is not Role.DPO:
        return (*common, "You may give the role back; please tell us in good time.")
    return (
        *common,
        "Nobody tells you what to conclude, and you are not penalised for doing this work.",
        "You report to the highest level of management.",
    )


def _names(found: Detail, regulator: Regulator) -> dict[str, str]:
    held = found.holding
    return {
        "organisation": found.organisation,
        "title": held.shown_title,
        "reports_to": held.reports_to or _level(held),
        "seniority": _seniority(held),
        "delegated": _delegated(found),
        "deputy": _deputy(found),
        "review_on": day(held.next_review_on),
        "time": _TIME,
        "expertise": _sentence(held.expertise),
        "service_knowledge": _sentence(held.service_knowledge),
        "regulator": regulator.name,
        "phone": regulator.phone,
        "option": regulator.option,
    }


def _level(held: Holding) -> str:
    return "The highest level of management." if held.role is Role.DPO else "The owner or the board."


def _seniority(held: Holding) -> str:
    if held.seniority_reason:
        return held.seniority_reason
    post = held.job_title or ", ".join(words.POST[one] for one in sorted(held.posts))
    return f"You hold a senior post here: {post}." if post else "You hold a senior post here."


def _delegated(found: Detail) -> str:
    parts = [f"{one.name}: {words.LEAD_PART[part].lower()}." for one in found.sharers for part in one.parts]
    return " ".join(parts) or "Nobody else carries parts of this role. You may hand practical tasks to others."


def _deputy(found: Detail) -> str:
    names = [one.name for one in found.deputies]
    return f"{' and '.join(names)} stands in for you." if names else "Nobody yet. We name somebody when you are away."


def _sentence(text: str) -> str:
    return f"{text.rstrip('. ')}." if text.strip() else ""


def _reference(held: Holding) -> str:
    return f"{words.ROLE[held.role]} from {day(held.from_on)}"


def _day(value: date | None) -> str:
    return day(value) if value else ""
