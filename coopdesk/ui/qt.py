"""Qt's own application: its looks, its languages, and what holds for every window."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from coopdesk import resources
from coopdesk.texts import Language
from coopdesk.ui import theme


def qt_application() -> QApplication:
    """Return the running QApplication, dressed; make it where there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(["coopdesk"])
    app.setApplicationName("CoopDesk")
    app.setDesktopFileName("coopdesk")
    theme.dress(app)
    app.focusChanged.connect(_show_focused)
    return app


def translator(language: Language) -> QTranslator:
    """Return the translator of a language.

    Raises:
        FileNotFoundError: the translations are not compiled (`make translations`).
    """
    made = QTranslator()
    file = resources.folder("translations") / f"coopdesk_{language}.qm"
    if not made.load(str(file)):
        raise FileNotFoundError(file)
    return made


def _show_focused(_before: QWidget | None, now: QWidget | None) -> None:
    """Scroll to the control that has the hand now: Qt does so only for a Tab within the scrolled area itself."""
    area = now.parentWidget() if now is not None else None
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if now is not None and area is not None and (content := area.widget()) is not None and content.isAncestorOf(now):
        area.ensureWidgetVisible(now)
