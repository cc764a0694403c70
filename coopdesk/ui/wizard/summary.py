"""The wizard's last page: what is met, what is left, and the way to the certificate."""

from PySide6.QtWidgets import QHBoxLayout

from coopdesk.desk.accounts import finish_account
from coopdesk.order.facts import State
from coopdesk.order.findings import Finding, Status
from coopdesk.ui import words
from coopdesk.ui.widgets.basics import button, label, rule
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.wizard.step import Deed, Step


class SummaryStep(Step):
    """Every clause's finding for the account, each with the way to its page."""

    key = "summary"

    def question(self) -> str:
        """Say how it stands."""
        left = sum(finding.status is Status.NOT_MET for finding in self._findings())
        if not left:
            return self.tr("Every clause is met for this account")
        return self.tr("Still to be done: {0}").format(words.number(left))

    def build(self) -> None:
        """A line a clause."""
        for place, finding in enumerate(self._findings()):
            if place:
                self.card.body.addWidget(rule())
            self.card.body.addLayout(self._line(finding))

    def deed(self) -> Deed | None:
        """End the setting-up."""
        if self.account.state is not State.SETTING_UP:
            return None
        account_id, who = self.account.id, self.session.who
        return lambda parts: finish_account(parts, account_id, who)

    def _findings(self) -> tuple[Finding, ...]:
        return (*self.session.findings_of(self.account_id), *self.session.findings_of(None))

    def _line(self, finding: Finding) -> QHBoxLayout:
        clause = self.session.parts.rulebook.clause(finding.clause)
        chip = StatusChip(finding.status)
        chip.setFixedWidth(148)
        title = label(f"{words.clause_number(clause.id)}  {words.say(clause.title)}", "strong")
        reason = label(finding.reason(words.language()), "muted")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(chip)
        line.addWidget(title, 2)
        line.addWidget(reason, 3)
        if finding.status is Status.NOT_MET:
            go = button(self.tr("Go there"), "quiet")
            go.setAccessibleName(f"{self.tr('Go there')}: {words.say(clause.title)}")
            go.setProperty("where", finding.where)
            go.clicked.connect(self._on_go)
            line.addWidget(go)
        return line

    def _on_go(self) -> None:
        where = str(self.sender().property("where"))
        if where == "declarations":
            self.wants_page.emit("team")
        else:
            self.wants_step.emit(where)
