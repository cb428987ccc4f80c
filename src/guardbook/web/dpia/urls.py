"""Addresses of the pages about: changes and impact assessments."""

from django.urls import URLPattern, path

from guardbook.web.dpia.views import changes, deciding, files, writing

_HERE = "o/<uuid:organisation>/changes/"
_ONE = f"{_HERE}<uuid:assessment>/"

urlpatterns: list[URLPattern] = [
    path(_HERE, changes.all_changes, name="dpia-list"),
    path(f"{_HERE}tell/", changes.tell, name="dpia-tell"),
    path(f"{_HERE}told/", changes.told, name="dpia-told"),
    path(f"{_HERE}file/", files.choose, name="dpia-file"),
    path(f"{_HERE}file/<uuid:file_id>/", files.look_at, name="dpia-file-look"),
    path(f"{_HERE}file/<uuid:file_id>/leave/", files.leave, name="dpia-file-leave"),
    path(_ONE, changes.show, name="dpia"),
    path(f"{_ONE}screen/<slug:group>/", changes.screen, name="dpia-screen"),
    path(f"{_ONE}not-needed/", changes.not_needed, name="dpia-not-needed"),
    path(f"{_ONE}begin/", changes.begin, name="dpia-begin"),
    path(f"{_ONE}about/<slug:slug>/", writing.links, name="dpia-links"),
    path(f"{_ONE}chosen-by/", writing.chooser, name="dpia-chooser"),
    path(f"{_ONE}answers/<slug:screen>/", writing.answer, name="dpia-answer"),
    path(f"{_ONE}risks/add/", writing.add_risk, name="dpia-risk-add"),
    path(f"{_ONE}risks/<uuid:risk>/", writing.change_risk, name="dpia-risk"),
    path(f"{_ONE}risks/<uuid:risk>/remove/", writing.remove_risk, name="dpia-risk-remove"),
    path(f"{_ONE}measures/add/", writing.add_measure, name="dpia-measure-add"),
    path(f"{_ONE}measures/<uuid:measure>/", writing.change_measure, name="dpia-measure"),
    path(f"{_ONE}measures/<uuid:measure>/done/", writing.finish_measure, name="dpia-measure-done"),
    path(f"{_ONE}people/", deciding.consult, name="dpia-consult"),
    path(f"{_ONE}advice/", deciding.advise, name="dpia-advise"),
    path(f"{_ONE}decide/", deciding.decide, name="dpia-decide"),
    path(f"{_ONE}regulator/asked/", deciding.regulator_asked, name="dpia-asked"),
    path(f"{_ONE}regulator/answer/", deciding.regulator_agreed, name="dpia-agreed"),
    path(f"{_ONE}begun/", deciding.go_live, name="dpia-live"),
    path(f"{_ONE}look-again/", deciding.look_again, name="dpia-look"),
    path(f"{_ONE}open/", deciding.reopen, name="dpia-reopen"),
    path(f"{_ONE}stop/", deciding.stop, name="dpia-stop"),
    path(f"{_ONE}whole.<slug:form>", files.document, name="dpia-document"),
]
