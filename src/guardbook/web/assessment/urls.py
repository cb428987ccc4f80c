"""Addresses of the toolkit pages."""

from django.urls import URLPattern, path

from guardbook.web.assessment.views import bringing, item, lists, overview, publishing, resting

_TOOLKIT = "o/<uuid:organisation>/toolkit/"
_LIST = f"{_TOOLKIT}<slug:framework>/<slug:version>/"
_ITEM = f"{_LIST}<str:ref>/"

urlpatterns: list[URLPattern] = [
    path(_TOOLKIT, overview.toolkit, name="toolkit"),
    path(_LIST, overview.overview, name="toolkit-overview"),
    path(f"{_LIST}start/", overview.start, name="toolkit-start"),
    path(f"{_LIST}plan/", overview.plan, name="toolkit-plan"),
    path(f"{_LIST}next/", overview.next_question, name="toolkit-next"),
    path(f"{_LIST}last-year/", bringing.last_year, name="toolkit-last-year"),
    path(f"{_LIST}list/", lists.official, name="toolkit-list"),
    path(f"{_LIST}list/accept/", lists.accept, name="toolkit-list-accept"),
    path(f"{_LIST}publish/", publishing.publish, name="toolkit-publish"),
    path(f"{_LIST}companion/", publishing.companion, name="toolkit-companion"),
    path(f"{_LIST}published/", publishing.published, name="toolkit-published"),
    path(f"{_LIST}published/<uuid:publication_id>/take-back/", publishing.take_back, name="toolkit-take-back"),
    path(f"{_LIST}copies/", publishing.copies, name="toolkit-snapshots"),
    path(f"{_LIST}copies/<uuid:snapshot_id>/answers.xlsx", publishing.workbook, name="toolkit-workbook"),
    path(f"{_LIST}copies/<uuid:snapshot_id>/answers.pdf", publishing.document, name="toolkit-document"),
    path(f"{_LIST}action-plan/", publishing.action_plan, name="toolkit-action-plan"),
    path(
        "o/<uuid:organisation>/registers/<slug:slug>/<uuid:entry_id>/answers/", resting.answers, name="register-answers"
    ),
    path(_ITEM, item.item, name="toolkit-item"),
    path(f"{_ITEM}why/", item.why, name="toolkit-why"),
    path(f"{_ITEM}confirm/", item.confirm_suggestion, name="toolkit-confirm"),
    path(f"{_ITEM}confirm-words/", item.confirm_words, name="toolkit-confirm-words"),
    path(f"{_ITEM}withdraw/", item.withdraw, name="toolkit-withdraw"),
    path(f"{_ITEM}comment/", item.comment, name="toolkit-comment"),
    path(f"{_ITEM}proof/<uuid:evidence_id>/remove/", item.remove_proof, name="toolkit-proof-remove"),
]
