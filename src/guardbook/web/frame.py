"""What surrounds every page: whose records these are, who is signed in, and the menu."""

from collections.abc import Container
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from guardbook.rules.access import Permission

_SECTIONS = (
    ("home", "What next", Permission.ORGANISATION_VIEW),
    ("toolkit", "Toolkit", Permission.ITEM_VIEW),
    ("roles", "Roles", Permission.ROLE_VIEW),
    ("people", "Staff", Permission.PEOPLE_VIEW),
    ("registers", "Registers", Permission.REGISTER_VIEW),
    ("incidents", "Incidents", Permission.INCIDENT_VIEW),
    ("rights", "Requests", Permission.REQUEST_VIEW),
    ("reported", "Reports", Permission.INCIDENT_VIEW),
    ("report-mistake", "Report a mistake", Permission.MISTAKE_REPORT),
    ("settings", "Settings", Permission.ORGANISATION_VIEW),
)
"""Each section of the menu: its address name, which a page also sets as its section, its words, and who may open it."""
_OF_STAFF = ("to-read", "What you are to read", Permission.POLICY_READ)
"""Where somebody lands who may not see the organisation's pages."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu."""

    section: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the base template reads; the door of a page puts one on the request.

    With an ``organisation_id`` the menu is that provider's; without one it is help alone. ``may`` is what this person
    may do there.
    """

    organisation_id: str = ""
    organisation_name: str = ""
    is_demo: bool = False
    person_name: str = ""
    may: frozenset[Permission] = frozenset(Permission)

    @property
    def home(self) -> str:
        """Where the name Guardbook leads."""
        return self._address(landing(self.may)) if self.organisation_id else "/"

    @property
    def menu(self) -> tuple[Entry, ...]:
        """The sections this person can go to from every page."""
        return (*self._own(), Entry("help", "Help", reverse("help")))

    def _own(self) -> list[Entry]:
        if self.organisation_id:
            own = () if landing(self.may) == "home" else (_OF_STAFF,)
            return [
                Entry(name, text, self._address(name)) for name, text, needs in (*own, *_SECTIONS) if needs in self.may
            ]
        return [Entry("home", "What next", "/")] if self.person_name else []

    def _address(self, name: str) -> str:
        return reverse(name, kwargs={"organisation": self.organisation_id})


def landing(may: Container[Permission]) -> str:
    """The address name of the page on which somebody with these permissions lands."""
    return "home" if Permission.ORGANISATION_VIEW in may else "to-read"


def of(request: HttpRequest) -> Frame:
    """Read the frame the door put on this request; a public page has an empty one."""
    held = getattr(request, "frame", None)
    return held if isinstance(held, Frame) else Frame()
