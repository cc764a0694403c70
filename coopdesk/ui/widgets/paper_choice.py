"""Which paper, in which language, of whom, under which memo number."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from coopdesk.desk.paperwork import KINDS, Asked, leavers
from coopdesk.order.facts import State
from coopdesk.texts import Language, table
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.fields import Field, choice, line


class PaperChoice(QWidget):
    """The questions that say which paper is wanted. `changed` comes when another one is."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._picked = False
        kinds = table("kinds")
        self._kind = choice([(kind, words.say(kinds[f"kind.{kind}"])) for kind in KINDS], "report")
        self._language = choice([("bn", "বাংলা"), ("en", "English")], words.language())
        self._language.setMinimumContentsLength(7)
        self._of = choice([])
        self._memo = line()
        self._kind.activated.connect(self._on_picked)
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._language.currentIndexChanged.connect(self.changed)
        self._of.currentIndexChanged.connect(self.changed)
        self._memo.editingFinished.connect(self._on_memo)
        self._asked_memo, self._about = "", "office"
        kind = Field(
            self.tr("Paper"), self._kind, name="paper-kind"
        )  # the first: what is half-typed comes back in order
        self._whose = Field(self.tr("Of whom or of what"), self._of, name="paper-of")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(kind, 0, 0)
        grid.addWidget(Field(self.tr("Language"), self._language, name="paper-language"), 0, 1)
        grid.addWidget(self._whose, 1, 0, 1, 2)
        grid.addWidget(Field(self.tr("Memo number"), self._memo, name="paper-memo"), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    @property
    def kind(self) -> str:
        """The kind of paper that is wanted."""
        return str(self._kind.currentData())

    def asked(self) -> Asked:
        """Return what is asked for."""
        language: Language = "en" if self._language.currentData() == "en" else "bn"
        of = str(self._of.currentData() or "") if KINDS[self.kind].about != "office" else ""
        return Asked(self.kind, language, of, self._memo.text())

    def refresh(self, *, stays: bool = False) -> None:
        """Offer what the register holds now; until somebody picks another, the paper that the office can have today.

        Where it `stays`, no other kind is chosen.
        """
        if not (self._picked or stays):
            assessment = self._session.snapshot.assessment
            wanted = "certificate" if assessment is not None and assessment.compliant else "report"
            self._without_word(self._kind, self._kind.findData(wanted))
        self._offer()

    def pick(self, kind: str, of: str) -> None:
        """Choose a kind of paper, and of whom."""
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._of.setCurrentIndex(max(0, self._of.findData(of)))

    def show_next_memo(self, memo: str) -> None:
        """Say which memo number the paper gets where none is typed."""
        self._memo.setPlaceholderText(memo)

    def clear_memo(self) -> None:
        """Forget the memo number that was typed: it is given."""
        self._memo.clear()
        self._asked_memo = ""

    def _offer(self) -> None:
        """Offer the accounts or members that this paper can speak of, and a form that speaks of none."""
        about = KINDS[self.kind].about
        kept = self._of.currentData() if about == self._about else None
        self._about = about
        self._whose.setVisible(about != "office")
        self._memo.setEnabled(self.kind == "certificate" or KINDS[self.kind].kept)
        self._of.blockSignals(True)
        self._of.clear()
        for key, text in (*self._candidates(about), ("", self.tr("A form to fill in by hand"))):
            self._of.addItem(text, key)
        self._of.setCurrentIndex(max(0, self._of.findData(kept)) if kept is not None else 0)
        self._of.blockSignals(False)

    def _candidates(self, about: str) -> Iterable[tuple[str, str]]:
        facts, today = self._session.facts, self._session.snapshot.today
        match about:
            case "account":
                for account in facts.accounts:
                    if account.state is not State.CLOSED:
                        kind = words.say(self._session.kind_of(account).name)
                        yield account.id, f"{kind} · {account.handle or account.address}"
            case "member":
                yield from ((member.id, member.name) for member in facts.members if member.serves_on(today))
            case "leaver":
                for member in leavers(facts):
                    if member.until is not None:
                        yield member.id, f"{member.name} · {words.day(member.until)}"

    def _without_word(self, box: QComboBox, place: int) -> None:
        box.blockSignals(True)
        box.setCurrentIndex(place)
        box.blockSignals(False)

    def _on_picked(self) -> None:
        self._picked = True

    def _on_kind(self) -> None:
        self._picked = True
        self._offer()
        self.changed.emit()

    def _on_memo(self) -> None:
        if self._memo.text() != self._asked_memo:
            self._asked_memo = self._memo.text()
            self.changed.emit()
