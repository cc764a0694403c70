"""The overview: how many clauses are met, whether a certificate can be issued, and what to do next."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coopdesk.order.facts import State
from coopdesk.order.findings import Assessment, Finding, Status
from coopdesk.ui import words
from coopdesk.ui.pages.page import Page
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, clear, label, row, rule
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.scrolling import scrolled

_MOST = 25


class OverviewPage(Page):
    """Says at any moment how the office stands, and always what to do next."""

    key = "overview"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("At a glance")

    def build(self) -> None:
        """Two cards side by side, the deeds below."""
        self._day = label("", "muted", wrap=False)
        self.head.addWidget(self._day)
        self._standing, self._certificate, self._deeds = Card(), Card(), Card()
        cards = QHBoxLayout()
        cards.setSpacing(14)
        cards.addWidget(self._standing, 1)
        cards.addWidget(self._certificate, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(cards)
        column.addWidget(self._deeds)
        column.addStretch(1)
        self.column.addWidget(scrolled(content), 1)

    def refresh(self) -> None:
        """Show today's assessment."""
        self._day.setText(words.full_day(self.session.snapshot.today))
        for card in (self._standing, self._certificate, self._deeds):
            clear(card.body)
        assessment = self.session.snapshot.assessment
        if assessment is None:
            return
        if any(account.state is not State.CLOSED for account in self.session.facts.accounts):
            self._show_standing(assessment)
            self._show_certificate(assessment)
            self._show_deeds((*assessment.unmet, *assessment.lapsing))
        else:
            self._show_beginning()

    def _show_beginning(self) -> None:
        body = self._standing.body
        body.addWidget(label(self.tr("The office is described. Now add its first account."), "heading"))
        body.addWidget(label(self.tr("The wizard goes through the order with you, one question a page."), "muted"))
        add = button(self.tr("Add an account"), "primary")
        add.clicked.connect(self._on_add)
        body.addLayout(row(add, None))
        self._certificate.hide()
        self._deeds.hide()

    def _show_standing(self, assessment: Assessment) -> None:
        self._certificate.show()
        self._deeds.show()
        of, met = len(assessment.findings), len(assessment.findings) - len(assessment.unmet)
        body = self._standing.body
        body.addWidget(label(self.tr("How the order is kept"), "heading"))
        number = label(f"{words.number(met)}/{words.number(of)}", "number", wrap=False)
        body.addLayout(row(number, label(self.tr("clauses are met"), "muted"), stretch=1))
        bar = QProgressBar()
        bar.setRange(0, of)
        bar.setValue(met)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Clauses met: {0} of {1}").format(words.number(met), words.number(of)))
        body.addWidget(bar)
        body.addWidget(label(self._what_is_left(assessment), "muted"))
        body.addStretch(1)

    def _what_is_left(self, assessment: Assessment) -> str:
        unmet, lapsing = len(assessment.unmet), len(assessment.lapsing)
        if not unmet and not lapsing:
            return self.tr("Nothing is left to do.")
        said = []
        if unmet:
            said.append(self.tr("Not met: {0}").format(words.number(unmet)))
        if lapsing:
            days = self.session.parts.rulebook.values.warn_days
            told = self.tr("Lapse within {0} days: {1}")
            said.append(told.format(words.number(days), words.number(lapsing)))
        return " · ".join(said)

    def _show_certificate(self, assessment: Assessment) -> None:
        body = self._certificate.body
        body.addWidget(label(self.tr("Certificate"), "heading"))
        left = len(assessment.unmet)
        if left:
            body.addWidget(label(self.tr("It cannot be issued yet. Clauses left: {0}").format(words.number(left))))
        else:
            body.addWidget(label(self.tr("Every clause is met: the certificate can be issued.")))
        issued = self.session.snapshot.certificates
        if issued:
            last = self.tr("Last certificate: {0}, valid until {1}")
            body.addWidget(label(last.format(issued[0].serial, words.day(issued[0].valid_until)), "muted"))
        certificate = button(self.tr("To the certificate"), "primary" if not left else "")
        certificate.setEnabled(not left)
        certificate.clicked.connect(self._on_papers)
        report = button(self.tr("Print the report"), "primary" if left else "")
        report.clicked.connect(self._on_papers)
        body.addStretch(1)
        body.addLayout(row(report, certificate, None) if left else row(certificate, report, None))

    def _show_deeds(self, findings: tuple[Finding, ...]) -> None:
        body = self._deeds.body
        body.addWidget(label(self.tr("What to do now"), "heading"))
        if not findings:
            body.addWidget(label(self.tr("Nothing is due. CoopDesk says here when something will be.")))
        for place, finding in enumerate(findings[:_MOST]):
            if place:
                body.addWidget(rule())
            body.addWidget(_DeedLine(self.session, finding, self))
        if len(findings) > _MOST:
            more = button(self.tr("{0} more in the checklist").format(words.number(len(findings) - _MOST)), "quiet")
            more.clicked.connect(self._on_checklist)
            body.addLayout(row(more, None))

    def _on_add(self) -> None:
        self.wants_account.emit(None, "address")

    def _on_papers(self) -> None:
        self.wants_page.emit("certificates")

    def _on_checklist(self) -> None:
        self.wants_page.emit("checklist")


class _DeedLine(QWidget):
    """One deed: its status, why, for which account, and the button that goes there."""

    def __init__(self, session: Session, finding: Finding, page: OverviewPage) -> None:
        super().__init__()
        self._finding, self._page = finding, page
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(14)
        chip = StatusChip(finding.status)
        chip.setFixedWidth(148)
        told = QVBoxLayout()
        told.setSpacing(2)
        reason = finding.reason(words.language())
        told.addWidget(label(reason[:1].upper() + reason[1:]))
        told.addWidget(label(_whose(session, finding), "muted"))
        go = button(_deed_word(finding))
        go.setAccessibleDescription(reason)
        go.clicked.connect(self._on_go)
        line.addWidget(chip)
        line.addLayout(told, 1)
        line.addWidget(go)

    def _on_go(self) -> None:
        self._page.go_to(self._finding)


def _whose(session: Session, finding: Finding) -> str:
    account = session.account(finding.account)
    clause = session.parts.rulebook.clause(finding.clause)
    named = f"{words.clause_number(clause.id)} {words.say(clause.title)}"
    if account is None:
        return named
    return f"{words.say(session.kind_of(account).name)} · {account.handle or account.address} · {named}"


def _deed_word(finding: Finding) -> str:
    if finding.status is Status.ATTENTION:
        return words.translate("OverviewPage", words.QT_TRANSLATE_NOOP("OverviewPage", "Look again"))
    match finding.where:
        case "password":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the password")
        case "complaints":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the complaints")
        case "team" | "declarations":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the team")
        case "description":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "Write the description")
        case "pictures":
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "To the pictures")
        case _:
            text = words.QT_TRANSLATE_NOOP("OverviewPage", "Do it now")
    return words.translate("OverviewPage", text)
