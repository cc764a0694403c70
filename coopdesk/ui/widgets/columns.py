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
    """A choice of field below the head of each column; no field is chosen twice. `chosen` says that one has changed.

    Over a switch of language the file and the fields are kept: then `wanted` asks for them to be shown again.
    """

    chosen = Signal()
    wanted = Signal(str, tuple)

    def __init__(self, name: str) -> None:
        """Show no columns yet; `name` names it among the page's inputs."""
        super().__init__()
        self.setObjectName(name)
        self._file = ""
        self._boxes: list[QComboBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_sheet(self, file: str, sheet: Sheet, fields: Sequence[str]) -> None:
        """Show the columns of a file's sheet, with the fields that they seem to hold."""
        self.forget()
        self._file = file
        options = [("", self.tr("Not taken in")), *((field, words.say(head_of(field))) for field in FIELDS)]
        for place, (head, field) in enumerate(zip(sheet.heads, fields, strict=True)):
            box = choice(options, field)
            box.currentIndexChanged.connect(self._on_chosen)
            caption = head or self.tr("Column {0}").format(words.number(place + 1))
            self._column.addWidget(Field(caption, box, _samples(sheet, place)))
            self._boxes.append(box)
        self._column.addStretch(1)

    def forget(self) -> None:
        """Show no columns any more."""
        clear(self._column)
        self._file, self._boxes = "", []

    @property
    def fields(self) -> tuple[str, ...]:
        """What each column holds, an empty text where it is not taken in."""
        return tuple(str(box.currentData()) for box in self._boxes)

    def text_to_keep(self) -> str:
        """Return the file and what its columns hold."""
        return json.dumps([self._file, self.fields]) if self._boxes else ""

    def put_back(self, text: str) -> None:
        """Ask for what was kept."""
        file, fields = json.loads(text)
        self.wanted.emit(file, tuple(fields))

    def _on_chosen(self) -> None:
        changed = self.sender()
        for box in self._boxes:
            if box is not changed and box.currentData() and box.currentData() == self._field_of(changed):
                box.blockSignals(True)
                box.setCurrentIndex(0)
                box.blockSignals(False)
        self.chosen.emit()

    def _field_of(self, box: object) -> str:
        return str(box.currentData()) if isinstance(box, QComboBox) else ""


def _samples(sheet: Sheet, place: int) -> str:
    """Return a column's first values, so that a person knows it again."""
    values = (" ".join(line.cells[place].split()) for line in sheet.lines)
    shown = ", ".join(value for value, _ in zip(filter(None, values), range(_SAMPLES), strict=False))
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
