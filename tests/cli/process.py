"""Running `coopdesk` as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

_RUN = "\nfrom coopdesk.cli import run\nrun()"


def run(
    *arguments: object, given: bytes = b"", at: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `coopdesk` with arguments, something on its standard input, a working folder and an environment."""
    return _done([sys.executable, "-m", "coopdesk", *map(str, arguments)], given, at, environment)


def run_after(
    script: str, *arguments: object, at: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `coopdesk` in a process that first does what `script` says: give up rights, fill the disk."""
    return _done([sys.executable, "-c", script + _RUN, *map(str, arguments)], b"", at, environment)


def _done(
    command: list[str], given: bytes, at: Path | None, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, input=given, capture_output=True, cwd=at, env={**os.environ, **environment}, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
