"""Reading one row of a spreadsheet of accounts: each cell as a person may have written it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from coopdesk import resources
from coopdesk.bangla.digits import to_ascii, to_bangla
from coopdesk.bangla.names import normal_form, tidy
from coopdesk.desk.parts import Parts, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, State
from coopdesk.order.platforms import Recognised
from coopdesk.register import door
from coopdesk.texts import Said, Text, say, table

FIELDS = ("address", "kind", "name", "purpose", "audience", "run_by", "uses", "two_step", "state", "opened_on")
"""What a column may hold; keys of the tables' heads."""

_SHOWN = 60  # letters of a cell that is not understood
_BETWEEN_USES = re.compile(r"[,;।\s]+")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(slots=True)
class Reading:
    """What a row says: the account, None where its address cannot be read; and what is wrong with the row."""

    account: Account | None = None
    troubles: list[Said] = field(default_factory=list)


def read_row(parts: Parts, cells: Mapping[str, str]) -> Reading:
    """Read a row's cells, by the field that each holds."""
    reading = Reading()
    found = _address(parts, cells.get("address", ""), reading)
    fields = _fields(parts, cells, reading)
    if found is None:
        return reading
    kind = _kind(parts, cells.get("kind", ""), found, reading)
    reading.account = Account(new_id(), *kind, found.address, found.handle, **fields)
    for place, expected in door.faults(reading.account):
        reading.troubles.append(say("tables", "trouble.field", field=door.field_name(place), expected=expected))
    return reading


def _address(parts: Parts, cell: str, reading: Reading) -> Recognised | None:
    if not cell:
        reading.troubles.append(say("tables", "trouble.no_address"))
        return None
    try:
        return parts.platforms.recognise(cell)
    except CoopDeskError as trouble:
        reading.troubles.append(trouble.said)
        return None


def _kind(parts: Parts, cell: str, found: Recognised, reading: Reading) -> tuple[str, str]:
    """Return platform and kind: the kind that the cell names, else what the address tells."""
    written = normal_form(cell)
    for kind in parts.platforms.kinds:
        if written in (normal_form(kind.name.bn), normal_form(kind.name.en)):
            if found.kind.platform not in (kind.platform, parts.platforms.other.platform):
                said = say("tables", "trouble.other_kind", found=found.kind.name, written=kind.name)
                reading.troubles.append(said)
            return kind.platform, kind.id
    return found.kind.platform, found.kind.id


def _fields(parts: Parts, cells: Mapping[str, str], reading: Reading) -> dict[str, Any]:
    """Return what the other cells say."""
    fields: dict[str, Any] = {name: tidy(cells.get(name, "")) for name in ("name", "purpose", "audience", "run_by")}
    opened = _day(parts, cells.get("opened_on", ""), reading)
    state = _state(cells.get("state", ""), reading) or (State.ACTIVE if opened else State.SETTING_UP)
    if state is State.ACTIVE:
        opened = opened or parts.today()
    fields |= {"state": state, "opened_on": None if state is State.SETTING_UP else opened}
    fields["uses"] = tuple(_uses(parts, cells.get("uses", ""), reading))
    fields["two_step"] = _yes(cells.get("two_step", ""), reading)
    return fields


def _uses(parts: Parts, cell: str, reading: Reading) -> Iterator[str]:
    known = parts.rulebook.clause("02").points
    named = set()
    for written in filter(None, _BETWEEN_USES.split(cell)):
        number = to_ascii(written).zfill(4)  # a spreadsheet makes 2.1 of 02.1
        if number in known:
            named.add(number)
        else:
            example = Text(to_bangla("02.1, 02.3"), "02.1, 02.3")
            reading.troubles.append(say("tables", "trouble.use", text=_short(written), example=example))
    yield from (use for use in known if use in named)


def _yes(cell: str, reading: Reading) -> bool:
    written, answers = normal_form(cell), _answers()
    if written and written not in answers["yes"] | answers["no"]:
        reading.troubles.append(say("tables", "trouble.yes_or_no", text=_short(cell)))
    return written in answers["yes"]


def _state(cell: str, reading: Reading) -> State | None:
    if not cell:
        return None
    names = {state: table("papers")[f"state.{state}"] for state in State}
    for state, name in names.items():
        if normal_form(cell) in _answers()[state] | {normal_form(name.bn), normal_form(name.en)}:
            return state
    reading.troubles.append(say("tables", "trouble.state", text=_short(cell), states=tuple(names.values())))
    return None


def _day(parts: Parts, cell: str, reading: Reading) -> date | None:
    if not cell:
        return None
    written = to_ascii(cell)
    if found := _ISO.fullmatch(written):
        numbers = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(written):
        numbers = found[3], found[2], found[1]
    else:
        numbers = "0", "0", "0"  # no day at all
    try:
        day = date(*map(int, numbers))
    except ValueError:
        reading.troubles.append(say("tables", "trouble.day", text=_short(cell)))
        return None
    if day > parts.today():
        reading.troubles.append(say("tables", "trouble.future", day=day))
    return day


def _short(cell: str) -> str:
    return cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"


@cache
def _answers() -> dict[str, set[str]]:
    return {word: set(map(normal_form, written)) for word, written in resources.toml("intake.toml")["answers"].items()}
