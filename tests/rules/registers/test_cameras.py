"""Cameras as a register: what having any means."""

from datetime import date

from guardbook.rules.registers import cctv
from guardbook.rules.registers.cctv import Camera, RunBy
from guardbook.rules.registers.entries import Counted

TODAY = date(2026, 11, 22)


def test_a_provider_with_cameras_pays_the_fee() -> None:
    (found,) = cctv.findings([Counted(Camera(name="Front door", run_by=RunBy.US))], TODAY)

    assert "must pay the data protection fee" in found.text


def test_a_familys_camera_is_not_ours_to_pay_for() -> None:
    assert not list(cctv.findings([Counted(Camera(name="Own room", run_by=RunBy.FAMILY))], TODAY))
