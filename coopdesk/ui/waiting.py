"""Deeds that found the secrets locked: they wait for the passphrase, and are done again or given up."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from coopdesk.errors import CoopDeskError, Locked


class _Deed(NamedTuple):
    """How to do a deed again, whose it is, and who hears that it was given up."""

    owner: QObject
    again: Callable[[], None]
    failed: Callable[[CoopDeskError], None]
    trouble: Locked


class Waiting(QObject):
    """Holds the deeds back. A deed whose page is gone is dropped."""

    locked = Signal(object)
    """A deed waits; the Locked says whose passphrase is wanted."""
    unlocked = Signal()
    """The secrets are open for now."""
    hidden = Signal()
    """The secrets were locked: what is shown of them hides."""

    def __init__(self, parent: QObject) -> None:
        """Nothing waits yet."""
        super().__init__(parent)
        self._deeds: list[_Deed] = []

    def unless_locked(
        self, owner: QObject, again: Callable[[], None], failed: Callable[[CoopDeskError], None]
    ) -> Callable[[CoopDeskError], None]:
        """Return what hears of a deed's trouble: where the secrets are locked the deed waits, else `failed` hears."""

        def on_failed(trouble: CoopDeskError) -> None:
            if isinstance(trouble, Locked):
                self._deeds.append(_Deed(owner, again, failed, trouble))
                self.locked.emit(trouble)
            else:
                failed(trouble)

        return on_failed

    def go_on(self) -> None:
        """Do again what waits."""
        deeds, self._deeds = self._deeds, []
        self.unlocked.emit()
        for deed in deeds:
            if isValid(deed.owner):
                deed.again()

    def give_up(self) -> None:
        """Leave the secrets locked: each deed ends with that trouble."""
        deeds, self._deeds = self._deeds, []
        for deed in deeds:
            if isValid(deed.owner):
                deed.failed(deed.trouble)
