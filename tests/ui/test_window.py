"""What stays over a switch, a closed lid and a crash; what the overview and the password page say."""

import gc
import os
import signal
import sqlite3
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coopdesk.desk import certify
from coopdesk.desk.example import make_example
from coopdesk.ui.pages import PAGES
from coopdesk.ui.printing import paint
from coopdesk.ui.wizard.wizard import STEPS, Wizard
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.test_walk import OFFICE

Open = Callable[[Path], Desk]


def _field(desk: Desk, name: str) -> QWidget:
    found = [w for w in looks.visible(desk.window) if w.objectName() == name]
    assert len(found) == 1, name
    return found[0]


def _said(page: QWidget) -> str:
    return " ".join(looks.text_of(widget) for widget in looks.visible(page))


def test_a_half_typed_page_stays_over_a_switch_of_language(unmet_example: Path, open_on: Open) -> None:
    desk = open_on(unmet_example)
    account = desk.session.facts.accounts[1].id
    desk.window.show_account(account, "description")
    desk.settle()
    field = _field(desk, "audience")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("অর্ধেক লেখা")
    desk.application.switch_language("en")
    desk.settle()
    assert isinstance(desk.page, Wizard)
    assert desk.page.place == (account, "description")
    again = _field(desk, "audience")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "অর্ধেক লেখা"
    assert "What does the page say about itself?" in _said(desk.page)


def test_a_half_typed_member_stays_over_a_switch_of_language(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("team")
    desk.settle()
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "সদস্য যোগ করুন").click()  # type: ignore[attr-defined]
    desk.settle()
    name = _field(desk, "member-name")
    assert isinstance(name, QLineEdit)
    name.setText("অর্ধেক নাম")
    desk.application.switch_language("en")
    desk.settle()
    again = _field(desk, "member-name")
    assert isinstance(again, QLineEdit)
    assert again.text() == "অর্ধেক নাম"


def test_the_wizard_goes_on_where_it_was_left(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_account(None, "address")
    desk.settle()
    address = _field(desk, "address")
    assert isinstance(address, QLineEdit)
    address.setText("x.com/dcogop")
    desk.window.close()
    again = open_on(example)
    again.window.show_account(None, "address")
    again.settle()
    kept = _field(again, "address")
    assert isinstance(kept, QLineEdit)
    assert kept.text() == "x.com/dcogop"


_TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from coopdesk.desk.opening import open_desk
from coopdesk.ui.application import Application
application = Application(Path(sys.argv[1]), open_desk)
def type_it():
    application.window.show_account(None, "address")
    application.window.page.step._address.setText("x.com/typed")
application.session.opened.connect(type_it)
application.run()
"""


def _drafts(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "register.sqlite", timeout=5)) as connection:
        return str(connection.execute("SELECT fields FROM draft").fetchall())


def test_a_power_cut_loses_no_more_than_a_moment(example: Path, open_on: Open) -> None:
    process = subprocess.Popen([sys.executable, "-c", _TYPING, example], env=os.environ)
    patience = time.monotonic() + 60
    while "x.com/typed" not in _drafts(example):
        assert time.monotonic() < patience, "nothing was kept"
        time.sleep(0.2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    desk = open_on(example)
    desk.window.show_account(None, "address")
    desk.settle()
    kept = _field(desk, "address")
    assert isinstance(kept, QLineEdit)
    assert kept.text() == "x.com/typed"


def test_a_password_is_never_kept_in_a_draft(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_account(desk.session.facts.accounts[1].id, "password")
    desk.settle()
    secret = next(w for w in looks.visible(desk.page) if w.accessibleName() == "নতুন পাসওয়ার্ড")
    assert isinstance(secret, QLineEdit)
    secret.setText("Kept-nowhere-91!")
    for button in (w for w in looks.visible(desk.page) if looks.text_of(w) == "দেখান"):
        button.click()  # type: ignore[attr-defined]
    desk.settle()
    folder = desk.session.folder
    desk.window.close()
    assert not any(b"Kept-nowhere-91!" in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_overview_leads_to_each_deed(unmet_example: Path, open_on: Open) -> None:
    desk = open_on(unmet_example)
    wanted = [(deed.where, deed.account) for deed in desk.session.snapshot.glance.deeds]  # type: ignore[union-attr]
    led = []
    for number in range(len(wanted)):
        desk.window.show_page("overview")
        desk.settle()
        lines = [w for w in looks.visible(desk.page) if type(w).__name__ == "_DeedLine"]
        lines[number].findChild(QPushButton).click()
        desk.settle()
        led.append(desk.page.place if isinstance(desk.page, Wizard) else type(desk.page).__name__)
    expected = [(account, where) if where != "complaints" else "ComplaintsPage" for where, account in wanted]
    assert led == expected


def test_the_overview_of_an_office_without_work_says_so(example: Path, open_on: Open) -> None:
    said = _said(open_on(example).page)
    assert "সব দফা পূরণ হয়েছে; সনদ দেওয়া যাবে।" in said
    assert "এখন কিছু করার নেই" in said


def test_no_keyring_is_said_and_the_register_goes_on(data_dir: Path, open_on: Open) -> None:
    parts = make_example(data_dir)
    office = parts.facts().office
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(office, example=False))
    parts.register.close()
    desk = open_on(data_dir)
    account = desk.session.facts.accounts[1].id
    desk.window.show_account(account, "password")
    desk.settle()
    secret = next(w for w in looks.visible(desk.page) if w.accessibleName() == "নতুন পাসওয়ার্ড")
    assert isinstance(secret, QLineEdit)
    secret.setText("Vq7#mulberry-Trombone%91")
    people = _field(desk, "by-password")
    people.setCurrentIndex(1)  # type: ignore[attr-defined]
    before = desk.session.password_of(account)
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "পরবর্তী").click()  # type: ignore[attr-defined]
    desk.settle()
    assert "কোনো কী-রিং পাওয়া যায়নি" in _said(desk.page)
    assert desk.session.password_of(account) == before
    desk.window.show_page("accounts")
    desk.settle()
    assert OFFICE in str(desk.session.facts.office.name)


@pytest.mark.parametrize("key", [*PAGES, *(f"wizard:{step.key}" for step in STEPS)])
def test_a_page_is_freed_when_it_is_left(example: Path, open_on: Open, key: str) -> None:
    desk = open_on(example)
    if key.startswith("wizard:"):
        desk.window.show_account(desk.session.facts.accounts[0].id, key.removeprefix("wizard:"))
    else:
        desk.window.show_page(key)
    desk.settle()
    page = weakref.ref(desk.page)
    desk.window.rebuild()
    if isinstance(page(), Wizard):
        desk.window.show_page("settings")
    desk.settle()
    gc.collect()
    assert page() is None


def test_a_paper_is_printed_page_by_page(example: Path, open_on: Open, tmp_path: Path) -> None:
    desk = open_on(example)
    paper = certify.report_paper(desk.session.parts, "bn")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    paint(printer, paper.pages(100))
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == len(paper.pages(30))
