"""Taking over, at the first start on the next PC."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.cover import mark_secret
from coopdesk.ui.widgets.fields import Field, line
from coopdesk.ui.widgets.strength import PasswordInput

FILTER = "KeePass (*.kdbx)"


class TakeOverCard(Card):
    """At a first start: takes in the file of who was here before."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Taking over from somebody?"))
        self._session = session
        self._file: Path | None = None
        self._new_file: Path | None = None
        told = self.tr(
            "Choose the handover file, and type the code that came with it. Register and passwords stand here then."
        )
        self._choose = button(self.tr("Choose the handover file…"))
        self._choose.clicked.connect(self._on_choose)
        self._name = label("", "muted")
        self._code = line(limit=60)
        mark_secret(self._code)
        self._take = button(self.tr("Take over"))
        self._take.clicked.connect(self._on_take)
        self._take.setEnabled(False)
        self._trouble = label("", "error")
        self._trouble.hide()
        self.body.addWidget(label(told, "muted"))
        self.body.addLayout(row(self._choose, self._name, stretch=1))
        self.body.addWidget(Field(self.tr("Code"), self._code, name=""))
        self.body.addWidget(self._build_instead())
        self.body.addWidget(self._trouble)
        self.body.addLayout(row(self._take, None))

    def _build_instead(self) -> QWidget:
        """For a computer without a keyring: a KeePass file takes its place."""
        self._instead = QWidget()
        self._place = button(self.tr("Keep them in a KeePass file…"))
        self._place.clicked.connect(self._on_place)
        self._place_name = label("", "muted")
        self._passphrase = PasswordInput(self._session, None, self.tr("The passphrase of the new file"))
        self._passphrase.hide()
        column = QVBoxLayout(self._instead)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._place, self._place_name, stretch=1))
        column.addWidget(self._passphrase)
        self._instead.hide()
        return self._instead

    def _on_place(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self, self._place.text(), "CoopDesk.kdbx", FILTER)
        if file:
            self._new_file = Path(file)
            self._place_name.setText(self._new_file.name)
            self._passphrase.show()
            self._passphrase.secret.setFocus()

    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", FILTER)
        if file:
            self._file = Path(file)
            self._name.setText(self._file.name)
            self._take.setEnabled(True)

    def _on_take(self) -> None:
        if self._file is not None:
            self._trouble.hide()
            self._take.setEnabled(False)
            instead = (self._new_file, self._passphrase.secret.text()) if self._new_file else None
            self._session.take_over(self._file, self._code.text(), self._on_trouble, instead)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._take.setEnabled(True)
        if trouble.key == "vault.none":
            self._instead.show()
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
