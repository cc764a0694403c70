"""What the window shows before there is a page: opening, a register that won't open, the first start."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk import __version__
from coopdesk.errors import CoopDeskError
from coopdesk.launch import typed_command
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, button, label, row


class OpeningPage(QWidget):
    """Stands there for the moment in which the register opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        column = _column(self)
        column.addWidget(label(self.tr("Opening the register…"), "muted"))
        column.addStretch(1)


class TroublePage(QWidget):
    """Says why the register could not be opened, and what to do."""

    wants_problem = Signal()
    """A problem file is wanted."""

    def __init__(self, session: Session, trouble: CoopDeskError, before: str) -> None:
        """Say it of `session`'s register, which the version `before` opened last; empty where that was this one."""
        super().__init__()
        from coopdesk.release import precedes  # noqa: PLC0415 - no good start needs it
        from coopdesk.ui.widgets.scrolling import scrolled  # noqa: PLC0415 - as above

        self.setObjectName("page")
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        card = Card(self.tr("The register could not be opened"))
        card.body.addWidget(label(words.say(trouble.said)))
        problem = button(self.tr("Make a problem file…"))
        problem.clicked.connect(self.wants_problem)
        card.body.addLayout(row(problem, None))
        inner.addWidget(card)
        if before and precedes(before, __version__):
            inner.addWidget(self._way_back(session.folder, before))
        if trouble.key == "register.newer":
            from coopdesk.ui.widgets.update import UpdateCard  # noqa: PLC0415 - as above

            inner.addWidget(UpdateCard(session))
        inner.addStretch(1)
        _column(self).addWidget(scrolled(content), 1)

    def _way_back(self, folder: Path, before: str) -> Card:
        from coopdesk.desk.update import backup_before  # noqa: PLC0415 - as above
        from coopdesk.release import HERE, WINDOWS  # noqa: PLC0415 - as above

        card = Card(self.tr("CoopDesk was updated from {0} to {1}").format(before, __version__))
        backup = backup_before(folder)
        if backup is not None:
            kept = self.tr("Nothing is lost. The register as it was before the update lies in: {0}").format(backup)
        else:
            kept = self.tr("The register was left as it was. Copies from before an upgrade lie in: {0}")
            kept = kept.format(folder / "backups")
        card.body.addWidget(label(kept))
        if HERE == WINDOWS:
            back = self.tr(
                "To go back to CoopDesk {0}, remove CoopDesk in Windows' list of apps, which leaves the register "
                "alone, and run the installer of {0} again."
            )
        else:
            back = self.tr(
                "To go back to CoopDesk {0}, an administrator runs this command where the file of {0} lies: {1}"
            )
        command = f"sudo apt-get install --allow-downgrades ./coopdesk_{before}_amd64.deb"
        card.body.addWidget(label(back.format(before, command)))
        if backup is not None:
            restore = self.tr("If CoopDesk {0} then says that the register is newer, put that backup back: {1}")
            command = f'{typed_command()} --data-dir "{folder}" restore "{backup}"'
            card.body.addWidget(label(restore.format(before, command), "muted"))
        return card


class StartPage(QWidget):
    """The first start: which office is this?"""

    kept = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        from coopdesk.ui.handover.take import TakeOverCard  # noqa: PLC0415 - seen once in the life of a register
        from coopdesk.ui.widgets.office_form import OfficeForm  # noqa: PLC0415 - seen once in the life of a register
        from coopdesk.ui.widgets.scrolling import scrolled  # noqa: PLC0415 - as above

        self.setObjectName("page")
        column = _column(self)
        column.addWidget(label(self.tr("Welcome. Which office is this?"), "title"))
        told = self.tr("Choose the tier and the place. The rest can be filled in later, under Settings.")
        column.addWidget(label(told, "muted"))
        card = Card()
        self.form = OfficeForm(session, self.tr("Save and begin"))
        self.form.kept.connect(self.kept)
        card.body.addWidget(self.form)
        take = TakeOverCard(session)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        inner.addWidget(card)
        inner.addWidget(take)
        inner.addStretch(1)
        column.addWidget(scrolled(content), 1)


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 20, 28, 20)
    column.setSpacing(14)
    return column
