"""Signing a certificate, and verifying one as a person types it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from coopdesk.desk.certify import certificate_paper, issue_certificate
from coopdesk.desk.opening import open_desk
from coopdesk.papers.signing import new_key, sign
from tests.benchmarks.examples import COMMAND, example
from tests.benchmarks.figure import Figure, in_turn


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of the certificate's proof."""
    register = example(folder, 2)
    parts = open_desk(register)
    pdf, key = certificate_paper(parts, "bn").pdf(), new_key()
    _, file = issue_certificate(parts, "bn", "benchmark")
    parts.register.close()

    load = [sys.executable, "-c", "import pyhanko.sign"]
    took = in_turn(
        9,
        sign=lambda: sign(pdf, key, "GOPALGANJ", "COOP-GOPALGANJ-2026-0001"),
        load=lambda: run(load, check=True),
        verify=lambda: run([COMMAND, "--data-dir", register, "verify", file], check=True, capture_output=True),
    )
    loading = f"before the first, loading pyHanko: {took['load']:.1f} s"
    yield Figure("signing a certificate", took["sign"], 0.3, "s", loading)
    yield Figure("coopdesk verify", took["verify"], 1, "s")
