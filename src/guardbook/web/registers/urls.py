"""Addresses of the registers."""

from django.urls import URLPattern, path

from guardbook.web.registers import fee, phone_list, spreadsheets, together, views
from guardbook.web.registers.moving import looking
from guardbook.web.registers.moving import views as moving
from guardbook.web.registers.own import disposal, flow_map, policy, record, risk, walk

_HERE = "o/<uuid:organisation>/registers/"
_PERSON = "o/<uuid:organisation>/people/<uuid:person_id>/"
_ONE = f"{_HERE}<slug:slug>/"
_ENTRY = f"{_ONE}<uuid:entry_id>/"
_RECORD = f"{_HERE}processing/record/"
_DISPOSAL = f"{_HERE}disposals/<uuid:entry_id>/"
_RISK = f"{_HERE}risks/<uuid:entry_id>/"
_POLICY = f"{_HERE}policies/<uuid:entry_id>/"
_WALKS = f"{_HERE}spot-checks/"
_WALK = f"{_WALKS}<uuid:entry_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{_PERSON}access/", moving.can_use, name="person-access"),
    path(f"{_PERSON}leaving/", moving.leaving, name="person-leaving"),
    path(f"{_PERSON}staying/", moving.staying, name="person-staying"),
    path(_HERE, views.index, name="registers"),
    path(f"{_HERE}access/look-through/", looking.look_through, name="access-review"),
    path(_ONE, views.show, name="register-list"),
    path(f"{_ONE}add/", views.add, name="register-add"),
    path(f"{_ONE}starters/", together.starters, name="register-starters"),
    path(f"{_ONE}check/", together.settle, name="register-settle"),
    path(f"{_ONE}confirm/", together.confirm, name="register-confirm"),
    path(_ENTRY, views.entry, name="register-entry"),
    path(f"{_ENTRY}change/", views.change, name="register-change"),
    path(f"{_ENTRY}archive/", views.archive, name="register-archive"),
    path(f"{_ENTRY}restore/", views.restore, name="register-restore"),
    path(f"{_ENTRY}review/", views.review, name="register-review"),
    path(f"{_ENTRY}attach/", together.attach, name="register-attach"),
    path(f"{_ENTRY}attached/<uuid:evidence_id>/remove/", together.unattach, name="register-unattach"),
    path(f"{_HERE}disposals/due/", disposal.due, name="disposals-due"),
    path(f"{_DISPOSAL}decide/", disposal.decide, name="disposal-decide"),
    path(f"{_DISPOSAL}gone/", disposal.gone, name="disposal-gone"),
    path(f"{_DISPOSAL}certificate/<str:form>/", disposal.certificate, name="disposal-certificate"),
    path(f"{_HERE}flows/map/", flow_map.show, name="flow-map"),
    path(f"{_RECORD}pdf/in-background/", record.in_background, name="record-pdf"),
    path(f"{_RECORD}<str:form>/", record.download, name="record-download"),
    path(f"{_RISK}accept/", risk.accept, name="risk-accept"),
    path(f"{_POLICY}readers/", policy.readers, name="policy-readers"),
    path(f"{_POLICY}readers/off/", policy.take_off, name="policy-take-off"),
    path(f"{_POLICY}read/", policy.say_read, name="policy-read"),
    path("o/<uuid:organisation>/to-read/", policy.to_read, name="to-read"),
    path("o/<uuid:organisation>/to-read/<uuid:person_id>/me/", policy.claim_name, name="name-claim"),
    path(f"{_WALKS}walk/", walk.start, name="walk-start"),
    path(f"{_WALK}walk/", walk.overview, name="walk"),
    path(f"{_WALK}walk/<slug:stop>/", walk.stop, name="walk-stop"),
    path(f"{_WALK}faults/<slug:look>/", walk.fault, name="walk-fault"),
    path(f"{_WALK}faults/<slug:look>/photo/", walk.photograph, name="walk-photo"),
    *spreadsheets.urlpatterns,
    *phone_list.urlpatterns,
    *fee.urlpatterns,
]
