"""Forms about the provider's facts: another view of its kind, and facts to try."""

from enum import StrEnum
from typing import Any, TypeVar

from guardbook.rules.organisations import (
    Department,
    Funding,
    Monitoring,
    Owner,
    Profile,
    ProviderKind,
    RecordVolume,
)
from guardbook.rules.organisations import (
    KindOverride as Override,
)
from guardbook.rules.roles import words as names
from guardbook.web import fields
from guardbook.web.organisations.wizard import words

E = TypeVar("E", bound=StrEnum)
_NONE = "none"
_BY_FACTS = "by-facts"
_KINDS = (ProviderKind.SMALL, ProviderKind.OTHER, ProviderKind.LARGE_GROUP, ProviderKind.PUBLIC_OWNED)


def _choices(table: dict[Any, tuple[str, str]]) -> list[fields.Choice]:
    return [fields.Choice(str(value), text) for value, (text, _) in table.items()]


class KindOverride(fields.Form):
    """The kind of provider as people here see it."""

    kind = fields.Radios(
        "What kind of provider are you?",
        [
            fields.Choice(_BY_FACTS, "Leave it to the facts"),
            *(fields.Choice(one.value, names.KIND[one]) for one in _KINDS),
        ],
        coerce=lambda value: None if value == _BY_FACTS else ProviderKind(value),
    )
    reason = fields.LongText(
        "Why do you see it otherwise?",
        hint="An inspector may read this. Needed unless you leave it to the facts.",
        required=False,
    )


class WhatIf(fields.Form):
    """Facts to try; every one may stay open."""

    marks_optional = False

    owned_by = fields.Radios("Who owns it?", _choices(words.OWNER), required=False, coerce=Owner)
    public_authority = fields.YesNoUnsure("Covered by freedom of information law?", required=False)
    sites = fields.Number("How many places?", required=False, least=1, most=5000)
    more_regions = fields.YesNoUnsure("In more than one region?", required=False)
    dedicated = fields.Checkboxes(
        "Staff who do only this work?",
        [*_choices(words.DEPARTMENT), (_NONE, "None of these")],
        required=False,
    )
    record_volume = fields.Radios("Care records?", _choices(words.VOLUME), required=False, coerce=RecordVolume)
    funding = fields.Checkboxes("How is care paid for?", _choices(words.FUNDING), required=False, coerce=Funding)
    monitoring = fields.Checkboxes(
        "Watching over people?", [*_choices(words.MONITORING), (_NONE, "None of these")], required=False
    )

    @property
    def profile(self) -> Profile:
        """The facts typed, as the rules take them."""
        typed = self.cleaned_data
        regions = {True: 2, False: 1, None: None}[typed["more_regions"]]
        return Profile(
            owned_by=typed["owned_by"],
            sites=typed["sites"],
            regions=regions,
            dedicated=_several(Department, typed["dedicated"]),
            record_volume=typed["record_volume"],
            funding=frozenset(typed["funding"]) or None,
            monitoring=_several(Monitoring, typed["monitoring"]),
            public_authority=typed["public_authority"],
        )


def from_profile(profile: Profile) -> dict[str, Any]:
    """The provider's own facts, to begin trying from."""
    return {
        "owned_by": profile.owned_by,
        "public_authority": profile.public_authority,
        "sites": profile.sites,
        "more_regions": None if profile.regions is None else profile.regions > 1,
        "dedicated": _listed(profile.dedicated),
        "record_volume": profile.record_volume,
        "funding": sorted(profile.funding or ()),
        "monitoring": _listed(profile.monitoring),
    }


def from_override(profile: Profile) -> dict[str, Any]:
    """The view kept so far."""
    override: Override | None = profile.kind_override
    return {"kind": override.kind.value, "reason": override.reason} if override else {"kind": _BY_FACTS}


def _several(vocabulary: type[E], chosen: list[str]) -> frozenset[E] | None:
    if not chosen:
        return None
    return frozenset(vocabulary(one) for one in chosen if one != _NONE)


def _listed(values: frozenset[E] | None) -> list[str]:
    if values is None:
        return []
    return sorted(values) or [_NONE]
