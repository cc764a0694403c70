"""The wizard's page for the admin team (03.3)."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from coopdesk.desk.parts import Parts
from coopdesk.desk.team import put_member, serve_account
from coopdesk.order.assess import assess
from coopdesk.order.facts import Facts, Member
from coopdesk.ui import words
from coopdesk.ui.widgets.basics import button, clear, label, row, rule
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.drafts import Fields
from coopdesk.ui.widgets.member_form import MemberForm, role_word
from coopdesk.ui.widgets.ticks import TickLine
from coopdesk.ui.wizard.step import Deed, Step


class TeamStep(Step):
    """Who serves the account: one responsible person, or a team of three to five."""

    key = "team"
    clauses = ("03.3",)

    def question(self) -> str:
        """Ask for the team."""
        return self.tr("Who looks after the page?")

    def hint(self) -> str:
        """Say how many."""
        return self.tr("One responsible person, or a team of three to five, at least one of them an admin.")

    def build(self) -> None:
        """A tick for each serving member, and a form for a new one."""
        self._ticks: dict[str, QCheckBox] = {}
        self._form: MemberForm | None = None
        self._list = QVBoxLayout()
        self._chip = StatusChip("met")
        self._verdict = label()
        self._add = button(self.tr("Add a member"))
        self._add.clicked.connect(self._on_add)
        self._form_place = QVBoxLayout()
        self.card.body.addLayout(self._list)
        self.card.body.addLayout(row(self._chip, self._verdict, self._add, stretch=1))
        self.card.body.addLayout(self._form_place)
        self._list_members({m.id for m in self._serving() if self.account.id in m.accounts})
        if not self._ticks:
            self._on_add()

    def deed(self) -> Deed | None:
        """Keep who serves."""
        account_id, who, chosen = self.account.id, self.session.who, frozenset(self._chosen())
        written = self._form.written() if self._form is not None else None

        def deed(parts: Parts) -> None:
            served = chosen | {put_member(parts, written, who).id} if written else chosen
            serve_account(parts, account_id, served, who)

        return deed

    def unfold(self, kept: Fields) -> None:
        """Open the form of a new member."""
        if self._form is None and kept.get("member-name"):
            self._on_add()

    def _serving(self) -> list[Member]:
        today = self.session.snapshot.today
        return [member for member in self.session.facts.members if member.serves_on(today)]

    def _list_members(self, chosen: set[str]) -> None:
        clear(self._list)
        self._ticks = {}
        for member in self._serving():
            told = " · ".join(part for part in (member.name, member.post, role_word(member.role)) if part)
            line = TickLine(told, f"serves-{member.id}")
            line.tick.setChecked(member.id in chosen)
            line.tick.toggled.connect(self._judge)
            self._ticks[member.id] = line.tick
            self._list.addWidget(line)
        self._judge()

    def _chosen(self) -> set[str]:
        return {member for member, tick in self._ticks.items() if tick.isChecked()}

    def _judge(self) -> None:
        """Judge the team as it is ticked, by the order's own check."""
        account, chosen, facts = self.account, self._chosen(), self.session.facts
        served = frozenset({account.id})
        members = (replace(m, accounts=served if m.id in chosen else frozenset()) for m in facts.members)
        ticked = Facts(facts.office, (account,), tuple(members))
        found = assess(ticked, self.session.parts.rulebook, self.session.snapshot.today).findings
        finding = next(one for one in found if one.clause == self.clauses[0] and one.account == account.id)
        self._chip.show_status(finding.status)
        self._verdict.setText(finding.reason(words.language()))

    def _on_add(self) -> None:
        clear(self._form_place)
        form = MemberForm(self.session, None, frozenset({self.account.id}))
        self._form = form
        form.kept.connect(self._on_kept)
        form.left.connect(self._on_left)
        self._form_place.addWidget(rule())
        self._form_place.addWidget(form)
        self._add.hide()
        form.begin()

    def _on_kept(self, member: Member) -> None:
        self._list_members(self._chosen() | {member.id})
        self._on_left()
        self._add.setFocus()

    def _on_left(self) -> None:
        self._form = None
        clear(self._form_place)
        self._add.show()
