"""Which version of CoopDesk ran on this register last, so that the first start of another one can say so, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings

from coopdesk import __version__
from coopdesk.errors import CoopDeskError
from coopdesk.log import LOGGER
from coopdesk.release import is_version, precedes

if TYPE_CHECKING:
    from coopdesk.ui.session import Session

_VERSION, _FILE = "version", "update_file"


def before(settings: QSettings) -> str:
    """Return the version that opened the register last; empty where it was this one, or none is known."""
    noted = str(settings.value(_VERSION, ""))
    return noted if is_version(noted) and noted != __version__ else ""


def remember_file(settings: QSettings, version: str, name: str) -> None:
    """Remember what the next version comes from, should it get here."""
    settings.setValue(_FILE, f"{version} {name}")
    settings.sync()


def note(session: Session, settings: QSettings, tell: Callable[[str], None]) -> None:
    """Where another version ran before: write it into the journal, `tell` the person, and take the update's file away.

    What cannot be written now is written at the next start.
    """
    from coopdesk.desk import update  # noqa: PLC0415 - at the first start of a version alone

    older = before(settings)
    version, _, name = str(settings.value(_FILE, "")).partition(" ")
    file = name if version == __version__ else ""
    if not older:
        settings.setValue(_VERSION, __version__)
        return

    def done(_nothing: object) -> None:
        settings.setValue(_VERSION, __version__)
        settings.remove(_FILE)
        session.runner.run(session, update.clear_away, _cleared, lane="side")
        tell(_news(older))

    def failed(trouble: CoopDeskError) -> None:
        LOGGER.warning("the new version was not noted: %s", trouble)
        tell(_news(older))

    session.do(session, lambda parts: update.note_change(parts, older, file, session.who), done, failed)


def _news(older: str) -> str:
    if precedes(older, __version__):
        return QCoreApplication.translate("Versions", "CoopDesk was updated from {0} to {1}.").format(
            older, __version__
        )
    return QCoreApplication.translate("Versions", "CoopDesk went back from {0} to {1}.").format(older, __version__)


def _cleared(_nothing: object) -> None:
    """Nobody waits for it."""
