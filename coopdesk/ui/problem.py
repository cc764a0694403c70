"""Something went wrong: the line that says so, and the page that makes the problem file for whoever helps."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from coopdesk.desk.problem import save_problem
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.screen import as_png, seen
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.ticks import TickLine

_PICTURE_WIDTH = 640


class ProblemBar(QFrame):
    """A line above the page that says what happened, with the way to a problem file."""

    wanted = Signal()
    """A problem file is wanted."""
    left = Signal()
    """What was told is done with."""

    def __init__(self) -> None:
        """Stand ready, unseen, until there is something to tell."""
        super().__init__()
        self.setObjectName("unlock")
        self._told = label()
        self._told.setObjectName("told")
        make, leave = button(self.tr("Make a problem file…")), button(self.tr("Close"), "quiet")
        make.clicked.connect(self.wanted)
        leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 10, 28, 10)
        column.addLayout(row(self._told, make, leave, stretch=0))
        self.hide()

    def tell(self, text: str) -> None:
        """Say what happened."""
        self._told.setText(text)
        self.show()


class ProblemPage(QWidget):
    """Shows what goes into the problem file, the picture too, and saves it where the person says."""

    left = Signal()
    """The page is done with."""

    def __init__(self, session: Session, picture: QImage) -> None:
        """Offer `picture`, which was taken before this page stood there."""
        super().__init__()
        self.setObjectName("page")
        self._session, self.picture = session, picture
        self._trouble, self._saved = label("", "error"), label("", "notice")
        self._trouble.hide()
        self._saved.hide()
        self._save, leave = button(self.tr("Save the problem file…"), "primary"), button(self.tr("Back"), "quiet")
        self._save.clicked.connect(self._on_save)
        leave.clicked.connect(self.left)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        inner.addWidget(self._build_what())
        inner.addWidget(self._build_picture())
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("A problem file for whoever helps you"), "title"))
        column.addWidget(scrolled(content), 1)
        column.addWidget(self._trouble)
        column.addWidget(self._saved)
        column.addLayout(row(leave, None, self._save))
        escape = QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def take_hand(self) -> None:
        """Put the hand to the page's deed."""
        self._save.setFocus()

    def _build_what(self) -> Card:
        card = Card(self.tr("What is in it"))
        for text in (
            self.tr("The log: what CoopDesk did and what failed. No password is ever in it."),
            self.tr("The versions of CoopDesk and of the system, and how many entries the register has: no names."),
            self.tr("The picture of the window, if you leave it in."),
        ):
            card.body.addWidget(label(f"• {text}"))
        told = self.tr(
            "Nothing is sent. The file stays on this computer until you give it to whoever gave you CoopDesk. "
            "It is a ZIP file: you can look into it first."
        )
        card.body.addWidget(label(told, "muted"))
        return card

    def _build_picture(self) -> Card:
        card = Card(self.tr("The picture"))
        line = TickLine(self.tr("The picture goes along. What may be secret in it is painted over."), "problem-picture")
        self._with = line.tick
        self._with.setChecked(True)
        shown = QLabel()
        shown.setObjectName("shot")
        shown.setAccessibleName(self.tr("The picture"))
        scale = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(self.picture).scaledToWidth(
            round(_PICTURE_WIDTH * scale), Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(scale)
        shown.setPixmap(pixmap)
        self._with.toggled.connect(shown.setVisible)
        card.body.addWidget(line)
        card.body.addLayout(row(shown, None))
        return card

    def _on_save(self) -> None:
        name = f"CoopDesk-problem-{self._session.snapshot.today.isoformat()}.zip"
        target, _ = QFileDialog.getSaveFileName(self, self._save.text(), name, "ZIP (*.zip)")
        if not target:
            return
        folder, known = self._session.folder, seen()
        picture = self.picture if self._with.isChecked() else None
        self._trouble.hide()
        self._saved.hide()
        self._save.setEnabled(False)

        def work() -> Path:
            return save_problem(folder, Path(target), known, as_png(picture) if picture is not None else None)

        # Not the desk's lane: it may be the desk that hangs.
        self._session.runner.run(self, work, self._on_saved, self._on_trouble, lane="side")

    def _on_saved(self, file: Path) -> None:
        self._save.setEnabled(True)
        told = self.tr("Saved as {0}. Give it to whoever gave you CoopDesk.")
        self._saved.setText(told.format(file.name))
        self._saved.show()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._save.setEnabled(True)
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()
