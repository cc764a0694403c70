"""An update under way: it outlives the card that shows it, since the window's language may be switched meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QSettings, Signal

from coopdesk.desk.update import Course, Outcome, carry_out, offered
from coopdesk.errors import CoopDeskError
from coopdesk.release import Release
from coopdesk.ui import words
from coopdesk.ui.versions import remember_file

if TYPE_CHECKING:
    from coopdesk.ui.session import Session

State = Literal["idle", "checking", "offered", "working", "left"]


class Updater(QObject):
    """One at a time. `state` is "left" where an administrator does the rest."""

    changed = Signal()
    """Another state, or further in the same one."""
    _told = Signal(str, int, int)

    def __init__(self, session: Session) -> None:
        """Update the program that has `session`'s register open; the session need not be open."""
        super().__init__(session)
        self._session = session
        self._course = Course()
        self._told.connect(self._on_told)
        self.state: State = "idle"
        self.file = Path()
        self.release: Release | None = None
        self.trouble: CoopDeskError | None = None
        self.outcome = Outcome()
        self.step, self.done, self.of = "", 0, 0

    def choose(self, file: Path) -> None:
        """Look what a file holds."""
        self.file, self.release, self.outcome = file, None, Outcome()
        course = self._set_out("checking")
        self._session.runner.run(self, lambda: offered(file, course), self._on_offered, self._on_trouble, lane="side")

    def begin(self) -> None:
        """Update to what is offered."""
        file, wanted, folder, language = self.file, self.release, self._session.folder, words.language()
        if wanted is None or self.state != "offered":
            return
        course = self._set_out("working")
        settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        remember_file(settings, wanted.version, wanted.name)
        self._session.runner.run(
            self,
            lambda: carry_out(file, wanted, folder, language, course),
            self._on_done,
            self._on_trouble,
            lane="side",
        )

    def stop(self) -> None:
        """Stop as soon as may be; what is being installed is installed."""
        self._course.stopped.set()

    def forget(self) -> None:
        """Leave things as they are."""
        self._show("idle")

    def _set_out(self, state: State) -> Course:
        self._course = Course(self._told.emit)
        self.trouble = None
        self.step, self.done, self.of = "", 0, 0
        self._show(state)
        return self._course

    def _show(self, state: State) -> None:
        self.state = state
        self.changed.emit()

    def _on_told(self, step: str, done: int, of: int) -> None:
        self.step, self.done, self.of = step, done, of
        self.changed.emit()

    def _on_offered(self, found: Release) -> None:
        self.release = found
        self._show("offered")

    def _on_done(self, outcome: Outcome) -> None:
        self.outcome = outcome
        if outcome.command:
            self._show("left")
        else:
            self._show("idle")
            self._session.ends.emit(outcome.start)

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self.trouble = trouble
        self._show("idle")
