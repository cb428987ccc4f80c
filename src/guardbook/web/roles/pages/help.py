"""The help page about roles: what a published toolkit is good for, and whom to ask."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from guardbook.content import links
from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.web import words
from guardbook.web.roles import words as said

_BENEFITS = (
    "It supports the trust of the people you care for and their families.",
    "It supports what you show the Care Quality Commission about keeping data safe.",
    "It supports your work to keep data protection law. It is never proof that you do.",
    "It is asked for by many contracts, and for services such as NHSmail and shared care records.",
)
_LIMITS = (
    "Say which year and version you published, on which date and at which level. Old results run out each 30 June."
)


@dataclass(frozen=True, slots=True)
class Helper:
    """One place to ask."""

    name: str
    href: str
    what: str
    checked: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The whole page."""

    organisation: UUID
    benefits: tuple[str, ...]
    limits: str
    going_on: tuple[str, ...]
    links: tuple[Helper, ...]
    old: str


def help_with_roles(context: Context) -> HelpPage:
    """The help as of today; links older than a year are called old."""
    found = links.read(settings.DATA_FOLDER)
    today = clock.uk_today(context.now)
    return HelpPage(
        organisation=context.organisation_id,
        benefits=_BENEFITS,
        limits=_LIMITS,
        going_on=_going_on(found.regulator),
        links=(_helpline(found.regulator), *(_helper(one) for one in found.links)),
        old="Some links were last checked more than a year ago. Check them before you rely on them."
        if found.is_old(today)
        else "",
    )


def _going_on(regulator: links.Regulator) -> tuple[str, ...]:
    return (
        "Keeping data safe is not done once. Staff come and go, systems change, and each year asks new questions.",
        f"The regulator ({regulator.name}, {regulator.short}) says that it is fair and proportionate. It takes into account that people tried, and that they wrote down what they did and why.",
    )


def _helpline(regulator: links.Regulator) -> Helper:
    what = f"{regulator.phone}, option {regulator.option}, for small organisations. It may become the {regulator.also}."
    return Helper(f"{regulator.name}: helpline", regulator.url, what, "From the sector guide")


def _helper(one: links.Link) -> Helper:
    when = f"Last checked {words.day(one.checked_on)}" if one.checked_on else "Nobody has checked this link yet"
    checked = f"{when}; {said.CONFIDENCE[one.confidence]}"
    return Helper(one.name, one.url, one.what, checked)
