"""What a plain provider does with information: as offered, with what only it can know."""

from dataclasses import replace

from guardbook.actions.demo.plain.draw import Draw
from guardbook.rules.registers.assets import Asset
from guardbook.rules.registers.flows import Flow
from guardbook.rules.registers.opt_out import Disclosure
from guardbook.rules.registers.processing import Paper, Processing
from guardbook.rules.registers.retention import ScheduleLine


def line(draw: Draw, entry: ScheduleLine) -> ScheduleLine:
    """As published."""
    del draw
    return entry


def place(draw: Draw, entry: Asset) -> Asset:
    """With a keeping time, mostly, and somebody who looked at who can get in."""
    kept = entry.retention or (() if draw.lapse() else draw.any_of("retention"))
    return replace(entry, retention=kept, access_reviewed_on=draw.lately(), suppliers=draw.any_of("suppliers"))


def use(draw: Draw, entry: Processing) -> Processing:
    """With its papers, mostly, and how it is kept safe."""
    papers = (Paper.NOTICE,) if draw.lapse() else tuple(Paper)
    return replace(entry, papers=papers, leaves_uk=False, security="Locked, or behind a log-in of one's own.")


def flow(draw: Draw, entry: Flow) -> Flow:
    """With its contract, and safe on the way, mostly."""
    return replace(entry, agreement="Folder Contracts", is_protected=not draw.lapse())


def disclosure(draw: Draw, entry: Disclosure) -> Disclosure:
    """Only what identifies nobody."""
    return replace(entry, identifies=False, public_care=True, shared_on=draw.ago(5, 60))
