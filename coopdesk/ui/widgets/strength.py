"""A password's strength while it is typed: judged off the GUI thread, stale verdicts thrown away."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from coopdesk.desk.password import judge_for
from coopdesk.passwords.policy import is_strong, why_not_strong
from coopdesk.passwords.strength import Strength
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.cover import Cover, mark_secret
from coopdesk.ui.widgets.generator import PasswordMaker

_PAUSE = 120  # milliseconds without a key before it is judged


class PasswordInput(QWidget):
    """A password with its verdict below. `judged` tells whether it is strong enough."""

    judged = Signal(bool)

    def __init__(self, session: Session, account_id: str | None, caption: str = "") -> None:
        """Take a password for an account, or (None) one for the desk itself, under `caption`."""
        super().__init__()
        caption = caption or self.tr("New password")
        self._session, self._account_id = session, account_id
        self.two_step = False
        self._strength: Strength | None = None
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(caption)
        self.secret.textChanged.connect(self._on_typed)
        self._make = button(self.tr("Make one"), "quiet")
        self._make.clicked.connect(self._on_make)
        self._maker = PasswordMaker()
        self._maker.hide()
        self._maker.chosen.connect(self._on_made)
        self._maker.left.connect(self._on_left)
        self._reveal = button(self.tr("Show"), "quiet")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal)
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._chip = StatusChip("not_met")
        self._why = label("", "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(caption))
        column.addLayout(row(self.secret, self._reveal, self._make, stretch=0))
        column.addWidget(self._maker)
        column.addWidget(self._bar)
        column.addLayout(row(self._chip, self._why, stretch=1))
        self._chip.hide()
        mark_secret(self.secret, self._why)
        Cover(session, self).wanted.connect(self.hide_secret)

    def follow_two_step(self, on: bool) -> None:
        """Judge anew for an account with or without two-step login."""
        self.two_step = on
        self._show(self._strength)

    def hide_secret(self) -> None:
        """Cover what is shown; what was typed or made stays."""
        self._reveal.setChecked(False)

    def _on_make(self) -> None:
        if self._maker.isVisible():
            self._on_left()
            return
        self._maker.show()
        self._maker.start()

    def _on_made(self, secret: str) -> None:
        self._maker.hide()
        self.secret.setText(secret)
        self._reveal.setChecked(True)
        self.secret.setFocus()

    def _on_left(self) -> None:
        self._maker.hide()
        self._maker.clear()
        self._make.setFocus()

    def _on_reveal(self, shown: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._reveal.setText(self.tr("Hide") if shown else self.tr("Show"))

    def _on_typed(self) -> None:
        self._show(None)
        self._timer.start()

    def _judge(self) -> None:
        secret, account_id = self.secret.text(), self._account_id
        facts, judge, runner = self._session.snapshot.facts, self._session.judge, self._session.runner
        if not secret:
            return

        def work() -> tuple[str, Strength]:
            return secret, judge_for(facts, judge, account_id, secret)

        runner.run(self, work, self._on_verdict, lane="side", key="strength")

    def _on_verdict(self, verdict: tuple[str, Strength]) -> None:
        """Show a verdict, unless other letters stand there by now, whose own is still to be asked for."""
        secret, strength = verdict
        if secret == self.secret.text():
            self._show(strength)

    def _show(self, strength: Strength | None) -> None:
        self._strength = strength
        self._chip.setVisible(strength is not None)
        self._bar.setValue(strength.score if strength else 0)
        if strength is None:
            self._why.setText("")
            self.judged.emit(False)
            return
        values = self._session.parts.rulebook.values
        strong = is_strong(strength, self.two_step, values)
        self._chip.show_status("met" if strong else "not_met", self.tr("Strong") if strong else self.tr("Not strong"))
        why = () if strong else why_not_strong(strength, self.two_step, values)
        self._why.setText(" ".join(words.say(said) for said in why))
        self.judged.emit(strong)
