"""A file's pages as pictures, drawn one at a time: who prints a long paper holds one page of it, not all."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from coopdesk.papers import pdfium

if TYPE_CHECKING:
    from PIL.Image import Image

    Mark = Callable[[Image, tuple[float, float], float], Image]

_POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: pixels across and down, three bytes (red, green, blue) for each, and how many make an inch."""

    width: int
    height: int
    pixels: bytes
    ppi: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a PDF file, numbered from 0; on any thread.

    `mark` draws on each picture: it gets the picture, the page's size in points and the pixels an inch.

    Every call may raise `pdfium.NoPdf` or `pdfium.Locked` where the file cannot be read.
    """

    pdf: bytes
    mark: "Mark | None" = None

    def __len__(self) -> int:
        """Return how many pages there are."""
        with pdfium.opened(self.pdf) as document:
            return len(document)

    def picture(self, number: int, ppi: float) -> Picture:
        """Return a page as a picture of `ppi` pixels an inch."""
        drawn = self._drawn(number, ppi)
        return Picture(drawn.width, drawn.height, drawn.convert("RGB").tobytes(), ppi)

    def png(self, number: int, ppi: float) -> bytes:
        """Return a page as a PNG picture of `ppi` pixels an inch."""
        file = BytesIO()
        self._drawn(number, ppi).save(file, "PNG")
        return file.getvalue()

    def _drawn(self, number: int, ppi: float) -> "Image":
        with pdfium.opened(self.pdf) as document:
            page = document[number]
            picture, size = page.render(scale=ppi / _POINTS_AN_INCH).to_pil(), page.get_size()
        return self.mark(picture, size, ppi) if self.mark else picture
