"""The one place that puts the window together and hands in its parts."""

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from coopdesk.folders import data_folder
from coopdesk.log import LOGGER, keep_log
from coopdesk.texts import person_language, say

if TYPE_CHECKING:
    from coopdesk.desk.parts import Parts


def open_window(folder: Path | None, *, background: bool = False) -> int:
    """Open the desk on the register in `folder` (None: the person's own); return the process's exit code at its end.

    In the `background` no window opens, only the tray, which reminds; where there is none, it says so and ends with 2.
    """
    from coopdesk.ui.application import Application  # noqa: PLC0415 - Qt is for the window alone

    if background and not _tray_comes():
        sys.stderr.write(f"{say('cli', 'background.no_tray').in_(person_language())}\n")
        return 2
    application = Application(data_folder(folder), _opened, background=background)

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        LOGGER.error("a bug", exc_info=(kind, error, trace))
        application.tell_of_bug()

    sys.excepthook = on_bug
    return application.run()


def _tray_comes() -> bool:
    from coopdesk.ui.tray import tray_comes  # noqa: PLC0415 - as above

    return tray_comes()


def _opened(folder: Path) -> "Parts":
    from coopdesk.desk.opening import open_desk  # noqa: PLC0415 - off the GUI thread, after the window stands

    keep_log(folder)
    return open_desk(folder)
