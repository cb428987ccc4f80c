"""Builds the made-up provider on an empty installation and lets the person in; removes it when asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from guardbook.actions import erasure
from guardbook.actions.demo import building, visiting
from guardbook.kernel.errors import NotFound
from guardbook.queries import access, demo, organisations
from guardbook.rules.access import Permission
from guardbook.web.accounts import entry
from guardbook.web.door import Request, page, public


@public("POST")
def look_round(request: Request) -> HttpResponse:
    """Open the made-up provider, built now unless it is there already. Only before anybody has set this up."""
    with access.everything():
        is_new = organisations.is_empty()
    if not is_new or not entry.may_set_up(request):
        raise NotFound
    found = demo.made_up()
    organisation_id = found[0][0] if found else building.build(request.now).organisation_id
    visitor = visiting.make_visitor(organisation_id, request.now)
    entry.enter(request, visitor.user_id)
    return redirect("home", organisation=organisation_id)


@page(Permission.ORGANISATION_ERASE, "GET", "POST")
def remove(request: Request) -> HttpResponse:
    """Ask once, then take the made-up provider away whole. A real provider has no such page."""
    found = organisations.brief(request.ctx.organisation_id)
    if found is None or not found.is_demo:
        raise NotFound
    if request.method == "GET":
        return render(request, "demo/remove.html")
    # In the system's name, so that a visitor who was made to look round goes with the example.
    context = access.system(request.person.name, request.ctx.organisation_id, request.now)
    erasure.erase(context, name=found.name, reason="A made-up example")
    messages.success(request, "The example is gone, with everything in it.")
    return redirect("start")
