"""Pictures of the window: `python -m coopdesk.ui.pictures REGISTER FOLDER [SCALE]` draws each page in both languages.

For the README, and for who has no display. It draws real windows on a real register, which it does not change.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from coopdesk.desk.opening import open_desk
from coopdesk.texts import LANGUAGES
from coopdesk.ui.application import Application
from coopdesk.ui.pages import PAGES
from coopdesk.ui.wizard.wizard import STEPS

_LONGEST_MS = 30_000


def draw_all(register: Path, folder: Path) -> list[Path]:
    """Draw every page and every wizard page in both languages into `folder`; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with tempfile.TemporaryDirectory() as copied:
        copy = Path(copied) / "register"
        shutil.copytree(register, copy)
        application = Application(copy, open_desk)
        window, session = application.window, application.session
        window.resize(1366, 728)
        _settle(application)
        account = session.facts.accounts[-1].id
        for language in LANGUAGES:
            application.switch_language(language)
            for key in PAGES:
                window.show_page(key)
                drawn.append(_draw(application, window, folder / f"{key}-{language}.png"))
            for number, step in enumerate(STEPS, start=1):
                window.show_account(account, step.key)
                drawn.append(_draw(application, window, folder / f"wizard-{number:02}-{step.key}-{language}.png"))
        window.close()
    return drawn


def _draw(application: Application, window: QWidget, file: Path) -> Path:
    _settle(application)
    window.grab().save(str(file))
    return file


def _settle(application: Application) -> None:
    """Let the window run until all work is done and painted."""
    loop = QEventLoop()
    longest = QTimer()
    longest.setSingleShot(True)
    longest.timeout.connect(loop.quit)
    longest.start(_LONGEST_MS)
    quiet = QTimer()
    quiet.setInterval(80)
    looks = 0

    def look() -> None:
        # Quiet three times on end: some work waits a moment for the window to stand still.
        nonlocal looks
        looks = looks + 1 if application.session.is_open and not application.session.runner.is_busy else 0
        if looks == 3:
            loop.quit()

    quiet.timeout.connect(look)
    quiet.start()
    loop.exec()


def main() -> None:
    """Draw what the command line asks for, and print each file."""
    for file in draw_all(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.stdout.write(f"{file.resolve()}\n")


if __name__ == "__main__":
    main()
