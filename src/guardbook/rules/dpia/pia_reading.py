"""Reads a file of the French regulator's PIA format, and says in words what is wrong with one that it cannot read."""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from guardbook.kernel.reading import Unreadable
from guardbook.rules.dpia import pia, questions
from guardbook.rules.dpia.pia import Content, Measure, Risk
from guardbook.rules.dpia.risk import Kind, Likelihood, Severity

OURS = "guardbook"
LISTS = ("answers", "measures", "evaluations", "comments")
_BREAKS = frozenset({"p", "br", "li", "div", "h1", "h2", "h3", "tr"})
_LONGEST, _DEEPEST = 100_000, 30


def parsed(text: str) -> dict[str, Any]:
    """The file as it is, once it is sure to be one of this kind.

    Raises:
        Unreadable: in words: not JSON, not a PIA, or a part of it is not what it must be.
    """
    try:
        found = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
        is_sound = "\0" not in json.dumps(found, ensure_ascii=False).encode().decode() and "\\u0000" not in text
    except (ValueError, RecursionError) as fault:
        raise Unreadable(
            "This is not a JSON file. Export the assessment from the PIA software, and choose JSON."
        ) from fault
    if not is_sound or _is_deep(found):
        raise Unreadable("This file holds signs that no assessment can hold, so it is damaged.")
    if not isinstance(found, dict) or not isinstance(found.get("pia"), dict):
        raise Unreadable("This JSON file is not an assessment of the PIA software: it has no part called “pia”.")
    if not isinstance(found["pia"].get("name"), str) or not found["pia"]["name"].strip():
        raise Unreadable("The assessment in this file has no name.")
    for name in LISTS:
        held = found.get(name)
        if held is not None and not (isinstance(held, list) and all(isinstance(each, dict) for each in held)):
            raise Unreadable(f"The part “{name}” of this file is not a list of {name}, so the file is damaged.")
    return found


def read(file: Mapping[str, Any]) -> Content:
    """What we understand of a parsed file; all else stays in it and is given back."""
    about = file["pia"]
    data = {reference(each): each["data"] for each in _list(file, "answers") if isinstance(each.get("data"), dict)}
    asked = about.get("concerned_people_searched_opinion")
    return Content(
        name=about["name"].strip()[:200],
        answers={
            each.key: said for each in questions.QUESTIONS if (said := plain(data.get(str(each.pia), {}).get("text")))
        },
        risks=(*_risks(file, data), *_others(file)),
        measures=tuple(_measures(file)),
        consulted=plain(about.get("concerned_people_opinion")) if asked else "",
        not_consulted_because=plain(about.get("concerned_people_searched_content")) if not asked else "",
        adviser=plain(about.get("dpos_names")),
        advice=plain(about.get("dpo_opinion")),
    )


def not_taken(file: Mapping[str, Any]) -> tuple[str, ...]:
    """What of a file is kept and given back, but means nothing here, in sentences."""
    found = []
    known = {str(number) for number in pia.numbered(Content(""))}
    if rest := [each for each in _list(file, "answers") if reference(each) not in known]:
        found.append(f"Answers to questions that we do not ask: {len(rest)}.")
    if file["pia"].get("dpo_opinion"):
        found.append(
            "The officer’s advice is shown as it came. It does not count as advice here until it is given again."
        )
    for name, said in (("evaluations", "Notes of whoever checked it"), ("comments", "Comments")):
        if held := _list(file, name):
            found.append(f"{said}: {len(held)}.")
    if "structure_data" in file["pia"]:
        found.append("It follows a model of its own. The answers that we know are taken over.")
    return tuple(found)


def plain(text: object) -> str:
    """Words without their markup."""
    if not isinstance(text, str):
        return ""
    reader = _Words()
    reader.feed(text[:_LONGEST])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.said).splitlines())
    return "\n".join(line for line in lines if line)


def reference(row: Mapping[str, Any]) -> str:
    """What a row of the file is about: the number of a question, or a place such as 3.2."""
    return str(row.get("reference_to"))


def name_of(measure: Mapping[str, Any]) -> str:
    """The name of a measure of the file, as it is known here."""
    return " ".join(plain(measure.get("title")).split())[:200]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the signature is the library's
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def _list(file: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    return file.get(name) or []


def _risks(file: Mapping[str, Any], data: Mapping[str, dict[str, Any]]) -> Iterator[Risk]:
    left = {reference(each): each.get("gauges") for each in _list(file, "evaluations")}
    for kind, first in pia.NUMBERED.items():
        of = [data.get(str(first * 10 + place), {}) for place in range(1, 7)]
        gauges = left.get(f"3.{first % 10}")
        after = gauges if isinstance(gauges, dict) else {}
        risk = Risk(
            kind=kind,
            what=kind.label,
            harm=_items(of[0]),
            cause=_items(of[1]),
            source=_items(of[2]),
            measures=_items(of[3]),
            severity=pia.severity_of(of[4].get("gauge")),
            likelihood=pia.likelihood_of(of[5].get("gauge")),
            severity_after=pia.severity_of(after.get("x")),
            likelihood_after=pia.likelihood_of(after.get("y")),
        )
        if any(of):
            yield risk


def _items(data: Mapping[str, Any]) -> tuple[str, ...]:
    held = data.get("list")
    if not isinstance(held, list):
        return ()
    return tuple(dict.fromkeys(said for each in held if (said := " ".join(plain(each).split()))))


def _measures(file: Mapping[str, Any]) -> Iterator[Measure]:
    judged = {reference(each): each for each in _list(file, "evaluations")}
    for each in _list(file, "measures"):
        if name := name_of(each):
            plan = judged.get(f"3.1.{each.get('id')}", {})
            due = plan.get("estimated_implementation_date")
            yield Measure(
                name=name,
                about=plain(each.get("content")),
                owner=plain(plan.get("person_in_charge"))[:120],
                due_on=due[:10] if isinstance(due, str) else "",
            )


def _others(file: Mapping[str, Any]) -> Iterator[Risk]:
    part = file.get(OURS)
    for each in part.get("risks", ()) if isinstance(part, dict) else ():
        if isinstance(each, dict):
            yield Risk(
                kind=Kind.OTHER,
                what=plain(each.get("what")),
                harm=_items({"list": each.get("harm")}),
                cause=_items({"list": each.get("cause")}),
                source=_items({"list": each.get("source")}),
                measures=_items({"list": each.get("measures")}),
                likelihood=_member(Likelihood, each.get("likelihood")),
                severity=_member(Severity, each.get("severity")),
                likelihood_after=_member(Likelihood, each.get("likelihood_after")),
                severity_after=_member(Severity, each.get("severity_after")),
            )


def _refuse(constant: str) -> None:
    """JSON has no NaN and no infinity, though Python reads them."""
    raise ValueError(constant)


def _is_deep(found: object) -> bool:
    level: list[object] = [found]
    for _ in range(_DEEPEST):
        level = [
            one
            for each in level
            for one in (each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
        ]
    return bool(level)


def _member(vocabulary: Any, value: object) -> Any:
    return next((each for each in vocabulary if each.value == value), None)
