"""A table of records: columns as data, sorted as the Bangla dictionary does, and searched by all that it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from coopdesk.bangla.names import normal_form
from coopdesk.bangla.sorting import sort_key
from coopdesk.ui import words

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole
STATUS_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its head, and what stands in it for a record. A date is shown in words and sorted as a day.

    `status` names a status that is drawn as a chip, None where the column is plain text. `width` is the most it takes,
    in pixels; None for as much as it needs.
    """

    head: str
    value: Callable[[R], str | date | int]
    status: Callable[[R], str] | None = None
    width: int | None = None


class RecordModel(QAbstractTableModel, Generic[R]):
    """Feeds a view with records of one kind; read-only."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._records: tuple[R, ...] = ()
        self._texts: dict[int, str] = {}

    def show_records(self, records: Sequence[R]) -> None:
        """Show other records; what is told of the same ones may be new."""
        self._texts = {}
        if tuple(records) != self._records:
            self.beginResetModel()
            self._records = tuple(records)
            self.endResetModel()
        elif self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self._columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: texts as the dictionary does, days and numbers by size."""
        if column >= 0:
            value = self._columns[column].value
            self.layoutAboutToBeChanged.emit()
            descending = order is Qt.SortOrder.DescendingOrder
            self._records = tuple(sorted(self._records, key=lambda record: _key(value(record)), reverse=descending))
            self._texts = {}
            self.layoutChanged.emit()

    def text_of(self, row: int) -> str:
        """Return all that a row shows, in the form in which it is searched."""
        if row not in self._texts:
            shown = (_shown(column.value(self._records[row])) for column in self._columns)
            self._texts[row] = normal_form(" ".join(shown))
        return self._texts[row]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, its key for sorting, its status, or its record."""
        if not index.isValid():
            return None
        column, record = self._columns[index.column()], self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _shown(column.value(record))
            case _ if role == STATUS_ROLE:
                return column.status(record) if column.status else None
            case _ if role == RECORD_ROLE:
                return record
        return None


class RecordProxy(QSortFilterProxyModel):
    """Shows only rows in which each searched word stands. The model itself sorts: by keys, which is much quicker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def search(self, text: str) -> None:
        """Show only rows that hold every word of `text`, however it was typed."""
        self._words = tuple(normal_form(text).split())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, _parent: AnyIndex) -> bool:
        """Tell whether a row holds all that is searched."""
        model = self.sourceModel()
        if not self._words or not isinstance(model, RecordModel):
            return True
        text = model.text_of(row)
        return all(word in text for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the model sort."""
        self.sourceModel().sort(column, order)


def _key(value: str | date | int) -> Any:
    return sort_key(value) if isinstance(value, str) else value


def _shown(value: str | date | int) -> str:
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, int) else value
