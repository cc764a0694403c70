"""The window: the office and the pages at the left, the page that is open at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coopdesk import resources
from coopdesk.errors import CoopDeskError, Locked
from coopdesk.ui import words
from coopdesk.ui.pages import INNER, PAGES, make_page
from coopdesk.ui.problems import Problems
from coopdesk.ui.session import Session
from coopdesk.ui.start import OpeningPage, StartPage, TroublePage
from coopdesk.ui.widgets import drafts
from coopdesk.ui.widgets.basics import button, label, row

if TYPE_CHECKING:
    from coopdesk.ui.pages.page import Page
    from coopdesk.ui.widgets.bars import RegisterBars
    from coopdesk.ui.widgets.unlock import UnlockBar

_NAV_WIDTH = 216
_LONG = 1000  # milliseconds of work before progress is shown
_TOO_LONG = 8000  # … and before it is said what it may wait for
_DESIGNED = QSize(1366, 728)
_SMALLEST = QSize(1024, 540)


class Shell(QMainWindow):
    """Hosts the pages and the wizard, and lets the language be switched without a restart."""

    language_chosen = Signal(str)
    """The person wants the window in another language."""

    def __init__(self, session: Session) -> None:
        """Show `session`, which may still be opening."""
        super().__init__()
        self._session = session
        self._wizard: QWidget | None = None
        self._trouble: CoopDeskError | None = None
        self.problems = Problems(session, self)
        self.problems.replaced.connect(self.tell_of_replacement)
        self._wanted = ""
        self._before = ""
        self.stays = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_LONG)
        self._patience.timeout.connect(self._on_long_busy)
        self._unease = QTimer(self)
        self._unease.setSingleShot(True)
        self._unease.setInterval(_TOO_LONG)
        self._unease.timeout.connect(self._on_too_long_busy)
        self.setWindowIcon(QIcon(str(resources.path("icons", "coopdesk.svg"))))
        self.setMinimumSize(_SMALLEST)
        # As large as it was designed for, or as the screen allows: 1366×768 at 125 % is 1092×582 with its taskbar.
        self.resize(_DESIGNED.boundedTo(self.screen().availableSize()))
        self.rebuild()
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.runner.busy.connect(self._on_busy)
        session.runner.troubled.connect(self.show_trouble)
        session.waiting.locked.connect(self._on_locked)

    def rebuild(self) -> None:
        """Build all anew in the window's language; the page, the step and what is half-typed stay."""
        place, kept, picture = *self._where_now(), self.problems.picture
        self._pages: dict[str, Page] = {}
        self._wizard = None
        self.setWindowTitle(self.tr("CoopDesk"))
        content = QWidget()
        content.setObjectName("shell")
        self._stack = QStackedWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._build_nav())
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._busy = QProgressBar()
        self._busy.setObjectName("busy")
        self._busy.setRange(0, 1)
        self._busy.setTextVisible(False)
        self._notice = label("", "error")
        self._notice.setContentsMargins(28, 8, 28, 0)
        self._notice.hide()
        self._waits = label("", "notice")
        self._waits.setContentsMargins(28, 8, 28, 0)
        self._waits.hide()
        self._news = label("", "notice")
        self._news.setContentsMargins(28, 8, 28, 0)
        self._news.hide()
        right.addWidget(self._busy)
        right.addWidget(self._news)
        right.addWidget(self._notice)
        right.addWidget(self._waits)
        self._unlock: UnlockBar | None = None
        self._bars = right
        right.addWidget(self._stack, 1)
        self._standing: RegisterBars | None = None
        if self._session.is_open:
            self._add_standing()
        line.addLayout(right, 1)
        old = self.takeCentralWidget()
        self.setCentralWidget(content)
        if old is not None:
            old.deleteLater()
        self._show_place(place)
        if kept and self._stack.currentWidget() is not None:
            drafts.restore(self._stack.currentWidget(), kept)
        self.problems.lay_in(right, self._stack, picture)

    def show_page(self, key: str) -> None:
        """Open a page by its key, or at a place on it ("team#new"); "problem" is the page over all others."""
        if key == "problem":
            self.problems.show_page()
            return
        self.problems.leave_page()
        key, _, place = key.partition("#")
        if not self._can_show(key):
            self._wanted = key
            return
        self._leave_wizard()
        if key not in self._pages:
            page = make_page(key, self._session)
            page.wants_page.connect(self.show_page)
            page.wants_account.connect(self.show_account)
            self._pages[key] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[key])
        self._mark(key)
        if place:
            self._pages[key].open_at(place)

    def show_account(self, account_id: str | None, step: str) -> None:
        """Open the wizard at an account's step; None adds an account."""
        if not self._is_ready:
            self._wanted = "accounts"
            return
        self.problems.leave_page()
        from coopdesk.ui.wizard.wizard import Wizard  # noqa: PLC0415 - the first window need not wait for it

        self._leave_wizard()
        wizard = Wizard(self._session, account_id, step)
        wizard.left.connect(self._on_wizard_left)
        wizard.wants_page.connect(self.show_page)
        self._wizard = wizard
        self._stack.addWidget(wizard)
        self._stack.setCurrentWidget(wizard)
        self._mark("accounts")

    def show_opening_trouble(self, trouble: CoopDeskError, before: str = "") -> None:
        """Say why the register could not be opened, and what to do; `before` is another version that opened it last."""
        self._trouble, self._before = trouble, before
        self.rebuild()

    def show_trouble(self, trouble: CoopDeskError) -> None:
        """Say above the page what went wrong, where no page asked to hear of it."""
        self._notice.setText(words.say(trouble.said))
        self._notice.show()

    def tell(self, news: str) -> None:
        """Say something good above the page, until another one is opened."""
        self._news.setText(news)
        self._news.show()

    def tell_of_replacement(self) -> None:
        """Say that another version was installed meanwhile: this one's files are gone, and parts of it may not open."""
        self.tell(self.tr("CoopDesk was renewed on this computer. Close it and open it again; nothing is lost."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half-typed, end the work, close the register; a window that `stays` is only hidden."""
        if not self.isEnabled():  # an update is being installed
            event.ignore()
            return
        self._leave_wizard()
        if self.stays:
            self.show_page("overview")
            self.hide()
            event.ignore()
            return
        self._session.close()
        event.accept()

    @property
    def page(self) -> QWidget:
        """The page or wizard that is open."""
        return self._stack.currentWidget()

    @property
    def _is_ready(self) -> bool:
        return self._session.is_open and self._session.snapshot.facts is not None

    @property
    def _is_known(self) -> bool:
        return self._session.snapshot.glance is not None

    def _can_show(self, key: str) -> bool:
        # The overview can be shown of what was kept at the last close; all else waits until the register is open.
        return self._is_ready or (key == "overview" and self._is_known)

    def _build_nav(self) -> QFrame:
        nav = QFrame()
        nav.setObjectName("nav")
        nav.setFixedWidth(_NAV_WIDTH)
        column = QVBoxLayout(nav)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(0)
        brand = label(self.tr("CoopDesk"), "brand")
        self._office = label("", "muted")
        for head in (brand, self._office):
            head.setContentsMargins(18, 0, 12, 4)
            column.addWidget(head)
        column.addSpacing(10)
        self._nav: dict[str, QPushButton] = {}
        for key, name in PAGES.items():
            entry = button(words.translate("Shell", name), "navigation")
            entry.setCheckable(True)
            entry.setProperty("page", key)
            entry.clicked.connect(self._on_nav)
            self._nav[key] = entry
            column.addWidget(entry)
        column.addStretch(1)
        column.addLayout(self._build_languages())
        self._show_office()
        return nav

    def _build_languages(self) -> QHBoxLayout:
        self._languages: dict[str, QPushButton] = {}
        for language, name in (("bn", "বাংলা"), ("en", "English")):
            chosen = button(name, "quiet")
            chosen.setProperty("language", language)
            chosen.setEnabled(words.language() != language)
            chosen.clicked.connect(self._on_language)
            self._languages[language] = chosen
        line = row(self._languages["bn"], self._languages["en"], None)
        line.setContentsMargins(10, 0, 10, 0)
        line.setSpacing(4)
        return line

    def _where_now(self) -> tuple[tuple[str, str | None, str], drafts.Fields]:
        from_wizard = getattr(self._wizard, "place", None)
        if self._wizard is not None and from_wizard is not None:
            self._leave_wizard()
            return ("wizard", *from_wizard), {}
        for key, page in getattr(self, "_pages", {}).items():
            if page is self._stack.currentWidget():
                return (key, None, getattr(page, "place", "")), drafts.typed(page)
        current = self._stack.currentWidget() if hasattr(self, "_stack") else None
        return ("overview", None, ""), drafts.typed(current) if isinstance(current, StartPage) else {}

    def _show_place(self, place: tuple[str, str | None, str]) -> None:
        for entry in self._nav.values():
            entry.setEnabled(self._is_known)
        if self._trouble is not None and not self._session.is_open:
            page = TroublePage(self._session, self._trouble, self._before)
            page.wants_problem.connect(self.problems.show_page)
            self._put(page)
        elif not self._session.is_open and not self._is_known:
            self._put(OpeningPage())
        elif self._session.is_open and self._session.snapshot.facts is None:
            start = StartPage(self._session)
            start.kept.connect(self._on_described)
            self._put(start)
        elif place[0] == "wizard":
            self.show_account(place[1], place[2])
        else:
            self.show_page(place[0])
            if place[2]:
                self._pages[place[0]].open_at(place[2])

    def _put(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _leave_wizard(self) -> None:
        if self._wizard is not None:
            wizard, self._wizard = self._wizard, None
            keep = getattr(wizard, "keep_draft", None)
            if keep is not None:
                keep()
            self._stack.removeWidget(wizard)
            wizard.deleteLater()

    def _show_office(self) -> None:
        glance = self._session.snapshot.glance
        if glance is not None:
            self._office.setText(words.say(glance.office))

    def _on_opened(self) -> None:
        """Build what was not there; an overview that was kept stays, and is only brought up to date."""
        if "overview" not in self._pages or self._session.snapshot.facts is None:
            self.rebuild()
        if self._standing is None:
            self._add_standing()
        if self._wanted:
            self.show_page(self._wanted)

    def _on_changed(self) -> None:
        self._notice.hide()
        self._show_office()
        if self._session.handed is not None:  # its code is shown once: not while another page is open
            self.show_page("handover")

    def _on_described(self) -> None:
        # The form that says so is still at work: it goes when it has ended.
        QTimer.singleShot(0, self.rebuild)

    def _mark(self, key: str) -> None:
        for name, entry in self._nav.items():
            entry.setChecked(name == INNER.get(key, key))

    def _on_nav(self) -> None:
        self._news.hide()
        self.show_page(str(self.sender().property("page")))

    def _on_wizard_left(self) -> None:
        self.show_page("accounts")

    def _on_language(self) -> None:
        self.language_chosen.emit(str(self.sender().property("language")))

    def _on_busy(self, busy: bool) -> None:
        if busy and not self._patience.isActive():
            self._patience.start()
            self._unease.start()
        elif not busy:
            self._patience.stop()
            self._unease.stop()
            self._busy.setRange(0, 1)
            self._waits.hide()

    def _on_long_busy(self) -> None:
        self._busy.setRange(0, 0)

    def _on_too_long_busy(self) -> None:
        self._waits.setText(
            self.tr(
                "This takes long. If the computer asks for the keyring's password or for permission, "
                "answer it; nothing is lost meanwhile."
            )
        )
        self._waits.show()

    def _add_standing(self) -> None:
        from coopdesk.ui.widgets.bars import RegisterBars  # noqa: PLC0415 - the first window need not wait for it

        self._standing = RegisterBars(self._session)
        self._bars.insertWidget(0, self._standing)

    def _on_locked(self, trouble: Locked) -> None:
        """Ask above the page for the passphrase that a deed waits for."""
        from coopdesk.ui.widgets.unlock import UnlockBar  # noqa: PLC0415 - the first window need not wait for it

        if self._unlock is None:
            self._unlock = UnlockBar(self._session)
            self._bars.insertWidget(self._bars.indexOf(self._stack), self._unlock)
        self._unlock.ask(trouble)
