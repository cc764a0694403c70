"""Saying what each column of a table holds that is taken in."""

import json
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from coopdesk.desk.intake import Sheet
from coopdesk.desk.intake_row import FIELDS
from coopdesk.desk.tables import head_of
from coopdesk.ui import words
from coopdesk.ui.widgets.basics import clear
from coopdesk.ui.widgets.drafts import KeptInput
from coopdesk.ui.widgets.fields import Field, choice

_SAMPLES, _LONGEST = 2, 44  # how many values of a column stand below its head, and how much of them


class ColumnFields(KeptInput):
    """A choice of field below the head of each column. `chosen` says that one has changed.

    Where two columns are said to hold the same, the one that said so first counts, and the other says so.
    Over a switch of language the file and the fields are kept: then `wanted` asks for them to be shown again.
    """

    chosen = Signal()
    wanted = Signal(str, tuple)

    def __init__(self, name: str) -> None:
        """Show no columns yet; `name` names it among the page's inputs."""
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.forget()

    def show_sheet(self, file: str, sheet: Sheet, fields: Sequence[str]) -> None:
        """Show the columns of a file's sheet, with the fields that they seem to hold."""
        self.forget()
        self._file = file
        options = [("", self.tr("Not taken in")), *((field, words.say(head_of(field))) for field in FIELDS)]
        for place, (head, field) in enumerate(zip(sheet.heads, fields, strict=True)):
            box = choice(options, field)
            box.currentIndexChanged.connect(self._on_chosen)
            caption = head or self.tr("Column {0}").format(words.number(place + 1))
            self._boxes.append(box)
            self._captioned.append(Field(caption, box, _samples(sheet, place)))
            self._column.addWidget(self._captioned[-1])
        self._column.addStretch(1)
        self._find_owners()

    def forget(self) -> None:
        """Show no columns any more."""
        clear(self._column)
        self._file = ""
        self._boxes: list[QComboBox] = []
        self._captioned: list[Field] = []
        self._owners: dict[str, int] = {}
        self._doubled: set[int] = set()

    @property
    def fields(self) -> tuple[str, ...]:
        """What each column holds, an empty text where it is not taken in."""
        return tuple("" if place in self._doubled else self._said(place) for place in range(len(self._boxes)))

    def text_to_keep(self) -> str:
        """Return the file and what its columns hold."""
        return json.dumps([self._file, self.fields]) if self._boxes else ""

    def put_back(self, text: str) -> None:
        """Ask for what was kept."""
        file, fields = json.loads(text)
        self.wanted.emit(file, tuple(fields))

    def _on_chosen(self) -> None:
        self._find_owners()
        self.chosen.emit()

    def _find_owners(self) -> None:
        """Give each field to one column: to the one that has it already, else to the first that says so."""
        self._owners = {field: place for field, place in self._owners.items() if self._said(place) == field}
        for place in range(len(self._boxes)):
            self._owners.setdefault(self._said(place), place)
        doubled = {place for place in range(len(self._boxes)) if self._is_doubled(place)}
        for place in doubled ^ self._doubled:
            told = self.tr("Another column holds this already; this one is not taken in.")
            self._captioned[place].show_error(told if place in doubled else "")
        self._doubled = doubled

    def _is_doubled(self, place: int) -> bool:
        return bool(self._said(place)) and self._owners[self._said(place)] != place

    def _said(self, place: int) -> str:
        return str(self._boxes[place].currentData())


def _samples(sheet: Sheet, place: int) -> str:
    """Return a column's first values, so that a person knows it again."""
    values = (" ".join(line.cells[place].split()) for line in sheet.lines)
    shown = ", ".join(value for value, _ in zip(filter(None, values), range(_SAMPLES), strict=False))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
