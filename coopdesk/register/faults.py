"""What is wrong with a file that was to be imported: each fault with its place, in both languages."""

from dataclasses import dataclass

from coopdesk.errors import CoopDeskError
from coopdesk.texts import Said, Text, table

MOST_FAULTS = 200  # are told of one file


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
