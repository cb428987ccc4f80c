"""Letters to people whose information it is, in plain and in easy-read words: the answer first, then rights, then a number.

What is not known yet is said to follow (Art 34(2): nature, contact, likely consequences, measures).
"""

from collections.abc import Callable, Mapping

from guardbook.exports.documents import Bullets, Document, Paragraph, Section
from guardbook.exports.incidents.papers import About, moment
from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents.duty import Data
from guardbook.rules.incidents.vocabulary import Kind

_LATER = "We do not know this yet. We will write again as soon as we do."
_KINDS = {
    Kind.CONFIDENTIALITY: "somebody may have seen it who should not",
    Kind.INTEGRITY: "some of it was wrong for a time",
    Kind.AVAILABILITY: "it was lost, or we could not get at it for a time",
}
_DO = {
    Data.BANK: "Ring your bank. From most phones you can ring 159. Look at your account for payments you do not know.",
    Data.PASSWORDS: "Change the password, wherever you use the same one.",
    Data.IDENTITY: "Be careful with calls and letters that ask for money or use your name.",
    Data.CONTACT: "Be careful with calls, visits and messages you do not expect.",
    Data.SAFEGUARDING: "If you are afraid, ring us at once. In danger ring 999.",
}
_ALWAYS = "If anybody contacts you about this and you are not sure, ring us first."


def letter(found: Whole, of: About) -> Document:
    """The letter to somebody affected."""
    said = found.notice
    return Document(
        title="We are sorry: something happened to your information",
        organisation=of.organisation,
        issued_on=of.on,
        reference=found.reference,
        summary=(
            Paragraph("Dear [name],"),
            Paragraph(
                f"Something went wrong with information that we keep about you, and we are sorry. {_what(found)}"
            ),
        ),
        sections=(
            Section("What happened", (Paragraph(said.get("nature") or _LATER), Paragraph(_when(found)))),
            Section("What it may mean for you", (Paragraph(said.get("consequences") or _LATER),)),
            Section("What we have done", (Paragraph(said.get("measures") or _LATER),)),
            Section("What you can do", (Bullets(_steps(found)),)),
            Section("Your rights", (Bullets(_rights(of)),)),
            Section("Talk to us", (Paragraph(_contact(found)), Paragraph(_help(of)))),
        ),
    )


def easy_read(found: Whole, of: About) -> Document:
    """The same in short sentences, one idea in each. Put pictures beside them where that helps the person."""
    said = found.notice
    return Document(
        title="Something went wrong. We are sorry.",
        organisation=of.organisation,
        issued_on=of.on,
        reference=found.reference,
        summary=(Paragraph("This letter is for: [name]"), Paragraph("You can ask somebody to read it with you.")),
        sections=(
            Section(
                "What happened",
                (
                    Bullets(
                        (
                            "We keep information about you.",
                            "Something went wrong with it.",
                            *(f"{_KINDS[Kind(kind)].capitalize()}." for kind in found.kinds),
                            "It is not your fault.",
                        )
                    ),
                ),
            ),
            Section(
                "What we did", (Paragraph(said.get("measures") or "We are still finding out. We will tell you more."),)
            ),
            Section("What you can do", (Bullets((*_steps(found), "Tell us how you feel about it.")),)),
            Section(
                "Your rights",
                (
                    Bullets(
                        (
                            "You can ask us what information we have about you.",
                            "You can tell us that you are not happy.",
                            f"You can also tell the {of.regulator.name}. They check that people’s information is safe.",
                        )
                    ),
                ),
            ),
            Section(
                "Talk to us", (Paragraph(_contact(found)), Paragraph(f"The {of.regulator.name}: {of.regulator.phone}"))
            ),
        ),
    )


def _what(found: Whole) -> str:
    kinds = [_KINDS[Kind(kind)] for kind in found.kinds]
    return f"In short: {'; '.join(kinds)}." if kinds else ""


def _when(found: Whole) -> str:
    start = found.clock.safe_start
    return f"We have known of it since {moment(start)}." if start else ""


def _steps(found: Whole) -> tuple[str, ...]:
    data = found.judged.data if found.judged else found.answers.data
    return (*(text for kind, text in _DO.items() if kind in data), _ALWAYS)


def _rights(of: About) -> tuple[str, ...]:
    return (
        "You can ask us for a copy of the information we hold about you.",
        "You can ask us to put wrong information right.",
        "You can complain to us. We will answer you.",
        f"You can also complain to the {of.regulator.name}: {of.regulator.url}",
    )


def _contact(found: Whole) -> str:
    return f"Ring or write to: {found.notice['contact']}" if found.notice.get("contact") else "Ring us: [phone number]"


def _help(of: About) -> str:
    return f"The {of.regulator.name} can help you too: {of.regulator.phone}."


MADE: Mapping[str, Callable[[Whole, About], Document]] = {"letter": letter, "letter-easy-read": easy_read}
