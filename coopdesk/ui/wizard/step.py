"""One page of the wizard: one question, its clause beside it, and the deed that keeps the answer."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account
from coopdesk.order.platforms import Kind
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import Card, label
from coopdesk.ui.widgets.clause import ClauseCard
from coopdesk.ui.widgets.drafts import Fields

Deed = Callable[[Parts], Any]


class Step(QWidget):
    """Asks one question about an account. A subclass builds its inputs into `card.body` and says its deed."""

    key: ClassVar[str] = ""
    """The page's name, as findings name it in `where`."""
    clauses: ClassVar[tuple[str, ...]] = ()
    """The clauses that it meets."""
    asks_points: ClassVar[bool] = False
    """Whether the clause's points are what it asks."""

    wants_page = Signal(str)
    """Another page of the window is asked for ("certificates")."""
    wants_step = Signal(str)
    """Another page of the wizard is asked for."""

    def __init__(self, session: Session, account_id: str | None) -> None:
        """Ask about the account of an id; None is one that is still to be added."""
        super().__init__()
        self.session = session
        self.account_id = account_id
        self.card = Card(self.question())
        self.trouble = label("", "error")
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.card)
        if hint := self.hint():
            self.card.body.addWidget(label(hint, "muted"))
        self.build()
        self.card.body.addWidget(self.trouble)
        for clause_id in self.clauses:
            column.addWidget(ClauseCard(session.parts.rulebook.clause(clause_id), points=not self.asks_points))
        column.addStretch(1)

    def question(self) -> str:
        """Return the question, in the window's language."""
        raise AssertionError("each step says its own")

    def hint(self) -> str:
        """Return a sentence below the question, or nothing."""
        return ""

    def build(self) -> None:
        """Put the inputs into `card.body`, filled with what the register holds."""
        raise AssertionError("each step says its own")

    def deed(self) -> Deed | None:
        """Return what keeps the answer, to be done off the GUI thread; None where there is nothing to keep.

        All that is typed is read here, on the GUI thread; the deed touches no widget.
        """
        raise AssertionError("each step says its own")

    def unfold(self, kept: Fields) -> None:
        """Open what is shut at first, where something that was half typed there is about to be put back."""

    def stays(self, _result: object) -> bool:
        """Tell whether the page has more to ask after a deed that gave `_result`."""
        return False

    def show_trouble(self, trouble: CoopDeskError) -> None:
        """Say on the page why the answer was not kept."""
        self.trouble.setText(words.say(trouble.said))
        self.trouble.show()

    @property
    def account(self) -> Account:
        """The account asked about."""
        account = self.session.account(self.account_id)
        assert account is not None, "the account is added on the first page"  # noqa: S101
        return account

    @property
    def kind(self) -> Kind:
        """What kind of account it is."""
        return self.session.kind_of(self.account)
