"""The guided questions of an impact assessment, a screenful at a time, in our own words.

Together they hold what UK GDPR Art 35(7) asks for (D-05). ``pia`` is the number of the question in the French
regulator's open format that asks the same, so that an assessment can travel both ways.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.rules.registers.questions import Choice


class Screen(Choice):
    """One screenful."""

    WHAT = "what", "What it is and why"
    DATA = "data", "What information it uses"
    FAIR = "fair", "Is it needed, and allowed?"
    RIGHTS = "rights", "What people are told, and their rights"
    OTHERS = "others", "Suppliers and other countries"


@dataclass(frozen=True, slots=True)
class Question:
    """One question that is answered in words."""

    key: str
    screen: Screen
    pia: int
    label: str
    hint: str = ""
    required: bool = True


_W, _D, _F, _R, _O = Screen
QUESTIONS: tuple[Question, ...] = (
    Question("what", _W, 111, "What will change, and what is it for?", "For example: staff will see and swap shifts on their phones."),
    Question("who", _W, 112, "Who does what?", "Who here decides, which supplier runs it, and who else has a part in it."),
    Question("worth", _W, 211, "What good will it do, and for whom?", "For residents, families or staff. If we rely on our own interest (basis f), say which."),
    Question("codes", _W, 113, "Which rules or codes apply?", "For example: NHS toolkit, CQC guidance on cameras.", required=False),
    Question("data", _D, 121, "Whose information is it, what kinds, and who can see it?", "Count roughly how many people it is about."),
    Question("journey", _D, 122, "What happens to it, from beginning to end?", "How it comes in, who uses it, where it goes, how it is destroyed."),
    Question("kept_in", _D, 123, "What is it kept on?", "Systems, phones, computers, paper."),
    Question("basis", _F, 212, "Why does the law allow it?", "The reason under Article 6, and for health and other sensitive information the one under Article 9."),
    Question("minimal", _F, 213, "Is all of it needed? Could you do it with less, or in a way that intrudes less?", "Say what else you thought of, and why it would not do."),
    Question("accurate", _F, 214, "How do you keep it right and up to date?"),
    Question("kept_for", _F, 215, "How long is it kept, and how does it go?"),
    Question("told", _R, 221, "How are people told?", "For example: in the privacy notice, at a residents' meeting, in easy read."),
    Question("consent", _R, 222, "If you rely on consent, how do people say yes, and take it back?", "Leave it empty where you do not.", required=False),
    Question("access", _R, 223, "How can people see it and get a copy?"),
    Question("correct", _R, 224, "How can people have it put right or erased?"),
    Question("object", _R, 225, "How can people say no to it, or ask you to stop?"),
    Question("suppliers", _O, 226, "Which suppliers have a part, and what do their contracts say?", "Write None where there is none."),
    Question("abroad", _O, 227, "Does it leave the United Kingdom? What protects it there?", "Write No where it does not."),
)  # fmt: skip
BY_KEY: Mapping[str, Question] = {each.key: each for each in QUESTIONS}


def on(screen: Screen) -> tuple[Question, ...]:
    """The questions of one screen, in order."""
    return tuple(each for each in QUESTIONS if each.screen is screen)


def unanswered(answers: Mapping[str, str], screen: Screen | None = None) -> tuple[str, ...]:
    """What must still be answered, in the words of the questions."""
    asked = on(screen) if screen else QUESTIONS
    return tuple(each.label for each in asked if each.required and not answers.get(each.key, "").strip())
