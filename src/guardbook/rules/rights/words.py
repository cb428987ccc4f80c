"""The words of each step: what its form asks, what the log calls it, and what was said, each with its question."""

from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.kernel.dates import in_words
from guardbook.rules.rights import steps
from guardbook.rules.rights.cases import Step
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Basis, Condition, Exemption, Kind


@dataclass(frozen=True, slots=True)
class Asks:
    """The words of one form; what is empty is not asked."""

    title: str
    lead: str = ""
    words: str = ""
    words_hint: str = ""
    choice: str = ""
    person: str = ""
    place: str = ""
    place_hint: str = ""
    tags: str = ""
    other_on: str = ""
    on: str = "When?"


OF_REQUEST: Mapping[Event, Asks] = {
    Event.DECIDE: Asks(
        "Decide what is answered",
        "The officer advises, and you decide. What is left out needs a reason that the law knows.",
        words="Your reasons, in words the person will understand",
        choice="What is decided?",
        person="Who decided?",
        tags="If something is left out, why?",
        place="If it is about harm, which health professional gave an opinion?",
        place_hint="The one who looks after the person. Without a written opinion it may not be left out.",
        other_on="On which day did they give it?",
    ),
}
OF_COMPLAINT: Mapping[Event, Asks] = {
    Event.DECIDE: Asks(
        "Decide what it comes to",
        words="What you found, and what you will do",
        choice="What did it come to?",
        person="Who decided?",
    ),
    Event.SEND: Asks(
        "The outcome was sent",
        "It must say that they can go to the regulator and to a court. Our letter does.",
        person="To whom?",
        place="How?",
    ),
}
OF_DISCLOSURE: Mapping[Event, Asks] = {
    Event.DECIDE: Asks(
        "Decide whether it is handed over",
        "Hand over what is needed for their purpose, and no more.",
        words="Why is each part needed, and would less not do?",
        choice="What is decided?",
        person="Who decided?",
        tags="On which footing?",
        place="Condition for health data",
        place_hint="For example, Schedule 1 paragraph 18 for safeguarding. Leave it empty if you refuse.",
    ),
    Event.SEND: Asks(
        "It was handed over, or refused",
        words="What exactly went, or what you told them",
        person="To whom?",
        place="How?",
        place_hint="For example, by secure email to an address that you checked.",
    ),
}
OF_ANY: Mapping[Event, Asks] = {
    Event.ASK_IDENTITY: Asks(
        "Ask who they are",
        "Only if you cannot tell, and promptly. The month begins when they show it.",
        words="What did you ask for?",
        words_hint="The least that will do. A passport is seldom needed from somebody you see every week.",
        choice="Why do you ask?",
    ),
    Event.SHOW_IDENTITY: Asks("They showed who they are", words="What did you see?", words_hint="Keep no copy."),
    Event.ASK_FEE: Asks("Ask for a fee", words="How much, and why?", choice="On which ground?"),
    Event.PAY_FEE: Asks("The fee was paid"),
    Event.ASK_QUESTION: Asks(
        "Ask what they want, and pause the clock",
        "The clock stops only for a question that you need answered to find the information.",
        words="What did you ask?",
        choice="What is the question for?",
        tags="Do you hold a lot about them?",
    ),
    Event.ASK_IN_PASSING: Asks(
        "Ask something, without a pause", "The clock runs on while you wait.", words="What did you ask?"
    ),
    Event.ANSWER_QUESTION: Asks("They answered", "The clock runs on from here.", words="What did they answer?"),
    Event.EXTEND: Asks(
        "Take two months more",
        "Write it down, print the letter from the next page, and send it on the same day.",
        words="The reasons, as you told them",
        choice="Why is more time needed?",
        on="When did the notice go out?",
    ),
    Event.SEARCH: Asks(
        "Log a search",
        "A search must be reasonable and proportionate. This log shows that it was.",
        words="What did you look for, and what did you find?",
        person="Who searched?",
        place="Where?",
        place_hint="For example, care system, office cupboard, managers’ email.",
    ),
    Event.INDEX: Asks(
        "Add a document to the index",
        "For each one: is it about somebody else too? Would it harm somebody? Is it advice from a lawyer? Names of carers "
        "at work are usually given.",
        words="Which document, and which pages?",
        choice="What becomes of it?",
        tags="If it is not all given, why?",
        place="What exactly is covered or left out, and why?",
        other_on="If it is about harm, on which day did a health professional give an opinion?",
        person="Who gave it?",
    ),
    Event.HOLD: Asks(
        "Keep records from going",
        "Records about this person that are due to be destroyed must stay until this is closed. Hiding or destroying them "
        "to defeat a request is an offence.",
        tags="Which records?",
    ),
    Event.NOTE: Asks("Write a note", words="The note"),
    Event.ASK_ADVICE: Asks("Ask for the officer’s advice", words="What do you ask?", person="Whom do you ask?"),
    Event.ADVISE: Asks("The officer’s advice", words="The advice", person="Who gave it?"),
    Event.FOLLOW_ADVICE: Asks("What became of the advice", words="Did you follow it? If not, why not?"),
    Event.GUARDIAN_VIEW: Asks("The Caldicott Guardian’s view", words="Their view", person="Whose view is it?"),
    Event.RECONSIDER: Asks("Think again", words="Why?"),
    Event.SEND: Asks(
        "The answer was sent",
        "Check the address and what is in the envelope once more, with a colleague.",
        person="To whom?",
        place="How?",
        place_hint="For example, by tracked post, or handed over at the desk.",
    ),
    Event.ACKNOWLEDGE: Asks("It was acknowledged"),
    Event.INVESTIGATE: Asks("Start to look into it", words="Who looks into it, and how?"),
    Event.PROGRESS: Asks("Say how it goes", words="What did you tell them?"),
    Event.SPLIT: Asks(
        "Pass on the part about care",
        "A complaint about care goes by your complaints procedure. This one goes on with what is about data.",
        words="To whom did it go, and what is it about?",
    ),
    Event.ESCALATE: Asks("They went to the regulator", words="What did they or the regulator say?"),
    Event.WITHDRAW: Asks("They took it back", words="How do you know?", words_hint="For example, they rang on Monday."),
    Event.CLOSE: Asks("Close it", "It can be opened again.", on="From which day?"),
    Event.REOPEN: Asks("Open it again", words="Why?"),
}
NEEDS_PERSON = frozenset({Event.SEARCH, Event.DECIDE, Event.ADVISE, Event.GUARDIAN_VIEW, Event.SEND})
NEEDS_PLACE = frozenset({Event.SEARCH, Event.SEND})
"""The steps that cannot stand without somebody, or without a place or a way; the rules say the same."""
PAST: Mapping[Event, str] = {
    Event.ASK_IDENTITY: "Asked who they are",
    Event.SHOW_IDENTITY: "They showed who they are",
    Event.ASK_FEE: "Asked for a fee",
    Event.PAY_FEE: "The fee was paid",
    Event.ASK_QUESTION: "Asked what they want; the clock paused",
    Event.ASK_IN_PASSING: "Asked something, without a pause",
    Event.ANSWER_QUESTION: "They answered the question; the clock runs",
    Event.EXTEND: "Took two months more",
    Event.SEARCH: "Searched",
    Event.INDEX: "A document in the index",
    Event.HOLD: "Records kept from going",
    Event.NOTE: "Note",
    Event.ASK_ADVICE: "Asked for the officer’s advice",
    Event.ADVISE: "The officer’s advice",
    Event.FOLLOW_ADVICE: "What became of the advice",
    Event.GUARDIAN_VIEW: "The Caldicott Guardian’s view",
    Event.DECIDE: "Decided",
    Event.RECONSIDER: "Thought again",
    Event.SEND: "Sent",
    Event.ACKNOWLEDGE: "Acknowledged",
    Event.INVESTIGATE: "Began to look into it",
    Event.PROGRESS: "Said how it goes",
    Event.SPLIT: "Passed on the part about care",
    Event.ESCALATE: "They went to the regulator",
    Event.WITHDRAW: "They took it back",
    Event.CLOSE: "Closed",
    Event.REOPEN: "Opened again",
}
"""What the log calls each step once it has happened."""
_TAGS: Mapping[str, str] = {
    **{each.value: each.label for kind in (Exemption, Basis, Condition) for each in kind},
    steps.LARGE: "We hold a lot about them",
    steps.ORDER: "There is an order, or a law that makes us",
}
_OF_KIND = {Kind.REQUEST: OF_REQUEST, Kind.COMPLAINT: OF_COMPLAINT, Kind.DISCLOSURE: OF_DISCLOSURE}


def asks(kind: Kind, event: Event) -> Asks:
    """The words of a step's form for a case of this kind."""
    return _OF_KIND[kind].get(event) or OF_ANY[event]


def said(kind: Kind, step: Step) -> tuple[tuple[str, str], ...]:
    """What a step says: each question that was answered, with the answer in words."""
    wanted, offered = asks(kind, step.event), steps.choices(kind, step.event)
    pairs = (
        (wanted.choice, offered(step.choice).label if offered else ""),
        (wanted.words, step.words),
        (wanted.tags, ", ".join(dict.fromkeys(_TAGS.get(each, "Records out of use") for each in step.tags))),
        (wanted.place, step.place),
        (wanted.other_on, in_words(step.other_on) if step.other_on else ""),
        (wanted.person, step.person),
    )
    return tuple((question, answer) for question, answer in pairs if question and answer)
