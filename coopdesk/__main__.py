"""`python -m coopdesk` and the `coopdesk` command."""

import sys
from pathlib import Path

from coopdesk.app import open_window


def main() -> None:
    """Run CoopDesk: the window, or the command line where more than the register's folder is named."""
    match sys.argv[1:]:
        # The usual start skips the command line's library: a tenth of a second on an old PC.
        case []:
            sys.exit(open_window(None))
        case ["--data-dir", folder] if not folder.startswith("-"):
            sys.exit(open_window(Path(folder)))
        case _:
            from coopdesk.cli import run  # noqa: PLC0415 - as said above

            run()


if __name__ == "__main__":
    main()
