"""Accounts to tick: a list, since an office may have hundreds."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

from coopdesk.order.facts import Account
from coopdesk.ui.widgets.drafts import KeptInput

_MOST_SHOWN, _ROW = 6, 30  # accounts shown at once, and pixels for each
_NONE = "-"


class AccountTicks(KeptInput):
    """A list of accounts, each with a tick; what is ticked is kept as a line's text is."""

    def __init__(self, caption: str) -> None:
        """Begin with an empty list; `caption` says to who cannot see it what it is."""
        super().__init__()
        self._list = QListWidget()
        self._list.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)

    def offer(self, accounts: Iterable[Account], ticked: frozenset[str], word: Callable[[Account], str]) -> None:
        """Offer `accounts`, each said as `word` says it, with those of the ids `ticked` ticked."""
        self._list.clear()
        for account in accounts:
            item = QListWidgetItem(word(account), self._list)
            item.setData(Qt.ItemDataRole.UserRole, account.id)
            item.setCheckState(_state(account.id in ticked))
        self._list.setFixedHeight(min(_MOST_SHOWN, max(1, self._list.count())) * _ROW + 6)
        self.setVisible(self._list.count() > 0)

    @property
    def offered(self) -> frozenset[str]:
        """The accounts (ids) that could be ticked."""
        return frozenset(_id(item) for item in self._items())

    @property
    def ticked(self) -> frozenset[str]:
        """The accounts (ids) that are ticked."""
        return frozenset(_id(item) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def text_to_keep(self) -> str:
        """Return the ids that are ticked."""
        return ",".join(sorted(self.ticked)) or _NONE

    def put_back(self, text: str) -> None:
        """Tick the ids that were kept."""
        ids = text.split(",")
        for item in self._items():
            item.setCheckState(_state(_id(item) in ids))

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]


def _id(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
