"""A paper on the screen: the very pages that are saved and printed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coopdesk.papers import FiledPaper, Paper
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import clear, label
from coopdesk.ui.widgets.scrolling import scrolled

_INCHES = 8.27  # the width of A4
_LEAST_PPI = 24.0  # while the page is laid out it may have no width at all
_MARGIN = 40  # pixels left beside the page, for the scroll bar too


class Preview(QWidget):
    """Shows the pages of a paper, one below the other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: Paper | FiledPaper | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._set)
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolled(self._pages)
        area.setObjectName("paper")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("The paper"))
        outer.addWidget(area)

    def show_paper(self, paper: Paper | FiledPaper) -> None:
        """Set the paper off the GUI thread, and show it."""
        self._paper = paper
        self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the pages anew, as wide as there is room."""
        super().resizeEvent(event)
        self._pause.start()

    def _set(self) -> None:
        paper, scale = self._paper, self.devicePixelRatioF()
        if paper is not None:
            ppi = max(_LEAST_PPI, (self.width() - _MARGIN) / _INCHES)
            self._session.runner.run(self, lambda: _images(paper, ppi, scale), self._show, lane="side", key="preview")

    def _show(self, images: list[QImage]) -> None:
        clear(self._column)
        for number, image in enumerate(images, start=1):
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(self.tr("Page {0} of {1}").format(words.number(number), words.number(len(images))))
            self._column.addWidget(page)
        self._column.addWidget(label(""))


def _images(paper: Paper | FiledPaper, ppi: float, scale: float) -> list[QImage]:
    images = []
    for page in paper.pages(ppi * scale):
        image = QImage.fromData(page)
        image.setDevicePixelRatio(scale)
        images.append(image)
    return images
