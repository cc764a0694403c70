"""The certificates page: how each one stands, checking files, withdrawing, and printing again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from coopdesk.desk.certificates import withdraw_certificate
from coopdesk.desk.certify import certificate_file, issue_certificate
from coopdesk.desk.example import make_example
from coopdesk.papers import FiledPaper
from coopdesk.papers.signing import in_groups
from coopdesk.ui.models.table import STATUS_ROLE
from coopdesk.ui.pages.certificates import CertificatesPage
from tests.ui import looks
from tests.ui.conftest import Desk

OPEN = Callable[[Path], Desk]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an example register with four certificates: replaced, withdrawn, in force, in force in English."""
    folder = tmp_path_factory.mktemp("made") / "CoopDesk"
    parts = make_example(folder)
    issue_certificate(parts, "bn", "tester")
    second, _ = issue_certificate(parts, "bn", "tester")
    withdraw_certificate(parts, second.id, "টিমের তালিকা ভুল ছিল", "tester")
    issue_certificate(parts, "bn", "tester")
    issue_certificate(parts, "en", "tester")
    parts.register.close()
    return folder


@pytest.fixture
def issued(made: Path, data_dir: Path) -> Path:
    """Return a copy of it, to do with as one likes."""
    return shutil.copytree(made, data_dir)


def _page(desk: Desk) -> CertificatesPage:
    desk.window.show_page("certificates")
    desk.settle()
    assert isinstance(desk.page, CertificatesPage)
    return desk.page


def _push(desk: Desk, text: str) -> None:
    (button,) = [one for one in desk.page.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    button.click()
    desk.settle()


def _said(desk: Desk) -> str:
    return "\n".join(one.text() for one in desk.page.findChildren(QLabel) if one.isVisible())


def _select(desk: Desk, page: CertificatesPage, number: int) -> str:
    """Select the certificate of a number, and return its serial number."""
    (chosen,) = [one for one in desk.session.snapshot.certificates if one.serial.endswith(f"-{number:04}")]
    page._table.select(chosen.id)
    desk.settle()
    return chosen.serial


def test_each_says_how_it_stands(issued: Path, open_on: OPEN) -> None:
    desk = open_on(issued)
    page = _page(desk)
    model = page._table.table.view.model()
    shown = [
        (str(model.index(row, 0).data())[-1], model.index(row, 1).data(), model.index(row, 1).data(STATUS_ROLE))
        for row in range(model.rowCount())
    ]
    assert shown == [
        ("4", "কার্যকর", "met"),
        ("3", "কার্যকর", "met"),
        ("2", "প্রত্যাহৃত", "not_met"),
        ("1", "প্রতিস্থাপিত", "not_applicable"),
    ]
    _select(desk, page, 2)
    assert "টিমের তালিকা ভুল ছিল" in _said(desk)
    assert "প্রত্যাহার…" not in [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def test_one_is_found_by_its_serial_number(issued: Path, open_on: OPEN) -> None:
    desk = open_on(issued)
    page = _page(desk)
    page._table.table.search.setText("2026-0002")
    assert page._table.table.view.model().rowCount() == 1


def test_one_is_verified_and_opened(issued: Path, open_on: OPEN, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_on(issued)
    page = _page(desk)
    serial = _select(desk, page, 3)
    _push(desk, "যাচাই করুন")
    told = _said(desk)
    assert "সনদটি আসল:" in told
    assert "নমুনা" in told
    assert in_groups(desk.session.snapshot.certificates[0].signed_with) in told
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    _push(desk, "ফাইল খুলুন")
    assert [Path(url.toLocalFile()) for url in opened] == [certificate_file(desk.session.parts, serial)]


def test_a_file_from_elsewhere_is_checked(
    issued: Path, open_on: OPEN, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = make_example(tmp_path / "elsewhere")
    for _ in range(5):  # the register at hand has given four numbers of its own
        certificate, file = issue_certificate(elsewhere, "bn", "tester")
    elsewhere.register.close()
    desk = open_on(issued)
    _page(desk)
    altered, none = tmp_path / "altered.pdf", tmp_path / "none.pdf"
    altered.write_bytes(file.read_bytes() + b"\n")
    none.write_bytes(b"no pdf")
    chosen = iter([str(file), str(altered), str(none), ""])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    _push(desk, "সনদের ফাইল যাচাই করুন…")
    assert "চাবিটি অচেনা" in _said(desk)
    (field,) = [one for one in looks.visible(desk.page) if one.objectName() == "told-key"]
    for typed, answer in (("12", "পরিচয়চিহ্ন ৩২টি"), (in_groups(certificate.signed_with), "সনদটি আসল:")):
        field.setText(typed)  # type: ignore[attr-defined]
        _push(desk, "মিলিয়ে দেখুন")
        assert answer in _said(desk)
    _push(desk, "সনদের ফাইল যাচাই করুন…")
    assert "বদলানো হয়েছে" in _said(desk)
    _push(desk, "সনদের ফাইল যাচাই করুন…")
    assert "পিডিএফ নয়" in _said(desk)
    before = _said(desk)
    _push(desk, "সনদের ফাইল যাচাই করুন…")
    assert _said(desk) == before


def test_one_is_withdrawn_with_a_reason(issued: Path, open_on: OPEN) -> None:
    desk = open_on(issued)
    page = _page(desk)
    _select(desk, page, 3)
    _push(desk, "প্রত্যাহার…")
    _push(desk, "সনদ প্রত্যাহার করুন")
    assert "কেন সনদটি প্রত্যাহার" in _said(desk)
    (reason,) = [one for one in looks.visible(page) if one.objectName() == "withdraw-reason"]
    reason.setText("নাম ভুল ছিল")  # type: ignore[attr-defined]
    _push(desk, "সনদ প্রত্যাহার করুন")
    assert "নাম ভুল ছিল" in _said(desk)
    assert not reason.isVisible()
    _push(desk, "যাচাই করুন")
    assert "প্রত্যাহৃত" in [one.accessibleName() for one in looks.visible(page)]
    assert desk.session.snapshot.certificates[1].withdrawn_reason == "নাম ভুল ছিল"


def test_what_is_printed_again_says_that_it_is_a_copy(issued: Path, open_on: OPEN) -> None:
    desk = open_on(issued)
    page = _page(desk)
    _select(desk, page, 4)
    assert page._print.text() == "অনুলিপি মুদ্রণ…"
    paper = page._paper
    assert isinstance(paper, FiledPaper)
    printed = page._table.to_print(paper)
    assert isinstance(printed, FiledPaper)
    assert (paper.copy, printed.copy) == (None, "en")
    _push(desk, "আজকের নথি দেখান")
    assert page._print.text() == "মুদ্রণ…"
    assert page._table.record is None
    _push(desk, "সনদ দিন")
    paper = page._paper
    assert isinstance(paper, FiledPaper)
    assert page._table.to_print(paper) == paper, "the first print is the original"
    assert page._print.text() == "মুদ্রণ…"
    _select(desk, page, 1)
    _select(desk, page, 5)
    assert page._print.text() == "অনুলিপি মুদ্রণ…"


def test_another_paper_lets_go_of_the_certificate_that_was_looked_at(issued: Path, open_on: OPEN) -> None:
    desk = open_on(issued)
    page = _page(desk)
    _select(desk, page, 3)
    desk.session.changed.emit()
    desk.settle()
    assert isinstance(page._paper, FiledPaper), "what is looked at stays when the register is read anew"
    page.open_at("order")
    desk.settle()
    assert page._table.record is None
    assert page._print.text() == "মুদ্রণ…"
    _push(desk, "স্মারক নম্বরে জারি করুন")
    paper = page._paper
    assert isinstance(paper, FiledPaper)
    assert page._table.to_print(paper) == paper, "only a certificate is printed as a copy"
    page.open_at("wall")
    desk.settle()
    assert "কার্যকর সনদের নম্বর ও কোড" in _said(desk)


@pytest.mark.parametrize("language", ["bn", "en"])
def test_the_page_shows_all_it_says(issued: Path, open_on: OPEN, language: str) -> None:
    desk = open_on(issued)
    desk.window.resize(1092, 582)  # the screen it was designed for at 125 %
    desk.application.switch_language("en" if language == "en" else "bn")
    page = _page(desk)
    wrong = []
    for number in (1, 2, 3):
        serial = _select(desk, page, number)
        page._table.card._on_ask()
        page._table.verdict.check(certificate_file(desk.session.parts, serial))
        desk.settle()
        wrong += looks.cut_off(desk.window) + looks.nameless(desk.window)
        wrong += looks.untranslated(page) if language == "bn" else []
    assert not wrong, "\n".join(sorted(set(wrong)))
