"""`coopdesk check` as a person types it, and the judging itself."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from subprocess import run

from coopdesk.desk import books
from coopdesk.desk.opening import open_desk
from coopdesk.order.assess import assess
from coopdesk.order.findings import Assessment
from tests.benchmarks.examples import COMMAND, example
from tests.benchmarks.figure import Figure, in_turn


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of checking."""
    small = example(folder, 2)
    took = in_turn(9, check=lambda: run([COMMAND, "--data-dir", small, "check"], check=True, capture_output=True))
    yield Figure("coopdesk check, small register", took["check"], 0.6, "s")

    def judge(accounts: int) -> Callable[[], Assessment]:
        parts = open_desk(example(folder, accounts))
        facts, rulebook, today = parts.facts(), books.rulebook(), date.today()
        parts.register.close()
        return lambda: assess(facts, rulebook, today)

    took = in_turn(5, thousand=judge(1_000), ten_thousand=judge(10_000))
    yield Figure("assessing 1,000 accounts", took["thousand"], 0.2, "s")
    compared = took["ten_thousand"] / took["thousand"]
    yield Figure("assessing 10,000 accounts", compared, 11, "× 1,000", f"{took['ten_thousand']:.2f} s")
