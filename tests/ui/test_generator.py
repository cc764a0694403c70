"""A password is made in a panel below its input, by the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from coopdesk.passwords.generate import DIGITS, LENGTH, LENGTHS, WORDS, phrase_words
from coopdesk.texts import LANGUAGES
from coopdesk.ui.widgets import drafts
from coopdesk.ui.widgets.generator import PasswordMaker
from coopdesk.ui.widgets.strength import PasswordInput
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk
from tests.ui.keys import Keyboard

MAKE, USE, CLOSE, ANOTHER = "একটি তৈরি করুন", "এটি ব্যবহার করুন", "বন্ধ করুন", "আরেকটি তৈরি করুন"
KIND, LETTERS, SIGNS = "কী ধরনের পাসওয়ার্ড", "ইংরেজি বর্ণ", "চিহ্ন"


@pytest.fixture
def desk(example: Path, open_on: Callable[[Path], Desk]) -> Desk:
    """Return the password page of an account with a password of its own."""
    desk = open_on(example)
    desk.qtbot.waitUntil(lambda: desk.session.is_open and desk.session.snapshot.facts is not None, timeout=PATIENCE)
    _show_page(desk)
    return desk


def _show_page(desk: Desk) -> None:
    desk.window.show_account(desk.session.facts.accounts[1].id, "password")
    desk.settle()


def _input(desk: Desk) -> PasswordInput:
    return desk.page.findChild(PasswordInput)


def _made(desk: Desk) -> QLineEdit:
    lines = desk.page.findChild(PasswordMaker).findChildren(QLineEdit)
    return next(line for line in lines if line.isReadOnly() and line.isVisible())


def _said(desk: Desk) -> str:
    return " ".join(looks.text_of(widget) for widget in looks.visible(desk.page.findChild(PasswordMaker)))


def test_the_one_made_is_used_by_keys_alone(desk: Desk) -> None:
    hand = Keyboard(desk)
    hand.push(MAKE)
    assert hand.focused.accessibleName() == KIND
    secret = _made(desk).text()
    assert len(secret) == LENGTH
    assert "এতে ১২১ বিট অনিশ্চয়তা আছে।" in _said(desk)
    hand.push(USE)

    assert _input(desk).secret.text() == secret
    assert hand.focused is _input(desk).secret
    assert not desk.page.findChild(PasswordMaker).isVisible()
    assert "শক্তিশালী" in [widget.accessibleName() for widget in looks.visible(desk.page)]


@pytest.mark.parametrize(("kind", "language"), [("বাংলা শব্দ", "bn"), ("ইংরেজি শব্দ", "en")])
def test_words_are_strong_too(desk: Desk, kind: str, language: str) -> None:
    hand = Keyboard(desk)
    hand.push(MAKE)
    hand.choose(KIND, kind)
    assert "এতে ৫৫ বিট অনিশ্চয়তা আছে।" in _said(desk)
    assert ("প্ল্যাটফর্ম বাংলা অক্ষর নেয় না" in _said(desk)) == (language == "bn")
    hand.choose("কয়টি শব্দ", "৬")
    assert "এতে ৬৬ বিট অনিশ্চয়তা আছে।" in _said(desk)
    hand.push(USE)

    parts = _input(desk).secret.text().split("-")
    assert len(parts) == WORDS + 1
    assert set(parts) <= set(phrase_words("bn" if language == "bn" else "en"))
    assert "শক্তিশালী" in [widget.accessibleName() for widget in looks.visible(desk.page)]


def test_it_holds_what_the_platform_takes(desk: Desk) -> None:
    hand = Keyboard(desk)
    hand.push(MAKE)
    hand.choose("কয়টি অক্ষর", "৬৪")
    assert len(_made(desk).text()) == LENGTHS[-1]
    hand.tick(LETTERS)
    hand.tick(SIGNS)
    assert set(_made(desk).text()) <= set(DIGITS)
    hand.tick("সংখ্যা")
    assert _made(desk).text() == ""
    assert "অন্তত একটি বেছে নিন" in _said(desk)
    assert not next(w for w in looks.visible(desk.page) if looks.text_of(w) == USE).isEnabled()
    hand.tick(SIGNS)
    assert not any(letter.isalnum() for letter in _made(desk).text())


def test_another_one_is_another_and_closing_forgets_it(desk: Desk) -> None:
    hand = Keyboard(desk)
    hand.push(MAKE)
    line = _made(desk)
    first = line.text()
    hand.push(ANOTHER)
    assert line.text() not in ("", first)
    hand.push(CLOSE)

    assert (line.isVisible(), line.text(), _input(desk).secret.text()) == (False, "", "")
    assert hand.focused.accessibleName() == MAKE


def test_it_is_covered_while_the_window_is_left_and_no_draft_keeps_it(desk: Desk) -> None:
    Keyboard(desk).push(MAKE)
    line, application = _made(desk), QGuiApplication.instance()
    assert line.text() not in drafts.typed(desk.page).values()
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)  # type: ignore[union-attr]
    assert line.echoMode() is QLineEdit.EchoMode.Password
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[union-attr]
    assert line.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("size", [(1366, 728), (1092, 582)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_panel_shows_all_it_says(desk: Desk, language: str, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.application.switch_language("en" if language == "en" else "bn")
    desk.settle()
    _show_page(desk)
    _input(desk)._make.click()
    kind = desk.page.findChild(PasswordMaker)._kind
    for place in range(kind.count()):
        kind.setCurrentIndex(place)
        desk.settle()
        wrong = looks.cut_off(desk.window) + looks.nameless(desk.window)
        assert wrong + (looks.untranslated(desk.page) if language == "bn" else []) == []
