"""Lets a governance reviewer ask any public rule on screen: facts in, the full verdict out."""

import json
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.content import ask
from guardbook.kernel.errors import NotFound, Refused
from guardbook.web import fields
from guardbook.web.door import Request, signed_in


class Facts(fields.Form):
    facts = fields.LongText("Facts, as JSON", hint="Leave out what is not known. The schema below names every fact.")


@dataclass(frozen=True, slots=True)
class Listing:
    """Every rule that may be asked."""

    rules: tuple[ask.Described, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """One rule: its question, the schema of its facts, and its verdict once it was asked."""

    title: str
    answers: str
    rules: str
    schema: str
    verdict: str


@signed_in("GET")
def rules(request: Request) -> HttpResponse:
    """List the rules that may be asked."""
    return render(request, "help/rules.html", {"page": Listing(ask.listed())})


@signed_in("GET", "POST")
def rule(request: Request, asked: str) -> HttpResponse:
    """Ask one rule. Nothing is kept."""
    found = next((one for one in ask.listed() if one.name == asked), None)
    if found is None:
        raise NotFound
    form = Facts.of(request, initial={"facts": "{}"})
    verdict = _verdict(asked, form) if request.method == "POST" and form.is_valid() else ""
    shown = Asking(found.name, found.answers, ", ".join(found.rules), _pretty(ask.schema(asked)), verdict)
    return render(request, "help/rule.html", {"page": shown, "form": form})


def _verdict(name: str, form: Facts) -> str:
    try:
        return _pretty(ask.answer(name, form.cleaned_data["facts"]))
    except Refused as refusal:
        form.refuse(*refusal.reasons)
        return ""


def _pretty(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
