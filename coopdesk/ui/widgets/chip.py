"""A status as a sign, a word and a colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coopdesk.ui import theme, words

COLOURS = {"met": "green", "not_met": "red", "attention": "amber", "not_applicable": "grey", "advice": "grey"}
_SIGNS: dict[str, list[list[tuple[float, float]]]] = {
    "met": [[(0.1, 0.55), (0.4, 0.85), (0.95, 0.15)]],
    "not_met": [[(0.15, 0.15), (0.85, 0.85)], [(0.85, 0.15), (0.15, 0.85)]],
    "attention": [[(0.5, 0.05), (0.5, 0.62)], [(0.5, 0.9), (0.5, 0.92)]],
    "not_applicable": [[(0.1, 0.5), (0.9, 0.5)]],
    "advice": [[(0.5, 0.05), (0.5, 0.1)], [(0.5, 0.38), (0.5, 0.95)]],
}


class StatusChip(QWidget):
    """Shows one status; `status` is "met", "not_met", "attention", "not_applicable" or "advice"."""

    def __init__(self, status: str, word: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status, word)

    def show_status(self, status: str, word: str = "") -> None:
        """Show another status; the word is the status's own where none is given."""
        self._status = status
        self._word = word or words.status(status)
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the sign and the word."""
        text = self.fontMetrics().boundingRect(self._word)
        return QSize(max(120, int(text.width() * 1.12) + 44), max(26, self.fontMetrics().height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, QRectF(self.rect()), self._status, self._word)


def draw_chip(painter: QPainter, box: QRectF, status: str, word: str) -> None:
    """Draw a status with its word into `box`: also for tables, which have no widgets in their cells."""
    colour = COLOURS[status]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{colour}_soft"))
    painter.drawRoundedRect(box, 8, 8)
    draw_sign(painter, QRectF(box.left() + 12, box.center().y() - 5, 10, 10), status)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPointSizeF(theme.BODY_POINTS - 1)
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box.adjusted(30, 0, -8, 0), flags, word)


def draw_sign(painter: QPainter, box: QRectF, status: str) -> None:
    """Draw a status's sign alone into `box`."""
    pen = QPen(theme.colour(COLOURS[status]), max(1.8, box.width() / 5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _SIGNS[status]:
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in line]
        painter.drawPolyline(QPolygonF(points))
