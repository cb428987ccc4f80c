"""Spot checks: one walk-round at one place on one day, what was found and who puts it right (rule E-10)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions, walk_round
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

EVERY = 3
"""Months between walk-rounds at one place (rule E-10, our own default)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck(Entry):
    """One walk-round.

    ``answers`` is what the walk-round page wrote (see ``walk_round``). Worked out from it: how many
    were OK, not OK or did not apply; ``unowned``, the faults that nobody sees to; ``open_actions``
    and the first day one is due. ``is_written`` says that anything was found at all, on the page or
    in words; ``is_agreed`` that a manager agreed what is done.
    """

    name: str = questions.line(
        "What did you look at?",
        hint="For example: ground floor and office.",
        required=True,
        listed=True,
        also_called=("area", "audit", "spot check", "where"),
    )
    done_on: date | None = questions.day(
        "When?", required=True, listed=True, also_called=("date", "date of audit", "date of check", "checked on")
    )
    done_by: UUID | None = questions.person("Who walked round?", also_called=("auditor", "checked by", "completed by"))
    found: str = questions.words(
        "What did you find, and what will be done?",
        hint="Only if you did it on paper. You can attach the sheet.",
        also_called=("findings", "issues", "actions", "comments"),
    )
    owner: UUID | None = questions.person(
        "Who sees that things are put right?", also_called=("owner", "responsible", "action owner")
    )
    agreed_by: str = questions.line(
        "Which manager agreed what will be done?",
        hint="A job is enough.",
        also_called=("approved by", "signed off by", "manager"),
    )
    agreed_on: date | None = questions.day("When did they agree it?", also_called=("signed off on", "approved on"))
    answers: str = ""
    ok: int = 0
    not_ok: int = 0
    not_applicable: int = 0
    unowned: int = 0
    open_actions: int = 0
    next_due_on: date | None = None
    is_written: bool = False
    is_agreed: bool = False

    @property
    def score(self) -> walk_round.Score:
        """How it went, worked out from the answers."""
        return walk_round.score(walk_round.Facts(walk_round.from_text(self.answers)))


def settle(entry: SpotCheck, reference: Reference) -> SpotCheck:
    """Work out the counts of a walk-round from its answers. Source: rule E-10."""
    del reference
    answers = walk_round.from_text(entry.answers)
    seen = walk_round.score(walk_round.Facts(answers))
    return replace(
        entry,
        ok=seen.ok,
        not_ok=seen.not_ok,
        not_applicable=seen.not_applicable,
        unowned=seen.unowned,
        open_actions=seen.open,
        next_due_on=min((each.due_on for each in answers if each.is_open and each.due_on), default=None),
        is_written=seen.looked_at > 0 or bool(entry.found.strip() and entry.owner),
        is_agreed=bool(entry.agreed_by.strip() and entry.agreed_on),
    )


def gaps(entry: SpotCheck, on: date) -> Iterator[Gap]:
    """What is missing for one walk-round. Sources: rule E-10 and item 1.3.2."""
    if entry.done_on is not None and entry.done_on > on:
        yield Gap("This day is still to come. Check the date.", Severity.MEDIUM, "done_on", "E-10")
    if not entry.is_written:
        text = "Nothing is written down yet. Do the walk-round here, or write what you found and who sees to it."
        yield Gap(text, Severity.MEDIUM, "found", "1.3.2", Confidence.INFERRED)
    if entry.unowned:
        things = "One thing is" if entry.unowned == 1 else f"{entry.unowned} things are"
        text = f"{things} not OK, and nobody is named to put it right by a day."
        yield Gap(text, Severity.MEDIUM, "", "E-10", Confidence.INFERRED)
    if entry.next_due_on is not None and entry.next_due_on < on:
        text = f"Something was to be put right by {dates.in_words(entry.next_due_on)}. Is it done?"
        yield Gap(text, Severity.MEDIUM, "", "E-10")
    if entry.is_written and not entry.is_agreed:
        text = "Have a manager agree what will be done, and note the day."
        yield Gap(text, Severity.LOW, "agreed_by", "1.3.2", Confidence.INFERRED)


def findings(rows: Sequence[Counted[SpotCheck]], on: date) -> Iterator[Gap]:
    """Whether a place has gone too long without a walk-round. Source: rule E-10 (every three months, our default)."""
    latest: dict[UUID | None, date] = {}
    for row in rows:
        done_on, place = row.entry.done_on, row.entry.site_id
        if row.entry.is_written and done_on is not None and done_on <= on:
            latest[place] = max(done_on, latest.get(place, done_on))
    late = [done_on for done_on in latest.values() if dates.add_months(done_on, EVERY) < on]
    for done_on in sorted(late):
        where = "At one place, the" if len(latest) > 1 else "The"
        text = f"{where} last walk-round was on {dates.in_words(done_on)}. Do one every three months."
        yield Gap(text, Severity.LOW, "done_on", "E-10", Confidence.DEFAULT)


REGISTER: Register[SpotCheck] = Register(
    slug="spot-checks",
    entry=SpotCheck,
    title="Spot checks",
    one="spot check",
    many="spot checks",
    section=Section.PAPERWORK,
    why="A short walk round finds the open cupboard and the password on a note, before somebody else does.",
    example="Ground floor and office, 3 November 2026: 14 of 16 things were OK. The deputy sees to the other two.",
    gaps=gaps,
    findings=findings,
    counted=("site_id", "done_on", "unowned", "next_due_on", "is_written", "is_agreed"),
    review_months=lambda _entry: None,
    derived=(
        "answers",
        "ok",
        "not_ok",
        "not_applicable",
        "unowned",
        "open_actions",
        "next_due_on",
        "is_written",
        "is_agreed",
    ),
    settle=settle,
    same_by=("name", "done_on"),
)
