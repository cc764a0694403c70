"""Choosing a picture from the disk: with a small view of it, read off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout

from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.drafts import KeptInput

_FILTER = "*.png *.jpg *.jpeg *.webp"


class PicturePicker(KeptInput):
    """Shows the picture kept now, and lets another be chosen or dropped here.

    `chosen` is the file to keep, None where nothing new was chosen. It is only looked at here; the desk copies it in.
    """

    picked = Signal()

    def __init__(self, session: Session, caption: str, kept: str | None, name: str, *, papers: bool = False) -> None:
        """Show the evidence `kept` (SHA-256 or None), as the page's input `name`. `papers` lets a PDF be chosen too."""
        super().__init__()
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self._session, self._papers = session, papers
        self.chosen: Path | None = None
        self._view = label(self.tr("No picture yet. Choose one, or drop it here."), "picture")
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setFixedHeight(120)
        # As wide as there is room, not as the picture is.
        self._view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = label("", "muted")
        self._choose = button(self.tr("Choose a picture…"))
        self._choose.setAccessibleName(f"{caption}: {self._choose.text()}")
        self._choose.clicked.connect(self._on_choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(caption, "strong"))
        column.addWidget(self._view)
        column.addLayout(row(self._choose, self._name, stretch=1))
        if kept is not None and session.parts.register.evidence.has(kept):
            self._look_at(session.parts.register.evidence.path(kept))

    def choose(self, file: Path) -> None:
        """Take `file` as the picture to keep."""
        self.chosen = file
        self._name.setText(file.name)
        self._look_at(file)
        self.picked.emit()

    def text_to_keep(self) -> str:
        """Return the path of the file chosen."""
        return str(self.chosen or "")

    def put_back(self, text: str) -> None:
        """Choose the file of a path again; where it is gone by now, the desk says so when it is to be kept."""
        self.choose(Path(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of the disk."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose the file that was dropped."""
        self.choose(Path(event.mimeData().urls()[0].toLocalFile()))

    def _on_choose(self) -> None:
        kinds = f"{_FILTER} *.pdf" if self._papers else _FILTER
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", f"{self.tr('Pictures')} ({kinds})")
        if file:
            self.choose(Path(file))

    def _look_at(self, file: Path) -> None:
        most = QSize(400, 116)
        self._session.runner.run(self, lambda: _small(file, most), self._show, lane="side", key="look")

    def _show(self, image: QImage) -> None:
        if image.isNull():
            self._view.setText(self._name.text() or self.tr("Kept"))
        else:
            self._view.setPixmap(QPixmap.fromImage(image))


def _small(file: Path, most: QSize) -> QImage:
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
