"""Pages of tasks that people make: write down, change, done, and take back."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.agenda import tasks
from guardbook.kernel.errors import Refused
from guardbook.queries.agenda import decided, listing, members
from guardbook.rules.access import Permission
from guardbook.rules.agenda import tasks as rules
from guardbook.web import drafts
from guardbook.web.agenda import addresses, forms
from guardbook.web.agenda.pages import listing as pages
from guardbook.web.agenda.views.deciding import FormPage
from guardbook.web.components import Link
from guardbook.web.door import Request, page


@page(Permission.TASK_EDIT, "GET", "POST")
def add(request: Request) -> HttpResponse:
    """Write down something to do."""
    people, initial = members.members(request.ctx), {"user": forms.chosen(None)}
    form = drafts.open_form(forms.TaskForm, request, initial=initial, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            task_id = tasks.make_task(request.ctx, said=form.written(), user_id=form.user_id)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "It is on the list.")
            return redirect(addresses.own(request.ctx.organisation_id, rules.cause_of(str(task_id))))
    back = Link("Everything to do", pages.address(request.ctx.organisation_id))
    return render(request, "agenda/form.html", {"page": FormPage("Write down a task", back, "Save"), "form": form})


@page(Permission.TASK_EDIT, "GET", "POST")
def change(request: Request, task_id: UUID) -> HttpResponse:
    """Change what was written."""
    cause = rules.cause_of(str(task_id))
    written, people = decided.written(request.ctx, task_id), members.members(request.ctx)
    initial = {**asdict(written), "user": forms.chosen(listing.agenda(request.ctx).one(cause).user_id)}
    form = drafts.open_form(forms.TaskForm, request, initial=initial, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            tasks.change_task(request.ctx, task_id=task_id, said=form.written(), user_id=form.user_id)
        except Refused as refusal:
            form.refuse(*refusal.reasons)
        else:
            messages.success(request, "Saved.")
            return redirect(addresses.own(request.ctx.organisation_id, cause))
    back = Link(written.title, addresses.own(request.ctx.organisation_id, cause))
    return render(request, "agenda/form.html", {"page": FormPage("Change the task", back, "Save"), "form": form})


@page(Permission.ORGANISATION_VIEW, "POST")
def done(request: Request, task_id: UUID) -> HttpResponse:
    """Say that a task is done; the list then offers to take it back."""
    tasks.finish_task(request.ctx, task_id=task_id)
    return redirect(f"{reverse('next', kwargs={'organisation': request.ctx.organisation_id})}?done={task_id}")


@page(Permission.ORGANISATION_VIEW, "POST")
def undo(request: Request, task_id: UUID) -> HttpResponse:
    """Take back that a task is done."""
    tasks.reopen_task(request.ctx, task_id=task_id)
    messages.success(request, "It is on the list again.")
    return redirect("next", organisation=request.ctx.organisation_id)
