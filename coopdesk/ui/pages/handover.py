"""Handing the desk over, page by page: who, what, the file, the code with the note."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from coopdesk.desk.certify import save_copy
from coopdesk.desk.handover import hand_over
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.handover.steps import CodeStep, FileStep, HandoverStep, WhatStep, WhoStep
from coopdesk.ui.pages.page import Page
from coopdesk.ui.printing import print_images
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.scrolling import scrolled


class HandoverPage(Page):
    """Leads through the handover. Left on the way, all stays as typed; the code is gone once its page is left."""

    key = "handover"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Handing the desk over")

    def build(self) -> None:
        """The steps, one shown at a time, and the buttons that lead on."""
        self._watches, self._shown = False, False
        self._who, self._what = WhoStep(self.session), WhatStep(self.session)
        self._file, self._code = FileStep(self.session), CodeStep(self.session)
        self._steps: tuple[HandoverStep, ...] = (self._who, self._what, self._file, self._code)
        self._stack = QStackedWidget()
        for step in self._steps:
            step.setObjectName("scrolled")
            self._stack.addWidget(scrolled(step))
        self._progress = label("", "muted", wrap=False)
        self._saved = label("", "notice")
        self._leave = button(self.tr("Leave"), "quiet")
        self._back, self._next = button(self.tr("Back")), button(self.tr("Next"), "primary")
        self.head.addWidget(self._progress)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._saved)
        self.column.addLayout(row(self._leave, None, self._back, self._next))
        self._connect()
        self._go_to(0)

    def refresh(self) -> None:
        """Offer people and accounts as they are now; the answers stay. A code that is there is shown."""
        self._who.refresh()
        self._what.refresh()
        if self.session.handed is not None and not self._shown:
            self._shown = True
            self._code.show_done(self.session.handed)
            self._go_to(self._steps.index(self._code))

    @property
    def place(self) -> str:
        """The step that is shown."""
        return str(self._stack.currentIndex())

    def open_at(self, place: str) -> None:
        """Open a step by its number, or begin for a member (id) who leaves."""
        if place.isdecimal() and len(place) == 1:
            self._go_to(
                self._steps.index(self._code) if self.session.handed else min(int(place), self._steps.index(self._file))
            )
            return
        leaver = next((member for member in self.session.facts.members if member.id == place), None)
        if leaver is not None and self.session.handed is None:
            self._who.choose(leaver.name)
            self._go_to(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the hand to the question, and watch for another page that takes this one's place."""
        super().showEvent(event)
        stack = self.parentWidget()
        if isinstance(stack, QStackedWidget) and not self._watches:
            self._watches = True
            stack.currentChanged.connect(self._on_page_changed)
        self._focus_first()

    def _on_page_changed(self, _place: int) -> None:
        """Let the code be gone once this page is left; a window that is built anew shows it again."""
        stack = self.parentWidget()
        if self._shown and isinstance(stack, QStackedWidget) and stack.currentWidget() is not self:
            self.session.handed, self._shown = None, False
            self._code.show_done(None)
            self._go_to(0)

    def _connect(self) -> None:
        self._leave.clicked.connect(self._on_leave)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)
        self._file.wants_file.connect(self._on_file)
        self._code.wants_saved.connect(self._on_save)
        self._code.wants_printed.connect(self._on_print)
        self._code.noted.toggled.connect(self._next.setEnabled)
        keys = (
            (Qt.Key.Key_Return, self._on_enter),
            (Qt.Key.Key_Enter, self._on_enter),
            (Qt.Key.Key_Escape, self._on_leave),
        )
        for key, answer in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(answer)

    @property
    def _step(self) -> HandoverStep:
        return self._steps[self._stack.currentIndex()]

    def _go_to(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        here, of = words.number(number + 1), words.number(len(self._steps))
        self._progress.setText(self.tr("Step {0} of {1}").format(here, of))
        self._saved.setText("")
        self.show_trouble(None)
        last = self._step is self._code
        self._leave.setVisible(not last)
        self._back.setVisible(not last and number > 0)
        self._next.setVisible(self._step is not self._file)
        self._next.setEnabled(not last or self._code.noted.isChecked())
        self._next.setText(self.tr("Finish") if last else self.tr("Next"))
        self._next.setAccessibleName(self._next.text())
        if self._step is self._file:
            self._file.show_handing(self._what.handing(*self._who.names))
        self._focus_first()

    def _focus_first(self) -> None:
        controls = (w for w in self._step.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((w for w in controls if w.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _on_next(self) -> None:
        if self._step is self._who and not self._who.is_answered():
            return
        if self._step is self._code:
            self.wants_page.emit("settings")
        else:
            self._go_to(self._stack.currentIndex() + 1)

    def _on_back(self) -> None:
        self._go_to(self._stack.currentIndex() - 1)

    def _on_leave(self) -> None:
        if self._step is not self._code or self._code.noted.isChecked():
            self.wants_page.emit("settings")

    def _on_enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self._next.isVisible() and self._next.isEnabled():
            self._next.click()

    def _on_file(self, target: str) -> None:
        handing, language, session = self._what.handing(*self._who.names), words.language(), self.session
        self.show_trouble(None)
        self._lock(True)

        def deed(parts: Parts) -> None:
            # The session has the code even where this page is gone by then; the window opens the page that shows it.
            session.handed = hand_over(parts, Path(target), handing, language, session.who)

        session.do(self, deed, self._on_done, self._on_failed)

    def _on_done(self, _nothing: object) -> None:
        self._lock(False)

    def _on_failed(self, trouble: CoopDeskError) -> None:
        self._lock(False)
        self.show_trouble(trouble)

    def _lock(self, busy: bool) -> None:
        for one in (self._file.make, self._back, self._leave):
            one.setEnabled(not busy)

    def _on_save(self, target: str) -> None:
        done = self.session.handed
        if done is not None:
            self.session.ask(
                self,
                lambda _parts: save_copy(done.note.pdf(), Path(target)),
                self._on_saved,
                self.show_trouble,
                lane="side",
            )

    def _on_saved(self, _nothing: object) -> None:
        self._saved.setText(self.tr("Saved."))

    def _on_print(self) -> None:
        if self.session.handed is not None:
            print_images(self, self.session, self.session.handed.note)
