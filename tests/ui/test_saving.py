"""A file that cannot be saved: the page that asked says why, and the earlier file stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from coopdesk.ui.pages.certificates import CertificatesPage
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.save_table import SaveTable
from tests.small_disk import small_disk
from tests.ui.conftest import Desk

Open = Callable[[Path], Desk]
Trouble = Callable[[], object]


@contextmanager
def full() -> Iterator[None]:
    with small_disk(500):
        yield


def _save_paper(desk: Desk, _target: Path) -> Page:
    desk.window.show_page("certificates")
    desk.settle()
    page = desk.page
    assert isinstance(page, CertificatesPage)
    page._save.click()
    return page


def _save_table(desk: Desk, _target: Path) -> Page:
    desk.window.show_page("accounts")
    desk.settle()
    page = desk.page
    assert isinstance(page, Page)
    page.findChild(SaveTable).click()
    return page


@pytest.mark.parametrize(("save", "name"), [(_save_paper, "paper.pdf"), (_save_table, "table.xlsx")])
@pytest.mark.parametrize(
    ("meanwhile", "place", "said"),
    [
        (full, "", "ডিস্কে জায়গা নেই"),
        (nullcontext, "/sys/kernel", "লেখার অনুমতি দিন"),
        (nullcontext, "/proc/self/stick", "ডিস্কটি লাগানো ও সচল আছে কি না"),
    ],
    ids=["full", "denied", "pulled"],
)
def test_the_page_says_why_a_file_was_not_saved(
    example: Path,
    open_on: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    save: Callable[[Desk, Path], Page],
    name: str,
    meanwhile: Trouble,
    place: str,
    said: str,
) -> None:
    target = (Path(place) if place else tmp_path) / name
    if not place:
        target.write_bytes(b"the earlier one")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk = open_on(example)
    with meanwhile():  # type: ignore[attr-defined]
        page = save(desk, target)
        desk.settle()
    assert page.trouble.isVisible()
    assert said in page.trouble.text()
    assert str(target.parent) in page.trouble.text()
    if not place:
        assert target.read_bytes() == b"the earlier one"
        assert not list(tmp_path.glob(".*"))
