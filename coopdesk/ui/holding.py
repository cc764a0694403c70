"""Whether this window may write to its register, whose it is where it may not, and what the register lies on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coopdesk.errors import CoopDeskError

if TYPE_CHECKING:
    from coopdesk.location import Location
    from coopdesk.ui.instance import Held, Hold
    from coopdesk.ui.session import Session


class Holding(QObject):
    """Stands beside a session: it opens the register anew when the right to write comes, or goes."""

    changed = Signal()
    """Whose the register is, or where it lies, is known anew."""

    def __init__(self, session: Session) -> None:
        """Nobody holds the register yet: it is opened to be written."""
        super().__init__(session)
        self._session = session
        self.hold: Hold | None = None
        self.held: Held | None = None
        self.location: Location | None = None
        self.location_read = False  # until the next start

    @property
    def read_only(self) -> bool:
        """Whether every deed is refused."""
        return self.held is not None

    def begin(self, hold: Hold | None, held: Held | None) -> None:
        """Take up what the start found."""
        self.hold, self.held = hold, held

    def look_where_it_lies(self) -> None:
        """See what the register's folder lies on."""
        from coopdesk.location import where_it_lies  # noqa: PLC0415 - the register is open by now

        folder = self._session.folder
        self._session.ask(self, lambda _parts: where_it_lies(folder), self._on_location, lane="side")

    def look(self) -> None:
        """See that the register is still ours: another computer may have taken it over while this one slept."""
        if self.hold is not None and not self.read_only:
            self._ask(self.hold.take, self._on_look)

    def try_again(self, failed: Callable[[CoopDeskError], None], *, over: bool = False) -> None:
        """Open the register anew: for writing where it is free now, or is to be taken `over`; else as it is now."""
        if self.hold is None:
            return
        taken = self.hold.take_over if over else self.hold.take
        self._ask(taken, lambda held: self._session.reopen(held, failed))

    def settle(self, held: Held | None) -> None:
        """Hear from the session that it opened the register so."""
        self.held = held
        self.changed.emit()

    def _ask(self, question: Callable[[], Held | None], done: Callable[[Held | None], None]) -> None:
        self._session.ask(self, lambda _parts: question(), done, key="held")

    def _on_look(self, held: Held | None) -> None:
        if held is not None:
            self._session.reopen(held, self._session.runner.troubled.emit)

    def _on_location(self, location: Location) -> None:
        self.location = location
        self.changed.emit()
