"""One certificate that was issued: how it stands, and what can be done with it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.certificates import Standing, withdraw_certificate
from coopdesk.desk.certify import certificate_file
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import IssuedCertificate
from coopdesk.papers.signing import in_groups
from coopdesk.texts import table
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.fields import Field, line

STATUSES = {
    "valid": "met",
    "lapsed": "not_met",
    "withdrawn": "not_met",
    "expired": "not_applicable",
    "replaced": "not_applicable",
}
"""The status that each state is drawn as."""


def state_word(stands: Standing) -> str:
    """Return the word for how a certificate stands."""
    return words.say(table("certificates")[f"word.{stands.state}"])


class IssuedCard(Card):
    """Tells how a certificate stands; opens, verifies and withdraws it."""

    wants_check = Signal(object)
    """Its file is to be verified, by its path."""
    grew = Signal()
    """It asks for more room: for the reason."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._certificate: IssuedCertificate | None = None
        self._chip = StatusChip("not_applicable", " ")
        self._serial = label("", "heading")
        self._said, self._key = label(), label("", "muted")
        self._key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # to be sent to who verifies
        opens, checks = button(self.tr("Open the file")), button(self.tr("Verify"))
        self._withdraw = button(self.tr("Withdraw…"))
        opens.clicked.connect(self._on_open)
        checks.clicked.connect(self._on_check)
        self._withdraw.clicked.connect(self._on_ask)
        self.body.addLayout(row(self._serial, self._chip, stretch=0))
        for told in (self._said, self._key):
            self.body.addWidget(told)
        self.body.addLayout(row(opens, checks, self._withdraw, None))
        self.body.addWidget(self._build_asking())
        self.hide()

    def show_certificate(self, certificate: IssuedCertificate | None, stands: Standing | None) -> None:
        """Show a certificate and how it stands; None hides the card."""
        if certificate is None or stands is None:
            self._certificate = None
            self.hide()
            return
        if self._certificate is None or certificate.id != self._certificate.id:
            self._asking.hide()
            self._reason.clear()
            self._field.show_error("")
        self._certificate = certificate
        self._serial.setText(certificate.serial)
        self._chip.show_status(STATUSES[stands.state], state_word(stands))
        said = words.say(stands.said)
        self._said.setText(said[0].upper() + said[1:])
        if certificate.signed_with:
            told = self.tr("Signed by the office's key, fingerprint {0}.")
            self._key.setText(told.format(in_groups(certificate.signed_with)))
        else:
            self._key.setText(self.tr("Issued without a digital signature: there was no usable keyring."))
        self._withdraw.setVisible(stands.state != "withdrawn")
        self.show()

    def _build_asking(self) -> QWidget:
        self._asking = QWidget()
        self._asking.hide()
        self._reason = line(limit=2_000)
        told = self.tr("Every check from then on says that it is withdrawn. That cannot be taken back.")
        self._field = Field(self.tr("Why it is withdrawn"), self._reason, told, name="withdraw-reason")
        does, leaves = button(self.tr("Withdraw the certificate"), "primary"), button(self.tr("Cancel"), "quiet")
        does.clicked.connect(self._on_withdraw)
        self._reason.returnPressed.connect(self._on_withdraw)
        leaves.clicked.connect(self._asking.hide)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addLayout(row(does, leaves, None))
        return self._asking

    def _file(self) -> Path:
        assert self._certificate is not None  # noqa: S101 - the card is hidden without one
        return certificate_file(self._session.parts, self._certificate.serial)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file())))

    def _on_check(self) -> None:
        self.wants_check.emit(self._file())

    def _on_ask(self) -> None:
        self._asking.show()
        self._reason.setFocus()
        self.grew.emit()

    def _on_withdraw(self) -> None:
        if self._certificate is None:
            return
        certificate_id, reason, who = self._certificate.id, self._reason.text(), self._session.who
        self._session.do(
            self,
            lambda parts: withdraw_certificate(parts, certificate_id, reason, who),
            self._on_withdrawn,
            self._on_trouble,
        )

    def _on_withdrawn(self, _certificate: IssuedCertificate) -> None:
        self._asking.hide()
        self._reason.clear()
        self._field.show_error("")

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._field.show_error(words.say(trouble.said))
