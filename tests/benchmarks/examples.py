"""Example registers, made once for all benchmarks of a run."""

import sys
from pathlib import Path
from subprocess import run

COMMAND = Path(sys.executable).with_name("coopdesk")


def example(folder: Path, accounts: int) -> Path:
    """Return an example register of so many accounts in `folder`, made if it isn't there yet."""
    register = folder / f"example-{accounts}"
    if not register.exists():
        run([COMMAND, "demo", register, "--accounts", str(accounts)], check=True, capture_output=True)
    return register
