"""The running application: its looks, its language, its window."""

from __future__ import annotations

import signal
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, QTranslator

from coopdesk.errors import CoopDeskError
from coopdesk.launch import COMMAND, is_replaced
from coopdesk.texts import Language
from coopdesk.ui import words
from coopdesk.ui.qt import qt_application, translator
from coopdesk.ui.session import OpenDesk, Session
from coopdesk.ui.shell import Shell

if TYPE_CHECKING:
    from coopdesk.desk.parts import Parts
    from coopdesk.ui.ending import Ending
    from coopdesk.ui.instance import Held, Hold
    from coopdesk.ui.tray import Tray


_MINUTE = 60_000  # milliseconds
_PAINTED = 40  # milliseconds in which the window is painted, before the register's libraries take Python's time


class Application(QObject):
    """Wires session and window, and switches the language."""

    def __init__(
        self,
        folder: Path,
        open_desk: OpenDesk,
        *,
        background: bool = False,
        hold: Hold | None = None,
        held: Held | None = None,
        trouble: CoopDeskError | None = None,
    ) -> None:
        """Make the window on the register in `folder`, and begin to open it.

        Args:
            folder: where the register lies.
            open_desk: how it is opened.
            background: the window waits until the tray calls it, and closing it leaves the tray.
            hold: the right to write to the register, which the window looks after from now on.
            held: why it is not the window's now, and whose it is: the register is opened to be read only.
            trouble: why it is not to be opened at all.
        """
        self._app = qt_application()
        super().__init__()
        self._settings = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self._translator = QTranslator()
        self._tray: Tray | None = None
        self._version: int | None = None
        self._next: tuple[str, ...] = ()
        self._ending: Ending | None = None
        self._speak("en" if self._settings.value("language") == "en" else "bn")
        self._trouble = trouble
        self.session = Session(folder, open_desk)
        self.session.holding.begin(hold, held)
        self.window = Shell(self.session)
        self.window.language_chosen.connect(self._on_language)
        self.window.stays = background
        self._app.setQuitOnLastWindowClosed(not background)
        if not background:
            self.window.show()
        self.session.opened.connect(self._on_opened)
        self.session.ends.connect(self._on_ends)
        self._midnight = QTimer(self)
        self._midnight.setInterval(_MINUTE)
        self._midnight.timeout.connect(self._on_minute)
        self._midnight.start()
        # The window is painted before the register's libraries are loaded: the person sees at once that it starts.
        QTimer.singleShot(0, self._open)

    def run(self) -> int:
        """Run until the window is closed, and start what comes after it; return the exit code."""
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, self._on_signal)
        # Python sees a signal only between its own steps: this gives it some.
        beat = QTimer()
        beat.start(300)
        beat.timeout.connect(_beat)
        QTimer.singleShot(_PAINTED, self._watch_ending)
        code = self._app.exec()
        if self._ending is not None:
            self._ending.end()
        if self._next:
            import subprocess  # noqa: PLC0415 - after an update alone

            subprocess.Popen(self._next, start_new_session=True)  # noqa: S603 - the installed CoopDesk itself
        return code

    def switch_language(self, language: Language) -> None:
        """Speak another language from now on, here and at the next start."""
        if not self.session.holding.read_only:
            self._settings.setValue("language", language)
        self._speak(language)
        self.window.rebuild()

    def tell_of_bug(self) -> None:
        """Tell the person that something unexpected went wrong."""
        self.session.runner.bug_found.emit()

    def _speak(self, language: Language) -> None:
        self._app.removeTranslator(self._translator)
        self._translator = translator(language)
        self._app.installTranslator(self._translator)
        words.set_language(language)

    def _open(self) -> None:
        if self._trouble is not None:
            self._on_opening_trouble(self._trouble)
            return
        self.session.glance_back()
        if self.session.snapshot.glance is not None:
            self.window.rebuild()
        QTimer.singleShot(_PAINTED, self._open_register)

    def _open_register(self) -> None:
        if (hold := self.session.holding.hold) is not None:
            from coopdesk.ui.calling import Bell  # noqa: PLC0415 - the window is painted by now

            self._bell = Bell(hold.name, self)
            self._bell.rung.connect(self._on_rung)
        self.session.open(self._on_opening_trouble)

    def _watch_ending(self) -> None:
        if self.session.holding.read_only:  # nothing is written into another's folder
            return
        from coopdesk.ui.ending import Ending  # noqa: PLC0415 - the window stands by now

        self._ending = Ending(self.session.folder)
        self._app.commitDataRequest.connect(self._on_session_ends)
        self.session.runner.run(self, self._ending.begin, self._on_bad_end, lane="side")

    def _on_session_ends(self, _manager: object) -> None:
        """Note a clean end while there is time: the system ends what waits in the tray without asking again."""
        if self._ending is not None:
            self._ending.end()

    def _on_bad_end(self, ended_badly: bool) -> None:
        if ended_badly:
            self.window.problems.tell_of_bad_end()

    def _on_opening_trouble(self, trouble: CoopDeskError) -> None:
        """Say it in the window; in the background too, since there is nothing to remind of."""
        from coopdesk.ui import versions  # noqa: PLC0415 - no page waits for it

        self.window.show_opening_trouble(trouble, versions.before(self._settings))
        self.window.stays = False
        self._app.setQuitOnLastWindowClosed(True)
        self.window.show()

    def _on_opened(self) -> None:
        from coopdesk.ui import versions  # noqa: PLC0415 - the register is open by now
        from coopdesk.ui.idle import IdleLock  # noqa: PLC0415 - as above
        from coopdesk.ui.tray import Tray  # noqa: PLC0415 - as above

        if self._tray is None:
            self._tray = Tray(self.session, self.window)
            self._tray.ended.connect(self._on_end)
            self._tray.remind()
            self._idle = IdleLock(self.session)
            self.session.ask(self, _version, self._on_version, key="version")
            self.session.holding.look_where_it_lies()
        if not self.session.holding.read_only:  # what is found would be written down
            versions.note(self.session, self._settings, self.window.tell)
            self.session.look_into_keyring()

    def _on_rung(self, word: str) -> None:
        from coopdesk.ui.calling import CLOSE, SHOW  # noqa: PLC0415 - loaded by now
        from coopdesk.ui.tray import bring_to_front  # noqa: PLC0415 - the window is painted by now

        if word == CLOSE:
            QTimer.singleShot(0, self._on_end)  # the caller is answered first
        elif word == SHOW:
            bring_to_front(self.window)

    def _on_minute(self) -> None:
        """Judge by the new day after midnight, and by what another window wrote meanwhile."""
        if is_replaced():
            self._make_way()
        if not self.session.is_open:
            return
        self.session.holding.look()
        if self.session.snapshot.today != date.today():
            self.session.read_again()
        else:
            self.session.ask(self, _version, self._on_version, key="version")

    def _make_way(self) -> None:
        """Let the version that was installed meanwhile take over: at once where nobody works, else at the close."""
        if not self.window.isVisible():
            self._on_ends((COMMAND, "--data-dir", str(self.session.folder.absolute()), "--background"))
            return
        self.window.stays = False
        self._app.setQuitOnLastWindowClosed(True)
        self.window.tell_of_replacement()

    def _on_version(self, version: int) -> None:
        before, self._version = self._version, version
        if before not in (None, version):
            self.session.read_again()

    def _on_language(self, language: str) -> None:
        self.switch_language("en" if language == "en" else "bn")

    def _on_signal(self, *_signal: object) -> None:
        self._on_end()

    def _on_ends(self, afterwards: tuple[str, ...]) -> None:
        self._next = afterwards
        self._on_end()

    def _on_end(self) -> None:
        self.window.stays = False
        self.window.close()
        self._app.quit()


def _version(parts: Parts) -> int:
    return parts.register.version()


def _beat() -> None:
    """Let Python run for a moment."""
