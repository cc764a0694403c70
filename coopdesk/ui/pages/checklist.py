"""The checklist: every clause for an account or the whole office, with the order's own words beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.order.facts import State
from coopdesk.order.findings import Finding, Status
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import Card, button, clear, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.clause import ClauseCard
from coopdesk.ui.widgets.fields import choice
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel

_ALL, _ADVICE = "all", "advice"


class ChecklistPage(Page):
    """Findings in a table; beside it the selected clause, why it stands so, and where to put it right."""

    key = "checklist"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Checklist")

    def build(self) -> None:
        """The choice of account above, the table at the left, the clause at the right."""
        self._whose = choice(())
        self._whose.setMinimumWidth(380)
        self._whose.setAccessibleName(self.tr("Whose clauses"))
        self._whose.currentIndexChanged.connect(self._on_whose)
        self.head.addWidget(self.table_saver("findings"))
        self.head.addWidget(self._whose)
        columns: tuple[Column[Finding], ...] = (
            Column(self.tr("Clause"), lambda finding: words.clause_number(finding.clause), width=100),
            Column(self.tr("Status"), self._status_word, self._status, width=168),
            Column(self.tr("What it asks"), self._title, width=200),
            Column(self.tr("How it stands"), lambda finding: finding.reason(words.language())),
        )
        self._table = TablePanel(columns, self.tr("There is no account to judge yet."), self.tr("Checklist"), grows=3)
        self._table.selected.connect(self._show_clause)
        self._table.opened.connect(self._on_opened)
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(14)
        area = scrolled(side)
        area.setFixedWidth(330)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._table, 1)
        middle.addWidget(area)
        self.column.addLayout(middle, 1)
        clause_key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        clause_key.activated.connect(self._table.view.setFocus)

    def refresh(self) -> None:
        """Show today's findings."""
        kept = self._whose.currentData() or _ALL
        self._whose.blockSignals(True)
        self._whose.clear()
        self._whose.addItem(self.tr("The whole office"), _ALL)
        for account in self.session.facts.accounts:
            if account.state is not State.CLOSED:
                kind = words.say(self.session.kind_of(account).name)
                self._whose.addItem(f"{kind}: {account.handle or account.address}", account.id)
        self._whose.addItem(self.tr("Advice (never counted)"), _ADVICE)
        self._whose.setCurrentIndex(max(0, self._whose.findData(kept)))
        self._whose.blockSignals(False)
        self._on_whose()

    def _on_whose(self) -> None:
        assessment, whose = self.session.snapshot.assessment, self._whose.currentData()
        if assessment is None:
            return
        match whose:
            case "advice":
                findings = assessment.advice
            case "all":
                findings = assessment.findings
            case account:
                findings = tuple(f for f in assessment.findings if f.account in (account, None))
        self._table.show_records(findings)
        if findings:
            self._table.view.selectRow(0)
        self._show_clause(self._table.record)

    def _title(self, finding: Finding) -> str:
        return words.say(self.session.parts.rulebook.clause(finding.clause).title)

    def _is_advice(self, finding: Finding) -> bool:
        return bool(self.session.parts.rulebook.clause(finding.clause).source.bn)

    def _status(self, finding: Finding) -> str:
        # Advice that is not followed is no fault: it is shown in grey, under its own word.
        return "advice" if self._is_advice(finding) and finding.status is Status.NOT_MET else finding.status.value

    def _status_word(self, finding: Finding) -> str:
        status = self._status(finding)
        return self.tr("Advice") if status == "advice" else words.status(status)

    def _show_clause(self, finding: Finding | None) -> None:
        clear(self._side)
        if finding is None:
            return
        clause = self.session.parts.rulebook.clause(finding.clause)
        card = Card(f"{words.clause_number(clause.id)}  {words.say(clause.title)}")
        card.body.addLayout(row(StatusChip(self._status(finding), self._status_word(finding)), None))
        account = self.session.account(finding.account)
        if account is not None:
            kind = words.say(self.session.kind_of(account).name)
            card.body.addWidget(label(f"{kind} · {account.handle or account.address}", "muted"))
        card.body.addWidget(label(finding.reason(words.language())))
        if finding.next is not None:
            card.body.addWidget(label(self.tr("Next: {0}").format(finding.next_step(words.language())), "strong"))
        self._add_way(card, finding)
        self._side.addWidget(card)
        self._side.addWidget(ClauseCard(clause))
        self._side.addStretch(1)

    def _add_way(self, card: Card, finding: Finding) -> None:
        """Put the button to the place, or for advice the word itself, on the card."""
        self._shown = finding
        if finding.where != "advice":
            go = button(self.tr("Go there"), "primary" if finding.status is Status.NOT_MET else "")
            go.clicked.connect(self._on_go)
            card.body.addLayout(row(go, None))
            return
        topic = str(self.session.parts.rulebook.clause(finding.clause).checks[0].options["topic"])
        self._word = AttestBox(self.session, topic, finding.account)
        keep = button(self.tr("Save"))
        keep.clicked.connect(self._on_attest)
        card.body.addWidget(self._word)
        card.body.addLayout(row(keep, None))

    def _on_go(self) -> None:
        self._on_opened(self._shown)

    def _on_opened(self, finding: Finding) -> None:
        self.go_to(finding.where, finding.account)

    def _on_attest(self) -> None:
        word, person, who = self._word, self._word.person, self.session.who
        if word.is_ticked:
            self.show_trouble(None)
            self.session.do(self, lambda parts: word.give(parts, person, who), None, self.show_trouble)
