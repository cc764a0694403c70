"""What is wrong with a file that was to be imported: each fault with its place, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coopdesk.errors import CoopDeskError
from coopdesk.texts import Said, Text, say, table


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a file: its place ("accounts[3].address"), and what was expected there."""

    place: str
    expected: Said


class ImportRefused(CoopDeskError):
    """The file was not imported, and nothing was changed. `faults` says why, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Refuse for these faults."""
        self.faults = faults
        first = faults[0]
        place: Text | str = first.place or table("register")["place.whole"]
        super().__init__("import.refused", count=len(faults), place=place, expected=first.expected)


def as_fault(found: Mapping[str, Any]) -> Fault:
    """Say in words what pydantic found: one entry of its `ValidationError.errors()`."""
    return Fault(_place(found["loc"]), _expected(found))


def _place(loc: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc if part != "[key]")
    return "".join(parts).removeprefix(".")


_KINDS = {
    "missing": "present",
    "unexpected_keyword_argument": "absent",
    "extra_forbidden": "absent",
    "string_type": "text",
    "bool_type": "yes_no",
    "int_type": "number",
    "int_from_float": "number",
    "int_parsing_size": "number",
    "tuple_type": "list",
    "frozen_set_type": "list",
    "dict_type": "object",
    "mapping_type": "object",
    "dataclass_type": "object",
}


def _expected(fault: Mapping[str, Any]) -> Said:
    kind, values = fault["type"], fault.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return say("register", "expected.one_of", choices=str(values["expected"]).replace(" or ", ", "))
    if kind.startswith("datetime"):
        return say("register", "expected.datetime")
    if kind.startswith("date_"):
        return say("register", "expected.date")
    return say("register", f"expected.{_KINDS.get(kind, 'other')}")
