"""The tables of the registers, made from their descriptions, so that the two cannot disagree."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models

from guardbook.records.base import TenantRow
from guardbook.rules.registers import catalogue, columns
from guardbook.rules.registers.columns import Worked
from guardbook.rules.registers.questions import LONGEST_LINE, Kind, Question
from guardbook.rules.registers.register import Register


class RegisterRow(TenantRow):
    """What every entry of every register is kept with.

    ``attention_on`` is the first day on which the entry has a gap, with the worst gap of that day,
    worked out each time it is saved. ``starter`` names the starter row it came from. ``number`` counts its versions.
    """

    name = models.CharField(max_length=LONGEST_LINE)
    reviewed_on = models.DateField(null=True, blank=True)
    review_due_on = models.DateField(null=True, blank=True)
    attention_on = models.DateField(null=True, blank=True)
    attention_why = models.CharField(max_length=400, blank=True)
    attention_severity = models.CharField(max_length=10, blank=True)
    is_checked = models.BooleanField(default=True)
    checked_by = models.CharField(max_length=120, blank=True)
    starter = models.CharField(max_length=80, blank=True)
    number = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)
    archived_because = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class RegisterLink(TenantRow):
    """One entry names another: in answer to ``question``, ``register``/``entry`` leads to ``to_register``/``to_entry``."""

    register = models.CharField(max_length=40)
    entry_id = models.UUIDField()
    question = models.CharField(max_length=40)
    to_register = models.CharField(max_length=40)
    to_entry_id = models.UUIDField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "to_entry_id"], name="register_link_back"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry_id", "question", "to_entry_id"], name="register_link_once")
        ]

    def __str__(self) -> str:
        return f"{self.register} to {self.to_register}"


class RegisterCheck(TenantRow):
    """Somebody looked through a whole register and said that it is right, or that there is nothing to keep in it."""

    register = models.CharField(max_length=40)
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=120)
    is_none = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "register", "checked_on"], name="register_check_latest")
        ]

    def __str__(self) -> str:
        return f"{self.register} checked on {self.checked_on}"


def table(register: Register[Any]) -> type[RegisterRow]:
    """The table that holds a register's entries."""
    return TABLES[register.slug]


def _column(question: Question) -> models.Field[Any, Any] | None:
    match question.kind:
        case Kind.LINE | Kind.WEB:
            return models.CharField(max_length=question.most, blank=True, default="")
        case Kind.WORDS | Kind.THINGS | Kind.SOME:
            return models.TextField(blank=True, default="")
        case Kind.ONE | Kind.CHECK:
            return models.CharField(max_length=40, blank=True, default="")
        case Kind.DAY:
            return models.DateField(null=True, blank=True)
        case Kind.YES_NO:
            return models.BooleanField(null=True, blank=True)
        case Kind.NUMBER:
            return models.IntegerField(null=True, blank=True)
        case Kind.MONEY:
            return models.BigIntegerField(null=True, blank=True)
        case Kind.PERSON:
            return models.ForeignKey(
                "records.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
            )
        case Kind.LINKS:
            return None


def _worked(register: Register[Any], name: str) -> models.Field[Any, Any]:
    match columns.worked(register.entry, name):  # type: ignore[arg-type]  # a class can be a key
        case Worked.DAY:
            return models.DateField(null=True, blank=True)
        case Worked.TEXT:
            return models.TextField(blank=True, default="")
        case Worked.NUMBER:
            return models.IntegerField(null=True, blank=True)
        case Worked.YES_NO:
            return models.BooleanField(null=True, blank=True)
        case Worked.KEY:
            return models.UUIDField(null=True, blank=True)


def _table(register: Register[Any]) -> type[RegisterRow]:
    name = register.entry.__name__
    key = name.lower()[:18]
    meta = {
        "indexes": [
            models.Index(fields=["organisation", "archived_at", "name", "id"], name=f"{key}_by_name"),
            models.Index(fields=["organisation", "attention_on"], name=f"{key}_attention"),
        ],
        "constraints": [
            models.UniqueConstraint(
                fields=["organisation", "starter"],
                condition=~models.Q(starter="") & models.Q(archived_at=None),
                name=f"{key}_starter_once",
            )
        ],
    }
    parts: dict[str, Any] = {
        "__module__": __name__,
        "__doc__": f"{register.title}, as ``rules.registers`` describes them.",
        "Meta": type("Meta", (), meta),
        "seen_by": register.seen_by if register.is_sensitive else RegisterRow.seen_by,
    }
    asked = [each for each in register.questions if each.name != "name"]
    parts |= {each.name: column for each in asked if (column := _column(each)) is not None}
    parts |= {each: _worked(register, each) for each in register.derived}
    return type(name, (RegisterRow,), parts)


TABLES: Mapping[str, type[RegisterRow]] = {register.slug: _table(register) for register in catalogue.ALL}


class PolicyAcceptance(TenantRow):
    """Somebody accepted one version of a policy: signed in, or on a sheet that a colleague recorded."""

    policy = models.ForeignKey("records.Policy", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("records.Person", on_delete=models.CASCADE, related_name="+")
    edition = models.CharField(max_length=60)  # rules.registers.policies.Policy.edition
    accepted_on = models.DateField()
    is_own = models.BooleanField(default=False)  # they said so themselves, signed in
    recorded_by = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["policy", "person", "edition"], name="policy_accepted_once")
        ]

    def __str__(self) -> str:
        return f"Accepted on {self.accepted_on}"
