"""The form for one member of the admin team: on the team's page and in the wizard."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from coopdesk.desk.team import put_member
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Member, Role, State
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.account_ticks import AccountTicks
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.fields import DateField, Field, choice, line


class MemberForm(QWidget):
    """Adds a member or changes one; `kept` follows when the register has it, `left` when the form is left."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, session: Session, member: Member | None, accounts: frozenset[str] = frozenset()) -> None:
        """Show `member`, or an empty form for one who serves `accounts` (ids)."""
        super().__init__()
        self._session = session
        self._member = member or Member("", "", "", Role.ADMIN, session.snapshot.today, accounts=accounts)
        self._trouble = label("", "error")
        self._trouble.hide()
        self._build()

    def _build(self) -> None:
        member = self._member
        self._name, self._post = line(member.name), line(member.post)
        self._phone, self._email = line(member.phone), line(member.email)
        self._role = choice(((role, role_word(role)) for role in Role), member.role)
        self._since = DateField(_qdate(member.since))
        self._has_left = QCheckBox(self.tr("Has left the team"))
        self._has_left.setObjectName("has-left")
        self._has_left.setChecked(member.until is not None)
        self._has_left.setVisible(bool(member.id))
        self._until = DateField(_qdate(member.until or self._session.snapshot.today))
        self._name_field = Field(self.tr("Name"), self._name, name="member-name")
        self._until_field = Field(self.tr("Last day"), self._until, name="member-until")
        self._until_field.setVisible(member.until is not None)
        self._has_left.toggled.connect(self._until_field.setVisible)
        grid = QGridLayout()
        grid.setSpacing(12)
        fields = (
            self._name_field,
            Field(self.tr("Post"), self._post, name="member-post"),
            Field(self.tr("Phone"), self._phone, name="member-phone"),
            Field(self.tr("E-mail"), self._email, name="member-email"),
            Field(self.tr("Duty"), self._role, name="member-role"),
            Field(self.tr("Serves since"), self._since, name="member-since"),
        )
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._has_left)
        column.addWidget(self._until_field)
        caption = self.tr("Accounts served")
        offered = [one for one in self._session.facts.accounts if one.state is not State.CLOSED]
        self._accounts = AccountTicks(caption)
        if offered:
            column.addWidget(label(caption, "strong"))
        column.addWidget(self._accounts)
        self._accounts.offer(offered, member.accounts, self._account_word)
        column.addWidget(self._trouble)
        keep = button(self.tr("Save the member"), "primary")
        keep.clicked.connect(self._on_keep)
        leave = button(self.tr("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        column.addLayout(row(keep, leave, None))

    def _account_word(self, account: Account) -> str:
        return f"{words.say(self._session.kind_of(account).name)} · {account.handle or account.address}"

    def begin(self) -> None:
        """Put the hand to the first field."""
        self._name.setFocus()

    def written(self) -> Member | None:
        """Return the member as typed, or None where nothing is typed."""
        if not any(field.text().strip() for field in (self._name, self._post, self._phone, self._email)):
            return None
        return replace(
            self._member,
            name=self._name.text(),
            post=self._post.text(),
            phone=self._phone.text(),
            email=self._email.text(),
            role=Role(self._role.currentData()),
            since=_date(self._since.date()),
            until=_date(self._until.date()) if self._has_left.isChecked() else None,
            # A closed account that was served stays so: it is no choice any more.
            accounts=(self._member.accounts - self._accounts.offered) | self._accounts.ticked,
        )

    def _on_keep(self) -> None:
        member = self.written() or self._member
        who = self._session.who
        self._name_field.show_error("")
        self._until_field.show_error("")
        self._session.do(self, lambda parts: put_member(parts, member, who), self.kept.emit, self._on_trouble)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        text = words.say(trouble.said)
        match trouble.key:
            case "desk.no_name":
                self._name_field.show_error(text)
            case "desk.until_before_since":
                self._until_field.show_error(text)
            case _:
                self._trouble.setText(text)
                self._trouble.show()


def role_word(role: Role) -> str:
    """Return what a role is called."""
    match role:
        case Role.ADMIN:
            return words.translate("Role", words.QT_TRANSLATE_NOOP("Role", "Admin"))
        case Role.MODERATOR:
            return words.translate("Role", words.QT_TRANSLATE_NOOP("Role", "Moderator"))
        case Role.AUTHORITY:
            return words.translate("Role", words.QT_TRANSLATE_NOOP("Role", "Authority"))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
