"""Addresses of the pages about incidents."""

from django.urls import URLPattern, path

from guardbook.web.incidents.views import closing, deciding, judging, lists, logging, telling

_ALL = "o/<uuid:organisation>/incidents/"
_ONE = f"{_ALL}<uuid:incident>/"

urlpatterns: list[URLPattern] = [
    path(_ALL, lists.log, name="incidents"),
    path(f"{_ALL}log/", logging.log, name="incident-log"),
    path(f"{_ALL}list.<slug:form>", lists.whole_list, name="incidents-list"),
    path(_ONE, lists.incident, name="incident"),
    path(f"{_ONE}clock/", lists.its_clock, name="incident-clock"),
    path(f"{_ONE}papers/<str:name>", lists.paper, name="incident-paper"),
    path(f"{_ONE}questions/<int:part>/", judging.questions, name="incident-questions"),
    path(f"{_ONE}charge/", judging.charge, name="incident-charge"),
    path(f"{_ONE}note/", judging.note, name="incident-note"),
    path(f"{_ONE}judge/", judging.judge, name="incident-judge"),
    path(f"{_ONE}correct/<str:name>/", logging.correct, name="incident-correct"),
    path(f"{_ONE}named/", logging.named, name="incident-named"),
    path(f"{_ONE}times/", logging.times, name="incident-times"),
    path(f"{_ONE}advice/", deciding.advice, name="incident-advice"),
    path(f"{_ONE}no-advice/", deciding.no_advice, name="incident-no-advice"),
    path(f"{_ONE}second-view/", deciding.second, name="incident-second"),
    path(f"{_ONE}decide/", deciding.decide, name="incident-decide"),
    path(f"{_ONE}notice/", telling.notice, name="incident-notice"),
    path(f"{_ONE}notice/write/", telling.write, name="incident-notice-write"),
    path(f"{_ONE}notice/sent/", telling.sent, name="incident-sent"),
    path(f"{_ONE}tell/<str:track>/", telling.tell, name="incident-tell"),
    path(f"{_ONE}need/<str:track>/", telling.need, name="incident-need"),
    path(f"{_ONE}excuse/<str:track>/", telling.excuse, name="incident-excuse"),
    path(f"{_ONE}learn/", closing.learn, name="incident-learn"),
    path(f"{_ONE}actions/add/", closing.add_action, name="incident-action-add"),
    path(f"{_ONE}actions/agree/", closing.agree_actions, name="incident-actions-agree"),
    path(f"{_ONE}actions/<uuid:action>/done/", closing.finish_action, name="incident-action-done"),
    path(f"{_ONE}close/", closing.close, name="incident-close"),
    path(f"{_ONE}news/", closing.news, name="incident-news"),
    path(f"{_ONE}risk/", closing.risk, name="incident-risk"),
]
