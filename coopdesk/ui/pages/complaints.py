"""Complaints that came in on a page, and what became of them (03.9)."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QWidget

from coopdesk.desk.complaints import due_day, put_complaint
from coopdesk.order.facts import Account, Complaint, State
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.side import SidePage
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.clause import ClauseCard
from coopdesk.ui.widgets.fields import DateField, Field, choice, line, lines
from coopdesk.ui.widgets.table import TablePanel


class ComplaintsPage(SidePage):
    """A table of complaints; beside it the form of the one selected."""

    key = "complaints"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Complaints")

    def build(self) -> None:
        """The table at the left, the form at the right."""
        columns: tuple[Column[Complaint], ...] = (
            Column(self.tr("Came in on"), lambda complaint: complaint.received_on),
            Column(self.tr("Account"), self._account_word),
            Column(self.tr("Complaint"), lambda complaint: complaint.what),
            Column(self.tr("GRS number"), lambda complaint: complaint.grs_number or "—"),
            Column(self.tr("Status"), self._status_word, self._status),
        )
        empty = self.tr("No complaint is written down. When one comes in on a page, write it down here.")
        table = TablePanel(columns, empty, self.tr("Complaints"), grows=2)
        self.lay_out(table, self.tr("Write down a complaint"))

    def refresh(self) -> None:
        """Show the complaints, the newest first."""
        complaints = self.session.facts.complaints
        self.add.setEnabled(bool(self._accounts()))
        self.table.show_records(sorted(complaints, key=lambda complaint: complaint.received_on, reverse=True))

    def _accounts(self) -> dict[str, Account]:
        return {account.id: account for account in self.session.facts.accounts}

    def _account_word(self, complaint: Complaint) -> str:
        return self._named(self._accounts()[complaint.account])

    def _named(self, account: Account) -> str:
        return f"{words.say(self.session.kind_of(account).name)} · {account.handle or account.address}"

    def _status(self, complaint: Complaint) -> str:
        if complaint.grs_number:
            return "met"
        due = due_day(self.session.parts, complaint.received_on)
        return "not_met" if due < self.session.snapshot.today else "attention"

    def _status_word(self, complaint: Complaint) -> str:
        match self._status(complaint):
            case "met":
                return self.tr("In the GRS")
            case "not_met":
                return self.tr("Overdue")
            case _:
                due = due_day(self.session.parts, complaint.received_on)
                return self.tr("Due by {0}").format(words.day(due))

    def cards(self, record: Complaint | None) -> list[QWidget]:
        """Return the complaint's form."""
        accounts = [one for one in self._accounts().values() if one.state is not State.CLOSED or record]
        first = accounts[0].id if accounts else ""
        officer = self.session.facts.office.grievance_officer
        self._shown = record or Complaint("", first, self.session.snapshot.today, "", officer=officer)
        shown = self._shown
        self._account = choice([(account.id, self._named(account)) for account in accounts], shown.account)
        self._what, self._outcome = lines(shown.what, 96), lines(shown.outcome, 72)
        self._asker, self._officer, self._number = line(shown.asker), line(shown.officer), line(shown.grs_number)
        self._on = DateField(_qdate(shown.received_on))
        self._grs_on = DateField(_qdate(shown.grs_on or self.session.snapshot.today))
        self._dated = QCheckBox(self.tr("The day it was entered is known"))
        self._dated.setObjectName("complaint-dated")
        self._dated.toggled.connect(self._grs_on.setEnabled)
        self._dated.setChecked(shown.grs_on is not None)
        self._grs_on.setEnabled(shown.grs_on is not None)
        self._due = label("", "muted")
        self._on.dateChanged.connect(self._on_day)
        self._number.textEdited.connect(self._on_number)
        self._on_day()
        keep = button(self.tr("Save the complaint"), "primary")
        keep.clicked.connect(self._on_keep)
        leave = button(self.tr("Cancel"), "quiet")
        leave.clicked.connect(self.close_record)
        card = Card(self.tr("The complaint") if record else self.tr("New complaint"))
        for caption, name, control in (
            (self.tr("On which page"), "complaint-account", self._account),
            (self.tr("Came in on"), "complaint-on", self._on),
            (self.tr("Who complained, if they said"), "complaint-asker", self._asker),
            (self.tr("What it says"), "complaint-what", self._what),
            (self.tr("The officer it went to"), "complaint-officer", self._officer),
            (self.tr("GRS number"), "complaint-number", self._number),
            (self.tr("Entered in the GRS on"), "complaint-grs-on", self._grs_on),
            (self.tr("What became of it"), "complaint-outcome", self._outcome),
        ):
            card.body.addWidget(Field(caption, control, name=name))
            if control is self._officer:
                card.body.addWidget(self._due)
            if control is self._number:
                card.body.addWidget(self._dated)
        card.body.addLayout(row(keep, leave, None))
        return [card, ClauseCard(self.session.parts.rulebook.clause("03.9"))]

    def _on_day(self) -> None:
        """Say by when it is due."""
        due = words.day(due_day(self.session.parts, _date(self._on.date())))
        self._due.setText(self.tr("To be entered in the GRS by {0}").format(due))

    def _on_number(self, number: str) -> None:
        """Who types the number most likely enters it today; who takes it out, takes its day out."""
        self._dated.setChecked(bool(number.strip()))

    def _on_keep(self) -> None:
        who = self.session.who
        complaint = replace(
            self._shown,
            account=str(self._account.currentData() or ""),
            received_on=_date(self._on.date()),
            what=self._what.toPlainText(),
            grs_number=self._number.text(),
            outcome=self._outcome.toPlainText(),
            asker=self._asker.text(),
            officer=self._officer.text(),
            grs_on=_date(self._grs_on.date()) if self._dated.isChecked() else None,
        )
        self.show_trouble(None)
        self.session.do(self, lambda parts: put_complaint(parts, complaint, who), self.on_kept, self.show_trouble)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
