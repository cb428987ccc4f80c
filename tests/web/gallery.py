"""One page with every field and part in it, for the tests of how they are drawn."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.contrib.messages.storage.base import BaseStorage
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from jinja2 import Environment

from guardbook.rules.registers.picking import Known
from guardbook.web import fields
from guardbook.web.charts import Bar, Chart, Part
from guardbook.web.components import Cell, Column, Figure, Lines, Link, Paging, Row, Table, Tag, Task, Tone
from guardbook.web.frame import Frame

TEMPLATE = Path(__file__).with_name("gallery.html")
ORGANISATION = "01900000-0000-7000-8000-000000000000"


FEW = (Known(UUID(int=1), "Oak House"), Known(UUID(int=2), "Elm House"))
MANY = (
    Known(UUID(int=3), "Asha Rao", "care worker"),
    Known(UUID(int=4), "Asha Rao", "cook"),
    Known(UUID(int=5), "Ben Lee", also=("ben@example.org",)),
    *(Known(UUID(int=number), f"Care worker {number}") for number in range(100, 300)),
)


class EveryField(fields.Form):
    """One of each field."""

    name = fields.Text("Full name", hint="As in your staff list")
    email = fields.Email(required=False)
    password = fields.Password()
    staff = fields.Number("How many staff work for you?", suffix="people", most=5000)
    happened = fields.LongText("What happened?", max_length=100)
    started_on = fields.Date("Start date")
    kind = fields.Radios(
        "Kind of work",
        [
            fields.Choice("employee", "Employee", hint="Paid through your payroll"),
            fields.Choice("agency", "Agency", reveals="agency", needed="Say which agency."),
            ("volunteer", "Volunteer"),
        ],
    )
    agency = fields.Text("Which agency?", required=False)
    handles = fields.Checkboxes("What do they handle?", [("notes", "Care notes"), ("rotas", "Rotas")])
    site = fields.Select("Site", [("oak", "Oak House"), ("elm", "Elm House")])
    read = fields.Confirm("I have read this", hint="It takes about two minutes")
    website = fields.YesNo("Do you have a website?")
    funded = fields.YesNoUnsure("Do you get public money?")
    sheet = fields.Upload("Staff spreadsheet", accept=".csv,.xlsx")
    fee = fields.Money("What do you pay a year?", required=False)
    keys = fields.Things("Who has keys?", required=False, most=3)
    encrypted = fields.Check("Is it encrypted?", required=False)
    portal = fields.Web("Web address", required=False)
    owner = fields.Pick("Who looks after this?", FEW, required=False)
    lead = fields.Pick("Who leads on it?", MANY, where="your staff list", required=False)
    uses = fields.Picks("Which of these use it?", FEW, required=False)
    users = fields.Picks("Who may use it?", MANY, where="your staff list", required=False)
    seen = fields.Hidden()


GOOD = {
    "name": "Asha Rao",
    "password": "three quiet herons",
    "staff": "1,200",
    "happened": "First line\r\n\r\n<b>third</b>",
    "started_on-day": "27",
    "started_on-month": "3",
    "started_on-year": "2026",
    "kind": "agency",
    "agency": "Bright Care",
    "handles": ["rotas", "notes"],
    "site": "elm",
    "read": "on",
    "website": "no",
    "funded": "not-sure",
    "fee": "£1,200",
    "keys": "Asha\r\n• Ben",
    "encrypted": "n/a",
    "portal": "oak.example.org/staff",
    "owner": str(FEW[1].id),
    "lead": "lee, BEN",
    "uses": [str(FEW[0].id)],
    "users": "Ben Lee\r\nasha rao (cook)",
    "seen": "7",
}


PAGING = Paging("51 to 100 of 240", "#before", "#after")


@dataclass(frozen=True, slots=True)
class Page:
    """The values of the gallery's parts."""

    tags: tuple[Tag, ...] = tuple(Tag(tone.value.capitalize(), tone) for tone in Tone)
    rows: tuple[Row, ...] = (
        Row("Provider", "Oak House Care Ltd", (Link("Change", "#name", "the provider's name"),)),
        Row("Address", Lines(("1 High Street", "York")), (Link("Change", "#1", "address"), Link("Remove", "#2", "it"))),
        Row("Answer", Tag("Confirmed", Tone.DONE)),
    )
    tasks: tuple[Task, ...] = (
        Task("Staff know who is responsible", Tag("Confirmed", Tone.DONE), "#task", "1.1.1"),
        Task("Publish", Tag("Cannot start yet")),
    )
    paging: Paging = PAGING
    figures: tuple[Figure, ...] = (Figure("31 of 46", "answers confirmed", "#count"), Figure("96%", "trained"))
    charts: tuple[Chart, ...] = (
        Chart(
            "levels",
            "Answers by level",
            "12 of 16 are confirmed.",
            "Level",
            (Bar("Standards Met", (Part("Confirmed", 12, "solid"), Part("Suggested", 3, "striped"))),),
        ),
        Chart(
            "training",
            "Training",
            "57 of 60 are trained.",
            "Who",
            (
                Bar(
                    "Staff",
                    (Part("Trained", 57, "solid"), Part("Lapsed", 1, "dotted"), Part("Not trained", 2, "hollow")),
                ),
            ),
            0.95,
            "95%",
        ),
    )

    @property
    def table(self) -> Table:
        """A table with a cell of every kind."""
        row: tuple[Cell, ...] = (Link("Asha Rao", "#asha"), Tag("Done", Tone.DONE), Lines(("Data", "Fire")), "12")
        return Table("Staff", (Column("Name"), Column("State"), Column("Courses"), Column("Days", True)), (row,))


def request(path: str = "/") -> HttpRequest:
    """A request as the door of a provider's page leaves it, with a message waiting."""
    made = RequestFactory().get(path)
    made.frame = Frame(ORGANISATION, "Oak House Care Ltd", True, "Asha Rao")  # type: ignore[attr-defined]  # as the door does
    messages: BaseStorage = CookieStorage(made)
    messages.add(25, "Asha Rao is now your data protection lead.")
    made._messages = messages  # type: ignore[attr-defined]  # noqa: SLF001 - where Django's middleware puts it
    return made


def draw(template: str, **context: object) -> str:
    """Render template text as a page of ours."""
    jinja = engines["jinja2"].env  # type: ignore[attr-defined]  # Django types engines by their common part
    assert isinstance(jinja, Environment)
    return jinja.from_string(template).render({"request": request(), "csrf_input": "", **context})


def page(form: fields.Form) -> str:
    """Render the whole gallery around a form."""
    return draw(TEMPLATE.read_text("utf-8"), page=Page(), form=form)
