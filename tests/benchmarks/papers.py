"""Papers, from the register to the file, beside Typst alone setting the same pages; a large one; many in one run."""

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run

import typst

from coopdesk import resources
from coopdesk.desk.certify import certificate_paper, report_paper
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.papers import Paper
from tests.benchmarks.examples import example
from tests.benchmarks.figure import Figure, in_turn

MOST_PAGES = 3
PAPERS: tuple[tuple[str, int, Callable[[Parts], Paper]], ...] = (
    ("certificate, 10 accounts", 10, lambda parts: certificate_paper(parts, "bn")),
    ("report, 2 accounts", 2, lambda parts: report_paper(parts, "en")),
)
"""Papers of up to three pages, each made from a register of so many accounts."""
LARGE = """
import sys, time
from pathlib import Path
from coopdesk.desk.certify import report_paper
from coopdesk.desk.opening import open_desk

parts = open_desk(Path(sys.argv[1]))
began = time.perf_counter()
report_paper(parts, "bn").pdf()
print(time.perf_counter() - began)
"""
"""Makes the first paper of a new program, which finds nothing that Typst kept from an earlier one."""
MANY = """
import sys
from pathlib import Path
from coopdesk.desk.certify import certificate_paper, report_paper
from coopdesk.desk.opening import open_desk
from coopdesk.papers.signing import new_key, sign
from tests.benchmarks.window import resident
import os

parts, key = open_desk(Path(sys.argv[1])), new_key()
for number in range(1, 201):
    paper = certificate_paper(parts, "bn", f"memo {number}") if number % 2 else report_paper(parts, "en")
    sign(paper.pdf(), key, "OFFICE", f"{number:04}")
    paper.pages(60)
    if number in (50, 200):
        print(resident(os.getpid()))
"""
"""Makes, signs and shows 200 papers; prints the megabytes in memory after 50 and after 200."""


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of papers."""
    for name, accounts, make in PAPERS:
        parts = open_desk(example(folder, accounts))
        yield _beside_typst(name, parts, make)
        parts.register.close()
    command = [sys.executable, "-c", LARGE, example(folder, 1_000)]
    took = [float(run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
    yield Figure("report, 1,000 accounts", statistics.median(took), 3, "s")
    done = run([sys.executable, "-c", MANY, example(folder, 10)], check=True, capture_output=True, text=True)
    fifty, all_of_them = map(float, done.stdout.split())
    told = f"{fifty:.0f} MB after 50 papers, {all_of_them:.0f} MB after 200"
    yield Figure("memory grown over 200 papers", all_of_them - fifty, 8, "MB", told)


def _beside_typst(name: str, parts: Parts, make: Callable[[Parts], Paper]) -> Figure:
    paper = make(parts)
    assert len(paper.sheets()) <= MOST_PAGES
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources.path("fonts")])
    changes = iter(range(1_000_000))

    def changed(paper: Paper) -> dict[str, object]:
        # Typst keeps what it has set; one changed word makes it set the pages anew, as another paper would.
        return {**paper.data, "memo": f"{next(changes)}"}

    def ours() -> None:
        made = make(parts)
        Paper(made.title, made.template, changed(made), made.made_at).pdf()

    def typst_alone() -> None:
        typst.compile(
            resources.path("papers", paper.template),
            root=resources.path("papers"),
            font_paths=fonts,
            sys_inputs={"data": json.dumps(changed(paper))},
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
        )

    took = in_turn(15, ours=ours, typst=typst_alone)
    both = f"{took['ours'] * 1000:.0f} ms, Typst alone {took['typst'] * 1000:.0f} ms"
    return Figure(name, took["ours"] / took["typst"], 1.5, "× Typst", both)
