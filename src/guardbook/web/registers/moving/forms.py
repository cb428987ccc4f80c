"""The forms of somebody who joins, moves or leaves, made from what they have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from guardbook.actions.registers.moving import KIT, REST, ROLES, Going, title
from guardbook.queries.registers.entries import Linked
from guardbook.queries.registers.log_ins import Usual
from guardbook.queries.registers.moving import Thing
from guardbook.queries.roles.held import Holding
from guardbook.rules.registers.access import Level
from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.questions import Kind
from guardbook.web import fields, words

_NO_ACCESS = "none"
_LEVELS = [fields.Choice(_NO_ACCESS, "Nothing"), *(fields.Choice(each.value, each.label) for each in Level)]


@dataclass(frozen=True, slots=True)
class Has:
    """What the form of a leaver asks about. ``others`` are the people who may take over."""

    things: tuple[Thing[Any], ...] = ()
    roles: tuple[Holding, ...] = ()
    looked_after: tuple[Linked, ...] = ()
    others: tuple[tuple[UUID, str], ...] = ()
    may_end_roles: bool = True

    @property
    def by_register(self) -> dict[str, list[Thing[Any]]]:
        """The things, register by register."""
        found: dict[str, list[Thing[Any]]] = {}
        for thing in self.things:
            found.setdefault(thing.register.slug, []).append(thing)
        return found


class LeavingForm(fields.Form):
    """Everything to think of when somebody leaves: each part is ticked, or left with a reason."""

    marks_optional = False

    left_on = fields.Date("Last day at work")
    done_on = fields.Date(
        "On which day were the things you tick done?",
        hint="Today, unless you write it down later. Tick only what is done.",
    )

    def __init__(self, *args: Any, has: Has, **more: Any) -> None:
        """Make one group of boxes for each kind of thing they have."""
        super().__init__(*args, **more)
        for slug, things in has.by_register.items():
            register = things[0].register
            asked = "which are closed?" if register.ends_with_holder else "which are back?"
            offered = [fields.Choice(str(each.id), name(each), about(each)) for each in things]
            self._part(slug, fields.Checkboxes(f"{register.title}: {asked}", offered, coerce=UUID, required=False))
        if has.roles:
            self._part(ROLES, _roles(has))
        self._part(REST, fields.Confirm("Shared passwords, email groups and door codes are changed", required=False))
        self._part(KIT, fields.Confirm("Keys, badge and all else of ours is back, or they had none", required=False))
        if has.looked_after:
            self.fields["takes_over"] = _takes_over(has)
        self.fields["note"] = fields.LongText("Anything to remember", required=False)

    def going(self) -> Going:
        """What was said, as the action takes it."""
        said = self.cleaned_data
        parts = [key.removeprefix("why-") for key in self.fields if key.startswith("why-")]
        ticked = [said[f"done-{part}"] for part in parts if f"done-{part}" in self.fields]
        return Going(
            left_on=said["left_on"],
            done_on=said["done_on"],
            done=frozenset(key for chosen in ticked if isinstance(chosen, list) for key in chosen),
            rest_is_done=bool(said[f"done-{REST}"]),
            kit_is_back=bool(said[f"done-{KIT}"]),
            takes_over=said.get("takes_over"),
            why_open={part: said[f"why-{part}"] for part in parts},
            note=said["note"],
        )

    def _part(self, part: str, boxes: Any) -> None:
        if boxes is not None:
            self.fields[f"done-{part}"] = boxes
        self.fields[f"why-{part}"] = fields.Text(f"{title(part)}: if something is left open, why?", required=False)


class StayingForm(fields.Form):
    """Somebody stays after all: which log-ins open again."""

    def __init__(self, *args: Any, closed: Sequence[Thing[Any]], **more: Any) -> None:
        """Offer the log-ins that were closed when they left."""
        super().__init__(*args, **more)
        if closed:
            offered = [fields.Choice(str(each.id), name(each), about(each)) for each in closed]
            self.fields["reopen"] = fields.Checkboxes(
                "Which of these log-ins work again?",
                offered,
                hint="They were closed when this person left. Open them in the system itself as well.",
                coerce=UUID,
                required=False,
            )

    def reopen(self) -> frozenset[UUID]:
        """The log-ins that open again."""
        return frozenset(self.cleaned_data.get("reopen") or ())


class CanUseForm(fields.Form):
    """What somebody can use: one line for each log-in they have, and one for each other system."""

    marks_optional = False

    def __init__(
        self,
        *args: Any,
        held: Sequence[Thing[Any]],
        systems: Iterable[tuple[UUID, str]],
        usual: dict[UUID, Usual],
        **more: Any,
    ) -> None:
        """Make the lines: what they have first, then what others with the same job have, then the rest."""
        super().__init__(*args, **more)
        has = {key for thing in held for key in thing.entry.systems}
        for thing in held:
            self._line(f"held-{thing.id}", name(thing), _hint(thing, usual), thing.entry.level)
        for key, named in sorted((one for one in systems if one[0] not in has), key=lambda one: one[0] not in usual):
            self._line(f"new-{key}", named, _others(usual.get(key)), None)

    def held(self) -> dict[UUID, Level | None]:
        """The level chosen for each log-in they have; None closes it."""
        return dict(self._chosen("held-"))

    def new(self) -> dict[UUID, Level]:
        """The level chosen for each system they have nothing in, where one was."""
        return {key: level for key, level in self._chosen("new-") if level is not None}

    def _line(self, field: str, label: str, hint: str, level: Level | None) -> None:
        self.fields[field] = fields.Select(label, _LEVELS, coerce=_level, hint=hint)
        self.initial.setdefault(field, level.value if level else _NO_ACCESS)

    def _chosen(self, start: str) -> Iterable[tuple[UUID, Level | None]]:
        for key, value in self.cleaned_data.items():
            if key.startswith(start):
                yield UUID(key.removeprefix(start)), value


def name(thing: Thing[Any]) -> str:
    """What to call something somebody has: a log-in by its system, anything else by its own name."""
    return words.listing(thing.leads_to) if thing.leads_to and thing.register.ends_with_holder else thing.entry.name


def about(thing: Thing[Any]) -> str:
    """What tells it from others: its own name where another stands before it, and what was chosen for it."""
    own = thing.entry.name if name(thing) != thing.entry.name else ""
    chosen = (
        getattr(thing.entry, each.name) for each in thing.register.questions if each.kind is Kind.ONE and each.listed
    )
    return ", ".join(part for part in (own, *(each.label for each in chosen if each)) if part)


def _hint(thing: Thing[Any], usual: dict[UUID, Usual]) -> str:
    others = next((_others(usual[key]) for key in thing.entry.systems if key in usual), "")
    return " ".join(part for part in (f"Log-in: {thing.entry.name}.", others) if part)


def _others(found: Usual | None) -> str:
    if found is None:
        return ""
    level = found.level.label[0].lower() + found.level.label[1:]
    return f"Usual for this job: {level} ({words.count(found.people, 'person', 'people')})."


def _level(value: str) -> Level | None:
    return None if value == _NO_ACCESS else Level(value)


def _roles(has: Has) -> Any:
    if not has.may_end_roles:
        return None
    offered = [fields.Choice(str(each.id), each.shown_title, "Deputy" if each.is_deputy else "") for each in has.roles]
    hint = "A role ends on their last day. Then the page of roles tells you what to hand over."
    return fields.Checkboxes("Roles: which end?", offered, hint=hint, coerce=UUID, required=False)


def _takes_over(has: Has) -> Any:
    named = [each.name for each in has.looked_after]
    listed = words.listing(named[:3]) if len(named) <= 3 else f"{', '.join(named[:3])} and {len(named) - 3} more"
    return fields.Pick(
        "Who takes over what they look after?",
        tuple(Known(key, text) for key, text in has.others),
        where="your staff list",
        hint=f"They look after: {listed}.",
        required=False,
        empty="Nobody yet",
    )
