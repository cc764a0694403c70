"""A page of the window: a title, and what stands below it."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import label, row

if TYPE_CHECKING:
    from coopdesk.ui.widgets.save_table import SaveTable

NEW = "new"
"""The place of a form for a record that is still to be added."""


class Page(QWidget):
    """Shows a part of the register. `refresh` is called when it is shown and whenever the register was read anew."""

    key: ClassVar[str] = ""

    wants_page = Signal(str)
    """Another page is asked for, by its key, or at a place on it ("team#new")."""
    wants_account = Signal(object, str)
    """The wizard is asked for: an account's id (None for a new one), and a step."""

    def __init__(self, session: Session) -> None:
        """Build the page; the office is described."""
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self.title = label(self.heading(), "title", wrap=False)
        self.trouble = label("", "error")
        self.trouble.hide()
        self.notice = label("", "notice")
        self.notice.hide()
        self.head = row(self.title, None)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 28, 20)
        self.column.setSpacing(14)
        self.column.addLayout(self.head)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.notice)
        self.build()
        session.changed.connect(self.refresh)
        self.refresh()

    def heading(self) -> str:
        """Return the page's title."""
        raise AssertionError("each page says its own")

    def build(self) -> None:
        """Put the page's widgets into `column`."""
        raise AssertionError("each page says its own")

    def refresh(self) -> None:
        """Show what the register holds now."""
        raise AssertionError("each page says its own")

    @property
    def place(self) -> str:
        """What is open on the page (a record's id, NEW for a new one), or nothing: it stands again after a switch."""
        return ""

    def open_at(self, place: str) -> None:
        """Open what `place` said was open."""

    def show_trouble(self, trouble: CoopDeskError | None) -> None:
        """Say what could not be done; None takes it away."""
        self.notice.hide()
        self.trouble.setText(words.say(trouble.said) if trouble else "")
        self.trouble.setVisible(trouble is not None)

    def show_notice(self, text: str) -> None:
        """Say what was done, in place of what could not be."""
        self.show_trouble(None)
        self.notice.setText(text)
        self.notice.show()

    def table_saver(self, kind: str) -> "SaveTable":
        """Return the button that saves one of the desk's tables; what goes wrong stands above."""
        from coopdesk.ui.widgets.save_table import SaveTable  # noqa: PLC0415 - the first window has no such button

        saver = SaveTable(self.session, kind)
        saver.saved.connect(self._on_table_saved)
        saver.troubled.connect(self.show_trouble)
        return saver

    def go_to(self, where: str, account_id: str | None) -> None:
        """Open the place where a finding is put right: `where` as the finding names it, for the account of an id."""
        match where:
            case "complaints":
                self.wants_page.emit("complaints")
            case "advice":
                self.wants_page.emit("checklist")
            case "declarations":
                self.wants_page.emit("team")
            case step:
                self.wants_account.emit(account_id, step)

    def _on_table_saved(self, name: str) -> None:
        self.show_notice(self.tr("Saved as {0}.").format(name))
