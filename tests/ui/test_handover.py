"""The desk is handed over in the window, and taken over at the first start on the next PC."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from coopdesk.desk.example import make_example
from coopdesk.desk.team import leave_team
from coopdesk.ui.handover.take import TakeOverCard
from coopdesk.ui.pages.handover import HandoverPage
from coopdesk.ui.start import StartPage
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard

SECRET = "Vq7#mulberry-Trombone%91"
TAKER = "নাজমুল হক"
CODE_LENGTH = 29

Open = Callable[[Path], Desk]


@pytest.fixture
def office(data_dir: Path, gnome_keyring: GnomeKeyring) -> Path:
    """Return the folder of an office whose second account has a password in the keyring."""
    parts = make_example(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    parts.vault().keep(parts.facts().accounts[1].id, SECRET)
    parts.register.close()
    return data_dir


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the handover file that every file dialog answers with."""
    chosen = tmp_path / "handover.kdbx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    return chosen


def _push(desk: Desk, text: str) -> None:
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == text).click()  # type: ignore[attr-defined]
    desk.settle()


def _code(desk: Desk) -> str:
    (code,) = (w.text() for w in looks.visible(desk.page) if isinstance(w, QLabel) and w.objectName() == "number")
    return code


def _hand_over(desk: Desk) -> str:
    """Go through the handover by keyboard; return the code that is shown in the end."""
    desk.window.show_page("handover")
    desk.settle()
    keys = Keyboard(desk)
    giver = looks.named(desk.page, "handover-giver")
    assert isinstance(giver, QComboBox)
    keys.choose("handover-giver", giver.itemText(1))
    keys.type("handover-taker", TAKER)
    keys.enter()
    keys.enter()
    keys.push("হস্তান্তর ফাইল তৈরি করুন…")
    return _code(desk)


def test_from_one_pc_to_the_next(office: Path, file: Path, tmp_path: Path, open_on: Open) -> None:
    desk = open_on(office)
    code = _hand_over(desk)
    assert file.exists()
    assert len(code) == CODE_LENGTH
    account = desk.session.facts.accounts[1].id
    desk.session.parts.vault().forget(account)
    desk.window.close()

    other = open_on(tmp_path / "next pc")
    assert isinstance(other.page, StartPage)
    take = other.page.findChild(TakeOverCard)
    _push(other, "হস্তান্তর ফাইল বাছাই করুন…")
    take._code.setText("wrong code")
    _push(other, "দায়িত্ব নিন")
    assert "সংকেতটি মেলেনি" in take._trouble.text()
    take._code.setText(code)
    _push(other, "দায়িত্ব নিন")
    assert other.session.facts.office.name == "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
    assert other.session.parts.vault().reveal(account) == SECRET
    assert not isinstance(other.page, StartPage)
    assert any("সন্দেহ" in looks.text_of(w) for w in looks.visible(other.page))


def test_where_there_is_no_keyring_a_keepass_file_is_offered(
    office: Path, file: Path, tmp_path: Path, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_on(office)
    code = _hand_over(desk)
    account = desk.session.facts.accounts[1].id
    desk.window.close()
    monkeypatch.setattr(keyring.core, "_keyring_backend", FailKeyring())

    other = open_on(tmp_path / "next pc")
    take = other.page.findChild(TakeOverCard)
    _push(other, "হস্তান্তর ফাইল বাছাই করুন…")
    take._code.setText(code)
    _push(other, "দায়িত্ব নিন")
    assert "কী-রিং পাওয়া যায়নি" in take._trouble.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "office.kdbx"), ""))
    _push(other, "KeePass ফাইলে রাখুন…")
    take._passphrase.secret.setText("seven blue geese by a river")
    _push(other, "দায়িত্ব নিন")
    assert other.session.parts.vault().reveal(account) == SECRET


def test_the_code_stands_until_its_page_is_left_and_is_gone_then(office: Path, file: Path, open_on: Open) -> None:
    desk = open_on(office)
    desk.window.resize(1024, 640)
    code = _hand_over(desk)
    assert looks.cut_off(desk.window) + looks.nameless(desk.window) == []
    desk.application.switch_language("en")
    desk.settle()
    assert _code(desk) == code
    Keyboard(desk).press(Qt.Key.Key_Escape)
    assert isinstance(desk.page, HandoverPage), "Esc takes no code away that nobody noted"
    page = desk.page
    Keyboard(desk).tick("I have told the code or written it on paper")
    _push(desk, "Finish")
    assert type(desk.page).__name__ == "SettingsPage"
    assert desk.session.handed is None
    assert not any(code in label.text() for label in page.findChildren(QLabel))
    written = [file for file in desk.session.folder.rglob("*") if file.is_file()]
    assert not any(code.encode() in file.read_bytes() for file in written)


def test_left_by_the_navigation_the_code_is_gone_too(office: Path, file: Path, open_on: Open) -> None:
    desk = open_on(office)
    code = _hand_over(desk)
    desk.window.show_page("team")
    desk.window.show_page("handover")
    desk.settle()
    assert desk.session.handed is None
    assert not any(code in label.text() for label in desk.window.findChildren(QLabel))
    assert "ধাপ ১/৪" in looks.said(desk.page)


@pytest.mark.parametrize("meanwhile", ["another page", "another language"])
def test_a_code_that_comes_while_its_page_is_away_is_shown(
    office: Path, file: Path, open_on: Open, meanwhile: str
) -> None:
    desk = open_on(office)
    desk.window.show_page("handover")
    desk.settle()
    keys = Keyboard(desk)
    keys.choose("handover-giver", looks.named(desk.page, "handover-giver").itemText(1))  # type: ignore[attr-defined]
    keys.type("handover-taker", TAKER)
    keys.enter()
    keys.enter()
    desk.page._on_file(str(file))  # type: ignore[attr-defined]
    if meanwhile == "another page":
        desk.window.show_page("team")
    else:
        desk.application.switch_language("en")
        desk.window.show_page("team")
    desk.settle()
    assert isinstance(desk.page, HandoverPage)
    assert len(_code(desk)) == CODE_LENGTH
    desk.window.show_page("team")
    assert desk.session.handed is None


def test_escape_loses_nothing(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("settings")
    desk.settle()
    _push(desk, "দায়িত্ব হস্তান্তর করুন")
    keys = Keyboard(desk)
    keys.enter()
    assert "কে দায়িত্ব" in looks.said(desk.page)
    assert "নাম লিখুন" in looks.said(desk.page), "nobody is named who takes over"
    keys.type("handover-taker", TAKER)
    keys.press(Qt.Key.Key_Escape)
    desk.settle()
    assert type(desk.page).__name__ == "SettingsPage"
    _push(desk, "দায়িত্ব হস্তান্তর করুন")
    taker = looks.named(desk.page, "handover-taker")
    assert isinstance(taker, QLineEdit)
    assert taker.text() == TAKER


def test_a_members_last_day_leads_to_the_handover(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    leaver = desk.session.facts.members[1]
    desk.window.show_page("team")
    desk.page.open_at(leaver.id)  # type: ignore[attr-defined]
    desk.settle()
    assert "দায়িত্ব হস্তান্তর করুন" not in looks.said(desk.page)
    parts = desk.session.parts
    leave_team(parts, leaver.id, parts.today(), "tester")
    desk.session.read_again()
    desk.settle()
    desk.page.open_at(leaver.id)  # type: ignore[attr-defined]
    _push(desk, "দায়িত্ব হস্তান্তর করুন")
    giver = looks.named(desk.page, "handover-giver")
    assert isinstance(giver, QComboBox)
    assert giver.currentText() == leaver.name
