"""Guardbook: answers that prove themselves, for adult social care providers in England."""

__version__ = "0.3.0"
