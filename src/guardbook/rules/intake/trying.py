"""Whether somebody on another device has opened an address, so that a poster with it will work for others.

Our own default: a poster that leads nowhere teaches people not to report.
"""

from dataclasses import dataclass

from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """How an address was opened. ``is_this_computer`` None: it cannot be told behind a proxy."""

    is_signed_in: bool
    is_this_computer: bool | None
    is_same_browser: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """Whether it counts, and why."""

    counts: bool
    reason: Reason


def trial(facts: Facts) -> Trial:
    """Say whether this opening shows that the address works elsewhere."""
    if facts.is_signed_in:
        return _said("It was opened by somebody signed in. Try it on a phone that is not signed in.", counts=False)
    if facts.is_this_computer:
        return _said("It was opened on the computer Guardbook runs on. Try it on a phone.", counts=False)
    if facts.is_same_browser:
        return _said("It was opened in the browser that made it. Try it on a phone.", counts=False)
    return _said("Another device has opened it.", counts=True)


def device(browser: str) -> str:
    """What a browser says of the device it runs on, in two words."""
    return (
        "a phone or tablet" if any(word in browser for word in ("Mobi", "Android", "iPhone", "iPad")) else "a computer"
    )


def _said(text: str, *, counts: bool) -> Trial:
    return Trial(counts, Reason(text, "intake.trying", Confidence.DEFAULT, "Our own default"))
