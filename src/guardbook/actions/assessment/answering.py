"""Answering a question: every answer is a new version, and nothing is ever overwritten."""

from dataclasses import dataclass, replace
from typing import Any

from guardbook.actions.assessment import starting
from guardbook.actions.shell import Change, action, seen
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating, latest, questions
from guardbook.records.models import Answer as AnswerRow
from guardbook.records.models import Assessment
from guardbook.rules.access import Permission
from guardbook.rules.assessment import answers
from guardbook.rules.assessment.answers import Answer, AnswerFacts
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.frameworks.items import AnswerKind, Item
from guardbook.rules.frameworks.packs import Pack


@dataclass(frozen=True, slots=True)
class Place:
    """Which question of which list: ("dspt", "8", "1.1.1")."""

    framework: str
    version: str
    ref: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving: the number of the new version, and what to look at again."""

    number: int
    is_confirmed: bool
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theirs:
    """What a colleague saved meanwhile, to be shown beside one's own words."""

    number: int
    by: str
    answer: Answer


@action(Permission.ITEM_ANSWER)
def answer_item(change: Change, *, place: Place, answer: Answer, seen_version: int) -> Saved:
    """Save an answer, or that the question does not apply. Whoever may confirm, confirms by saving.

    ``seen_version`` is the number of the version the person had before them; 0 is none.

    Raises:
        NotFound: no such question, or the assessment has not started.
        Refused: the answer is not complete; each sentence says how to put it right.
        Conflict: a colleague saved meanwhile; ``theirs`` holds their words.
    """
    asked = _asked(change, place)
    seen(seen_version, asked.number, asked.theirs)
    given = replace(answer, files=asked.standing.files)
    faults = answers.check_answer(
        AnswerFacts(asked.item, given, change.today, asked.standing.judged_on, asked.pack.made_up_names)
    )
    if faults:
        raise Refused(*faults)
    confirmed = _may_confirm(change)
    row = _save(change, asked, _columns(given), confirmed=confirmed)
    change.record("assessment.item.answered", subject=row, details={"item": place.ref, "confirmed": confirmed})
    return Saved(row.number, confirmed, answers.warnings(given))


@action(Permission.ITEM_CONFIRM)
def confirm_suggestion(change: Change, *, place: Place, seen_version: int) -> Saved:
    """Confirm what the records suggest, in the suggested words.

    Raises:
        Refused: the records suggest nothing today, or what they suggest leaves something to fill in.
        Conflict: a colleague saved meanwhile.
    """
    asked = _asked(change, place)
    seen(seen_version, asked.number, asked.theirs)
    suggestion = asked.standing.standing.suggestion
    if suggestion is None or not suggestion.is_met:
        raise Refused("The records do not support an answer today. Write your own, or put the records right first.")
    given = replace(suggested(asked.item, suggestion.answer), files=asked.standing.files)
    judged = AnswerFacts(asked.item, given, change.today, asked.standing.judged_on, asked.pack.made_up_names)
    if faults := answers.check_answer(judged):
        raise Refused(*faults)
    row = _save(change, asked, _columns(given), confirmed=True)
    change.record("assessment.suggestion.confirmed", subject=row, details={"item": place.ref})
    return Saved(row.number, is_confirmed=True, warnings=())


@action(Permission.ITEM_CONFIRM)
def confirm_words(change: Change, *, place: Place, seen_version: int) -> Saved:
    """Confirm the words that a colleague proposed, as they stand.

    Raises:
        Refused: there are none, or they are not complete.
        Conflict: a colleague saved meanwhile.
    """
    asked = _asked(change, place)
    seen(seen_version, asked.number, asked.theirs)
    if asked.current is None:
        raise Refused("There are no words to confirm yet.")
    words = latest.of_row(_as_values(asked.current), 0).answer
    given = replace(words, files=asked.standing.files)
    judged = AnswerFacts(asked.item, given, change.today, asked.standing.judged_on, asked.pack.made_up_names)
    if faults := answers.check_answer(judged):
        raise Refused(*faults)
    row = _save(change, asked, _columns(given), confirmed=True)
    change.record("assessment.item.confirmed", subject=row, details={"item": place.ref})
    return Saved(row.number, is_confirmed=True, warnings=answers.warnings(given))


@action(Permission.ITEM_CONFIRM)
def withdraw_confirmation(change: Change, *, place: Place, seen_version: int) -> None:
    """Take a confirmation back: the words stay, and count for nothing until confirmed again.

    Raises:
        Refused: nothing is confirmed.
        Conflict: a colleague saved meanwhile.
    """
    asked = _asked(change, place)
    seen(seen_version, asked.number, asked.theirs)
    if asked.current is None or not asked.current.is_confirmed:
        raise Refused("This answer is not confirmed.")
    words = latest.of_row(_as_values(asked.current), 0).answer
    columns = {**_columns(words), "kind": latest.WITHDRAWN}
    row = _save(change, asked, columns, confirmed=False)
    change.record("assessment.confirmation.withdrawn", subject=row, details={"item": place.ref})


def rehearse(context: Context, *, place: Place, answer: Answer, seen_version: int, more_proofs: int) -> None:
    """Try an answer without saving anything, as if ``more_proofs`` were attached; raises as ``answer_item`` does."""
    pack = frameworks.pack(place.framework, place.version)
    run = evaluating.run(context, place.framework, place.version)
    item = pack.item(place.ref)
    if item is None or run is None:
        raise NotFound
    rows = AnswerRow.objects.of(context.organisation_id).filter(assessment_id=run.assessment_id, item=place.ref)
    current = rows.filter(is_current=True).first()
    seen(seen_version, current.number if current else 0, _theirs(current))
    judged = questions.judge(context, pack, item, run.planned_publication_on)
    given = replace(answer, files=judged.files + more_proofs)
    today = clock.uk_today(context.now)
    if faults := answers.check_answer(AnswerFacts(item, given, today, judged.judged_on, pack.made_up_names)):
        raise Refused(*faults)


def suggested(item: Item, words: str) -> Answer:
    """The suggested words as an answer of the question's own kind. A document must be there beside them."""
    match item.answer:
        case AnswerKind.TEXT:
            return Answer(AnswerKind.TEXT, text=words)
        case AnswerKind.DOCUMENT:
            return Answer(AnswerKind.DOCUMENT, comment=words)
        case _:
            return Answer(AnswerKind.CONFIRM, yes=True, comment=words)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Everything an action about one question needs: the list, the question, and how it stands."""

    pack: Pack
    item: Item
    assessment: Assessment
    current: AnswerRow | None
    standing: questions.Judged

    @property
    def number(self) -> int:
        return self.current.number if self.current else 0

    @property
    def theirs(self) -> Theirs | None:
        return _theirs(self.current)


def _theirs(row: AnswerRow | None) -> Theirs | None:
    if row is None:
        return None
    return Theirs(row.number, row.given_by, latest.of_row(_as_values(row), 0).answer)


def _asked(change: Change, place: Place) -> _Asked:
    pack = frameworks.pack(place.framework, place.version)
    item = pack.item(place.ref)
    if item is None:
        raise NotFound
    assessment = starting.locked(change, place.framework, place.version)
    rows = AnswerRow.objects.of(change.organisation_id).filter(assessment=assessment, item=item.ref, is_current=True)
    current = rows.select_for_update(of=("self",)).first()
    context = Context(change.by, change.organisation_id, change.now)
    judged = questions.judge(context, pack, item, assessment.planned_publication_on)
    return _Asked(pack, item, assessment, current, judged)


def _may_confirm(change: Change) -> bool:
    return Permission.ITEM_CONFIRM in change.by.permissions


def _columns(answer: Answer) -> dict[str, Any]:
    if answer.not_applicable_because:
        return {"kind": latest.NOT_APPLICABLE, "reason": answer.not_applicable_because, "comment": answer.comment}
    columns: dict[str, Any] = {"kind": latest.ANSWERED, "comment": answer.comment, "text": "", "reason": ""}
    match answer.kind:
        case AnswerKind.CONFIRM:
            columns["is_yes"] = answer.yes
        case AnswerKind.TEXT:
            columns["text"] = answer.text.strip()
        case AnswerKind.DATE:
            columns["on_date"] = answer.on
        case AnswerKind.NUMBER:
            columns["figure"] = answer.number
        case AnswerKind.DOCUMENT:
            pass
    return columns


def _save(change: Change, asked: _Asked, columns: dict[str, Any], *, confirmed: bool) -> AnswerRow:
    if asked.current is not None:
        asked.current.is_current = False
        change.save(asked.current)
    return change.create(
        AnswerRow,
        assessment=asked.assessment,
        item=asked.item.ref,
        number=asked.number + 1,
        is_confirmed=confirmed,
        rests_on=_rests_on(asked.standing.standing),
        given_at=change.now,
        given_by=change.by.name,
        given_by_user_id=change.by.user_id,
        **columns,
    )


def _rests_on(standing: Standing) -> dict[str, Any] | None:
    found = standing.suggestion
    if found is None:
        return None
    return {
        "outcome": found.outcome.value,
        "rule": standing.item.rule,
        "reason": found.reason.text,
        "as_of": found.as_of.isoformat(),
        "stale_on": found.stale_on.isoformat() if found.stale_on else None,
    }


def _as_values(row: AnswerRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in latest.ANSWER_COLUMNS}
