"""What surrounds every page: whose records these are, who is signed in, and the menu."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

_SECTIONS = (
    ("home", "What next"),
    ("toolkit", "Toolkit"),
    ("roles", "Roles"),
    ("people", "Staff"),
    ("registers", "Registers"),
    ("settings", "Settings"),
)
"""Each section of the menu: its address name, which a page also sets as its section, and words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu."""

    section: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the base template reads; the door of a page puts one on the request.

    With an ``organisation_id`` the menu is that provider's; without one it is help alone.
    """

    organisation_id: str = ""
    organisation_name: str = ""
    is_demo: bool = False
    person_name: str = ""

    @property
    def home(self) -> str:
        """Where the name Guardbook leads."""
        return self._address("home") if self.organisation_id else "/"

    @property
    def menu(self) -> tuple[Entry, ...]:
        """The sections this person can go to from every page."""
        return (*self._own(), Entry("help", "Help", reverse("help")))

    def _own(self) -> list[Entry]:
        if self.organisation_id:
            return [Entry(name, text, self._address(name)) for name, text in _SECTIONS]
        return [Entry("home", "What next", "/")] if self.person_name else []

    def _address(self, name: str) -> str:
        return reverse(name, kwargs={"organisation": self.organisation_id})


def of(request: HttpRequest) -> Frame:
    """Read the frame the door put on this request; a public page has an empty one."""
    held = getattr(request, "frame", None)
    return held if isinstance(held, Frame) else Frame()
