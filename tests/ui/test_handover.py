"""The desk is handed over in the window, and taken over at the first start on the next PC."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from coopdesk.desk.example import make_example
from coopdesk.ui.start import StartPage
from coopdesk.ui.widgets.handover import HandOverCard, TakeOverCard
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import Desk

SECRET = "Vq7#mulberry-Trombone%91"


def _push(desk: Desk, text: str) -> None:
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == text).click()  # type: ignore[attr-defined]
    desk.settle()


def test_from_one_pc_to_the_next(
    data_dir: Path,
    tmp_path: Path,
    open_on: Callable[[Path], Desk],
    gnome_keyring: GnomeKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = make_example(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    account = parts.facts().accounts[1].id
    parts.vault().keep(account, SECRET)
    parts.register.close()
    file = tmp_path / "handover.kdbx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    desk = open_on(data_dir)
    desk.window.show_page("settings")
    desk.settle()
    card = desk.page.findChild(HandOverCard)
    giver, taker = (
        card.findChild(kind, name) for kind, name in ((QComboBox, "handover-giver"), (QLineEdit, "handover-taker"))
    )
    giver.setCurrentIndex(1)
    _push(desk, "হস্তান্তর ফাইল তৈরি করুন…")
    assert not file.exists(), "nobody is named who takes over"
    taker.setText("নাজমুল হক")
    _push(desk, "হস্তান্তর ফাইল তৈরি করুন…")
    code = card._code.text()
    assert file.exists()
    assert len(code) == 29
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
