"""A paper: a template and its data, set by Typst. The same pages whether saved, shown or printed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cache
from typing import TYPE_CHECKING, Literal

from coopdesk import resources
from coopdesk.papers.sheets import Sheets

if TYPE_CHECKING:
    import typst

_STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
"""PDF/A-3 at its accessible level, to last, with room for an attachment; PDF/UA-1, for screen readers."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, ready to be set. `template` is a file of `resources/papers`, `data` what it puts on the page.

    Making one costs nothing; `pdf` and `pages` set it, and may be called on any thread.
    """

    title: str
    template: str
    data: Mapping[str, object]
    made_at: datetime

    def pdf(self) -> bytes:
        """Return the paper as a tagged PDF/A-3a and PDF/UA-1 file, the same bytes for the same paper.

        Raises:
            ValueError: `made_at` does not know its zone.
        """
        offset = self.made_at.utcoffset()
        if offset is None:
            raise ValueError("a paper's time needs its zone")
        made_at = self.made_at.astimezone(timezone(offset))
        file = self._compiler().compile(format="pdf", pdf_standards=list(_STANDARDS), timestamp=made_at)
        assert isinstance(file, bytes)  # noqa: S101 - without an output path Typst gives the one file back
        return file

    def sheets(self) -> Sheets:
        """Return the pages of the file, to be drawn one at a time."""
        return Sheets(self.pdf())

    def pages(self, ppi: float) -> tuple[bytes, ...]:
        """Return each page as a PNG picture of `ppi` pixels an inch."""
        pictures = self._compiler().compile(format="png", ppi=ppi)
        return (pictures,) if isinstance(pictures, bytes) else tuple(pictures or ())

    def _compiler(self) -> "typst.Compiler":
        import typst  # noqa: PLC0415 - only who makes a paper needs it

        return typst.Compiler(
            resources.path("papers", self.template),
            root=resources.path("papers"),
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(self.data)},
        )


@cache
def _fonts() -> "typst.Fonts":
    """Read the bundled fonts once a process; no others, so that a paper is the same on every computer."""
    import typst  # noqa: PLC0415 - only who makes a paper needs it

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources.path("fonts")])
