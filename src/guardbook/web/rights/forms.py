"""Forms about requests, complaints and disclosures: what came in, and one step."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from guardbook.actions.rights import Details
from guardbook.rules.registers.questions import Choice as Words
from guardbook.rules.rights import acting, classify, steps
from guardbook.rules.rights.cases import Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, Basis, Condition, Exemption, How, Kind, Requester
from guardbook.rules.rights.words import NEEDS_PERSON, NEEDS_PLACE, asks
from guardbook.web import fields
from guardbook.web.fields import Choice

_NOT_OURS = {Requester.POLICE, Requester.OFFICIAL, Requester.OTHER}


def offered(words: type[Words]) -> list[tuple[str, str]]:
    """A vocabulary as answers to choose from."""
    return [(each.value, each.label) for each in words]


class _Versioned(fields.Form):
    """A form about a case that knows which version of it the person had before them."""

    version = fields.Hidden()

    @property
    def seen_version(self) -> int:
        """The version of the case that this person had before them."""
        given = self.cleaned_data["version"]
        return int(given) if given.isdecimal() else 0

    def meanwhile(self, version: int, reason: str) -> None:
        """Say that a colleague was faster; sending again is then sending on top of what they wrote."""
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["version"] = str(version)
        self.data = typed
        self.refuse(reason)


class NewForm(fields.Form):
    """What came in, in a minute. The rest can wait for the next page; the clock cannot."""

    on = fields.Date("On which day did it come in?", missing="Enter the day on which it came in")
    how = fields.Radios(
        "How did it come in?",
        [Choice(each.value, each.label, reveals="heard_by" if each is How.SPOKEN else "") for each in How],
        missing="Choose how it came in",
    )
    heard_by = fields.Text("Who heard it?", required=False, max_length=120)
    words = fields.LongText(
        "What did they ask or say?", hint="In their own words.", missing="Write what they asked or said"
    )
    person = fields.Text(
        "Whose information is it about?", missing="Enter whose information it is about", max_length=120
    )
    asker = fields.Radios("Who asks?", offered(Asker), missing="Choose who asks")
    is_self = fields.YesNo("Do they ask for themselves?", missing="Say whether they ask for themselves")

    def __init__(self, *given: Any, kind: Kind, **options: Any) -> None:
        super().__init__(*given, **options)
        self.kind = kind
        self.fields.pop("is_self" if kind is Kind.DISCLOSURE else "asker")

    def received(self, asked: Asked | None = None) -> Received:
        """What was filled in. What is asked is read out of their words until somebody says it."""
        said = self.cleaned_data
        found = classify.classify(classify.Facts(said["words"])).rights
        is_theirs = Requester.PERSON if said.get("is_self") else Requester.RELATIVE
        return Received(
            self.kind,
            said["on"],
            How(said["how"]),
            said["words"],
            said["person"],
            Requester.OFFICIAL if self.kind is Kind.DISCLOSURE else is_theirs,
            asked=asked or next(iter(found), Asked.ACCESS) if self.kind is Kind.REQUEST else None,
            asker=Asker(said["asker"]) if said.get("asker") else None,
            heard_by=said["heard_by"],
        )


class DetailsForm(_Versioned):
    """What is asked, by whom, and how to reach them."""

    asked = fields.Radios("What do they ask for?", offered(Asked), missing="Choose what they ask for")
    requester = fields.Radios(
        "Who asks?",
        [(each.value, each.label) for each in Requester if each not in _NOT_OURS],
        missing="Choose who asks",
    )
    requester_name = fields.Text("Their name, if it is somebody else", required=False, max_length=120)
    contact = fields.Text(
        "How can you reach them?",
        hint="For example, an address, a phone number, or the number of their room.",
        required=False,
        max_length=254,
    )
    power = fields.Text(
        "Which law or power do they name?", hint="Leave it empty if they named none.", required=False, max_length=300
    )

    def __init__(self, *given: Any, kind: Kind, **options: Any) -> None:
        super().__init__(*given, **options)
        unasked = {
            Kind.REQUEST: ("power",),
            Kind.COMPLAINT: ("asked", "power"),
            Kind.DISCLOSURE: ("asked", "requester"),
        }
        for name in unasked[kind]:
            self.fields.pop(name)
        if kind is Kind.DISCLOSURE:
            self.fields["requester_name"].label = "Name, rank or office, and number"

    def details(self) -> Details:
        """What was filled in."""
        said = self.cleaned_data
        return Details(
            Asked(said["asked"]) if said.get("asked") else None,
            Requester(said.get("requester") or Requester.OFFICIAL),
            said["requester_name"],
            said["contact"],
            said.get("power", ""),
        )


class StepForm(_Versioned):
    """One step: its day, and what its event asks."""

    on = fields.Date("When?", missing="Enter the day")

    def __init__(
        self, *given: Any, kind: Kind, event: Event, batches: Sequence[tuple[str, str]] = (), **options: Any
    ) -> None:
        super().__init__(*given, **options)
        self.event, wanted = event, asks(kind, event)
        self.fields["on"].label = wanted.on
        vocabulary = steps.choices(kind, event)
        if vocabulary is not None:
            self.fields["choice"] = fields.Radios(
                wanted.choice, offered(vocabulary), missing="Choose one of the answers"
            )
        if wanted.tags:
            self.fields["tags"] = fields.Checkboxes(
                wanted.tags,
                batches if event is Event.HOLD else _tags(kind, event),
                hint="" if batches or event is not Event.HOLD else "No records that are out of use are on your list.",
                required=event is Event.HOLD,
                missing="Choose the records that must not go while this is open",
            )
        if wanted.words:
            self.fields["words"] = fields.LongText(
                wanted.words,
                hint=wanted.words_hint,
                required=event in acting.TAKES_WORDS or kind is Kind.DISCLOSURE,
                missing=acting.TAKES_WORDS.get(event, "Write down what exactly went, or what you told them"),
                rows=4,
            )
        if wanted.place:
            self.fields["place"] = fields.Text(
                wanted.place, hint=wanted.place_hint, required=event in NEEDS_PLACE, max_length=300
            )
        if wanted.other_on:
            self.fields["other_on"] = fields.Date(wanted.other_on, required=False)
        if wanted.person:
            self.fields["person"] = fields.Text(wanted.person, required=event in NEEDS_PERSON, max_length=120)

    def step(self) -> Step:
        """What was filled in."""
        said = self.cleaned_data
        return Step(
            self.event,
            said["on"],
            said.get("words", ""),
            said.get("choice") or "",
            said.get("person", ""),
            said.get("place", ""),
            tuple(said.get("tags") or ()),
            said.get("other_on"),
        )


def _tags(kind: Kind, event: Event) -> list[tuple[str, str]]:
    if event is Event.ASK_QUESTION:
        return [(steps.LARGE, "Yes, many records over a long time")]
    if kind is Kind.DISCLOSURE:
        order = (steps.ORDER, "There is a court order, or a law that makes us")
        conditions = [(each.value, f"Recognised: {each.label[:1].lower()}{each.label[1:]}") for each in Condition]
        return [order, *offered(Basis), *conditions]
    return offered(Exemption)
