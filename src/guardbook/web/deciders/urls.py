"""Addresses of the working pages of the people who decide, and of what they make."""

from django.urls import URLPattern, path

from guardbook.web.deciders.views import asking, champion, reports, working

_HERE = "o/<uuid:organisation>/deciding/"
_REPORTS = f"{_HERE}reports/"
_PACK = f"{_HERE}champion/"

urlpatterns: list[URLPattern] = [
    path(_HERE, working.overview, name="deciding"),
    path(f"{_HERE}lead/", working.lead, name="deciding-lead"),
    path(f"{_HERE}officer/", working.officer, name="deciding-officer"),
    path(f"{_HERE}guardian/", working.guardian, name="deciding-guardian"),
    path(f"{_HERE}guardian/register-entry.<str:form>", working.register_entry, name="guardian-entry"),
    path(f"{_HERE}risks/", working.risk_owner, name="deciding-risks"),
    path(f"{_HERE}ask/<slug:whom>/", asking.ask, name="deciding-ask"),
    path(f"{_HERE}advice/<uuid:entry_id>/answer/", asking.answer, name="advice-answer"),
    path(_PACK, champion.year, name="champion"),
    path(f"{_PACK}<slug:topic>/", champion.show, name="champion-topic"),
    path(f"{_PACK}<slug:topic>/<slug:part>.<str:form>", champion.download, name="champion-download"),
    path(_REPORTS, reports.listing, name="deciding-reports"),
    path(f"{_REPORTS}make/<slug:kind>/", reports.make, name="deciding-report-make"),
    path(f"{_REPORTS}<uuid:kept_id>/", reports.show, name="deciding-report"),
    path(f"{_REPORTS}<uuid:kept_id>/report.<str:form>", reports.download, name="deciding-report-download"),
]
