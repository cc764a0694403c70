"""Reading PDF files with PDFium, which serves one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

_ONE_AT_A_TIME = Lock()


class NoPdf(Exception):
    """What was to be read is no PDF, or so damaged that nothing can be told of it."""


class Locked(Exception):
    """The file is encrypted."""


@contextmanager
def opened(pdf: bytes) -> Iterator["pypdfium2.PdfDocument"]:
    """Open a PDF; no other thread reads one meanwhile.

    Raises:
        NoPdf, Locked: it cannot be read.
    """
    import pypdfium2  # noqa: PLC0415 - only who reads a file needs it
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise (Locked if locked else NoPdf)(str(error)) from error
        try:
            if raw.FPDF_GetSecurityHandlerRevision(document) != -1:  # opens without a password, but is another file
                raise Locked
            yield document
        finally:
            document.close()
