"""Keeps the secrets of private addresses out of the log, where a refused request would otherwise name them."""

import logging
import re

_SECRET = re.compile(r"(/(?:calendar|invitation)/[0-9a-f-]{36}/[0-9a-f-]{36}/|/reminders/off/|/r/)[^/\s?]+")


class HideSecrets(logging.Filter):
    """Writes … in place of the secret part of an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the words of the record, and let it through."""
        said = record.getMessage()
        hidden = _SECRET.sub(r"\1…", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
