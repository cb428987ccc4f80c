"""Settings for tests: a folder of their own, quick password hashing, a clock that can be held still."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("GUARDBOOK_DATA", tempfile.mkdtemp(prefix="guardbook-test-"))

from guardbook.config.settings import *  # noqa: F403 - every setting, with the few below changed

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CLOCK_FILE = Path(os.environ["GUARDBOOK_CLOCK_FILE"]) if os.environ.get("GUARDBOOK_CLOCK_FILE") else None
