"""Taking in a spreadsheet of accounts: which column holds what, what is wrong with a row, and all or the good ones."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coopdesk import resources
from coopdesk.bangla.names import normal_form
from coopdesk.desk.accounts import put_new
from coopdesk.desk.intake_row import FIELDS, Reading, read_row
from coopdesk.desk.parts import Parts
from coopdesk.desk.tables import head_of
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Facts, State
from coopdesk.order.platforms import Platforms
from coopdesk.tables import Line, read_sheet
from coopdesk.texts import Said, say

_HEAD_WITHIN = 12  # rows: above its heads a list often has the office's name and a title
_SIGNS = re.compile(r"[\s:;,.।()\[\]/*_-]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list that may be taken in: its file's name, the heads of its columns (empty where it has none), its rows."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: its number in the sheet, its address and name as written, and the account it makes.

    `troubles` say what is wrong with it; then there is no account.
    """

    number: int
    address: str
    name: str
    account: Account | None
    troubles: tuple[Said, ...]

    @property
    def id(self) -> str:
        """The number, as views ask for it."""
        return str(self.number)


def open_sheet(parts: Parts, source: Path) -> Sheet:
    """Read a spreadsheet and find its heads.

    Raises:
        CoopDeskError: the file cannot be taken (`tables.*`).
    """
    lines = read_sheet(source)
    name = "".join(letter if letter.isprintable() else "?" for letter in source.name)
    place = _head_line(lines, parts.platforms)
    if place is None:
        return Sheet(name, ("",) * len(lines[0].cells), lines)
    if len(lines) == place + 1:
        raise CoopDeskError("tables.empty", file=name)
    return Sheet(name, lines[place].cells, lines[place + 1 :])


def guess_fields(parts: Parts, sheet: Sheet) -> tuple[str, ...]:
    """Return for each column the field (of FIELDS) that it seems to hold, or an empty text; no field twice."""
    guessed = _by_heads(sheet.heads)
    if "address" not in guessed:
        counts = [
            sum(_is_known(line.cells[place], parts.platforms) for line in sheet.lines[:50])
            for place in range(len(guessed))
        ]
        if max(counts, default=0):
            guessed[counts.index(max(counts))] = "address"
    return tuple(guessed)


def look_at(parts: Parts, sheet: Sheet, fields: Sequence[str]) -> tuple[Row, ...]:
    """Return what each row would become, `fields` saying what the columns hold.

    Raises:
        CoopDeskError: no office is described (`desk.no_office`).
    """
    return tuple(_rows(parts, parts.facts(), sheet, fields))


def take_in(parts: Parts, sheet: Sheet, fields: Sequence[str], who: str, *, leave_out_bad: bool) -> int:
    """Add the accounts of all rows, or (`leave_out_bad`) of those with nothing wrong; return how many.

    Raises:
        CoopDeskError: a row has something wrong (`intake.bad_rows`), none is good (`intake.nothing`), or the disk
            refuses. Nothing is changed then.
    """
    with parts.register.deed("take_in_accounts", who, sheet.name) as writer:
        facts = parts.facts()
        rows = tuple(_rows(parts, facts, sheet, fields))
        bad = [row for row in rows if row.troubles]
        accounts = [row.account for row in rows if row.account is not None]
        if bad and not leave_out_bad:
            raise CoopDeskError("intake.bad_rows", count=len(bad), row=bad[0].number, trouble=bad[0].troubles[0])
        if not accounts:
            raise CoopDeskError("intake.nothing")
        put_new(writer, facts, accounts, parts.today())
        for account in accounts:
            writer.write_line("add_account", who, account.address, {})
    return len(accounts)


def _stands_in(head: str, name: str) -> bool:
    return len(name) > 2 and name in head


def _rows(parts: Parts, facts: Facts, sheet: Sheet, fields: Sequence[str]) -> Iterator[Row]:
    # An address may stand once among the accounts in use, and once among the closed ones.
    known = {_place(account): account.name or account.address for account in facts.accounts}
    seen: dict[tuple[str, bool], int] = {}
    for line in sheet.lines:
        cells = {field: cell for field, cell in zip(fields, line.cells, strict=True) if field}
        reading: Reading = read_row(parts, cells)
        account, troubles = reading.account, list(reading.troubles)
        if account is not None:
            place = _place(account)
            if place in known:
                troubles.append(say("tables", "trouble.known", name=known[place]))
            elif place in seen:
                troubles.append(say("tables", "trouble.twice", row=seen[place]))
            if not troubles:
                seen[place] = line.number
        good = None if troubles else account
        yield Row(line.number, cells.get("address", ""), cells.get("name", ""), good, tuple(troubles))


def _place(account: Account) -> tuple[str, bool]:
    return account.address.casefold(), account.state is State.CLOSED


def _head_line(lines: Sequence[Line], platforms: Platforms) -> int | None:
    """Return which row holds the heads, None where the first one is an account's.

    It is the one with the most heads that are known, above the first address; a single word of a title or of a remark
    ("no link") makes no head.
    """
    most, place = 1, 0
    for number, line in enumerate(lines[:_HEAD_WITHIN]):
        if any(_is_known(cell, platforms) for cell in line.cells):
            return place if number else None
        known = sum(map(bool, _by_heads(line.cells))) + sum(map(bool, _by_heads(line.cells, (str.__eq__,))))
        if known > most:
            most, place = known, number
    return place


def _by_heads(heads: Sequence[str], ways: Sequence[Callable[[str, str], bool]] = (str.__eq__, _stands_in)) -> list[str]:
    """Return the field of each column by its head; the ways in which a head may fit are tried one after the other."""
    plain = [_plain(head) for head in heads]
    guessed = [""] * len(heads)
    for fits in ways:
        for field, names in _names().items():
            free = (place for place, head in enumerate(plain) if head and not guessed[place])
            if field not in guessed:
                found = next((place for place in free if any(fits(plain[place], name) for name in names)), None)
                if found is not None:
                    guessed[found] = field
    return guessed


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return the heads that people give to each field, our own tables' among them."""
    written = resources.toml("intake.toml")["heads"]
    return {field: tuple(map(_plain, (*written[field], head_of(field).bn, head_of(field).en))) for field in FIELDS}


def _plain(head: str) -> str:
    return _SIGNS.sub(" ", normal_form(head)).strip()


def _is_known(cell: str, platforms: Platforms) -> bool:
    """Tell whether a cell holds the address of an account on a platform that is known."""
    if "." not in cell or len(cell.split()) > 1:
        return False
    try:
        return platforms.recognise(cell).kind is not platforms.other
    except CoopDeskError:
        return False
