"""The window stays alive while work is done: none of it is done where the window is drawn."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PIL import Image
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton

from coopdesk.desk.example import make_example
from coopdesk.order.facts import IssuedCertificate
from coopdesk.ui.widgets.pictures import PicturePicker
from coopdesk.ui.widgets.strength import PasswordInput
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk
from tests.ui.test_strength import BOMB, STRONG

HEAVY = (
    "sqlite3",
    "sqlalchemy",
    "keyring",
    "secretstorage",
    "zxcvbn",
    "typst",
    "PIL",
    "pypdfium2",
    "zipfile",
)
"""What reads files, asks the keyring or reckons: none of it may be called on the GUI thread."""


@contextmanager
def watched() -> Iterator[set[str]]:
    """Return a set that fills with the heavy modules that the GUI thread, this one, calls while something is done."""
    heavy: set[str] = set()

    def see_call(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            module = str(frame.f_globals.get("__name__"))
        elif event == "c_call":
            module = str(getattr(argument, "__module__", "") or type(getattr(argument, "__self__", None)).__module__)
        else:
            return
        if module.split(".")[0].removeprefix("_") in HEAVY:
            heavy.add(module)

    sys.setprofile(see_call)
    try:
        yield heavy
    finally:
        sys.setprofile(None)


@pytest.fixture
def desk(data_dir: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring) -> Desk:
    """Return the desk of an office in which all is met, and whose secrets go to the keyring."""
    parts = make_example(data_dir)
    office = parts.facts().office  # type: ignore[union-attr]
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(office, example=False))
    for fact in parts.facts().passwords:
        parts.vault().keep(fact.account, f"{STRONG} before")
    parts.register.close()
    return open_on(data_dir)


@pytest.fixture(scope="session")
def large_picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a picture of some 14 MB: noise, which packs badly."""
    file = tmp_path_factory.mktemp("picture") / "large.png"
    Image.frombytes("RGB", (2200, 2200), os.urandom(2200 * 2200 * 3)).save(file)
    assert file.stat().st_size > 10_000_000
    return file


def _push(desk: Desk, text: str) -> None:
    button = next(w for w in looks.visible(desk.page) if isinstance(w, QPushButton) and w.text() == text)
    assert button.isEnabled(), text
    button.click()
    desk.settle()


def _strength(desk: Desk, _folder: Path) -> None:
    desk.window.show_account(desk.session.facts.accounts[1].id, "password")
    desk.settle()
    inputs = desk.page.findChild(PasswordInput)
    inputs.secret.setText(BOMB)
    desk.qtbot.waitUntil(inputs._chip.isVisible, timeout=PATIENCE)


def _keyring(desk: Desk, _folder: Path) -> None:
    account = desk.session.facts.accounts[1].id
    desk.window.show_account(account, "password")
    desk.settle()
    desk.page.findChild(PasswordInput).secret.setText(STRONG)
    desk.page.findChild(QComboBox, "by-password").setCurrentIndex(1)
    _push(desk, "পরবর্তী")
    assert account in desk.session.snapshot.changing


def _evidence(desk: Desk, folder: Path) -> None:
    account = desk.session.facts.accounts[0]
    before = account.banner
    desk.window.show_account(account.id, "pictures")
    desk.settle()
    desk.page.findChildren(PicturePicker)[0].choose(folder / "large.png")
    desk.page.findChild(QCheckBox, "attest-no_personal_picture").setChecked(True)
    desk.page.findChild(QComboBox, "by-no_personal_picture").setCurrentIndex(1)
    _push(desk, "পরবর্তী")
    assert desk.session.facts.accounts[0].banner not in (None, before)


def _papers(desk: Desk, folder: Path) -> None:
    desk.window.show_page("certificates")
    desk.settle()
    _push(desk, "সনদ দিন")
    _push(desk, "PDF সংরক্ষণ…")
    (issued,) = desk.session.snapshot.certificates
    assert isinstance(issued, IssuedCertificate)
    assert (folder / "saved").read_bytes().startswith(b"%PDF")


def _backup(desk: Desk, folder: Path) -> None:
    desk.window.show_page("settings")
    desk.settle()
    _push(desk, "ব্যাকআপ নিন…")
    assert (folder / "saved.zip").exists()


@pytest.mark.parametrize("work", [_strength, _keyring, _evidence, _papers, _backup], ids=lambda work: work.__name__[1:])
def test_the_window_does_no_heavy_work_itself(
    desk: Desk, tmp_path: Path, large_picture: Path, monkeypatch: pytest.MonkeyPatch, work: Callable[[Desk, Path], None]
) -> None:
    (tmp_path / "large.png").hardlink_to(large_picture)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved"), ""))
    with watched() as heavy:
        work(desk, tmp_path)
    assert heavy == set()


def test_the_watch_sees_what_it_watches_for() -> None:
    with watched() as heavy:
        sqlite3.connect(":memory:").close()
    assert "sqlite3" in heavy
