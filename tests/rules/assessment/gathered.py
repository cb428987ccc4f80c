"""The worked cases of suggestions that stand in files of their own (``cases_<area>.py``), gathered into one table.

Each such file has ``CASES``: by name, a question, facts, the outcome and the day it
changes. A name begins with the number of its question or the id of the rule book's example.
"""

from datetime import date
from importlib import import_module
from pathlib import Path

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import Item

Case = tuple[Item, Facts, Outcome, date | None]

_FILES = [
    import_module(f"tests.rules.assessment.{file.stem}") for file in sorted(Path(__file__).parent.glob("cases_*.py"))
]
CASES: dict[str, Case] = {name: case for file in _FILES for name, case in file.CASES.items()}
