"""Unlocking the secrets: a line above the page, where a deed needs them and their passphrase is set."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from coopdesk.errors import CoopDeskError, Locked
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row


class UnlockBar(QFrame):
    """Asks for the passphrase, and lets the deed that waits go on. The hand goes back to where it was."""

    def __init__(self, session: Session) -> None:
        """Stand ready, unseen, until somebody is asked."""
        super().__init__()
        self.setObjectName("unlock")
        self._session = session
        self._before: QWidget | None = None
        self._told, self._trouble = label(), label("", "error")
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setAccessibleName(self.tr("Passphrase"))
        self._passphrase.setMinimumWidth(320)
        self._passphrase.returnPressed.connect(self._on_unlock)
        self._unlock = button(self.tr("Unlock"), "primary")
        self._unlock.clicked.connect(self._on_unlock)
        leave = button(self.tr("Not now"), "quiet")
        leave.clicked.connect(self._on_leave)
        escape = QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 10, 28, 10)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addLayout(row(label(self.tr("Passphrase"), wrap=False), self._passphrase, self._unlock, leave, None))
        column.addWidget(self._trouble)
        self._trouble.hide()
        self.hide()
        session.waiting.unlocked.connect(self._on_unlocked)

    def ask(self, trouble: Locked) -> None:
        """Ask for the passphrase that `trouble` wants, unless it is asked for already."""
        if self.isVisible():
            return
        self._before = self.window().focusWidget()
        self._told.setText(words.say(trouble.said))
        self._show_trouble("")
        self.show()
        self._passphrase.setFocus()

    def _on_unlock(self) -> None:
        if not self._passphrase.text() or not self._unlock.isEnabled():
            return
        self._unlock.setEnabled(False)
        self._show_trouble("")
        self._session.unlock(self._passphrase.text(), self._on_trouble)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._unlock.setEnabled(True)
        self._show_trouble(words.say(trouble.said))
        self._passphrase.selectAll()
        self._passphrase.setFocus()

    def _on_unlocked(self) -> None:
        if self.isVisible():
            self._close()

    def _on_leave(self) -> None:
        self._close()
        self._session.waiting.give_up()

    def _close(self) -> None:
        self._passphrase.clear()
        self._unlock.setEnabled(True)
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():  # its page may be gone
            self._before.setFocus()
        self._before = None

    def _show_trouble(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
