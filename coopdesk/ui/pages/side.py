"""A page with a table, and beside it what belongs to the record that is selected."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.ui.pages.page import NEW, Page
from coopdesk.ui.widgets.basics import button, clear, row
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel

_SIDE_WIDTH = 420


class SidePage(Page):
    """Shows records at the left and, while one is open, its cards at the right."""

    def lay_out(self, table: TablePanel, add_text: str, *below: QWidget) -> None:
        """Put the table with what stands below it, the side, and the buttons that add a record and save all."""
        self._open_at = ""
        self.table = table
        self.add = button(add_text, "primary")
        self.add.clicked.connect(self._on_add)
        self.head.addWidget(self.table_saver(self.key))
        self.head.addWidget(self.add)
        table.selected.connect(self._on_selected)
        left = QVBoxLayout()
        left.addWidget(table, 1)
        if below:
            left.addLayout(row(*below, None))
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(14)
        self._scroll = scrolled(side)
        self._scroll.setFixedWidth(_SIDE_WIDTH)
        self._scroll.hide()
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addLayout(left, 1)
        middle.addWidget(self._scroll)
        self.column.addLayout(middle, 1)

    def cards(self, record: Any) -> list[QWidget]:  # noqa: ARG002 - named for the pages that say theirs
        """Return the cards of a record, or of a new one (None)."""
        raise AssertionError("each page says its own")

    @property
    def place(self) -> str:
        """The record that is open."""
        return self._open_at

    def open_at(self, place: str) -> None:
        """Open a record."""
        self.table.select(place)
        if place == NEW:
            self.open_record(None)

    def open_record(self, record: Any) -> None:
        """Show a record's cards, or those of a new one (None)."""
        clear(self._side)
        self._open_at = record.id if record is not None else NEW
        for card in self.cards(record):
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._scroll.show()

    def close_record(self) -> None:
        """Show the table alone."""
        self._open_at = ""
        clear(self._side)
        self._scroll.hide()
        self.table.view.setFocus()

    def on_kept(self, record: Any) -> None:
        """Show a record as it was kept."""
        self.table.select(record.id)
        self.open_record(record)

    def _on_add(self) -> None:
        self.open_record(None)

    def _on_selected(self, record: Any) -> None:
        if record is not None:
            self.open_record(record)
