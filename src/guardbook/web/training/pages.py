"""What the pages about training show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from guardbook.queries.training import Analysis, Picture, Standing
from guardbook.rules.people import Kind
from guardbook.rules.training import coverage, needs
from guardbook.rules.training.coverage import Counts, Standard, State
from guardbook.web import words
from guardbook.web.charts import Bar, Chart, Part
from guardbook.web.components import Cell, Column, Link, Row, Table, Tag, Tone

_TAGS = {
    State.MET: Tag("Met", Tone.DONE),
    State.NOT_MET: Tag("Not met yet", Tone.PROBLEM),
    State.NOT_APPLICABLE: Tag("Nobody to count", Tone.QUIET),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure on one day, in words."""

    heading: str
    number: str
    tag: Tag
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """The training page: the figure today and on the planned day, how it is counted, and who is next."""

    organisation: UUID
    figures: tuple[Figure, ...]
    chart: Chart | None
    fails: str
    counted: tuple[Row, ...]
    to_chase: Table
    lapsing: Table
    needs: Figure
    may_edit: bool
    may_import: bool
    exports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A page with one form about training."""

    title: str
    back: Link
    button: str
    lead: str = ""
    table: Table | None = None
    second: Link | None = None


def training(
    organisation: UUID,
    picture: Picture,
    planned: date,
    standard: Standard,
    items: Iterable[needs.Item],
    *,
    may_edit: bool,
    may_import: bool,
    may_export: bool,
) -> Training:
    """Put the training page together."""
    later = coverage.judge(coverage.counts_on(picture.timeline, planned), standard, planned)
    return Training(
        organisation=organisation,
        figures=(
            _figure("Today", picture.coverage.figure),
            _figure(f"On {words.day(planned)}, if nobody trains before", later),
        ),
        chart=_chart(picture.coverage.figure.counts, later.counts, planned, standard),
        fails=_fails(picture),
        counted=_counted(picture, standard),
        to_chase=_to_chase(organisation, picture.standings),
        lapsing=_lapsing(organisation, picture, planned),
        needs=_needs(items),
        may_edit=may_edit,
        may_import=may_import,
        exports=_exports(organisation) if may_export else (),
    )


def offered(one: Standing) -> tuple[str, str, str]:
    """One person to choose: identifier, name, and what tells them apart."""
    state = "" if one.is_trained else "still to train"
    return str(one.person.id), one.person.name, ", ".join(part for part in (one.person.job_title, state) if part)


def needs_table(analysis: Analysis | None) -> Table | None:
    """The last analysis, job by job."""
    if analysis is None:
        return None
    rows = [[job, level.label] for job, level in sorted(analysis.levels.items(), key=lambda pair: pair[0].casefold())]
    caption = f"Approved by {analysis.approved_by} on {words.day(analysis.approved_on)}"
    return Table(caption, (Column("Job"), Column("Training it needs")), rows)


def _figure(heading: str, figure: coverage.Figure) -> Figure:
    counts = figure.counts
    number = f"{counts.trained} of {counts.eligible} ({figure.percent}%)" if counts.eligible else "Nobody"
    return Figure(heading, number, _TAGS[figure.state], tuple(reason.text for reason in figure.reasons))


def _chart(today: Counts, later: Counts, planned: date, standard: Standard) -> Chart | None:
    if not (today.eligible and later.eligible):
        return None
    summary = f"{today.trained} of {today.eligible} people have trained. {later.trained} of {later.eligible} on {words.day(planned)}."
    return Chart(
        id="training",
        title="Who has trained",
        summary=summary,
        bars_are="Day",
        bars=(_bar("Today", today), _bar(words.day(planned), later)),
        line=standard.percent / 100,
        line_name=f"{standard.percent}%",
    )


def _bar(name: str, counts: Counts) -> Bar:
    still = counts.eligible - counts.trained
    return Bar(name, (Part("Trained", counts.trained, "solid"), Part("Still to train", still, "striped")))


def _fails(picture: Picture) -> str:
    if picture.coverage.figure.state is not State.MET:
        return ""
    if picture.fails_on is None:
        return "Nothing on record will take you below the standard."
    return f"If nobody trains before then, the figure falls below the standard on {words.day(picture.fails_on)}."


def _counted(picture: Picture, standard: Standard) -> tuple[Row, ...]:
    outside = [one for one in picture.standings if not one.is_eligible]
    agency = sum(one.person.kind is Kind.AGENCY and not one.person.has_data_access for one in outside)
    since = standard.window.opens_after(picture.as_of) + timedelta(days=1)
    counts = picture.coverage.figure.counts
    return (
        Row("Counted", f"{words.count(counts.eligible, 'person', 'people')}: everybody who works here today"),
        Row(
            "Trained",
            f"{counts.trained}, with a record that counts from {words.day(since)} to {words.day(picture.as_of)}",
        ),
        Row(
            "Not counted",
            f"{words.count(agency, 'agency worker')} who cannot see records, and "
            f"{words.count(len(outside) - agency, 'person', 'people')} who have left or not started",
        ),
        Row("Long absence", f"{words.count(counts.away, 'person', 'people')}, counted like everybody else"),
        Row("The standard", f"{standard.percent}% of the people counted, in whole people"),
    )


def _to_chase(organisation: UUID, standings: Sequence[Standing]) -> Table:
    missing = [one for one in standings if one.is_eligible and not one.is_trained]
    rows: list[list[Cell]] = [
        [_person(organisation, one), one.person.job_title or "Not recorded", _last(one)] for one in missing
    ]
    return Table(f"{words.count(len(rows), 'person', 'people')} still to train", _COLUMNS, rows)


def _lapsing(organisation: UUID, picture: Picture, planned: date) -> Table:
    soon = [
        one
        for one in picture.standings
        if one.is_eligible
        and one.is_trained
        and one.lapses_on is not None
        and one.lapses_on <= planned
        and (one.person.left_on is None or one.person.left_on >= planned)
    ]
    rows: list[list[Cell]] = [
        [_person(organisation, one), one.person.job_title or "Not recorded", words.day(one.lapses_on)]
        for one in sorted(soon, key=lambda one: one.lapses_on or planned)
        if one.lapses_on is not None
    ]
    columns = (Column("Name"), Column("Job"), Column("Counts until the day before"))
    return Table(
        f"{words.count(len(rows), 'person trains', 'people train')} again before {words.day(planned)}", columns, rows
    )


_COLUMNS = (Column("Name"), Column("Job"), Column("Last training that counted"))


def _person(organisation: UUID, one: Standing) -> Link:
    parts = {"organisation": organisation, "person_id": one.person.id}
    return Link(one.person.name, reverse("person", kwargs=parts), one.person.works_number)


def _last(one: Standing) -> str:
    if one.trained_on is None or one.lapses_on is None:
        return "None"
    return f"{words.day(one.trained_on)}, ran out on {words.day(one.lapses_on)}"


def _needs(items: Iterable[needs.Item]) -> Figure:
    listed = list(items)
    tag = _TAGS[State.MET if all(item.met for item in listed) else State.NOT_MET]
    return Figure("Who needs which training", "", tag, tuple(item.reason.text for item in listed))


def _exports(organisation: UUID) -> tuple[Link, ...]:
    return tuple(
        Link(text, reverse("training-export", kwargs={"organisation": organisation, "form": form}), "of all training")
        for form, text in (("xlsx", "Download as Excel"), ("csv", "Download as CSV"))
    )
