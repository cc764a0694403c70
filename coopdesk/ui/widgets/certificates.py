"""The certificates that were issued: each with how it stands, what can be done with one, and the check of any file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coopdesk.desk.certificates import Standing, standing
from coopdesk.order.facts import IssuedCertificate
from coopdesk.papers import FiledPaper, Paper
from coopdesk.ui.models.table import Column
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, row
from coopdesk.ui.widgets.issued import STATUSES, IssuedCard, state_word
from coopdesk.ui.widgets.table import TablePanel
from coopdesk.ui.widgets.verdict import VerdictCard

TABLE = 190
"""Pixels that a table of papers keeps; where there are fewer, what holds it scrolls."""


class CertificatesPanel(QWidget):
    """A table of certificates; below it the card of the one selected, and what the check of a file says."""

    selected = Signal(object)
    """The certificate that is selected now, or None."""
    wants_sight = Signal(object)
    """A widget in it has something to say: whatever scrolls the panel shall show it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._original = ""
        columns: tuple[Column[IssuedCertificate], ...] = (
            Column(self.tr("Serial number"), lambda issued: issued.serial),
            Column(self.tr("State"), self._state_word, self._status),
            Column(self.tr("Issued on"), lambda issued: issued.issued_at.date()),
            Column(self.tr("Valid until"), lambda issued: issued.valid_until),
        )
        empty = self.tr("No certificate was issued yet. When every clause is met, the button above issues one.")
        self.table = TablePanel(columns, empty, self.tr("Certificates issued"), grows=3)
        self.table.setMinimumHeight(TABLE)
        self.table.selected.connect(self._on_selected)
        check = button(self.tr("Check a certificate file…"))
        check.clicked.connect(self._on_check)
        self.card, self.verdict = IssuedCard(session), VerdictCard(session)
        self.card.wants_check.connect(self.verdict.check)
        self.card.grew.connect(self._on_grown)
        self.verdict.answered.connect(self._on_answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addLayout(row(check, None))
        column.addWidget(self.verdict)

    def show_records(self, certificates: Sequence[IssuedCertificate]) -> None:
        """Show other certificates, as they stand now; the one selected stays selected."""
        self.verdict.hide()
        self.table.show_records(certificates)
        self._show_card(self.record)

    @property
    def record(self) -> IssuedCertificate | None:
        """The selected certificate, or None."""
        found = self.table.record
        return found if isinstance(found, IssuedCertificate) else None

    def select(self, certificate_id: str, *, original: bool = False) -> None:
        """Select a certificate; `original` was issued just now, and what is printed of it is no copy yet."""
        self._original = certificate_id if original else ""
        self.table.select(certificate_id)

    def clear_selection(self) -> None:
        """Select none."""
        self.table.clear_selection()

    @property
    def prints_a_copy(self) -> bool:
        """Whether what is printed of the selected certificate is a copy: it was issued before."""
        return self.record is not None and self.record.id != self._original

    def to_print(self, paper: Paper | FiledPaper) -> Paper | FiledPaper:
        """Return a paper as it is printed: a certificate that was issued before says that it is a copy."""
        issued = self.record
        if isinstance(paper, FiledPaper) and issued is not None and self.prints_a_copy:
            return replace(paper, copy="en" if issued.language == "en" else "bn")
        return paper

    def _stands(self, issued: IssuedCertificate) -> Standing:
        snapshot = self._session.snapshot
        return standing(issued, snapshot.certificates, snapshot.assessment, snapshot.today)

    def _state_word(self, issued: IssuedCertificate) -> str:
        return state_word(self._stands(issued))

    def _status(self, issued: IssuedCertificate) -> str:
        return STATUSES[self._stands(issued).state]

    def _show_card(self, issued: IssuedCertificate | None) -> None:
        self.card.show_certificate(issued, self._stands(issued) if issued else None)

    def _on_selected(self, issued: IssuedCertificate | None) -> None:
        self.verdict.hide()
        self._show_card(issued)
        if issued is not None and issued.id != self._original:
            self._original = ""
        self.selected.emit(issued)

    def _on_check(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Check a certificate file…"), "", "PDF (*.pdf)")
        if chosen:
            self.verdict.check(Path(chosen))

    def _on_grown(self) -> None:
        QTimer.singleShot(0, self._show_grown)  # once the card has its place

    def _on_answered(self) -> None:
        QTimer.singleShot(0, self._show_answered)

    def _show_grown(self) -> None:
        self.wants_sight.emit(self.card)

    def _show_answered(self) -> None:
        self.wants_sight.emit(self.verdict)
