"""The page on which somebody signed in reports a mistake, a near miss or a worry."""

from django.http import HttpResponse
from django.shortcuts import render

from guardbook.actions.intake import receiving
from guardbook.actions.intake.receiving import Sent
from guardbook.queries.intake import addresses, readers
from guardbook.queries.intake.reports import Photo
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import Purpose
from guardbook.web import drafts
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.intake import forms, sending
from guardbook.web.intake.pages import telling as pages


@page(Permission.MISTAKE_REPORT, "GET", "POST")
def report(request: Request) -> HttpResponse:
    """Report something, with one's name or without. No draft is kept, because a draft has an owner."""
    form = drafts.open_form(forms.TellSignedIn, request, colleagues=readers.colleagues(request.ctx))
    mark, photo = sending.mark(request, request.now), Photo()
    phones = addresses.phones(request.ctx)
    if request.method == "POST":
        form.full_clean()
        photo = sending.photo(request, form)
        if form.is_valid():
            keep = form.cleaned_data["keep"]
            words = sending.words(form.cleaned_data)
            sent = Sent(mark.key, photo)
            received = receiving.signed_in(request.ctx, words, sent, keeps_name=keep == "yes", is_paper=keep == "paper")
            thanks = pages.thanks(received, Purpose.MISTAKES, phones, Link("Go on", request.frame.home))
            return render(request, "intake/thanks.html", {"page": thanks})
    shown = pages.tell(request.frame.organisation_name, form, phones, mark, photo)
    return render(request, "intake/report.html", {"page": shown, "form": form})
