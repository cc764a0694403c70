"""Attesting in the window: what is attested, who gives their word, and the word that stands already."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.attest import attest, check_of, standing_word
from coopdesk.desk.parts import Parts
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import label, row
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.widgets.fields import choice
from coopdesk.ui.widgets.ticks import TickLine


class AttestBox(QWidget):
    """A statement to tick, who says so, and below it the word that was given before."""

    def __init__(self, session: Session, topic: str, account: str | None = None, member: str | None = None) -> None:
        """Ask for `topic`, about an account or a member (ids), or about the office."""
        super().__init__()
        self._session, self._topic, self._account, self._member = session, topic, account, member
        _, self._check = check_of(session.parts.rulebook, topic)
        statement = words.say(self._check.statement)
        self._line = TickLine(statement, f"attest-{topic}")
        self.tick = self._line.tick
        people = [(name, name) for name in session.people()]
        self.by = choice(people, session.who, self.tr("Who attests this?"))
        self.by.setObjectName(f"by-{topic}")
        self.by.setAccessibleName(self.tr("Who attests this?"))
        self.by.setMinimumWidth(260)
        nobody = member is None and not people
        self.by.setVisible(member is None and not nobody)
        self._line.setEnabled(not nobody)
        self._nobody = label(self.tr("Name the admin team first; then it can be attested here."), "muted")
        self._nobody.setVisible(nobody)
        self.by.activated.connect(self._on_person)
        self._standing = StatusChip("met")
        self._said = label("", "muted")
        self._build()
        self.show_word()

    @property
    def is_ticked(self) -> bool:
        """Whether a new word is given."""
        return self.tick.isChecked()

    @property
    def person(self) -> str:
        """Who gives it."""
        if self._member is not None:
            return next((m.name for m in self._session.facts.members if m.id == self._member), "")
        return str(self.by.currentData() or "")

    def give(self, parts: Parts, by: str, who: str, evidence: Sequence[Path | str] = ()) -> None:
        """Keep the word, off the GUI thread; all that it needs is handed in.

        Raises:
            CoopDeskError: as `desk.attest` does.
        """
        attest(parts, self._topic, by, who, account=self._account, member=self._member, evidence=evidence)

    def show_word(self) -> None:
        """Show whether a word stands: given, about the thing as it is, and not stale."""
        standing = standing_word(
            self._session.facts,
            self._session.parts.rulebook,
            self._topic,
            self._session.snapshot.today,
            account=self._account,
            member=self._member,
        )
        self.standing_by = standing[0].by if standing else ""
        self._standing.setVisible(standing is not None)
        self._said.setVisible(standing is not None)
        if standing is not None:
            word, until = standing
            said = self.tr("{by} attested this on {on}; it holds until {until}.")
            self._said.setText(said.format(by=word.by, on=words.day(word.on), until=words.day(until)))

    def _on_person(self) -> None:
        # Who attests one thing most likely attests the next, and sits at the desk.
        self._session.who = self.person or self._session.who

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        person = row(self.by, None)
        waiting = row(self._nobody, stretch=0)
        standing = row(self._standing, self._said, stretch=1)
        for line in (person, waiting, standing):
            line.setContentsMargins(30, 0, 0, 0)
            column.addLayout(line)
