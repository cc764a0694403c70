"""Files that a person might hand in: whole ones, damaged ones, and some made to do harm."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook

HEADS = ("নাম", "ঠিকানা")
ROWS = (
    ("জেলা সমবায় কার্যালয়, গোপালগঞ্জ", "https://www.facebook.com/dco.gopalganj"),
    ("উপজেলা সমবায় কার্যালয়, কাশিয়ানী", "https://x.com/kashianicoop"),
)


def workbook(rows: Iterable[Sequence[object]] = (HEADS, *ROWS)) -> bytes:
    """Return an XLSX file as another program makes it."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """Return an XLSX file of which each part was changed, and some were added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in whole.namelist():
            made.writestr(name, change(name, whole.read(name)))
        for name, content in more.items():
            made.writestr(name, content)
    return out.getvalue()


def as_it_is(_name: str, content: bytes) -> bytes:
    """Change nothing."""
    return content


def with_doctype(coding: str) -> bytes:
    """Return an XLSX file whose sheet declares entities that open into one another."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return content
        text = content.decode().partition("?>")[2] or content.decode()
        return f'<?xml version="1.0" encoding="{coding}"?><!DOCTYPE x [{entities}]>{text}'.encode(coding)

    return with_parts(change)


def bomb() -> bytes:
    """Return an XLSX file that unpacks to much more than it is."""
    return with_parts(as_it_is, **{"xl/media/picture.bin": bytes(80 * 1024**2)})


def archive_of(name: str, content: bytes) -> bytes:
    """Return a ZIP file of another kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, content)
    return out.getvalue()
