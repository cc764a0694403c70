"""CoopDesk's own windows as a picture, without what is secret in them, and what is known of the screens."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt, qVersion
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coopdesk.ui.widgets.cover import is_secret
from coopdesk.ui.words import language

_GAP = 12  # pixels between two windows
_COVER = QColor("#84918A")


def picture_of_windows() -> QImage:
    """Return CoopDesk's open windows, one below the other, as they stand; what may hold a secret is painted over."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible() and not _is_passing(window)]
    windows.sort(key=lambda window: -window.width() * window.height())  # Qt tells them in no order
    shots = [_grab(window) for window in windows]
    width = max((shot.width() for shot in shots), default=1)
    height = sum(shot.height() + _GAP for shot in shots) - _GAP if shots else 1
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(_COVER)
    with QPainter(picture) as painter:
        top = 0
        for shot in shots:
            painter.drawPixmap(0, top, shot)
            top += shot.height() + _GAP
    return picture


def as_png(picture: QImage) -> bytes:
    """Return a picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def seen() -> dict[str, str]:
    """Return what the window knows of where it runs."""
    screens = (
        f"{screen.geometry().width()}×{screen.geometry().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    scheme = QGuiApplication.styleHints().colorScheme().name
    return {
        "Qt": f"{qVersion()} ({QGuiApplication.platformName()}, {scheme})",
        "Screens": ", ".join(screens),
        "Language": language(),
    }


def _is_passing(window: QWidget) -> bool:
    return window.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen}


def _grab(window: QWidget) -> QPixmap:
    shot = window.grab()
    shot.setDevicePixelRatio(1)
    scale = shot.width() / max(1, window.width())
    with QPainter(shot) as painter:
        for widget in window.findChildren(QWidget):
            if widget.isVisible() and _may_tell(widget):
                painter.fillRect(_scaled(_shown(widget, window), scale), _COVER)
    return shot


def _may_tell(widget: QWidget) -> bool:
    covered = isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal
    return covered or is_secret(widget)


def _shown(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget stands in its window: what is scrolled out of sight is not there."""
    place, above = widget.rect(), widget
    while above is not window and (parent := above.parentWidget()) is not None:
        place = QRect(above.mapToParent(place.topLeft()), place.size()).intersected(parent.rect())
        above = parent
    return place


def _scaled(place: QRect, scale: float) -> QRect:
    return QRect(*(round(one * scale) for one in (place.x(), place.y(), place.width(), place.height())))
