"""What stays true of the register while it is open, above every page: whose it is, and what it lies on."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coopdesk.errors import CoopDeskError
from coopdesk.location import warning
from coopdesk.ui import words
from coopdesk.ui.instance import Held
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row


class RegisterBars(QWidget):
    """One line for each; both are unseen where all is as it should be."""

    def __init__(self, session: Session) -> None:
        """Stand above the pages of `session`, and show what becomes known."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_HeldBar(session))
        column.addWidget(_LocationBar(session))


class _HeldBar(QFrame):
    """Says whose the register is, and tries again to open it for writing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._session = session
        self._told, self._trouble = label(), label("", "error")
        self._again = button(self.tr("Try again"), "primary")
        self._again.clicked.connect(self._on_again)
        self._is_off = button(self.tr("That computer is switched off – open it for writing"))
        self._is_off.clicked.connect(self._on_is_off)
        self._asking = QWidget()
        self._build_asking()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 10, 28, 10)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addLayout(row(self._again, self._is_off, None))
        column.addWidget(self._asking)
        column.addWidget(self._trouble)
        session.holding.changed.connect(self._show)
        self._show()

    def _build_asking(self) -> None:
        told = self.tr(
            "Look at that computer first. If CoopDesk is still open there, both would write, and what was entered "
            "there could be lost. Is it really switched off?"
        )
        over, leave = button(self.tr("Yes, open it for writing")), button(self.tr("Not now"), "quiet")
        over.clicked.connect(self._on_over)
        leave.clicked.connect(self._on_leave)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(told))
        column.addLayout(row(over, leave, None))

    def _show(self) -> None:
        held = self._session.holding.held
        self.setVisible(held is not None)
        self._again.setEnabled(True)
        self._trouble.hide()
        self._asking.hide()
        if held is not None:
            self._is_off.setVisible(held.by == "computer")
            self._told.setText(f"{self._whose(held)} {self._what_to_do(held)}")

    def _whose(self, held: Held) -> str:
        login = held.login or self.tr("somebody")
        since = ""
        if held.since is not None:
            clock = words.number(held.since.strftime("%H:%M"))
            since = self.tr(" (since {0}, {1})").format(words.day(held.since.date()), clock)
        match held.by:
            case "folder":
                return self.tr("Nothing can be written into the register's folder.")
            case "computer":
                told = self.tr("The register is open on the computer “{0}”, by “{1}”{2}.")
                return told.format(held.computer, login, since)
            case _:
                return self.tr("The register is open on this computer by “{0}”{1}.").format(login, since)

    def _what_to_do(self, held: Held) -> str:
        reads = self.tr("Here you can read everything as it was when this window opened it, but change nothing.")
        if held.by == "folder":
            does = self.tr(
                "See whether the disk is full, or let your IT staff permit this login to write; then try again."
            )
        else:
            does = self.tr("Let CoopDesk be closed there, in the tray too; then try again.")
        return f"{reads} {does}"

    def _on_again(self) -> None:
        self._again.setEnabled(False)
        self._trouble.hide()
        self._session.holding.try_again(self._on_trouble)

    def _on_is_off(self) -> None:
        self._is_off.hide()
        self._asking.show()

    def _on_leave(self) -> None:
        self._asking.hide()
        self._is_off.show()

    def _on_over(self) -> None:
        self._again.setEnabled(False)
        self._session.holding.try_again(self._on_trouble, over=True)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._show()
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()


class _LocationBar(QFrame):
    """Warns of a network's or a cloud's folder, until it is read; the settings say it for good."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._session = session
        self._told = label()
        read = button(self.tr("I have read this"), "quiet")
        read.clicked.connect(self._on_read)
        line = row(self._told, read, stretch=0)
        line.setContentsMargins(28, 10, 28, 10)
        self.setLayout(line)
        session.holding.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        holding = self._session.holding
        said = warning(holding.location) if holding.location is not None and not holding.location_read else None
        self._told.setText(words.say(said) if said is not None else "")
        self.setVisible(said is not None)

    def _on_read(self) -> None:
        self._session.holding.location_read = True
        self.hide()
