"""What tests of the pages about reports share: addresses, reports, and what a page says."""

import re
from typing import Any

from django.urls import reverse

from guardbook.actions.intake import addresses, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.actions.registers import entries
from guardbook.queries.access import Context
from guardbook.records.models import Report, ReportAddress
from guardbook.rules.intake.reports import Purpose, Sort
from guardbook.rules.registers import contacts
from guardbook.rules.registers.contacts import Contact, For
from tests.cast import Cast

PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile)"
TYPED = {"sort": "mistake", "what": "A letter went into the wrong envelope."}


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def to(context: Context, name: str, **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, **more})


def address(cast: Cast, purpose: Purpose = Purpose.MISTAKES) -> str:
    key = addresses.switch_on(cast.mina, purpose=purpose, browser="Desk")
    return reverse("tell", kwargs={"code": ReportAddress.objects.get(pk=key).code})


def reported(cast: Cast, words: Words | None = None, mark: str = "a") -> Report:
    receiving.signed_in(cast.cole, words or Words(Sort.MISTAKE, TYPED["what"]), Sent(mark), keeps_name=True)
    return Report.objects.latest("received_at", "id")


def council(cast: Cast) -> None:
    kept = Contact(name="Council safeguarding", phone="01632 960999", rung_for=(For.COUNCIL, For.STAFF))
    entries.add(cast.asha, register=contacts.REGISTER, entry=kept)
