"""Handing the desk over, and taking it over: in the settings, and at the first start on the next PC."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from coopdesk.desk.certify import save_copy
from coopdesk.desk.handover import Handover, hand_over
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.printing import print_images
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.fields import Field, choice, line

_FILTER = "KeePass (*.kdbx)"


class HandOverCard(Card):
    """Asks who hands over to whom, makes the file, tells its code once, and gives the note to sign."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Handing over"))
        self._session = session
        self._done: Handover | None = None
        told = self.tr(
            "Register and passwords go into one sealed file. Its code is shown once: tell it, or write it down."
        )
        people = [(name, name) for name in session.people()]
        self._giver, self._taker = choice(people, session.who, self.tr("Choose")), line()
        self._trouble, self._told = label("", "error"), label("", "notice")
        self._code = label("", "heading")
        self._make = button(self.tr("Make the handover file…"))
        self._make.clicked.connect(self._on_make)
        self._save, self._print = button(self.tr("Save the note…")), button(self.tr("Print the note…"))
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        self.body.addWidget(label(told, "muted"))
        self.body.addWidget(Field(self.tr("Who hands over"), self._giver, name="handover-giver"))
        self.body.addWidget(Field(self.tr("Who takes over"), self._taker, name="handover-taker"))
        self.body.addLayout(row(self._make, None))
        for widget in (self._trouble, self._told, self._code):
            self.body.addWidget(widget)
            widget.hide()
        self.body.addLayout(row(self._save, self._print, None))
        self._save.hide()
        self._print.hide()

    def _on_make(self) -> None:
        name = f"CoopDesk-{self._session.facts.office.code}.kdbx"
        target, _ = QFileDialog.getSaveFileName(self, self._make.text(), name, _FILTER)
        if not target:
            return
        giver, taker = str(self._giver.currentData() or ""), self._taker.text()
        language, who = words.language(), self._session.who
        self._trouble.hide()
        self._make.setEnabled(False)
        self._session.do(
            self,
            lambda parts: hand_over(parts, Path(target), giver, taker, language, who),
            self._on_done,
            self._on_trouble,
        )

    def _on_done(self, done: Handover) -> None:
        self._done = done
        self._make.setEnabled(True)
        told = self.tr("Handed over: {0} passwords, in {1}. The code, shown this once:")
        self._told.setText(told.format(words.number(done.secrets), done.file.name))
        self._code.setText(done.passphrase)
        for widget in (self._told, self._code, self._save, self._print):
            widget.show()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._make.setEnabled(True)
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()

    def _on_save(self) -> None:
        done = self._done
        if done is None:
            return
        target, _ = QFileDialog.getSaveFileName(self, self._save.text(), f"{done.note.title}.pdf", "PDF (*.pdf)")
        if target:
            self._session.ask(
                self,
                lambda _parts: save_copy(done.note.pdf(), Path(target)),
                self._on_saved,
                self._on_trouble,
                lane="side",
            )

    def _on_saved(self, _nothing: object) -> None:
        self._told.setText(self.tr("Saved."))

    def _on_print(self) -> None:
        if self._done is not None:
            print_images(self, self._session, self._done.note)


class TakeOverCard(Card):
    """At a first start: takes in the file of who was here before."""

    def __init__(self, session: Session) -> None:
        super().__init__(self.tr("Taking over from somebody?"))
        self._session = session
        self._file: Path | None = None
        told = self.tr(
            "Choose the handover file, and type the code that came with it. Register and passwords stand here then."
        )
        self._choose = button(self.tr("Choose the handover file…"))
        self._choose.clicked.connect(self._on_choose)
        self._name = label("", "muted")
        self._code = line(limit=60)
        self._take = button(self.tr("Take over"))
        self._take.clicked.connect(self._on_take)
        self._take.setEnabled(False)
        self._trouble = label("", "error")
        self._trouble.hide()
        self.body.addWidget(label(told, "muted"))
        self.body.addLayout(row(self._choose, self._name, stretch=1))
        self.body.addWidget(Field(self.tr("Code"), self._code, name=""))
        self.body.addLayout(row(self._take, None))
        self.body.addWidget(self._trouble)

    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", _FILTER)
        if file:
            self._file = Path(file)
            self._name.setText(self._file.name)
            self._take.setEnabled(True)

    def _on_take(self) -> None:
        if self._file is not None:
            self._trouble.hide()
            self._take.setEnabled(False)
            self._session.take_over(self._file, self._code.text(), self._on_trouble)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._take.setEnabled(True)
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
