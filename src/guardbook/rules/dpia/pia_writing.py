"""Writes an assessment in the French regulator's PIA format: over the file it came from, so that nothing is lost.

Only what differs from that file is written. What we do not understand in it stays as it came.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from html import escape
from typing import Any

from guardbook.rules.dpia import pia, pia_reading
from guardbook.rules.dpia.pia import Content, Measure, Risk, Value
from guardbook.rules.dpia.pia_reading import LISTS, OURS

_BEING_WRITTEN, _SIMPLE_VALIDATION = 0, 2


def write(content: Content, came: Mapping[str, Any] | None, at: str) -> dict[str, Any]:
    """The assessment as a file of that format. ``came`` is the file it was read from, ``at`` the instant as text."""
    file = deepcopy(dict(came)) if came else _blank(content.name, at)
    was = pia_reading.read(file) if came else Content(name="")
    for name in LISTS:
        if file.get(name) is None:
            file[name] = []
    _about(file["pia"], content, was)
    _answers(file, content, was, at)
    _measures(file, content, was, at)
    _left(file, content, was, at)
    if pia.others(content) != pia.others(was):
        file[OURS] = {"risks": [_other(each) for each in pia.others(content)]}
    return file


def _blank(name: str, at: str) -> dict[str, Any]:
    about = {
        "id": 1, "name": name, "category": "", "status": 0, "author_name": "", "evaluator_name": "",
        "validator_name": "", "is_example": 0, "is_archive": 0, "progress": 0, "structure_id": "",
        "created_at": at, "updated_at": at,
    }  # fmt: skip
    return {"pia": about, **{name: [] for name in LISTS}}


def _about(about: dict[str, Any], content: Content, was: Content) -> None:
    if content.name != was.name:
        about["name"] = content.name
    if (content.consulted, content.not_consulted_because) != (was.consulted, was.not_consulted_because):
        about["concerned_people_searched_opinion"] = bool(content.consulted)
        about["concerned_people_opinion"] = _markup(content.consulted)
        about["concerned_people_searched_content"] = _markup(content.not_consulted_because)
    if content.advice and content.advice != was.advice:
        about |= {"dpos_names": content.adviser, "dpo_opinion": _markup(content.advice)}
        about["dpo_status"] = int(content.advice_followed is not False)
    if content.is_signed:
        about["status"] = _SIMPLE_VALIDATION
    elif replace(content, advice="", adviser="") != replace(was, advice="", adviser=""):
        about["status"] = _BEING_WRITTEN


def _answers(file: dict[str, Any], content: Content, was: Content, at: str) -> None:
    before = pia.numbered(was)
    by_number = {pia_reading.reference(each): each for each in file["answers"]}
    for number, value in pia.numbered(content).items():
        if value != before[number]:
            answer = by_number.get(str(number)) or _added(file, "answers", {"reference_to": number}, at)
            held = answer.get("data")
            answer["data"] = {"text": None, "gauge": None, "list": [], **(held if isinstance(held, dict) else {})}
            answer["data"] |= _data(value)


def _data(value: Value) -> dict[str, Any]:
    if isinstance(value, tuple):
        return {"list": list(value)}
    return {"text": _markup(value)} if isinstance(value, str) else {"gauge": value}


def _measures(file: dict[str, Any], content: Content, was: Content, at: str) -> None:
    before, now = {each.name: each for each in was.measures}, {each.name: each for each in content.measures}
    file["measures"] = [
        each for each in file["measures"] for name in [pia_reading.name_of(each)] if name in now or name not in before
    ]
    held = {pia_reading.name_of(each): each for each in file["measures"]}
    for name, measure in now.items():
        if measure != before.get(name):
            row = held.get(name) or _added(file, "measures", {"title": name, "placeholder": ""}, at)
            if measure.about != before.get(name, Measure(name)).about or "content" not in row:
                row["content"] = _markup(measure.about)
            _plan(file, row.get("id"), measure, at)


def _plan(file: dict[str, Any], key: object, measure: Measure, at: str) -> None:
    if not measure.owner and not measure.due_on:
        return
    judged = _judged(file, f"3.1.{key}", at)
    judged["person_in_charge"] = measure.owner
    judged["estimated_implementation_date"] = measure.due_on or None


def _left(file: dict[str, Any], content: Content, was: Content, at: str) -> None:
    before = pia.after(was)
    for reference, (severity, likelihood) in pia.after(content).items():
        if (severity, likelihood) != before[reference]:
            _judged(file, reference, at)["gauges"] = {"x": severity, "y": likelihood}


def _judged(file: dict[str, Any], reference: str, at: str) -> dict[str, Any]:
    found = next((each for each in file["evaluations"] if pia_reading.reference(each) == reference), None)
    blank = {"reference_to": reference, "status": 0, "global_status": 0, "gauges": {"x": 0, "y": 0}}
    return found or _added(file, "evaluations", blank, at)


def _added(file: dict[str, Any], name: str, row: dict[str, Any], at: str) -> dict[str, Any]:
    keys = [each["id"] for each in file[name] if isinstance(each.get("id"), int)]
    made = {"pia_id": file["pia"].get("id", 1), **row, "created_at": at, "id": max(keys, default=0) + 1}
    file[name].append(made)
    return made


def _other(risk: Risk) -> dict[str, Any]:
    lines = {name: list(getattr(risk, name)) for name in ("harm", "cause", "source", "measures")}
    weighed = ("likelihood", "severity", "likelihood_after", "severity_after")
    return {"what": risk.what, **lines, **{name: getattr(risk, name) for name in weighed}}


def _markup(text: str) -> str:
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines())
