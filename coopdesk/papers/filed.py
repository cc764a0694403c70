"""A paper that was filed: its pages as they stand in the file, to be looked at and printed again."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.errors import CoopDeskError
from coopdesk.papers import pdfium

if TYPE_CHECKING:
    import pypdfium2

_POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A PDF file of ours. It is read anew at each call, on any thread."""

    title: str
    file: Path

    def pdf(self) -> bytes:
        """Return the file as it is.

        Raises:
            CoopDeskError: `papers.missing`, it cannot be read.
        """
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise CoopDeskError("papers.missing", file=str(self.file)) from error

    def pages(self, ppi: float) -> tuple[bytes, ...]:
        """Return each page as a PNG picture of `ppi` pixels an inch.

        Raises:
            CoopDeskError: `papers.missing`, the file cannot be read; `papers.damaged`, it is no PDF.
        """
        try:
            with pdfium.opened(self.pdf()) as document:
                return tuple(_png(page, ppi) for page in document)
        except (pdfium.NoPdf, pdfium.Locked) as error:
            raise CoopDeskError("papers.damaged", file=str(self.file)) from error


def _png(page: "pypdfium2.PdfPage", ppi: float) -> bytes:
    file = BytesIO()
    page.render(scale=ppi / _POINTS_AN_INCH).to_pil().save(file, "PNG")
    return file.getvalue()
