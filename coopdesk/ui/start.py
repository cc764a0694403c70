"""What the window shows before there is a page: opening, a register that won't open, the first start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.errors import CoopDeskError
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

    def __init__(self, trouble: CoopDeskError) -> None:
        super().__init__()
        self.setObjectName("page")
        column = _column(self)
        card = Card(self.tr("The register could not be opened"))
        card.body.addWidget(label(words.say(trouble.said)))
        problem = button(self.tr("Make a problem file…"))
        problem.clicked.connect(self.wants_problem)
        card.body.addLayout(row(problem, None))
        column.addWidget(card)
        column.addStretch(1)


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
