"""The rows of a table that is taken in, and how many there may be: more than an office has, less than chokes a PC."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coopdesk.errors import CoopDeskError

MOST_ROWS = 10_000
MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is not empty: its number in the sheet, counted from 1, and its cells as texts, days as 2026-11-24."""

    number: int
    cells: tuple[str, ...]


def filled(rows: Iterable[Iterable[str]], name: str, first: int = 1) -> Iterator[Line]:
    """Yield the rows that are not empty, each up to its last cell that is not; `first` is the first row's number.

    Raises:
        CoopDeskError: there are too many (`tables.too_many`), or one is too long (`tables.too_wide`).
    """
    count = 0
    for number, row in enumerate(rows, start=first):
        cells = [cell.strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        count += 1
        if count > MOST_ROWS:
            raise CoopDeskError("tables.too_many", file=name, most=MOST_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise CoopDeskError("tables.too_wide", file=name, most=MOST_COLUMNS)
        yield Line(number, tuple(cells))
