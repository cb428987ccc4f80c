"""The four ways a request can fail that are not bugs; each way in translates them once."""


class GuardbookError(Exception):
    """Base of the failures a person can do something about."""


class NotFound(GuardbookError):
    """There is no such thing, or the person asking may not know that there is."""


class NotPermitted(GuardbookError):
    """A member of the organisation asked for something their access does not allow."""


class Refused(GuardbookError):
    """A rule said no. ``reasons`` are sentences to show as they are."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Conflict(GuardbookError):
    """Somebody else changed the same thing first. ``theirs`` names what is stored now."""

    def __init__(self, message: str, theirs: object = None) -> None:
        super().__init__(message)
        self.theirs = theirs
