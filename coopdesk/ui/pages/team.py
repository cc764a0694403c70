"""The admin team: who serves, from when to when, and their declarations (03.3, 03.10)."""

from PySide6.QtWidgets import QCheckBox, QWidget

from coopdesk.desk.attest import standing_word
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Member
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.side import SidePage
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.clause import ClauseCard
from coopdesk.ui.widgets.member_form import MemberForm, role_word
from coopdesk.ui.widgets.pictures import PicturePicker
from coopdesk.ui.widgets.table import TablePanel


class TeamPage(SidePage):
    """A table of members; beside it the form and the declaration of the one selected."""

    key = "team"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Admin team")

    def build(self) -> None:
        """The table at the left, what belongs to one member at the right."""
        columns: tuple[Column[Member], ...] = (
            Column(self.tr("Name"), lambda member: member.name),
            Column(self.tr("Post"), lambda member: member.post, width=170),
            Column(self.tr("Duty"), lambda member: role_word(member.role)),
            Column(self.tr("Since"), lambda member: member.since),
            Column(self.tr("Declaration"), self._declaration_word, self._declaration),
        )
        empty = self.tr("Nobody is in the team yet. Choose “Add a member” above.")
        self._former = QCheckBox(self.tr("Show those who have left too"))
        self._former.toggled.connect(self.refresh)
        self.lay_out(TablePanel(columns, empty, self.tr("Admin team")), self.tr("Add a member"), self._former)

    def refresh(self) -> None:
        """Show the members as they are now."""
        today = self.session.snapshot.today
        members = self.session.facts.members
        self.table.show_records([m for m in members if self._former.isChecked() or m.serves_on(today)])

    def _declaration(self, member: Member) -> str:
        if not member.serves_on(self.session.snapshot.today):
            return "not_applicable"
        facts, rulebook, today = self.session.facts, self.session.parts.rulebook, self.session.snapshot.today
        return "met" if standing_word(facts, rulebook, "declaration", today, member=member.id) else "not_met"

    def _declaration_word(self, member: Member) -> str:
        return words.status(self._declaration(member))

    def cards(self, record: Member | None) -> list[QWidget]:
        """Return the member's form, and the declaration of one who serves."""
        card = Card(self.tr("The member") if record else self.tr("New member"))
        form = MemberForm(self.session, record, frozenset(account.id for account in self.session.facts.accounts))
        form.kept.connect(self.on_kept)
        form.left.connect(self.close_record)
        card.body.addWidget(form)
        cards: list[QWidget] = [card]
        if record is not None and record.until is not None:
            cards.append(self._handover_card(record))
        if record is not None and record.serves_on(self.session.snapshot.today):
            cards.append(self._declaration_card(record))
        return [*cards, ClauseCard(self.session.parts.rulebook.clause("03.10" if record else "03.3"))]

    def _handover_card(self, member: Member) -> Card:
        card = Card(self.tr("{0} leaves the team").format(member.name))
        told = self.tr("Hand register and passwords to who comes next, and let both sign the note.")
        begin = button(self.tr("Hand the desk over"))
        begin.clicked.connect(self._on_hand_over)
        self._leaver = member.id
        card.body.addWidget(label(told, "muted"))
        card.body.addLayout(row(begin, None))
        return card

    def _on_hand_over(self) -> None:
        self.wants_page.emit(f"handover#{self._leaver}")

    def _declaration_card(self, member: Member) -> Card:
        card = Card(self.tr("Declaration on personal accounts"))
        self._word, self._member = AttestBox(self.session, "declaration", member=member.id), member
        self._signed = PicturePicker(
            self.session, self.tr("The signed paper (picture or PDF)"), None, "signed", papers=True
        )
        keep = button(self.tr("Save the declaration"), "primary")
        keep.clicked.connect(self._on_declared)
        for widget in (self._word, self._signed):
            card.body.addWidget(widget)
        make = button(self.tr("The paper to sign…"))
        make.clicked.connect(self._on_make)
        card.body.addLayout(row(keep, make, None))
        return card

    def _on_make(self) -> None:
        self.wants_page.emit(f"certificates#declaration/{self._member.id}")

    def _on_declared(self) -> None:
        word, person, who = self._word, self._member.name, self.session.who
        evidence = [self._signed.chosen] if self._signed.chosen else []
        if not word.is_ticked:
            word.tick.setFocus()
            self.show_trouble(CoopDeskError("desk.not_ticked"))
            return

        def deed(parts: Parts) -> None:
            word.give(parts, person, who, evidence)

        self.show_trouble(None)
        self.session.do(self, deed, self._on_given, self.show_trouble)

    def _on_given(self, _nothing: object) -> None:
        self.open_record(self._member)
