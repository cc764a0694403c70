"""The steps of handing over: who, what, the file, and the code with the note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from coopdesk.desk.handover import Handing, Handover, pending, to_hand
from coopdesk.desk.parts import people_of
from coopdesk.order.facts import Account
from coopdesk.ui import words
from coopdesk.ui.handover.take import FILTER
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.account_ticks import AccountTicks
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.cover import mark_secret
from coopdesk.ui.widgets.fields import Field, choice, line
from coopdesk.ui.widgets.ticks import TickLine

_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class HandoverStep(QWidget):
    """One page of the handover: its card, whose body a subclass fills."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.card = Card(self.question())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.build()

    def question(self) -> str:
        """Return what the page is about."""
        raise AssertionError("each step says its own")

    def build(self) -> None:
        """Fill the card."""
        raise AssertionError("each step says its own")

    def say_muted(self, text: str) -> None:
        """Say something below what stands there."""
        self.card.body.addWidget(label(text, "muted"))


class WhoStep(HandoverStep):
    """Who hands over, and who takes over."""

    def question(self) -> str:
        """Ask for the two."""
        return self.tr("Who hands over to whom?")

    def build(self) -> None:
        """A box of the people, and a line for who comes."""
        self._giver, self._taker = choice((), "", self.tr("Choose")), line()
        self._giver_field = Field(self.tr("Who hands over"), self._giver, name="handover-giver")
        self._taker_field = Field(
            self.tr("Who takes over"), self._taker, self.tr("The name as it is to stand on the note."), "handover-taker"
        )
        self.card.body.addWidget(self._giver_field)
        self.card.body.addWidget(self._taker_field)

    def refresh(self) -> None:
        """Offer the people as they are now, those who have left too."""
        facts, today = self.session.facts, self.session.snapshot.today
        former = (member.name for member in facts.members)
        for name in (*people_of(facts.office, facts, today), *former):
            if self._giver.findData(name) < 0:
                self._giver.addItem(name, name)

    @property
    def names(self) -> tuple[str, str]:
        """Who hands over, and who takes over."""
        return str(self._giver.currentData() or ""), self._taker.text().strip()

    def choose(self, name: str) -> None:
        """Choose who hands over."""
        self._giver.setCurrentIndex(max(0, self._giver.findData(name)))

    def is_answered(self) -> bool:
        """Tell whether both are named; where one is not, say so beside the field."""
        giver, taker = self.names
        self._taker_field.show_error("" if taker else self.tr("Write who takes over."))
        self._giver_field.show_error("" if giver else self.tr("Choose who hands over."))
        return bool(giver and taker)


class WhatStep(HandoverStep):
    """Which accounts' secrets go along, and what else."""

    def question(self) -> str:
        """Ask what is handed."""
        return self.tr("What is handed over?")

    def build(self) -> None:
        """A tick for each account, for the ways back, and for the pending complaints."""
        caption = self.tr("Accounts whose secrets go into the file")
        self.say_muted(self.tr("The register goes whole. A secret goes along only where its account is ticked."))
        self._accounts = AccountTicks(caption)
        self._accounts.setObjectName("handover-accounts")
        self.card.body.addWidget(label(caption, "strong"))
        self.card.body.addWidget(self._accounts)
        self._none = label(self.tr("No account is in the register yet."), "muted")
        self.card.body.addWidget(self._none)
        self._recovery = TickLine(self.tr("Recovery codes and the other ways back go along"), "handover-recovery")
        self._complaints = TickLine(self.tr("The note names the pending complaints"), "handover-complaints")
        for one in (self._recovery, self._complaints):
            one.tick.setChecked(True)
            self.card.body.addWidget(one)

    def refresh(self) -> None:
        """Offer the accounts as they are now; one whose tick was taken away stays without."""
        offered = to_hand(self.session.facts)
        left_out = self._accounts.offered - self._accounts.ticked
        self._accounts.offer(offered, frozenset(one.id for one in offered) - left_out, self._word)
        self._none.setVisible(not offered)

    def handing(self, giver: str, taker: str) -> Handing:
        """Return what is chosen."""
        return Handing(
            giver, taker, self._accounts.ticked, self._recovery.tick.isChecked(), self._complaints.tick.isChecked()
        )

    def _word(self, account: Account) -> str:
        kind = words.say(self.session.kind_of(account).name)
        fact = self.session.password_of(account.id)
        told = self.tr("password kept") if fact is not None and fact.stored else self.tr("no password kept")
        return f"{kind} · {account.name or account.handle or account.address} · {told}"


class FileStep(HandoverStep):
    """Says what will be handed, and asks where the file goes."""

    wants_file = Signal(str)
    """The person chose where the file goes."""

    def question(self) -> str:
        """Ask for the place."""
        return self.tr("Where does the file go?")

    def build(self) -> None:
        """What was chosen, and the button that asks for the place."""
        self._told = label()
        self.card.body.addWidget(self._told)
        self.say_muted(self.tr("Put it on a USB stick. The file is sealed; its code is shown once, on the next page."))
        self.make = button(self.tr("Make the handover file…"), "primary")
        self.make.clicked.connect(self._on_make)
        self.card.body.addLayout(row(self.make, None))

    def show_handing(self, handing: Handing) -> None:
        """Say what will be handed."""
        told = self.tr("{0} hands over to {1}. Accounts: {2}. Recovery codes: {3}. Pending complaints: {4}.")
        yes, no = self.tr("yes"), self.tr("no")
        self._told.setText(
            told.format(
                handing.giver,
                handing.taker,
                words.number(len(handing.accounts)),
                yes if handing.recovery else no,
                words.number(len(pending(self.session.facts))) if handing.complaints else no,
            )
        )

    def _on_make(self) -> None:
        # Not what the file in a keyring's place is called.
        name = f"CoopDesk-handover-{self.session.facts.office.code}-{self.session.snapshot.today.isoformat()}.kdbx"
        target, _ = QFileDialog.getSaveFileName(self, self.make.text(), name, FILTER)
        if target:
            self.wants_file.emit(target)


class CodeStep(HandoverStep):
    """Shows the code this once, and gives the note. When it is left, the code is gone."""

    wants_saved = Signal(str)
    """The note is to be saved in a file."""
    wants_printed = Signal()
    """The note is to be printed."""

    def question(self) -> str:
        """Say that it is done."""
        return self.tr("The code, shown this once")

    def build(self) -> None:
        """The code, what was handed, and the note."""
        self._told = label()
        self._code = label("", "number")
        self._code.setAccessibleName(self.tr("Code"))
        self._code.setTextInteractionFlags(_READABLE)
        mark_secret(self._code)
        self._noted = TickLine(self.tr("I have told the code or written it on paper"), "")
        self.noted = self._noted.tick
        self._save, self._print = button(self.tr("Save the note…")), button(self.tr("Print the note…"))
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self.wants_printed)
        self.card.body.addWidget(self._code)
        self.say_muted(
            self.tr("Tell the code by mouth or write it on paper, never beside the file. Nobody can find it again.")
        )
        self.card.body.addWidget(self._told)
        self.say_muted(self.tr("Both sign the note; it names what was handed and holds no secret."))
        self.card.body.addLayout(row(self._save, self._print, None))
        self.card.body.addWidget(self._noted)

    def show_done(self, done: Handover | None) -> None:
        """Show what was handed; None takes the code away."""
        self.noted.setChecked(False)
        self._title = f"{done.note.title}.pdf" if done else ""
        self._code.setText(done.passphrase if done else "")
        told = self.tr("In the file {0}: passwords of accounts: {1}, recovery codes of accounts: {2}.")
        numbers = (words.number(done.secrets), words.number(done.recoveries)) if done else ("", "")
        self._told.setText(told.format(done.file.name, *numbers) if done else "")

    def _on_save(self) -> None:
        target, _ = QFileDialog.getSaveFileName(self, self._save.text(), self._title, "PDF (*.pdf)")
        if target:
            self.wants_saved.emit(target)
