"""Certificates and the report: looked at, issued, saved and printed from the same pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

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
from coopdesk.ui.pages.page import Page
from coopdesk.ui.printing import print_images
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.certificates import CertificatesPanel
from coopdesk.ui.widgets.fields import choice
from coopdesk.ui.widgets.preview import Preview
from coopdesk.ui.widgets.scrolling import scrolled


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
        self._table = CertificatesPanel(self.session)
        self._table.selected.connect(self._on_selected)
        self._today = button(self.tr("Show today's paper"), "quiet")
        self._today.clicked.connect(self._on_today)
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(deeds)
        left.addLayout(row(label(self.tr("Certificates issued"), "heading"), self._today, stretch=0))
        left.addWidget(self._table, 1)
        area = scrolled(content)
        self._table.wants_sight.connect(area.ensureWidgetVisible)
        self._preview = Preview(self.session)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(area, 1)
        middle.addWidget(self._preview, 1)
        self.column.addLayout(middle, 1)
        print_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        print_key.activated.connect(self._on_print)

    def refresh(self) -> None:
        """Show what was issued, and the paper as it would be now."""
        self._table.show_records(self.session.snapshot.certificates)
        if self._table.record is None:
            self._look()
        else:
            self._on_selected(self._table.record)
        self._allow()

    def _on_today(self) -> None:
        self._table.clear_selection()
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
        self._table.select(certificate.id, original=True)

    def _on_not_issued(self, trouble: CoopDeskError) -> None:
        self.show_trouble(trouble)
        self._allow()
        self._look()

    def _on_selected(self, certificate: IssuedCertificate | None) -> None:
        """Show a certificate as it was issued: that is what is saved then, and printed again as a copy."""
        if certificate is None:
            return
        self._print.setText(self.tr("Print a copy…") if self._table.prints_a_copy else self.tr("Print…"))
        said = self.tr("Issued: {0}. The file is kept with the register; save a copy or print it.")
        self._standing.setText(said.format(certificate.serial))
        self._get(lambda parts: filed_certificate(parts, certificate.serial))

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
            print_images(self, self.session, self._table.to_print(self._paper))
