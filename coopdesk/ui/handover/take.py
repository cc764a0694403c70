"""Taking over, at the first start on the next PC."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.fields import Field, line

FILTER = "KeePass (*.kdbx)"


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
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", FILTER)
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
