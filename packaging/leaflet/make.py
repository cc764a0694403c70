"""Make the leaflet: `python packaging/leaflet/make.py OUT.pdf`. One A4 page, or it fails.

Its words stand in `leaflet.typ`; this fills in CoopDesk's version. It is a PDF/A-3a and PDF/UA-1 file, as papers are.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

from coopdesk import __version__
from coopdesk.bangla.digits import to_bangla
from coopdesk.papers.pdfium import opened

ROOT = Path(__file__).parents[2]
TEMPLATE = Path(__file__).with_name("leaflet.typ")


def leaflet(template: bytes) -> bytes:
    """Return the leaflet as a PDF.

    Raises:
        typst.TypstError: a picture is missing, or the template is wrong.
        ValueError: it does not fit on one page.
    """
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[ROOT / "resources" / "fonts"]
    )
    inputs = {"version": __version__, "version-bn": to_bangla(__version__)}
    compiler = typst.Compiler(template, root=ROOT, font_paths=fonts, sys_inputs=inputs)
    made_at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    pdf = compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=made_at)
    assert isinstance(pdf, bytes)
    with opened(pdf) as document:
        if len(document) != 1:
            raise ValueError(f"the leaflet takes {len(document)} pages")
    return pdf


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(leaflet(TEMPLATE.read_bytes()))
