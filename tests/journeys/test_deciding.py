"""The people who decide: a rota system assessed with an officer who is not the manager, a Caldicott decision, a report."""

from tests.journeys import deciding, steps
from tests.journeys.screens import Screen
from tests.journeys.server import Server


def test_a_rota_system_is_assessed_and_the_manager_cannot_be_the_officer(
    behind_a_proxy: Server, manager: Screen
) -> None:
    here = manager.at(behind_a_proxy)
    steps.sign_in(here)
    deciding.hire(here)

    of_the_manager = deciding.appoint_the_officer(here)
    said = deciding.assess(here)

    assert "Not allowed" in of_the_manager
    assert "The change is in use." in said
    assert "Traceback" not in behind_a_proxy.log()


def test_a_caldicott_decision_and_a_monthly_report_are_kept(behind_a_proxy: Server, manager: Screen) -> None:
    here = manager.at(behind_a_proxy)
    steps.sign_in(here)

    decisions = deciding.caldicott(here)
    report = deciding.monthly_report(here)

    assert "May the police see the visitors' book?" in decisions
    assert "Two people now check each envelope." in report
    assert "Traceback" not in behind_a_proxy.log()
