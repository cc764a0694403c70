"""A paper that was filed: its pages as they stand in the file, to be looked at and printed again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.papers import pdfium
from coopdesk.papers.paper import Paper
from coopdesk.papers.sheets import Sheets
from coopdesk.texts import Language, say

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A PDF file of ours. It is read anew at each call, on any thread.

    As a `copy` (in a language) its pages bear the word for one; the file is what it is, and its signature holds.
    """

    title: str
    file: Path
    copy: Language | None = None

    def pdf(self) -> bytes:
        """Return the file as it is.

        Raises:
            CoopDeskError: `papers.missing`, it cannot be read.
        """
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise CoopDeskError("papers.missing", file=str(self.file)) from error

    def sheets(self) -> Sheets:
        """Return the pages to be drawn one at a time.

        Raises:
            CoopDeskError: `papers.missing`, the file cannot be read; `papers.damaged`, it is no PDF.
        """
        sheets = Sheets(self.pdf(), partial(_as_copy, self.copy) if self.copy else None)
        try:
            len(sheets)
        except (pdfium.NoPdf, pdfium.Locked) as error:
            raise CoopDeskError("papers.damaged", file=str(self.file)) from error
        return sheets

    def pages(self, ppi: float) -> tuple[bytes, ...]:
        """Return each page as a PNG picture of `ppi` pixels an inch.

        Raises:
            CoopDeskError: as `sheets`.
        """
        sheets = self.sheets()
        return tuple(sheets.png(number, ppi) for number in range(len(sheets)))


def _as_copy(language: Language, picture: "Image", size: tuple[float, float], ppi: float) -> "Image":
    from PIL import Image  # noqa: PLC0415 - loaded by now, with the picture

    word, (width, height) = say("papers", "copy.word").in_(language), size
    data = {"word": word, "language": language, "width": width, "height": height}
    (drawn,) = Paper(word, "copy.typ", data, datetime.now(UTC)).pages(ppi)
    with Image.open(BytesIO(drawn)) as mark:
        clear = picture.convert("RGBA")
        clear.alpha_composite(mark.convert("RGBA").resize(clear.size))
        return clear.convert("RGB")
