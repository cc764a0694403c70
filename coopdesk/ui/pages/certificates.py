"""Certificates and papers: looked at, issued, saved and printed from the same pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.desk.certify import filed_certificate, issue_certificate, save_copy
from coopdesk.desk.paperwork import KINDS, Asked, issue_paper, kept_paper, make_paper
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Facts, IssuedCertificate, KeptPaper
from coopdesk.papers import FiledPaper, Paper
from coopdesk.texts import table
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.printing import print_images
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.certificates import TABLE, CertificatesPanel
from coopdesk.ui.widgets.paper_choice import PaperChoice
from coopdesk.ui.widgets.preview import Preview
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel

_CERTIFIES = ("certificate", "wall")


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
        self._choice = PaperChoice(self.session)
        self._choice.changed.connect(self._on_today)
        self._issue = button(self.tr("Issue the certificate"), "primary")
        self._issue.clicked.connect(self._on_issue)
        self._save, self._print = button(self.tr("Save as PDF…")), button(self.tr("Print…"))
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        deeds = Card()
        deeds.body.addWidget(self._choice)
        deeds.body.addWidget(self._standing)
        deeds.body.addLayout(row(self._issue, None))
        deeds.body.addLayout(row(self._save, self._print, None))
        self._heading = label("", "heading")
        self._today = button(self.tr("Show today's paper"), "quiet")
        self._today.clicked.connect(self._on_today)
        self._table, self._kept = CertificatesPanel(self.session), self._build_kept()
        self._table.selected.connect(self._on_selected)
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(deeds)
        left.addLayout(row(self._heading, self._today, stretch=0))
        left.addWidget(self._table, 1)
        left.addWidget(self._kept, 1)
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

    def _build_kept(self) -> TablePanel:
        names = table("kinds")
        kept: tuple[Column[KeptPaper], ...] = (
            Column(self.tr("Memo number"), lambda paper: paper.memo),
            Column(self.tr("Issued on"), lambda paper: paper.made_at.date()),
            Column(
                self.tr("Paper"),
                lambda paper: " · ".join(
                    part for part in (words.say(names[f"kind.{paper.kind}"]), paper.subject) if part
                ),
            ),
        )
        none = self.tr("No paper was issued yet. Choose one above; it is kept here under its memo number.")
        panel = TablePanel(kept, none, self.tr("Papers issued"), grows=2)
        panel.setMinimumHeight(TABLE)
        panel.selected.connect(self._on_kept_selected)
        return panel

    def open_at(self, place: str) -> None:
        """Choose a paper, and of whom: "declaration/" and a member's id."""
        kind, _, of = place.partition("/")
        self._choice.pick(kind, of)
        self._on_today()

    def refresh(self) -> None:
        """Show what was issued, and the paper as it would be now."""
        self._table.show_records(self.session.snapshot.certificates)
        self._kept.show_records(tuple(reversed(self.session.snapshot.papers)))
        certificate, paper = self._table.record, self._kept.record
        self._choice.refresh(stays=bool(certificate or paper))
        if certificate is not None:
            self._on_selected(certificate)
        elif paper is not None:
            self._on_kept_selected(paper)
        else:
            self._look()

    def _on_today(self) -> None:
        self._table.clear_selection()
        self._kept.clear_selection()
        self._look()

    def _look(self) -> None:
        """Get the paper that is chosen, as it would be issued now."""
        asked = self._choice.asked()
        certifies, kept = asked.kind in _CERTIFIES, KINDS[asked.kind].kept
        self._table.setVisible(certifies)
        self._kept.setVisible(not certifies)
        self._heading.setText(self.tr("Certificates issued") if certifies else self.tr("Papers issued"))
        certificate = self.tr("Issue the certificate")
        self._issue.setText(certificate if asked.kind == "certificate" else self.tr("Issue under its memo number"))
        self._issue.setAccessibleName(self._issue.text())
        self._issue.setVisible(kept or asked.kind == "certificate")
        self._issue.setEnabled(False)
        self._print.setText(self.tr("Print…"))
        self.show_trouble(None)
        self._get(lambda parts: make_paper(parts, asked))

    def _get(self, paper: Callable[[Parts], Paper | FiledPaper]) -> None:
        self.session.ask(self, paper, self._on_paper, self._on_no_paper, key="paper")

    def _on_paper(self, paper: Paper | FiledPaper) -> None:
        self._paper = paper
        self._save.setEnabled(True)
        self._print.setEnabled(True)
        self._preview.show_paper(paper)
        if isinstance(paper, Paper):
            kind = self._choice.kind
            self._standing.setText(self._standing_of(kind, paper))
            self._choice.show_next_memo(str(paper.data["memo"]))
            self._issue.setEnabled(kind != "certificate" or self.session.facts != self._certified)

    def _standing_of(self, kind: str, paper: Paper) -> str:
        match kind:
            case "certificate":
                return self.tr("Every clause is met. This is the certificate as it would be issued.")
            case "report":
                assessment = self.session.snapshot.assessment
                if assessment is not None and assessment.compliant:
                    return self.tr("This is how things stand today. The report is no certificate.")
                return self.tr("Not every clause is met: this is the report, which is no certificate.")
            case "wall" if paper.data["serial"]:
                return self.tr("One page for the wall, with the number and the code of the certificate in force.")
            case "wall":
                return self.tr("One page for the wall. Issue the certificate first, and it bears its number.")
            case "checklist":
                return self.tr("Print it and fill it in by hand, one for each account.")
            case _:
                return self.tr("This is the paper as it would be issued. What is empty can be filled in by hand.")

    def _on_no_paper(self, trouble: CoopDeskError) -> None:
        self._paper = None
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        self._preview.show_paper(None)
        self._standing.setText(words.say(trouble.said))

    def _on_issue(self) -> None:
        asked, who = self._choice.asked(), self.session.who
        self._issue.setEnabled(False)
        self.show_trouble(None)
        self.session.do(self, lambda parts: _issue(parts, asked, who), self._on_issued, self._on_not_issued)

    def _on_issued(self, issued: IssuedCertificate | KeptPaper) -> None:
        self._choice.clear_memo()
        if isinstance(issued, IssuedCertificate):
            self._certified = self.session.facts  # until something changes: one certificate for one state of things
            self._table.select(issued.id, original=True)
        else:
            self._kept.select(issued.id)
        self._issue.setEnabled(False)

    def _on_not_issued(self, trouble: CoopDeskError) -> None:
        self._look()
        self.show_trouble(trouble)

    def _on_selected(self, certificate: IssuedCertificate | None) -> None:
        """Show a certificate as it was issued: that is what is saved then, and printed again as a copy."""
        if certificate is not None:
            self._print.setText(self.tr("Print a copy…") if self._table.prints_a_copy else self.tr("Print…"))
            self._show_filed(certificate.serial, lambda parts: filed_certificate(parts, certificate.serial))

    def _on_kept_selected(self, paper: KeptPaper | None) -> None:
        if paper is not None:
            self._show_filed(paper.memo, lambda parts: kept_paper(parts, paper))

    def _show_filed(self, number: str, paper: Callable[[Parts], FiledPaper]) -> None:
        said = self.tr("Issued: {0}. The file is kept with the register; save a copy or print it.")
        self._standing.setText(said.format(number))
        self._issue.setEnabled(False)
        self._get(paper)

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


def _issue(parts: Parts, asked: Asked, who: str) -> IssuedCertificate | KeptPaper:
    if asked.kind == "certificate":
        certificate, _ = issue_certificate(parts, asked.language, who, asked.memo)
        return certificate
    return issue_paper(parts, asked, who)
