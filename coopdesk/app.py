"""The one place that puts the window together and hands in its parts."""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.folders import data_folder
from coopdesk.log import LOGGER, keep_log
from coopdesk.texts import person_language, say

if TYPE_CHECKING:
    from coopdesk.desk.parts import Parts
    from coopdesk.ui.instance import Held, Hold

_CLOSING = 10.0  # seconds in which a window that is asked to close does


def open_window(folder: Path | None, *, background: bool = False) -> int:
    """Open the desk on the register in `folder` (None: the person's own); return the process's exit code at its end.

    Where this person's window on that register is open, it comes to the front instead. In the `background` no window
    opens, only the tray, which reminds; where there is none, it says so and ends with 2.
    """
    from coopdesk.ui.instance import Hold  # noqa: PLC0415 - Qt is for the window alone

    hold = Hold(data_folder(folder))
    held = hold.take()
    if background and not _is_mine(held):
        hold.release()  # while the tray is awaited, the person may open the window
        if not _tray_comes():
            sys.stderr.write(f"{say('cli', 'background.no_tray').in_(person_language())}\n")
            return 2
        held = hold.take()
    if held is not None:
        if (background and _is_mine(held)) or _first_answers(hold, held, background=background):
            return 0
        held = hold.take()  # the first may have ended meanwhile
    try:
        return _run(hold, held, background=background)
    finally:
        hold.release()


def close_window(folder: Path) -> bool:
    """Ask this person's window on the register in `folder` to close; tell whether none is open any more."""
    from coopdesk.ui import calling  # noqa: PLC0415 - Qt is for the window alone

    return calling.close_window(folder, _CLOSING)


def _run(hold: "Hold", held: "Held | None", *, background: bool) -> int:
    from coopdesk.ui.application import Application  # noqa: PLC0415 - a second start does without the window

    def opened(folder: Path, *, read_only: bool = False) -> "Parts":
        from coopdesk.desk.opening import open_desk  # noqa: PLC0415 - off the GUI thread, after the window stands

        keep_log(None if read_only else folder)
        hold.write_note()
        return open_desk(folder, read_only=read_only)

    trouble = CoopDeskError("instance.no_answer") if _is_mine(held) else None
    application = Application(hold.folder, opened, background=background, hold=hold, held=held, trouble=trouble)

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        LOGGER.error("a bug", exc_info=(kind, error, trace))
        application.tell_of_bug()

    sys.excepthook = on_bug
    return application.run()


def _tray_comes() -> bool:
    from coopdesk.ui.tray import tray_comes  # noqa: PLC0415 - as above

    return tray_comes()


def _is_mine(held: "Held | None") -> bool:
    return held is not None and held.by == "me"


def _first_answers(hold: "Hold", held: "Held", *, background: bool) -> bool:
    """Ask this person's window on the register, if there is one, to come to the front; tell whether it does."""
    from coopdesk.ui.calling import HELLO, SHOW, first_answers  # noqa: PLC0415 - loads Qt's network module

    return first_answers(hold, held, HELLO if background else SHOW)
