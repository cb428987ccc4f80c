"""The `guardbook` command."""

import sys

from guardbook.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
