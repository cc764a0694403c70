"""A table with its search line, and a word on how to begin where it is empty."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui import theme
from coopdesk.ui.models.table import RECORD_ROLE, STATUS_ROLE, Column, RecordModel, RecordProxy
from coopdesk.ui.widgets.basics import Card, label
from coopdesk.ui.widgets.chip import draw_chip
from coopdesk.ui.widgets.fields import line

_ROW = 44
_LEAST = 160  # pixels that the growing column keeps; where that is too much, the table scrolls to its sides


class TablePanel(QWidget):
    """Records in a sortable, searchable table. `opened` carries the record that was double-clicked or entered."""

    opened = Signal(object)
    selected = Signal(object)

    def __init__(self, columns: Sequence[Column[Any]], empty: str, name: str, grows: int = 0) -> None:
        """Show `columns`; `empty` says how to begin, `name` is for screen readers, column `grows` takes the room."""
        super().__init__()
        self._model: RecordModel[Any] = RecordModel(columns, self)
        self._proxy = RecordProxy(self)
        self._proxy.setSourceModel(self._model)
        self.search = line(placeholder=self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._proxy.search)
        self.view = _View()
        self.view.resized.connect(self._fit)
        self._set_up_view(name, grows, [column.width for column in columns])
        self._empty = Card()
        self._empty.body.addWidget(label(empty, "muted"))
        self._empty.body.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(self._stack, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.search.setFocus)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show other records; the one selected stays selected where it is still there."""
        kept = getattr(self.record, "id", None)
        self._model.show_records(records)
        self._stack.setCurrentIndex(0 if records else 1)
        self.search.setVisible(bool(records))
        self._fit()
        if kept is not None:
            self.select(kept)

    def select(self, record_id: str) -> None:
        """Select the record of an id, where it is shown."""
        for place in range(self._proxy.rowCount()):
            index = self._proxy.index(place, 0)
            if getattr(index.data(RECORD_ROLE), "id", None) == record_id:
                self.view.selectRow(place)
                return

    def clear_selection(self) -> None:
        """Select none."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())

    @property
    def record(self) -> Any:
        """The selected record, or None."""
        index = self.view.currentIndex()
        return index.data(RECORD_ROLE) if index.isValid() else None

    def _fit(self) -> None:
        """Let the growing column take what the others leave, but never less than can be read."""
        header, grows = self.view.horizontalHeader(), self._grows
        others = sum(header.sectionSize(place) for place in range(header.count()) if place != grows)
        if self.view.viewport().width() - others >= _LEAST:
            header.setSectionResizeMode(grows, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(grows, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(grows, _LEAST)

    def _set_up_view(self, name: str, grows: int, widths: Sequence[int | None]) -> None:
        view, self._grows = self.view, grows
        view.setModel(self._proxy)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setItemDelegate(_ChipDelegate(view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(40)
        for place, width in enumerate(widths):
            if width is not None:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(place, width)
        view.activated.connect(self._on_activated)
        view.selectionModel().currentRowChanged.connect(self._on_row)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RECORD_ROLE))

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid() and not self.view.selectionModel().isRowSelected(index.row()):
            self.view.selectRow(index.row())  # Tab into the table makes its first row the current one, unmarked
        self.selected.emit(index.data(RECORD_ROLE))


class _View(QTableView):
    """Says when it has other room: only then does it know how much."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the room that there is now."""
        super().resizeEvent(event)
        self.resized.emit()


class _ChipDelegate(QStyledItemDelegate):
    """Draws a status as a chip, all else as the style does."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        status = index.data(STATUS_ROLE)
        if status is None:
            super().paint(painter, option, index)
            return
        drawn: Any = option  # PySide's stubs leave out what QStyleOption holds
        if drawn.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(drawn.rect, theme.colour("green_soft"))
        painter.save()
        painter.setPen(theme.colour("line"))
        painter.drawLine(drawn.rect.bottomLeft(), drawn.rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(drawn.font)
        draw_chip(painter, QRectF(drawn.rect).adjusted(8, 8, -8, -8), status, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the chip's sign."""
        hint = super().sizeHint(option, index)
        return hint + QSize(56, 0) if index.data(STATUS_ROLE) is not None else hint + QSize(8, 0)
