"""What the check of a certificate's file says, in words; a key that is unknown can be compared with what was told."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.verify import Outcome, Verdict, verify_here
from coopdesk.errors import CoopDeskError
from coopdesk.texts import table
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.fields import Field, line

_STATUSES = {Outcome.GENUINE: "met", Outcome.UNKNOWN_KEY: "attention", Outcome.UNSIGNED: "attention"}


class VerdictCard(Card):
    """Checks a file off the GUI thread, and shows the answer."""

    answered = Signal()
    """An answer stands on the card."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Check of a file"))
        self._session = session
        self._file = Path()
        self._name = label("", "muted")
        self._chip = StatusChip("not_applicable", " ")
        self._said = label()
        self.body.addWidget(self._name)
        self.body.addLayout(row(self._chip, None))
        self.body.addWidget(self._said)
        self.body.addWidget(self._build_asking())
        self.hide()

    def check(self, file: Path) -> None:
        """Check a file."""
        self._file = file
        self._key.clear()
        self._ask("")

    def _build_asking(self) -> QWidget:
        self._asking = QWidget()
        self._asking.hide()
        self._key = line(limit=100)
        self._field = Field(self.tr("The key's fingerprint, as the office told it"), self._key, name="told-key")
        compare = button(self.tr("Compare"))
        compare.clicked.connect(self._on_compare)
        self._key.returnPressed.connect(self._on_compare)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addLayout(row(compare, None))
        return self._asking

    def _ask(self, key: str) -> None:
        file = self._file
        self._session.ask(
            self, lambda parts: verify_here(parts, file, key), self._on_verdict, self._on_trouble, key="verdict"
        )

    def _on_compare(self) -> None:
        if self._key.text().strip():
            self._ask(self._key.text())

    def _on_verdict(self, verdict: Verdict) -> None:
        word = words.say(table("certificates")[f"word.{verdict.outcome}"])
        self._show(_STATUSES.get(verdict.outcome, "not_met"), word, "\n".join(map(words.say, verdict.lines())))
        self._field.show_error("")
        self._asking.setVisible(verdict.outcome is Outcome.UNKNOWN_KEY)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        if trouble.key == "verify.key":
            self._field.show_error(words.say(trouble.said))
        else:
            self._show("not_applicable", self.tr("Not checked"), words.say(trouble.said))
            self._asking.hide()

    def _show(self, status: str, word: str, said: str) -> None:
        self._name.setText(self._file.name)
        self._chip.show_status(status, word)
        self._said.setText(said)
        self.show()
        self.answered.emit()
