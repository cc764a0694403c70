"""The certificate, from the register to the file, beside Typst alone setting the same pages."""

import json
from collections.abc import Iterator
from pathlib import Path

import typst

from coopdesk import resources
from coopdesk.desk.certify import certificate_paper
from coopdesk.desk.opening import open_desk
from tests.benchmarks.examples import example
from tests.benchmarks.figure import Figure, in_turn


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of papers."""
    parts = open_desk(example(folder, 10))
    paper = certificate_paper(parts, "bn")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources.path("fonts")])
    changes = iter(range(1_000_000))

    def typst_alone() -> None:
        # Typst keeps what it has set; one changed word makes it set the pages anew, as another certificate would.
        data = {**paper.data, "memo": f"{next(changes)}"}
        typst.compile(
            resources.path("papers", paper.template),
            root=resources.path("papers"),
            font_paths=fonts,
            sys_inputs={"data": json.dumps(data)},
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
        )

    took = in_turn(15, ours=lambda: certificate_paper(parts, "bn", str(next(changes))).pdf(), typst=typst_alone)
    parts.register.close()
    yield Figure(
        "certificate, 10 accounts",
        took["ours"] / took["typst"],
        2,
        "× Typst",
        f"{took['ours'] * 1000:.0f} ms, Typst alone {took['typst'] * 1000:.0f} ms",
    )
