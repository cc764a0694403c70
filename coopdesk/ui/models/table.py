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
SORT_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
STATUS_ROLE = Qt.ItemDataRole.UserRole + 2
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

    def show_records(self, records: Sequence[R]) -> None:
        """Show other records."""
        if tuple(records) != self._records:
            self.beginResetModel()
            self._records = tuple(records)
            self.endResetModel()

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
            case _ if role == SORT_ROLE:
                return column.value(record)
            case _ if role == STATUS_ROLE:
                return column.status(record) if column.status else None
            case _ if role == RECORD_ROLE:
                return record
        return None


class RecordProxy(QSortFilterProxyModel):
    """Sorts by the dictionary's order, and shows only rows in which each searched word stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)

    def search(self, text: str) -> None:
        """Show only rows that hold every word of `text`, however it was typed."""
        self._words = tuple(normal_form(text).split())
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: AnyIndex) -> bool:
        """Tell whether a row holds all that is searched."""
        if not self._words:
            return True
        model = self.sourceModel()
        cells = (str(model.index(row, column, parent).data()) for column in range(model.columnCount()))
        text = normal_form(" ".join(cells))
        return all(word in text for word in self._words)

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        """Tell which of two cells comes first."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if isinstance(one, str) and isinstance(other, str):
            return sort_key(one) < sort_key(other)
        return bool(one < other)


def _shown(value: str | date | int) -> str:
    if isinstance(value, date):
        return words.day(value)
    return words.number(value) if isinstance(value, int) else value
