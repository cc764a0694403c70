"""The desk passphrase and the KeePass file in the window: deeds wait for it, and idle time locks again."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from coopdesk.desk import locking
from coopdesk.desk.example import make_example
from coopdesk.desk.handover import Handing, hand_over
from coopdesk.desk.opening import open_desk
from coopdesk.passwords.judge import Judge
from coopdesk.ui.widgets.forgotten import ForgottenForm
from coopdesk.ui.widgets.safe import LockCard, PlaceCard
from coopdesk.ui.widgets.secret import KeptSecret
from coopdesk.ui.widgets.unlock import UnlockBar
from coopdesk.vault import seal
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard

SECRET, PASSPHRASE, OTHER = "Vq7#mulberry-Trombone%91", "সাতটি নীল হাঁস নদী পেরোয়", "pelican under seven quilts"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys quickly: how long it takes is measured elsewhere."""
    monkeypatch.setattr(seal, "MEMORY_KIB", 8)
    monkeypatch.setattr(seal, "PASSES", 1)


@pytest.fixture
def office(data_dir: Path) -> Path:
    """Return the folder of a real office with a team and accounts."""
    parts = make_example(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    parts.register.close()
    return data_dir


@pytest.fixture
def sealed(office: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring) -> Desk:
    """Return the desk of an office whose password is sealed, at the page of that password."""
    parts = open_desk(office)
    account = parts.facts().accounts[1].id
    parts.vault().keep(account, SECRET)
    with Judge() as judge:
        locking.turn_on(parts, judge, PASSPHRASE, "tester")
    parts.register.close()
    desk = open_on(office)
    desk.window.show_account(account, "password")
    desk.settle()
    return desk


def push(desk: Desk, text: str) -> None:
    next(w for w in looks.visible(desk.window) if looks.text_of(w) == text).click()  # type: ignore[attr-defined]
    desk.settle()


def bar(desk: Desk) -> UnlockBar:
    found = desk.window.findChildren(UnlockBar)
    return found[-1]


def type_into_bar(desk: Desk, text: str) -> None:
    bar(desk).findChild(QLineEdit).setText(text)
    QTest.keyClick(bar(desk).findChild(QLineEdit), Qt.Key.Key_Return)
    desk.settle()


def test_a_deed_waits_for_the_passphrase_and_goes_on(sealed: Desk) -> None:
    shown = sealed.page.findChild(KeptSecret).shown
    push(sealed, "পাসওয়ার্ড দেখুন")
    assert bar(sealed).isVisible()
    assert bar(sealed).isAncestorOf(sealed.window.focusWidget())
    assert not shown.isVisible()
    type_into_bar(sealed, "not that one")
    assert "মেলেনি" in " ".join(looks.text_of(w) for w in looks.visible(bar(sealed)))
    type_into_bar(sealed, PASSPHRASE)
    assert not bar(sealed).isVisible()
    assert (shown.text(), shown.isVisible()) == (SECRET, True)
    assert bar(sealed).findChild(QLineEdit).text() == ""


def test_who_does_not_know_it_leaves_and_is_told(sealed: Desk) -> None:
    keys = Keyboard(sealed)
    keys.push("পাসওয়ার্ড দেখুন")
    keys.press(Qt.Key.Key_Escape)
    sealed.settle()
    assert sealed.page.findChild(KeptSecret), "the wizard is still open"
    assert looks.text_of(keys.focused) == "পাসওয়ার্ড দেখুন"
    assert not bar(sealed).isVisible()
    told = " ".join(looks.text_of(w) for w in looks.visible(sealed.page.findChild(KeptSecret)))
    assert "পাসফ্রেজ" in told
    assert SECRET not in told


def test_the_page_that_asked_may_be_gone_by_then(sealed: Desk) -> None:
    Keyboard(sealed).push("পাসওয়ার্ড দেখুন")
    sealed.window.show_page("team")
    sealed.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    type_into_bar(sealed, PASSPHRASE)
    assert not bar(sealed).isVisible()
    assert sealed.session.parts.vaults.are_open()


@pytest.mark.parametrize("how", ["idle", "screen", "now"])
def test_it_locks_by_itself(sealed: Desk, how: str) -> None:
    push(sealed, "পাসওয়ার্ড দেখুন")
    type_into_bar(sealed, PASSPHRASE)
    idle = sealed.application._idle
    assert sealed.session.parts.vaults.are_open()
    assert idle._timer.isActive()
    assert idle._timer.interval() == 10 * 60_000
    match how:
        case "idle":
            idle._timer.setInterval(30)
            QTest.mouseMove(sealed.window)
        case "screen":
            idle._screen.on_active(False)
            assert sealed.session.parts.vaults.are_open()
            idle._screen.on_active(True)
        case "now":
            sealed.session.lock()
    sealed.qtbot.waitUntil(lambda: not sealed.session.parts.vaults.are_open(), timeout=5000)
    sealed.qtbot.wait(20)
    push(sealed, "পাসওয়ার্ড দেখুন")
    assert bar(sealed).isVisible()


def test_it_is_turned_on_changed_and_off_by_keyboard(
    office: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring
) -> None:
    desk = open_on(office)
    account = desk.session.facts.accounts[1].id
    desk.session.parts.vault().keep(account, SECRET)
    desk.window.show_page("settings")
    desk.settle()
    keys, card = Keyboard(desk), desk.page.findChild(LockCard)
    keys.push("চালু করুন…")
    keys.type("নতুন পাসফ্রেজ", PASSPHRASE)
    keys.type("নতুনটি আরেকবার", "something else")
    keys.push("পাসফ্রেজ চালু করুন")
    assert "দুটি এক হয়নি" in " ".join(looks.text_of(w) for w in looks.visible(card))
    keys.type("নতুনটি আরেকবার", PASSPHRASE)
    keys.push("পাসফ্রেজ চালু করুন")
    assert "চালু আছে" in " ".join(looks.text_of(w) for w in looks.visible(card))
    assert not any(SECRET.encode() in held for held in gnome_keyring.entries().values())
    idle = desk.application._idle
    assert idle._timer.interval() == 10 * 60_000, "whatever opened the secrets, they lock again"
    card._minutes.setValue(3)
    card._on_minutes()
    desk.settle()
    assert idle._timer.interval() == 3 * 60_000

    keys.push("পরিবর্তন করুন…")
    keys.type("বর্তমান পাসফ্রেজ", PASSPHRASE)
    keys.type("নতুন পাসফ্রেজ", "1234")
    keys.type("নতুনটি আরেকবার", "1234")
    keys.push("পাসফ্রেজ পরিবর্তন করুন")
    assert "যথেষ্ট শক্তিশালী নয়" in " ".join(looks.text_of(w) for w in looks.visible(card))
    keys.type("নতুন পাসফ্রেজ", OTHER)
    keys.type("নতুনটি আরেকবার", OTHER)
    keys.push("পাসফ্রেজ পরিবর্তন করুন")
    desk.session.lock()
    keys.push("বন্ধ করুন…")
    keys.type("বর্তমান পাসফ্রেজ", OTHER)
    keys.push("পাসফ্রেজ বন্ধ করুন")
    assert desk.session.parts.vault().reveal(account) == SECRET
    assert SECRET.encode() in gnome_keyring.entries().values()
    deeds = [line.deed for line in desk.session.parts.register.journal(3)]
    assert deeds == ["turn_off_passphrase", "change_passphrase", "turn_on_passphrase"]


def test_a_computer_without_a_keyring_offers_a_file(
    office: Path, tmp_path: Path, open_on: Callable[[Path], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", FailKeyring())
    desk, file = open_on(office), tmp_path / "stick" / "office.kdbx"
    desk.window.show_page("settings")
    desk.settle()
    card = desk.page.findChild(PlaceCard)
    assert "কী-রিং পাওয়া যায়নি" in " ".join(looks.text_of(w) for w in looks.visible(card))
    card.choose_file(file)
    desk.settle()
    keys = Keyboard(desk)
    keys.type("নতুন পাসফ্রেজ", PASSPHRASE)
    keys.type("নতুনটি আরেকবার", PASSPHRASE)
    keys.push("office.kdbx তৈরি করুন")
    assert file.exists()
    assert "KeePass ফাইল (office.kdbx)" in " ".join(looks.text_of(w) for w in looks.visible(card))
    account = desk.session.facts.accounts[1].id
    desk.session.parts.vault().keep(account, SECRET)
    desk.window.close()

    again = open_on(office)
    again.window.show_account(account, "password")
    again.settle()
    push(again, "পাসওয়ার্ড দেখুন")
    type_into_bar(again, PASSPHRASE)
    assert again.page.findChild(KeptSecret).shown.text() == SECRET


@pytest.mark.parametrize("with_file", [True, False])
def test_a_forgotten_passphrase_is_got_over(
    sealed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_file: bool
) -> None:
    desk, account = sealed, sealed.session.facts.accounts[1].id
    desk.session.unlock(PASSPHRASE, pytest.fail)
    desk.settle()
    given = hand_over(desk.session.parts, tmp_path / "h.kdbx", Handing("a", "b", frozenset({account})), "bn", "a")
    desk.session.lock()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given.file), ""))
    desk.window.show_page("settings")
    desk.settle()
    push(desk, "পাসফ্রেজ ভুলে গেছি…")
    if with_file:
        push(desk, "হস্তান্তর ফাইল বাছাই করুন…")
        form = desk.page.findChild(ForgottenForm)
        form._code.setText("wrong code")
        push(desk, "পাসওয়ার্ডগুলো ফিরিয়ে আনুন")
        assert "সংকেতটি মেলেনি" in form._trouble.text()
        form._code.setText(given.passphrase)
        push(desk, "পাসওয়ার্ডগুলো ফিরিয়ে আনুন")
        assert desk.session.parts.vault().reveal(account) == SECRET
        assert desk.session.facts.passwords[0].suspected
    else:
        push(desk, "আমার কাছে ফাইল নেই")
        assert desk.session.parts.vault().holds(account)
        push(desk, "পাসওয়ার্ডগুলো ছেড়ে দিন")
        assert desk.session.parts.vault().reveal(account) is None
        assert not desk.session.facts.passwords[0].stored
    assert "চালু করুন…" in [looks.text_of(w) for w in looks.visible(desk.page.findChild(LockCard))]


LISTENER = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from coopdesk.ui.screen_lock import ScreenLock

app = QApplication([])
lock = ScreenLock(app)
lock.locked.connect(app.quit)
QTimer.singleShot(10_000, lambda: app.exit(1))
print("listening", flush=True)
raise SystemExit(app.exec())
"""


@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"])
def test_a_screen_that_locks_is_heard_over_the_bus(saver: str) -> None:
    told = ["dbus-send", "--session", f"/{saver.replace('.', '/')}", f"{saver}.ActiveChanged", "boolean:true"]
    with subprocess.Popen([sys.executable, "-c", LISTENER], stdout=subprocess.PIPE) as listener:
        assert listener.stdout
        assert listener.stdout.readline() == b"listening\n"
        subprocess.run(told, check=True)
        assert listener.wait(10) == 0
