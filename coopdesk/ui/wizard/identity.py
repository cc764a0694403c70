"""The wizard's first pages: the address, the name, the uses."""

from PySide6.QtWidgets import QCheckBox

from coopdesk.desk.accounts import add_account, change_address, choose_uses, name_account
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account
from coopdesk.order.names import NameVerdict, judge_name
from coopdesk.order.platforms import Kind
from coopdesk.texts import say
from coopdesk.ui import words
from coopdesk.ui.widgets.attest import AttestBox
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.clause import point_of
from coopdesk.ui.widgets.fields import Field, choice, line
from coopdesk.ui.widgets.ticks import TickLine
from coopdesk.ui.wizard.step import Deed, Step

_USUAL = "facebook.page"
"""What most offices have; it stands there until an address tells otherwise."""


class AddressStep(Step):
    """Where the page is: a pasted address fills platform and handle."""

    key = "address"

    def question(self) -> str:
        """Ask for the address."""
        return self.tr("What is the page's address?")

    def hint(self) -> str:
        """Say how to come by it."""
        return self.tr("Open the page in the browser, copy its address and paste it here.")

    def build(self) -> None:
        """One line for the address; what it is recognised as stands below."""
        account = self.session.account(self.account_id)
        self._address = line(account.address if account else "", "https://www.facebook.com/…", limit=2000)
        self._field = Field(self.tr("Address"), self._address, name="address")
        self._address.textChanged.connect(self._on_typed)
        kinds = self.session.parts.platforms.kinds
        self._kind = choice((f"{kind.platform}.{kind.id}", words.say(kind.name)) for kind in kinds)
        self._kind.setAccessibleName(self.tr("What it is"))
        self._handle = label("", "muted")
        self.card.body.addWidget(self._field)
        self.card.body.addWidget(Field(self.tr("What it is"), self._kind, name="kind"))
        self.card.body.addWidget(self._handle)
        self._on_typed(self._address.text())
        if account:
            self._kind.setCurrentIndex(self._kind.findData(f"{account.platform}.{account.kind}"))

    def deed(self) -> Deed | None:
        """Add the account, or give it its new address."""
        typed, kind = self._address.text(), self._chosen()
        account_id, who = self.account_id, self.session.who
        if account_id is None:
            return lambda parts: add_account(parts, typed, kind, who)
        return lambda parts: change_address(parts, account_id, typed, kind, who)

    def show_trouble(self, trouble: CoopDeskError) -> None:
        """Say it below the address."""
        self._field.show_error(words.say(trouble.said))

    def _chosen(self) -> Kind:
        platform, _, kind = str(self._kind.currentData()).partition(".")
        return self.session.parts.platforms.kind(platform, kind)

    def _on_typed(self, text: str) -> None:
        self._field.show_error("")
        self._handle.setText("")
        if not text.strip():
            return
        try:
            found = self.session.parts.platforms.recognise(text)
        except CoopDeskError as trouble:
            self._handle.setText(words.say(trouble.said))
            return
        self._kind.setCurrentIndex(self._kind.findData(f"{found.kind.platform}.{found.kind.id}"))
        self._handle.setText(self.tr("Recognised: {0} · {1}").format(words.say(found.kind.name), found.handle))


class NameStep(Step):
    """The page's name, judged while it is typed (03.1)."""

    key = "name"
    clauses = ("03.1",)

    def question(self) -> str:
        """Ask for the name."""
        return self.tr("What is the page's name?")

    def hint(self) -> str:
        """Say what it must be."""
        return self.tr("A page bears the office's name, not a person's or a post's. The Bangla name comes first.")

    def build(self) -> None:
        """The name, the verdict on it, and the office's own name at hand."""
        account, official = self.account, self.session.facts.office.name
        self._name = line(account.name or official)
        self._chip = StatusChip("met")
        self._verdict = label()
        self._use = button(self.tr("Use this name: {0}").format(official))
        self._use.clicked.connect(self._on_use)
        self._forced = QCheckBox(self.tr("The platform demands a person's name here"))
        self._forced.setObjectName("forced")
        self._forced.setChecked(account.named_after_person)
        self._forced.setVisible(self.kind.forces_person)
        self._banner = AttestBox(self.session, "banner_office_name", account.id)
        self.card.body.addWidget(Field(self.tr("Name on the page"), self._name, name="name"))
        self.card.body.addLayout(row(self._chip, self._verdict, stretch=1))
        self.card.body.addLayout(row(self._use, None))
        self.card.body.addWidget(self._forced)
        self.card.body.addWidget(self._banner)
        self._name.textChanged.connect(self._judge)
        self._forced.toggled.connect(self._judge)
        self._judge()

    def deed(self) -> Deed | None:
        """Keep the name, and the word on the banner where one is given."""
        account_id, who = self.account.id, self.session.who
        name, forced = self._name.text(), self._is_forced
        banner, by = self._banner, self._banner.person if forced and self._banner.is_ticked else ""

        def deed(parts: Parts) -> Account:
            account = name_account(parts, account_id, name, forced, who)
            if by:
                banner.give(parts, by, who)
            return account

        return deed

    @property
    def _is_forced(self) -> bool:
        return self._forced.isChecked() and self.kind.forces_person

    def _judge(self) -> None:
        facts = self.session.facts
        people = () if self._is_forced else [member.name for member in facts.members]
        judged = judge_name(self._name.text(), facts.office, people, self.session.parts.rulebook.names)
        forced = self._is_forced and judged.verdict not in (NameVerdict.POST, NameVerdict.EMPTY)
        met = forced or judged.verdict is NameVerdict.OFFICIAL
        key = "name.forced" if forced else f"name.{judged.verdict}"
        said = say("findings", key, word=judged.word, official=facts.office.name, name=self._name.text())
        self._chip.show_status("met" if met else "not_met")
        self._verdict.setText(words.say(said))
        self._use.setVisible(not met)
        self._banner.setVisible(self._is_forced)

    def _on_use(self) -> None:
        self._name.setText(self.session.facts.office.name)
        self._name.setFocus()


class UsesStep(Step):
    """What the page is used for: the six permitted uses (02)."""

    key = "uses"
    clauses = ("02",)
    asks_points = True

    def question(self) -> str:
        """Ask for the uses."""
        return self.tr("What is the page used for?")

    def hint(self) -> str:
        """Say how many."""
        return self.tr("Choose at least one of the uses that the order permits.")

    def build(self) -> None:
        """A tick for each use, in the order's words."""
        self._uses: dict[str, QCheckBox] = {}
        clause = self.session.parts.rulebook.clause("02")
        for use, text in clause.points.items():
            use_line = TickLine(f"{point_of(use)}  {words.say(text)}", f"use-{use}")
            use_line.tick.setChecked(use in self.account.uses)
            self._uses[use] = use_line.tick
            self.card.body.addWidget(use_line)

    def deed(self) -> Deed | None:
        """Keep the uses."""
        account_id, who = self.account.id, self.session.who
        uses = tuple(use for use, tick in self._uses.items() if tick.isChecked())
        return lambda parts: choose_uses(parts, account_id, uses, who)
