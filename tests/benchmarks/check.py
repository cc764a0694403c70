"""`coopdesk check` as a person types it, and the judging itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from subprocess import run

from coopdesk.desk import books
from coopdesk.desk.opening import open_desk
from coopdesk.order.assess import assess
from tests.benchmarks.examples import COMMAND, example
from tests.benchmarks.figure import Figure, in_turn


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of checking."""
    small = example(folder, 2)
    took = in_turn(9, check=lambda: run([COMMAND, "--data-dir", small, "check"], check=True, capture_output=True))
    yield Figure("coopdesk check, small register", took["check"], 0.6, "s")

    def judge(accounts: int) -> float:
        parts = open_desk(example(folder, accounts))
        facts, rulebook, today = parts.facts(), books.rulebook(), date.today()
        parts.register.close()
        return in_turn(3, assess=lambda: assess(facts, rulebook, today))["assess"]

    thousand, ten_thousand = judge(1_000), judge(10_000)
    yield Figure("assessing 1,000 accounts", thousand, 0.2, "s")
    yield Figure("assessing 10,000 accounts", ten_thousand / thousand, 11, "× 1,000", f"{ten_thousand:.2f} s")
