"""Every register of the made-up provider, in the order in which entries lead to each other."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers import (
    deciding,
    devices,
    emergencies,
    information,
    places,
    policies,
    risks,
    suppliers,
    systems,
)
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import FROZEN, Cast, Scene
from guardbook.rules.registers import catalogue

_PARTS = (
    suppliers.suppliers,
    devices.devices,
    devices.programs,
    devices.networks,
    systems.systems,
    systems.log_ins,
    information.information,
    policies.policies,
    places.paper,
    places.buildings,
    places.cameras,
    places.walk_rounds,
    risks.risks,
    emergencies.plans,
    emergencies.contacts,
    emergencies.backups,
    emergencies.exercises,
    deciding.observations,
    deciding.contributions,
    deciding.advice,
    deciding.audits,
    deciding.regulator,
    deciding.guardian,
    deciding.kept_reports,
)


_AUTUMN = ("access", "risks")  # looked at every half year


def registers(cast: Cast) -> Iterator[Scene]:
    """All that was put in and changed; and three days before the freeze, somebody's word that each is whole."""
    for part in _PARTS:
        yield from part(cast)
    for register in catalogue.ALL:
        yield Book(cast, register.slug, story.MANAGER).confirm(FROZEN + 3)
    for slug in _AUTUMN:
        yield Book(cast, slug, story.MANAGER).confirm(37)
