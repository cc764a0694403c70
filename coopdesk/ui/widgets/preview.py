"""A paper on the screen: the very pages that are saved and printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coopdesk.papers import Paper
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import clear, label, scrolled

_PPI = 96.0


class Preview(QWidget):
    """Shows the pages of a paper, one below the other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolled(self._pages)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("The paper"))
        outer.addWidget(area)

    def show_paper(self, paper: Paper) -> None:
        """Set the paper off the GUI thread, and show it."""
        scale = self.devicePixelRatioF()
        self._session.runner.run(self, lambda: _images(paper, scale), self._show, lane="side", key="preview")

    def _show(self, images: list[QImage]) -> None:
        clear(self._column)
        for number, image in enumerate(images, start=1):
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(self.tr("Page {0} of {1}").format(words.number(number), words.number(len(images))))
            self._column.addWidget(page)
        self._column.addWidget(label(""))


def _images(paper: Paper, scale: float) -> list[QImage]:
    images = []
    for page in paper.pages(_PPI * scale):
        image = QImage.fromData(page)
        image.setDevicePixelRatio(scale)
        images.append(image)
    return images
