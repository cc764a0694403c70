"""Certificates and the report: looked at, issued, saved and printed from the same pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.desk.certificates import Standing, standing
from coopdesk.desk.certify import (
    certificate_paper,
    filed_certificate,
    issue_certificate,
    report_paper,
    save_copy,
)
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Facts, IssuedCertificate
from coopdesk.papers import FiledPaper, Paper
from coopdesk.texts import Language
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.printing import print_images
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.fields import choice
from coopdesk.ui.widgets.issued import STATUSES, IssuedCard, state_word
from coopdesk.ui.widgets.preview import Preview
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel
from coopdesk.ui.widgets.verdict import VerdictCard

_TABLE = 190  # pixels that the table keeps; where the page has fewer, its left half scrolls


class CertificatesPage(Page):
    """The paper as it would be now at the right; what was issued, and the deeds, at the left."""

    key = "certificates"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Certificates and papers")

    def build(self) -> None:
        """The deeds and the table at the left, the preview at the right."""
        self._paper: Paper | FiledPaper | None = None
        self._certified: Facts | None = None
        self._just_issued = ""
        self._standing = label()
        self._language = choice([("bn", "বাংলা"), ("en", "English")], words.language())
        self._language.setAccessibleName(self.tr("Language of the paper"))
        self._language.currentIndexChanged.connect(self._on_today)
        self._issue = button(self.tr("Issue the certificate"), "primary")
        self._issue.clicked.connect(self._on_issue)
        self._save, self._print = button(self.tr("Save as PDF…")), button(self.tr("Print…"))
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        deeds = Card(self.tr("Today's paper"))
        deeds.body.addWidget(self._standing)
        deeds.body.addLayout(row(label(self.tr("Language of the paper"), wrap=False), self._language, None))
        deeds.body.addLayout(row(self._issue, None))
        deeds.body.addLayout(row(self._save, self._print, None))
        columns: tuple[Column[IssuedCertificate], ...] = (
            Column(self.tr("Serial number"), lambda issued: issued.serial),
            Column(self.tr("State"), self._state_word, self._status),
            Column(self.tr("Issued on"), lambda issued: issued.issued_at.date()),
            Column(self.tr("Valid until"), lambda issued: issued.valid_until),
        )
        empty = self.tr("No certificate was issued yet. When every clause is met, the button above issues one.")
        self._table = TablePanel(columns, empty, self.tr("Certificates issued"), grows=3)
        self._table.setMinimumHeight(_TABLE)
        self._table.selected.connect(self._on_selected)
        self._today = button(self.tr("Show today's paper"), "quiet")
        self._today.clicked.connect(self._on_today)
        check = button(self.tr("Check a certificate file…"))
        check.clicked.connect(self._on_check)
        self._issued, self._verdict = IssuedCard(self.session), VerdictCard(self.session)
        self._issued.wants_check.connect(self._verdict.check)
        self._issued.grew.connect(self._on_grown)
        self._verdict.answered.connect(self._on_answered)
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(deeds)
        left.addLayout(row(label(self.tr("Certificates issued"), "heading"), check, stretch=0))
        left.addWidget(self._table, 1)
        left.addLayout(row(self._today, None))
        left.addWidget(self._issued)
        left.addWidget(self._verdict)
        self._left = scrolled(content)
        self._preview = Preview(self.session)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._left, 1)
        middle.addWidget(self._preview, 1)
        self.column.addLayout(middle, 1)
        print_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        print_key.activated.connect(self._on_print)

    def refresh(self) -> None:
        """Show what was issued, and the paper as it would be now."""
        self._verdict.hide()
        self._table.show_records(self.session.snapshot.certificates)
        if self._table.record is None:
            self._look()
        else:
            self._on_selected(self._table.record)
        self._allow()

    def _stands(self, issued: IssuedCertificate) -> Standing:
        snapshot = self.session.snapshot
        return standing(issued, snapshot.certificates, snapshot.assessment, snapshot.today)

    def _state_word(self, issued: IssuedCertificate) -> str:
        return state_word(self._stands(issued))

    def _status(self, issued: IssuedCertificate) -> str:
        return STATUSES[self._stands(issued).state]

    def _on_today(self) -> None:
        self._table.view.clearSelection()
        self._table.view.setCurrentIndex(QModelIndex())
        self._look()

    def _look(self) -> None:
        """Get the paper that can be had today: the certificate, or the report."""
        language, compliant = self._chosen(), self._is_compliant
        self._print.setText(self.tr("Print…"))
        if compliant:
            self._standing.setText(self.tr("Every clause is met. This is the certificate as it would be issued."))
        else:
            self._standing.setText(self.tr("Not every clause is met: this is the report, which is no certificate."))
        self._get(lambda parts: certificate_paper(parts, language) if compliant else report_paper(parts, language))

    def _allow(self) -> None:
        self._issue.setEnabled(self._is_compliant and self.session.facts != self._certified)

    @property
    def _is_compliant(self) -> bool:
        assessment = self.session.snapshot.assessment
        return assessment is not None and assessment.compliant

    def _get(self, paper: Callable[[Parts], Paper | FiledPaper]) -> None:
        self.session.ask(self, paper, self._on_paper, self._on_no_paper, key="paper")

    def _chosen(self) -> Language:
        return "en" if self._language.currentData() == "en" else "bn"

    def _on_paper(self, paper: Paper | FiledPaper) -> None:
        self._paper = paper
        self._save.setEnabled(True)
        self._print.setEnabled(True)
        self._preview.show_paper(paper)

    def _on_no_paper(self, trouble: CoopDeskError) -> None:
        self._paper = None
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        self._standing.setText(words.say(trouble.said))

    def _on_issue(self) -> None:
        language, who = self._chosen(), self.session.who
        self._issue.setEnabled(False)
        self.show_trouble(None)
        self.session.do(
            self, lambda parts: issue_certificate(parts, language, who), self._on_issued, self._on_not_issued
        )

    def _on_issued(self, issued: tuple[IssuedCertificate, Path]) -> None:
        certificate, _ = issued
        self._certified = self.session.facts
        self._issue.setEnabled(False)  # until something changes: one certificate for one state of things
        self._just_issued = certificate.id
        self._table.select(certificate.id)

    def _on_not_issued(self, trouble: CoopDeskError) -> None:
        self.show_trouble(trouble)
        self._allow()
        self._look()

    def _on_selected(self, certificate: IssuedCertificate | None) -> None:
        """Show a certificate as it was issued: that is what is saved then, and printed again as a copy."""
        self._verdict.hide()
        self._issued.show_certificate(certificate, self._stands(certificate) if certificate else None)
        if certificate is None:
            return
        if certificate.id != self._just_issued:
            self._just_issued = ""
        self._print.setText(self.tr("Print…") if self._just_issued else self.tr("Print a copy…"))
        said = self.tr("Issued: {0}. The file is kept with the register; save a copy or print it.")
        self._standing.setText(said.format(certificate.serial))
        self._get(lambda parts: filed_certificate(parts, certificate.serial))

    def _on_check(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Check a certificate file…"), "", "PDF (*.pdf)")
        if chosen:
            self._verdict.check(Path(chosen))

    def _on_grown(self) -> None:
        QTimer.singleShot(0, self._scroll_to_issued)  # once the card has its place

    def _on_answered(self) -> None:
        QTimer.singleShot(0, self._scroll_to_verdict)

    def _scroll_to_issued(self) -> None:
        self._left.ensureWidgetVisible(self._issued)

    def _scroll_to_verdict(self) -> None:
        self._left.ensureWidgetVisible(self._verdict)

    def _on_save(self) -> None:
        paper = self._paper
        if paper is None:
            return
        target, _ = QFileDialog.getSaveFileName(self, self._save.text(), f"{paper.title}.pdf", "PDF (*.pdf)")
        if target:
            self.save(paper, Path(target))

    def save(self, paper: Paper | FiledPaper, target: Path) -> None:
        """Save a paper as PDF."""
        self.show_trouble(None)
        self.session.ask(
            self, lambda _parts: save_copy(paper.pdf(), target), self._on_saved, self.show_trouble, lane="side"
        )

    def _on_saved(self, _nothing: object) -> None:
        self._standing.setText(self.tr("Saved."))

    def _on_print(self) -> None:
        if self._paper is not None:
            print_images(self, self.session, self.to_print(self._paper))

    def to_print(self, paper: Paper | FiledPaper) -> Paper | FiledPaper:
        """Return a paper as it is printed: a certificate that was issued before says that it is a copy."""
        issued = self._table.record
        if isinstance(paper, FiledPaper) and issued is not None and not self._just_issued:
            return replace(paper, copy="en" if issued.language == "en" else "bn")
        return paper
