"""Where the passphrase is forgotten: what it sealed is deleted, and a handover file brings the passwords back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coopdesk.desk.anew import start_anew
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.fields import Field, line

_FILTER = "KeePass (*.kdbx)"


class ForgottenForm(QWidget):
    """Asks for the handover file and its code; without one, once more whether to go on."""

    done = Signal()
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._file: Path | None = None
        self._choose = button(self.tr("Choose the handover file…"))
        self._choose.clicked.connect(self._on_choose)
        self._name = label("", "muted")
        self._code = line(limit=60)
        self._with = button(self.tr("Bring the passwords back"), "primary")
        self._with.clicked.connect(self._on_with)
        self._with.setEnabled(False)
        self._without = button(self.tr("I have no file"), "quiet")
        self._without.clicked.connect(self._on_without)
        leave = button(self.tr("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        self._trouble = label("", "error")
        self._trouble.hide()
        told = self.tr(
            "What the forgotten passphrase locks is given up. A handover file brings the passwords back; "
            "each is due for change then. Without a file every password must be set anew on its platform."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(told))
        column.addLayout(row(self._choose, self._name, stretch=1))
        column.addWidget(Field(self.tr("Code"), self._code))
        column.addWidget(self._trouble)
        column.addLayout(row(self._with, self._without, leave, None))
        self.setFocusProxy(self._choose)

    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", _FILTER)
        if file:
            self._file = Path(file)
            self._name.setText(self._file.name)
            self._with.setEnabled(True)
            self._code.setFocus()

    def _on_with(self) -> None:
        self._start(self._file, self._code.text())

    def _on_without(self) -> None:
        """Ask once more at the first push: what is given up does not come back."""
        sure = self.tr("Give them up")
        if self._without.text() != sure:
            self._without.setText(sure)
            self._without.setAccessibleName(sure)
            return
        self._start(None, "")

    def _start(self, file: Path | None, code: str) -> None:
        who = self._session.who
        self._trouble.hide()
        self._session.do(self, lambda parts: start_anew(parts, file, code, who), self._on_done, self._on_trouble)

    def _on_done(self, _back: int) -> None:
        self._code.clear()
        self.done.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
