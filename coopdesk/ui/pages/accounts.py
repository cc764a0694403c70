"""The accounts: all of the office's pages, groups, handles and channels."""

from PySide6.QtWidgets import QCheckBox

from coopdesk.desk.accounts import close_account, reopen_account
from coopdesk.order.facts import Account, State
from coopdesk.order.findings import Status
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.basics import button, row
from coopdesk.ui.widgets.table import TablePanel


class AccountsPage(Page):
    """A table of accounts; opening one leads into the wizard."""

    key = "accounts"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Accounts")

    def build(self) -> None:
        """The table, and what can be done with the selected account."""
        self._standing: dict[str | None, str] = {}
        take_in = button(self.tr("Take in a table…"), "quiet")
        take_in.clicked.connect(self._on_take_in)
        self.head.addWidget(self.table_saver("accounts"))
        self.head.addWidget(take_in)
        add = button(self.tr("Add an account"), "primary")
        add.clicked.connect(self._on_add)
        self.head.addWidget(add)
        columns: tuple[Column[Account], ...] = (
            Column(self.tr("Platform"), self._platform),
            Column(self.tr("Name"), lambda account: account.name or "—"),
            Column(self.tr("Address"), lambda account: account.address.removeprefix("https://").removeprefix("www.")),
            Column(self.tr("State"), _state_word),
            Column(self.tr("Order"), self._status_word, self._status),
        )
        empty = self.tr("There is no account yet. Choose “Add an account” above, and paste the page's address.")
        self._table = TablePanel(columns, empty, self.tr("Accounts"), grows=1)
        self._table.opened.connect(self._on_open)
        self._table.selected.connect(self._on_selected)
        self._closed = QCheckBox(self.tr("Show closed ones too"))
        self._closed.toggled.connect(self.refresh)
        self._open = button(self.tr("Open"))
        self._open.clicked.connect(self._on_open_selected)
        self._close = button(self.tr("Close the account"))
        self._close.clicked.connect(self._on_close)
        self.column.addWidget(self._table, 1)
        self.column.addLayout(row(self._open, self._close, None, self._closed))

    def refresh(self) -> None:
        """Show the accounts as they are now."""
        assessment = self.session.snapshot.assessment
        self._standing = {}
        worst = (Status.NOT_MET, Status.ATTENTION, Status.MET)
        for finding in assessment.findings if assessment else ():
            known = self._standing.get(finding.account, Status.MET.value)
            now = finding.status.value if finding.status in worst else Status.MET.value
            self._standing[finding.account] = min(known, now, key=[status.value for status in worst].index)
        shown = [
            one for one in self.session.facts.accounts if self._closed.isChecked() or one.state is not State.CLOSED
        ]
        self._table.show_records(shown)
        self._on_selected(self._table.record)

    def _platform(self, account: Account) -> str:
        return words.say(self.session.kind_of(account).name)

    def _status(self, account: Account) -> str:
        return "not_applicable" if account.state is State.CLOSED else self._standing.get(account.id, "not_met")

    def _status_word(self, account: Account) -> str:
        return words.status(self._status(account))

    def _on_selected(self, account: Account | None) -> None:
        self._open.setEnabled(account is not None)
        self._close.setEnabled(account is not None)
        closed = account is not None and account.state is State.CLOSED
        self._close.setText(self.tr("Reopen the account") if closed else self.tr("Close the account"))

    def _on_add(self) -> None:
        self.wants_account.emit(None, "address")

    def _on_take_in(self) -> None:
        self.wants_page.emit("intake")

    def _on_open(self, account: Account) -> None:
        self.wants_account.emit(account.id, "summary" if account.state is State.ACTIVE else "address")

    def _on_open_selected(self) -> None:
        if self._table.record is not None:
            self._on_open(self._table.record)

    def _on_close(self) -> None:
        account, who = self._table.record, self.session.who
        if account is not None:
            deed = reopen_account if account.state is State.CLOSED else close_account
            self.show_trouble(None)
            self.session.do(self, lambda parts: deed(parts, account.id, who), None, self.show_trouble)


def _state_word(account: Account) -> str:
    match account.state:
        case State.SETTING_UP:
            text = words.QT_TRANSLATE_NOOP("AccountsPage", "Being set up")
        case State.ACTIVE:
            text = words.QT_TRANSLATE_NOOP("AccountsPage", "Active")
        case State.CLOSED:
            text = words.QT_TRANSLATE_NOOP("AccountsPage", "Closed")
    return words.translate("AccountsPage", text)
