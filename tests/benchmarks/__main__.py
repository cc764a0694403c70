"""Measure everything and print it; exit 1 where more was measured than is allowed."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import check, papers, passwords, preview, proof, tables, window


def main() -> int:
    """Print a line for each figure as it is measured."""
    missed = False
    with TemporaryDirectory() as folder:
        for bench in (check, passwords, papers, preview, proof, tables, window):
            for figure in bench.figures(Path(folder)):
                missed |= not figure.holds
                verdict = "holds " if figure.holds else "MISSED"
                print(
                    f"{verdict}  {figure.what:<36}{figure.measured:9.2f} {figure.unit:<8}"
                    f" at most {figure.allowed:g}   {figure.detail}".rstrip(),
                    flush=True,
                )
    return int(missed)


sys.exit(main())
