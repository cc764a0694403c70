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
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coopdesk.texts import LANGUAGES
from coopdesk.ui.pages import PAGES
from coopdesk.ui.start import StartPage, TroublePage
from coopdesk.ui.wizard.wizard import STEPS, Wizard
from tests.ui import looks
from tests.ui.conftest import Desk

Open = Callable[[Path], Desk]


def test_a_half_typed_page_stays_over_a_switch_of_language(unmet_example: Path, open_on: Open) -> None:
    desk = open_on(unmet_example)
    account = desk.session.facts.accounts[1].id
    desk.window.show_account(account, "description")
    desk.settle()
    field = looks.named(desk.window, "audience")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("অর্ধেক লেখা")
    desk.application.switch_language("en")
    desk.settle()
    assert isinstance(desk.page, Wizard)
    assert desk.page.place == (account, "description")
    again = looks.named(desk.window, "audience")
    assert isinstance(again, QPlainTextEdit)
    assert again.toPlainText() == "অর্ধেক লেখা"
    assert "What does the page say about itself?" in looks.said(desk.page)


def test_a_half_typed_member_stays_over_a_switch_of_language(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("team")
    desk.settle()
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "সদস্য যোগ করুন").click()  # type: ignore[attr-defined]
    desk.settle()
    name = looks.named(desk.window, "member-name")
    assert isinstance(name, QLineEdit)
    name.setText("অর্ধেক নাম")
    desk.application.switch_language("en")
    desk.settle()
    again = looks.named(desk.window, "member-name")
    assert isinstance(again, QLineEdit)
    assert again.text() == "অর্ধেক নাম"


def test_the_wizard_goes_on_where_it_was_left(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_account(None, "address")
    desk.settle()
    address = looks.named(desk.window, "address")
    assert isinstance(address, QLineEdit)
    address.setText("x.com/dcogop")
    desk.window.close()
    again = open_on(example)
    again.window.show_account(None, "address")
    again.settle()
    kept = looks.named(again.window, "address")
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
    kept = looks.named(desk.window, "address")
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


@pytest.mark.parametrize("key", PAGES)
def test_a_page_stays_over_a_switch_of_language(unmet_example: Path, open_on: Open, key: str) -> None:
    desk = open_on(unmet_example)
    desk.window.show_page(key)
    desk.settle()
    before = type(desk.page)
    for language in LANGUAGES:
        desk.application.switch_language(language)
        desk.settle()
        assert type(desk.page) is before
        assert [name for name, entry in desk.window._nav.items() if entry.isChecked()] == [key]


def test_a_half_described_office_stays_over_a_switch_of_language(data_dir: Path, open_on: Open) -> None:
    desk = open_on(data_dir)
    head = looks.named(desk.window, "office-head_name")
    assert isinstance(head, QLineEdit)
    head.setText("অর্ধেক নাম")
    desk.application.switch_language("en")
    desk.settle()
    again = looks.named(desk.window, "office-head_name")
    assert isinstance(again, QLineEdit)
    assert again.text() == "অর্ধেক নাম"
    assert "Which office is this?" in looks.said(desk.page)


@pytest.mark.parametrize("key", [*PAGES, "handover", *(f"wizard:{step.key}" for step in STEPS)])
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


@pytest.mark.parametrize("page", [StartPage, TroublePage])
def test_what_stands_there_before_the_pages_is_freed(
    data_dir: Path, open_on: Open, page: type[StartPage | TroublePage]
) -> None:
    if page is TroublePage:
        data_dir.mkdir()
        (data_dir / "register.sqlite").write_bytes(b"this is no register " * 500)
    desk = open_on(data_dir)
    assert type(desk.page) is page
    before = weakref.ref(desk.page)
    desk.window.rebuild()
    desk.settle()
    gc.collect()
    assert before() is None
