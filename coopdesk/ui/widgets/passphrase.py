"""Asking for passphrases: the present one, a new one with its strength and once more, or both."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.fields import Field
from coopdesk.ui.widgets.strength import PasswordInput

Deed = Callable[[Parts, str, str], object]
"""What is done with the present passphrase and the new one; each is empty where it was not asked for."""


class PassphraseForm(QWidget):
    """A form with one deed at its end. What was typed is gone once it is done or left."""

    done = Signal()
    left = Signal()

    def __init__(self, session: Session, name: str, deed: Deed, *, old: bool, new: bool) -> None:
        """Ask for the present passphrase (`old`), a new one (`new`) or both; `name` is on the deed's button."""
        super().__init__()
        self._session, self._deed = session, deed
        self._old = Field(self.tr("The present passphrase"), _covered())
        self._new = PasswordInput(session, None, self.tr("New passphrase"))
        self._again = Field(self.tr("The new one once more"), _covered())
        self._old.setVisible(old)
        self._new.setVisible(new)
        self._again.setVisible(new)
        self._do = button(name, "primary")
        self._do.clicked.connect(self._on_do)
        leave = button(self.tr("Cancel"), "quiet")
        leave.clicked.connect(self._on_leave)
        self._trouble = label("", "error")
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._old, self._new, self._again, self._trouble):
            column.addWidget(widget)
        column.addLayout(row(self._do, leave, None))
        self.setFocusProxy(self._input(self._old) if old else self._new.secret)

    def _on_do(self) -> None:
        again = self._input(self._again)
        old, new = self._input(self._old).text(), self._new.secret.text()
        for field in (self._old, self._again):
            field.show_error("")
        if self._old.isVisible() and not old:
            self._old.show_error(self.tr("Type the present passphrase."))
            return
        if not again.isHidden() and self._again.isVisible() and new != again.text():
            self._again.show_error(self.tr("The two differ. Type the new passphrase here once more."))
            return
        deed = self._deed
        self._do.setEnabled(False)
        self._trouble.hide()
        self._session.do(self, lambda parts: deed(parts, old, new), self._on_done, self._on_trouble)

    def _on_done(self, _nothing: object) -> None:
        self._clear()
        self.done.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._do.setEnabled(True)
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()

    def _on_leave(self) -> None:
        self._clear()
        self.left.emit()

    def _clear(self) -> None:
        for secret in (self._input(self._old), self._new.secret, self._input(self._again)):
            secret.clear()

    def _input(self, field: Field) -> QLineEdit:
        assert isinstance(field.control, QLineEdit)  # noqa: S101 - made above
        return field.control


def _covered() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
