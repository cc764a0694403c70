"""The wizard's page for the password (03.5)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from coopdesk.desk.accounts import turn_two_step
from coopdesk.desk.attest import take_back_waiver, waive
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import set_password
from coopdesk.desk.rotation import begin_change
from coopdesk.order.facts import Member, Role
from coopdesk.texts import Said, say
from coopdesk.ui import words
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import label
from coopdesk.ui.widgets.change import ChangeUnderWay
from coopdesk.ui.widgets.fields import Field, choice, line
from coopdesk.ui.widgets.recovery import RecoveryPanel
from coopdesk.ui.widgets.secret import KeptSecret
from coopdesk.ui.widgets.strength import PasswordInput
from coopdesk.ui.wizard.step import Deed, Step

CLAUSE = "03.5"


class PasswordStep(Step):
    """The account's own password, or its admins' word on the profiles through which it is reached."""

    key = "password"
    clauses = (CLAUSE,)

    def question(self) -> str:
        """Ask for the password."""
        return self.tr("How is the account protected?")

    def build(self) -> None:
        """Two ways in, where the platform has both; the chosen one's questions below."""
        mine = (CLAUSE, self.account.id)
        self._waiver = next((w for w in self.session.facts.waivers if (w.clause, w.account) == mine), None)
        both, fact = self.kind.through_profiles, self.session.password_of(self.account.id)
        self._own = QRadioButton(self.tr("It has a password of its own"))
        self._own.setObjectName("own-password")
        self._through = QRadioButton(self.tr("It has none: members reach it through their own profiles"))
        self._through.setObjectName("through-profiles")
        through = both and (self._waiver is not None or fact is None)
        self._through.setChecked(through)
        self._own.setChecked(not through)
        for way in (self._through, self._own):
            way.setVisible(both)
            self.card.body.addWidget(way)
        self._own_part, self._through_part = self._build_own(), self._build_through()
        self.card.body.addWidget(self._own_part)
        self.card.body.addWidget(self._through_part)
        self._own.toggled.connect(self._on_way)
        self._on_way()

    def deed(self) -> Deed | None:
        """Keep the admins' word; or the password: in the keyring first, then what is known of it."""
        return self._through_deed() if self._through.isChecked() else self._own_deed()

    def _own_deed(self) -> Deed:
        account_id, who, judge = self.account.id, self.session.who, self.session.judge
        two_step, by, waived = self._two_step.isChecked(), str(self._by.currentData() or ""), self._waiver is not None
        secret = self._input.secret.text()

        present = self.session.password_of(account_id) is not None

        def deed(parts: Parts) -> bool:
            turn_two_step(parts, account_id, two_step, who)
            if waived:
                take_back_waiver(parts, CLAUSE, who, account_id)
            if secret and present:
                begin_change(parts, judge, account_id, secret, by, who)
            elif secret:
                set_password(parts, judge, account_id, secret, by, who)
            return bool(secret and present)

        return deed

    def stays(self, result: object) -> bool:
        """A change that was begun is to be confirmed here."""
        return result is True

    def _through_deed(self) -> Deed:
        account_id, who, reason = self.account.id, self.session.who, self._reason.text()
        two_step = self._two_step.isChecked()
        by = self._admins()[0].name if self._admins() else self.session.facts.office.head_name or who
        given = [(box, box.person) for box in self._words if box.is_ticked]
        known = self._waiver is not None and self._waiver.reason == reason

        def deed(parts: Parts) -> None:
            turn_two_step(parts, account_id, two_step, who)
            if not known:
                waive(parts, CLAUSE, reason, by, who, account_id)
            for box, person in given:
                box.give(parts, person, who)

        return deed

    def _admins(self) -> Sequence[Member]:
        today = self.session.snapshot.today
        team = [m for m in self.session.facts.members if m.serves_on(today) and self.account.id in m.accounts]
        return [member for member in team if member.role is Role.ADMIN]

    def _build_own(self) -> QWidget:
        part = QWidget()
        column = _column(part)
        self._two_step = QCheckBox(self.tr("Two-step login is on"))
        self._two_step.setObjectName("two-step")
        self._two_step.setChecked(self.account.two_step)
        column.addWidget(self._two_step)
        values = self.session.parts.rulebook.values
        hint = self.tr(
            "At least {0} characters, or {1} with two-step login. "
            "It is kept in the keyring, or in the KeePass file that the office chose."
        )
        column.addWidget(label(hint.format(words.number(values.length), words.number(values.length_two_step)), "muted"))
        if (told := self._told_of_present()) is not None:
            column.addWidget(label(self.tr("The present one: {0}").format(words.say(told)), "muted"))
            column.addWidget(KeptSecret(self.session, self.account.id))
            column.addWidget(RecoveryPanel(self.session, self.account.id))
        change = ChangeUnderWay(self.session, self.account.id)
        change.decided.connect(self._on_decided)
        change.setVisible(self.account.id in self.session.snapshot.changing)
        column.addWidget(change)
        self._input = PasswordInput(self.session, self.account.id)
        self._input.follow_two_step(self._two_step.isChecked())
        self._two_step.toggled.connect(self._input.follow_two_step)
        column.addWidget(self._input)
        people = [(name, name) for name in self.session.people()]
        self._by = choice(people, self.session.who, self.tr("Choose"))
        column.addWidget(Field(self.tr("Who changed it on the platform?"), self._by, name="by-password"))
        return part

    def _told_of_present(self) -> Said | None:
        fact = self.session.password_of(self.account.id)
        if fact is None:
            return None
        office, values = self.session.facts.office, self.session.parts.rulebook.values
        days = min(office.rotation_days or values.password_days, values.password_days)
        return say("findings", "password.kept", on=fact.set_on, days=days)

    def _build_through(self) -> QWidget:
        part = QWidget()
        column = _column(part)
        reason = self.tr("The page has no password of its own; its admins run it from their own profiles.")
        self._reason = line(self._waiver.reason if self._waiver else reason)
        column.addWidget(Field(self.tr("Why the clause is not applicable"), self._reason, name="reason"))
        self._words: list[AttestBox] = []
        if not self._admins():
            column.addWidget(label(words.say(say("findings", "team.no_admin")), "error"))
        for admin in self._admins():
            column.addWidget(label(admin.name, "strong"))
            box = AttestBox(self.session, "own_password", member=admin.id)
            box.tick.setObjectName(f"own-password-{admin.id}")
            box.tick.setAccessibleName(f"{admin.name}: {box.tick.accessibleName()}")
            column.addWidget(box)
            self._words.append(box)
        return part

    def _on_decided(self) -> None:
        self.wants_step.emit(self.key)

    def _on_way(self) -> None:
        self._own_part.setVisible(self._own.isChecked())
        self._through_part.setVisible(not self._own.isChecked())


def _column(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
