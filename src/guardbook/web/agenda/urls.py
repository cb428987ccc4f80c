"""Addresses of the pages about what to do next."""

from django.urls import URLPattern, path

from guardbook.web.agenda.views import deciding, lists, reminders, tasks

_NEXT = "o/<uuid:organisation>/next/"
_TASK = f"{_NEXT}tasks/<uuid:task_id>/"
_TODO = f"{_NEXT}<str:cause>/"

urlpatterns: list[URLPattern] = [
    path(_NEXT, lists.everything, name="next"),
    path(f"{_NEXT}calendar/", lists.calendar, name="calendar"),
    path(f"{_NEXT}reminders/", reminders.reminders, name="reminders"),
    path(f"{_NEXT}reminders/calendar/<str:whose>/", reminders.make_feed, name="feed-make"),
    path(f"{_NEXT}reminders/calendar/<str:whose>/end/", reminders.end_feed, name="feed-end"),
    path(f"{_NEXT}tasks/add/", tasks.add, name="task-add"),
    path(f"{_TASK}change/", tasks.change, name="task-change"),
    path(f"{_TASK}done/", tasks.done, name="task-done"),
    path(f"{_TASK}undo/", tasks.undo, name="task-undo"),
    path(_TODO, lists.todo, name="todo"),
    path(f"{_TODO}assign/", deciding.assign, name="todo-assign"),
    path(f"{_TODO}put-off/", deciding.put_off, name="todo-put-off"),
    path(f"{_TODO}bring-back/", deciding.bring_back, name="todo-bring-back"),
    path("reminders/off/<str:token>/", reminders.turn_off, name="reminders-off"),
    path(
        "calendar/<uuid:organisation>/<uuid:feed_id>/<str:secret>/guardbook.ics", reminders.feed, name="calendar-feed"
    ),
]
