"""Who sits at the computer."""

import getpass
import os


def login_name() -> str:
    """Return the name of the login that CoopDesk runs under, or its number where the system knows no name for it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # KeyError up to Python 3.12
        return f"uid {os.getuid()}"
