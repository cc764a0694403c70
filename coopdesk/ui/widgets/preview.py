"""A paper on the screen: the very pages that are saved and printed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coopdesk.papers import FiledPaper, Paper
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, clear, label, row
from coopdesk.ui.widgets.scrolling import scrolled

_INCHES = 8.27  # the width of A4
_LEAST_PPI = 24.0  # while the page is laid out it may have no width at all
_MARGIN = 40  # pixels left beside the page, for the scroll bar too
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Of the width that the page has room for."""


class Preview(QWidget):
    """Shows the pages of a paper, one below the other; they can be turned and made larger by buttons and keys."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: Paper | FiledPaper | None = None
        self._zoom = _ZOOMS.index(1.0)
        self._tops: list[int] = []
        self._read = 0.0
        self._return = QTimer(self)
        self._return.setSingleShot(True)
        self._return.timeout.connect(self._on_laid_out)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._set)
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(12)
        self._area = scrolled(self._pages)
        self._area.setObjectName("paper")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("The paper"))
        self._area.verticalScrollBar().valueChanged.connect(self._show_place)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._build_bar())
        outer.addWidget(self._area, 1)
        self._show_place()

    def show_paper(self, paper: Paper | FiledPaper | None) -> None:
        """Set the paper off the GUI thread, and show it from its first page; None shows nothing."""
        self._paper = paper
        self._area.verticalScrollBar().setValue(0)
        if paper is None:
            self._show([])
        else:
            self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the pages anew, as wide as there is room."""
        super().resizeEvent(event)
        self._pause.start()

    def _build_bar(self) -> QHBoxLayout:
        self._back, self._next = button("‹", "quiet"), button("›", "quiet")
        self._smaller, self._larger = button("−", "quiet"), button("+", "quiet")
        self._place, self._percent = label("", "muted", wrap=False), label("", "muted", wrap=False)
        deeds = (
            (self._back, self.tr("Page before"), self._on_back, QKeySequence("Ctrl+PgUp")),
            (self._next, self.tr("Next page"), self._on_next, QKeySequence("Ctrl+PgDown")),
            (self._smaller, self.tr("Smaller"), self._on_smaller, QKeySequence(QKeySequence.StandardKey.ZoomOut)),
            (self._larger, self.tr("Larger"), self._on_larger, QKeySequence(QKeySequence.StandardKey.ZoomIn)),
        )
        for made, name, answer, keys in deeds:
            made.setAccessibleName(name)
            made.setToolTip(f"{name} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
            made.clicked.connect(answer)
            QShortcut(keys, self).activated.connect(answer)
        return row(self._back, self._place, self._next, None, self._smaller, self._percent, self._larger)

    def _set(self) -> None:
        paper, scale = self._paper, self.devicePixelRatioF()
        if paper is not None:
            ppi = max(_LEAST_PPI, (self.width() - _MARGIN) / _INCHES) * _ZOOMS[self._zoom]
            self._session.runner.run(self, lambda: _images(paper, ppi, scale), self._show, lane="side", key="preview")

    def _show(self, images: list[QImage]) -> None:
        if self._paper is None:
            images = []
        self._read = self._area.verticalScrollBar().value() / max(1, self._pages.height())
        clear(self._column)
        top, self._tops = self._column.contentsMargins().top(), []
        for number, image in enumerate(images, start=1):
            self._column.addWidget(self._page(image, number, len(images)))
            self._tops.append(top)
            top += round(image.deviceIndependentSize().height()) + self._column.spacing()
        self._column.addWidget(label(""))
        self._return.start()
        self._show_place()

    def _on_laid_out(self) -> None:
        """Come back to what was read, once the new pages have their size."""
        self._area.verticalScrollBar().setValue(round(self._read * self._pages.height()))

    def _page(self, image: QImage, number: int, count: int) -> QLabel:
        page = QLabel()
        page.setPixmap(QPixmap.fromImage(image))
        page.setAccessibleName(self.tr("Page {0} of {1}").format(words.number(number), words.number(count)))
        return page

    def _at(self) -> int:
        """Return the place of the page that is read: the last one that begins above the middle."""
        middle = self._area.verticalScrollBar().value() + self._area.viewport().height() // 2
        return max((place for place, top in enumerate(self._tops) if top <= middle), default=0)

    def _show_place(self) -> None:
        at, count = self._at(), len(self._tops)
        self._place.setText(f"{words.number(at + 1)}/{words.number(count)}" if count else "")
        self._back.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < count)
        self._percent.setText(words.number(f"{_ZOOMS[self._zoom]:.0%}"))
        self._smaller.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom + 1 < len(_ZOOMS))

    def _on_back(self) -> None:
        self._turn(-1)

    def _on_next(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        place = self._at() + by
        if 0 <= place < len(self._tops):
            self._area.verticalScrollBar().setValue(self._tops[place])
            self._show_place()

    def _on_smaller(self) -> None:
        self._scale(-1)

    def _on_larger(self) -> None:
        self._scale(1)

    def _scale(self, by: int) -> None:
        if 0 <= self._zoom + by < len(_ZOOMS):
            self._zoom += by
            self._show_place()
            self._set()


def _images(paper: Paper | FiledPaper, ppi: float, scale: float) -> list[QImage]:
    images = []
    for page in paper.pages(ppi * scale):
        image = QImage.fromData(page)
        image.setDevicePixelRatio(scale)
        images.append(image)
    return images
