"""A password change that was begun: the new one at hand, and the question which one the platform takes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coopdesk.desk.rotation import confirm_change, drop_change, reveal_new
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.secret import KeptSecret


class ChangeUnderWay(QFrame):
    """Stays until the person says which password is valid; both are kept until then."""

    decided = Signal()

    def __init__(self, session: Session, account_id: str) -> None:
        """Ask about the change of an account's password."""
        super().__init__()
        self.setObjectName("card")
        self._session, self._account_id = session, account_id
        self._trouble = label("", "error")
        self._trouble.hide()
        told = self.tr("Now set the new password on the platform. Both are kept until you say which one works.")
        new, old = button(self.tr("The new one works"), "primary"), button(self.tr("The old one still holds"))
        new.clicked.connect(self._on_new)
        old.clicked.connect(self._on_old)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("A change was begun"), "heading"))
        column.addWidget(label(told))
        column.addWidget(KeptSecret(session, account_id, reveal_new))
        column.addLayout(row(new, old, None))
        column.addWidget(self._trouble)

    def _on_new(self) -> None:
        account_id, who, judge = self._account_id, self._session.who, self._session.judge
        self._session.do(
            self, lambda parts: confirm_change(parts, judge, account_id, who), self._on_done, self._on_trouble
        )

    def _on_old(self) -> None:
        account_id, who = self._account_id, self._session.who
        self._session.do(self, lambda parts: drop_change(parts, account_id, who), self._on_done, self._on_trouble)

    def _on_done(self, _fact: object) -> None:
        self.decided.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
