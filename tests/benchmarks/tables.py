"""A register's accounts as a spreadsheet, and a spreadsheet as accounts."""

from collections.abc import Iterator
from pathlib import Path

from coopdesk.desk.intake import guess_fields, look_at, open_sheet
from coopdesk.desk.opening import open_desk
from coopdesk.desk.tables import save_table
from tests.benchmarks.examples import example
from tests.benchmarks.figure import Figure, in_turn


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of tables."""
    large, small = open_desk(example(folder, 1_000)), open_desk(example(folder, 2))
    list_, lines = folder / "accounts.xlsx", folder / "accounts.csv"

    def preview() -> None:
        sheet = open_sheet(small, list_)
        assert len(look_at(small, sheet, guess_fields(small, sheet))) == 1_000

    took = in_turn(
        5,
        xlsx=lambda: save_table(large, "accounts", list_, "bn"),
        csv=lambda: save_table(large, "accounts", lines, "bn"),
        preview=preview,
    )
    for parts in (large, small):
        parts.register.close()
    yield Figure("1,000 accounts as XLSX", took["xlsx"], 1, "s", f"as CSV {took['csv']:.2f} s")
    yield Figure("1,000 accounts from XLSX, seen", took["preview"], 2, "s")
