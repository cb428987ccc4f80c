"""Pages of reminders and calendar addresses, and the two addresses that work without signing in."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.agenda import feeds, reminding
from guardbook.exports import agenda as exports
from guardbook.kernel.errors import NotFound
from guardbook.queries import access, mail, organisations
from guardbook.queries.agenda import feeds as feed_queries
from guardbook.queries.agenda import listing, members
from guardbook.queries.agenda import reminding as questions
from guardbook.rules.access import Permission
from guardbook.rules.agenda import calendars
from guardbook.rules.agenda.calendars import Whose
from guardbook.web import drafts
from guardbook.web.agenda import forms
from guardbook.web.agenda.pages import reminders as pages
from guardbook.web.door import Request, page, public


@page(Permission.ORGANISATION_VIEW, "GET", "POST")
def reminders(request: Request) -> HttpResponse:
    """How one is reminded, and one's calendar addresses."""
    form = drafts.open_form(forms.RemindersForm, request, initial={"choice": questions.choice(request.ctx)})
    if request.method == "POST" and form.is_valid():
        reminding.choose(request.ctx, choice=form.cleaned_data["choice"])
        messages.success(request, "Saved.")
        return redirect("reminders", organisation=request.ctx.organisation_id)
    own = next((each for each in members.members(request.ctx) if each.user_id == request.person.pk), None)
    shown = pages.reminders_page(
        request.ctx.organisation_id,
        feed_queries.own(request.ctx),
        own.email if own else "",
        mail_is_set_up=mail.is_configured(),
    )
    return render(request, "agenda/reminders.html", {"page": shown, "form": form})


@page(Permission.ORGANISATION_VIEW, "POST")
def make_feed(request: Request, whose: str) -> HttpResponse:
    """Make a calendar address, or a new one in place of the old; it is shown once."""
    made = feeds.make_feed(request.ctx, whose=_whose(whose))
    parts = {"organisation": request.ctx.organisation_id, "feed_id": made.feed_id, "secret": made.secret}
    path = reverse("calendar-feed", kwargs=parts)
    shown = pages.feed_page(request.ctx.organisation_id, _whose(whose), settings.BASE_URL, path)
    return render(request, "agenda/feed.html", {"page": shown})


@page(Permission.ORGANISATION_VIEW, "POST")
def end_feed(request: Request, whose: str) -> HttpResponse:
    """Make a calendar address stop working."""
    feeds.end_feed(request.ctx, whose=_whose(whose))
    messages.success(request, "That address no longer works.")
    return redirect("reminders", organisation=request.ctx.organisation_id)


@public("GET")
def feed(request: Request, organisation: UUID, feed_id: UUID, secret: str) -> HttpResponse:
    """The calendar behind a private address. Whatever is wrong with the address, there is nothing."""
    with access.scoped(organisation, None):
        opened = feed_queries.opened(organisation, feed_id, secret, request.now)
        found = listing.agenda(opened.context)
    chosen = found.listed if opened.whose is Whose.ALL else found.listed_for(opened.context.by.user_id)
    entries = calendars.entries((each.todo for each in chosen), found.on)
    address = f"{settings.BASE_URL}{reverse('next', kwargs={'organisation': organisation})}"
    of = exports.Feed(organisation, f"{opened.organisation}: what next", address, opened.facts_seq)
    answer = HttpResponse(exports.calendar(of, entries, request.now), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="guardbook.ics"'
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@public("GET", "POST")
def turn_off(request: Request, token: str) -> HttpResponse:
    """Stop somebody's reminder emails, for whoever holds one of them: one page, one button."""
    organisation_id, _ = reminding.off_for(token)
    with access.scoped(organisation_id, None):
        brief = organisations.brief(organisation_id)
    if brief is None:
        raise NotFound
    if request.method == "POST":
        reminding.turn_off(token, request.now)
    shown = pages.OffPage(brief.name, is_done=request.method == "POST")
    return render(request, "agenda/off.html", {"page": shown})


def _whose(text: str) -> Whose:
    if text not in set(Whose):
        raise NotFound
    return Whose(text)
