"""The answers to the questions that decide the roles, in words, with a hint where one helps."""

from collections.abc import Mapping

from guardbook.rules.organisations import (
    Department,
    Funding,
    Monitoring,
    Owner,
    Profile,
    Question,
    RecordVolume,
)

OWNER: dict[str, tuple[str, str]] = {
    Owner.INDEPENDENT: ("It is independent", "A company, charity, partnership or sole trader"),
    Owner.COUNCIL: ("A council owns all of it", "Also where a company belongs to a council in full"),
    Owner.NHS: ("The NHS owns all of it", "Also where the NHS and a council own it together"),
    Owner.PART_PUBLIC: ("A council or the NHS owns part of it", ""),
}
DEPARTMENT: dict[str, tuple[str, str]] = {
    Department.IT: ("Computers and systems (IT)", ""),
    Department.HR: ("Staff matters (HR)", ""),
    Department.ESTATES: ("Buildings (estates)", ""),
}
VOLUME: dict[str, tuple[str, str]] = {
    RecordVolume.SMALL: ("Few", "Like one or two homes, or a small home-care round"),
    RecordVolume.MEDIUM: ("Some", "More than that, but you would not call it many"),
    RecordVolume.LARGE: ("Many", "Like a group of homes, or home care over a wide area"),
}
FUNDING: dict[str, tuple[str, str]] = {
    Funding.SELF_FUNDED: ("People pay for themselves", ""),
    Funding.COUNCIL_COMMISSIONED: ("A council pays you", "In whole or in part"),
    Funding.NHS_CHC: ("NHS continuing healthcare", ""),
    Funding.NHS_FNC: ("NHS-funded nursing care", "A weekly sum towards nursing in a care home"),
    Funding.NHS_OTHER: ("Another payment from the NHS", ""),
    Funding.DIRECT_PAYMENT: ("Direct payments", "The council pays the person, and they pay you"),
    Funding.PERSONAL_HEALTH_BUDGET: ("Personal health budgets", ""),
}
MONITORING: dict[str, tuple[str, str]] = {
    Monitoring.ROOM_SENSORS: ("Sensors in people's rooms or homes", "Movement, sound, bed or door sensors"),
    Monitoring.ROOM_CAMERAS: ("Cameras in people's rooms or homes", ""),
    Monitoring.LOCATION_TRACKING: ("Trackers that show where somebody is", ""),
    Monitoring.HEALTH_READINGS: ("Devices that send in health readings", "Such as blood pressure or oxygen"),
    Monitoring.COMMUNAL_CCTV: ("Cameras in corridors, at doors or outside", ""),
}
TITLES = {
    Question.OWNED_BY: "Who owns it",
    Question.PUBLIC_AUTHORITY: "Covered by freedom of information law",
    Question.SITES: "Places",
    Question.REGIONS: "In more than one region",
    Question.DEDICATED: "Staff who do only IT, HR or estates",
    Question.RECORD_VOLUME: "Care records",
    Question.FUNDING: "How care is paid for",
    Question.MONITORING: "Technology that watches over people",
}
Answers = Mapping[str, tuple[str, str]]
_SEVERAL: Mapping[Question, Answers] = {
    Question.DEDICATED: DEPARTMENT,
    Question.FUNDING: FUNDING,
    Question.MONITORING: MONITORING,
}
_ONE: Mapping[Question, Answers] = {Question.OWNED_BY: OWNER, Question.RECORD_VOLUME: VOLUME}


def answer(question: Question, profile: Profile, *, asked: bool) -> str:
    """The answer to a question in words; "Not sure" where it was asked and left open."""
    value = getattr(profile, question.value)
    if value is None:
        return "Not sure" if asked else "Not said yet"
    if question in _ONE:
        return _ONE[question][str(value)][0]
    if question in _SEVERAL:
        return "; ".join(text for one, (text, _) in _SEVERAL[question].items() if one in value) or "None of these"
    if question is Question.SITES:
        return str(value)
    return "Yes" if (value > 1 if question is Question.REGIONS else value) else "No"
