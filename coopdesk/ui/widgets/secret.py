"""The password that is kept: shown for a moment, copied for a moment, or noted as known to others."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coopdesk.desk.parts import Parts
from coopdesk.desk.password import retire_password, reveal_password, suspect_password
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.cover import Cover, mark_secret

Reveal = Callable[[Parts, str, str], str]
SHOWN_SECONDS = 10
"""How long a revealed password stands on the screen."""


class KeptSecret(QWidget):
    """Buttons for the password kept for an account. What is revealed hides when the window loses the focus."""

    suspected = Signal()
    """It was noted that others may know the password."""
    retired = Signal()
    """The password was taken out of use."""

    def __init__(self, session: Session, account_id: str, reveal: Reveal = reveal_password) -> None:
        """Work on the password of an account: the present one, or what `reveal` gives instead."""
        super().__init__()
        self._session, self._account_id, self._reveal = session, account_id, reveal
        session.clipboard.ticked.connect(self._on_tick)
        self.shown = QLineEdit()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("The password kept"))
        self.shown.hide()
        self._told = label("", "muted")
        self._cover = QTimer(self)
        self._cover.setSingleShot(True)
        self._cover.setInterval(SHOWN_SECONDS * 1000)
        self._cover.timeout.connect(self.hide_secret)
        show, copy = button(self.tr("Show it")), button(self.tr("Copy it"))
        suspect = button(self.tr("Others may know it"), "quiet")
        self._retire = button(self.tr("It is no longer used"), "quiet")
        self._retire.clicked.connect(self._on_retire)
        for of_the_present in (suspect, self._retire):
            of_the_present.setVisible(reveal is reveal_password)
        show.clicked.connect(self._on_reveal)
        copy.clicked.connect(self._on_copy)
        suspect.clicked.connect(self._on_suspect)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(show, copy, None))
        column.addWidget(self.shown)
        column.addLayout(row(suspect, self._retire, None))
        column.addWidget(self._told)
        mark_secret(self.shown)
        Cover(session, self).wanted.connect(self.hide_secret)

    def hide_secret(self) -> None:
        """Cover what is revealed."""
        self._cover.stop()
        self.shown.clear()
        self.shown.hide()

    def _on_reveal(self) -> None:
        self._ask(self._show)

    def _on_copy(self) -> None:
        self._ask(self._session.clipboard.copy)

    def _on_suspect(self) -> None:
        account_id, who = self._account_id, self._session.who
        deed = partial(suspect_password, account_id=account_id, who=who)
        self._session.do(self, deed, self._on_suspected, self._on_trouble)

    def _on_retire(self) -> None:
        """Ask once more at the first push: what is deleted does not come back."""
        sure = self.tr("Delete it from the keyring")
        if self._retire.text() != sure:
            self._retire.setText(sure)
            self._retire.setAccessibleName(sure)
            return
        deed = partial(retire_password, account_id=self._account_id, who=self._session.who)
        self._session.do(self, deed, self._on_retired, self._on_trouble)

    def _ask(self, use: Callable[[str], None]) -> None:
        account_id, who = self._account_id, self._session.who
        self._told.setText("")
        reveal = self._reveal
        self._session.ask(self, lambda parts: reveal(parts, account_id, who), use, self._on_trouble, key="secret")

    def _show(self, secret: str) -> None:
        self.shown.setText(secret)
        self.shown.show()
        self._cover.start()

    def _on_suspected(self, _nothing: object) -> None:
        self._told.setText(self.tr("Noted: the password must be changed at once."))
        self.suspected.emit()

    def _on_retired(self, _nothing: object) -> None:
        self.hide_secret()
        self._told.setText(self.tr("Deleted. The checklist asks for a new one as long as the account is open."))
        self.retired.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._told.setText(words.say(trouble.said))

    def _on_tick(self, left: int) -> None:
        said = self.tr("Copied. It leaves the clipboard in {0} seconds.")
        self._told.setText(said.format(words.number(left)) if left else "")
