"""A-03: which kind of provider this is, and whether it uses data "on a large scale".

There is no number in law. The factors are how many people, how much data, for how long and
over how wide an area (European guidelines WP243, read at second hand; the markers are the
sector guide's). A person may decide otherwise, with a reason.
"""

from dataclasses import dataclass

from guardbook.rules.organisations import Department, Owner, Profile, ProviderKind, RecordVolume
from guardbook.rules.roles import sources
from guardbook.rules.roles.vocabulary import LargeScale
from guardbook.rules.verdict import Confidence, Reason

_PUBLIC = frozenset({Owner.NHS, Owner.COUNCIL})
_LARGE_SCALE = {
    ProviderKind.PUBLIC_OWNED: LargeScale.UNCLEAR,
    ProviderKind.LARGE_GROUP: LargeScale.LIKELY,
    ProviderKind.OTHER: LargeScale.UNCLEAR,
    ProviderKind.SMALL: LargeScale.UNLIKELY,
    ProviderKind.UNKNOWN: LargeScale.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """The provider's kind, the scale of its use of data, and why.

    ``worked_out`` is the kind by the facts alone; it differs from ``kind`` where a person
    decided otherwise.
    """

    kind: ProviderKind
    worked_out: ProviderKind
    large_scale: LargeScale
    large_markers: tuple[str, ...]
    small_markers: tuple[str, ...]
    reasons: tuple[Reason, ...]
    missing_facts: tuple[str, ...]
    confidence: Confidence


def kind(profile: Profile) -> Kind:
    """The kind of provider by A-03, with the markers that were met; a person's override wins."""
    missing = _missing(profile)
    large, small = _large_markers(profile), _small_markers(profile)
    worked_out = _worked_out(profile, missing, large, small)
    override = profile.kind_override
    chosen = override.kind if override else worked_out
    reasons: tuple[Reason, ...] = (_why(worked_out, large, small),)
    if override:
        text = f"A person here decided otherwise: {override.reason}"
        reasons = (Reason(text, "A-03", Confidence.UNCERTAIN, sources.OUR_CHOICE), *reasons)
    return Kind(
        kind=chosen,
        worked_out=worked_out,
        large_scale=_scale(profile, chosen),
        large_markers=large,
        small_markers=small,
        reasons=reasons,
        missing_facts=() if override else missing,
        confidence=reasons[0].confidence,
    )


def _missing(profile: Profile) -> tuple[str, ...]:
    if profile.owned_by in _PUBLIC:
        return ()
    asked = {
        "owned_by": profile.owned_by,
        "sites": profile.sites,
        "dedicated": profile.dedicated,
        "record_volume": profile.record_volume,
    }
    missing = [name for name, value in asked.items() if value is None]
    if profile.sites == 2 and profile.regions is None:
        missing.append("regions")
    return tuple(missing)


def _large_markers(profile: Profile) -> tuple[str, ...]:
    tests = {
        "three or more sites, or more than one region": (profile.sites or 1) >= 3 or _is_spread(profile),
        "staff who do only IT, HR or estates": bool(profile.dedicated),
        "a large volume of care records": profile.record_volume is RecordVolume.LARGE,
    }
    return tuple(words for words, met in tests.items() if met)


def _is_spread(profile: Profile) -> bool:
    """One site is in one region, whatever was said before the others closed."""
    return profile.sites != 1 and (profile.regions or 1) >= 2


def _small_markers(profile: Profile) -> tuple[str, ...]:
    only_estates = profile.dedicated is not None and not profile.dedicated - {Department.ESTATES}
    tests = {
        "one or two sites": profile.sites is not None and profile.sites <= 2,
        "nobody who does only IT or HR": only_estates,
        "a small volume of care records": profile.record_volume is RecordVolume.SMALL,
    }
    return tuple(words for words, met in tests.items() if met)


def _worked_out(
    profile: Profile, missing: tuple[str, ...], large: tuple[str, ...], small: tuple[str, ...]
) -> ProviderKind:
    if profile.owned_by in _PUBLIC:
        return ProviderKind.PUBLIC_OWNED
    if missing:
        return ProviderKind.UNKNOWN
    if len(large) == 3:
        return ProviderKind.LARGE_GROUP
    if len(small) == 3:
        return ProviderKind.SMALL
    return ProviderKind.OTHER


def _scale(profile: Profile, chosen: ProviderKind) -> LargeScale:
    """Likely becomes yes only where every factor of the guidelines points the same way (A-02.e4)."""
    everywhere = _is_spread(profile) and profile.record_volume is RecordVolume.LARGE
    if chosen is ProviderKind.LARGE_GROUP and everywhere and profile.core_monitoring:
        return LargeScale.YES
    return _LARGE_SCALE[chosen]


def _why(worked_out: ProviderKind, large: tuple[str, ...], small: tuple[str, ...]) -> Reason:
    read, uncertain = Confidence.READ, Confidence.UNCERTAIN
    text, confidence = {
        ProviderKind.PUBLIC_OWNED: (
            "The NHS or a council owns all of this provider, so its size does not matter.",
            read,
        ),
        ProviderKind.LARGE_GROUP: (f"It has every mark of a large group: {'; '.join(large)}.", read),
        ProviderKind.SMALL: (f"It has every mark of a small provider: {'; '.join(small)}.", read),
        ProviderKind.OTHER: (
            f"It does not have every mark of a large group, nor every mark of a small provider. Marks of size: {'; '.join(large) or 'none'}. Marks of a small provider: {'; '.join(small) or 'none'}.",
            uncertain,
        ),
        ProviderKind.UNKNOWN: ("We do not know enough about you yet.", uncertain),
    }[worked_out]
    return Reason(text, "A-03", confidence, sources.SECTOR_GUIDE)
