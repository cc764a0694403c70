"""The wizard is left at any page, in any way, and gone on with later: what was half done stands there again."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coopdesk.ui.widgets.pictures import PicturePicker
from coopdesk.ui.wizard.wizard import STEPS
from tests.ui import looks
from tests.ui.conftest import Desk

STEPS_THAT_ASK = [step.key for step in STEPS if step.key != "summary"]


def _inputs(desk: Desk) -> dict[str, QWidget]:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    named = (w for w in looks.visible(desk.page) if isinstance(w, kinds) and w.objectName() and w.isEnabled())
    return {widget.objectName(): widget for widget in named if not widget.objectName().startswith("qt_")}


def _content(widget: QWidget) -> str | bool:
    match widget:
        case QLineEdit():
            return widget.text()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QCheckBox():
            return widget.isChecked()
    raise AssertionError(widget)


def _change(widget: QWidget) -> None:
    match widget:
        case QLineEdit():
            widget.setText(f"{widget.text()} ক")
        case QPlainTextEdit():
            widget.setPlainText(f"{widget.toPlainText()} ক")
        case QComboBox():
            widget.setCurrentIndex(widget.count() - 1)
        case QCheckBox():
            widget.toggle()


def _push(desk: Desk, text: str) -> None:
    button = next(w for w in looks.visible(desk.window) if isinstance(w, QPushButton) and w.text() == text)
    button.click()
    desk.settle()


def _by_the_button(desk: Desk) -> None:
    _push(desk, "সংরক্ষণ করে বন্ধ করুন")


def _by_escape(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=5000)
    QTest.keyClick(desk.page.step, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    desk.settle()


def _by_the_pages(desk: Desk) -> None:
    _push(desk, "একনজরে")


def _by_the_language(desk: Desk) -> None:
    for language in ("en", "bn"):
        desk.application.switch_language(language)  # type: ignore[arg-type]
        desk.settle()


WAYS = [_by_the_button, _by_escape, _by_the_pages, _by_the_language]


@pytest.fixture
def desk(unmet_example: Path, open_on: Callable[[Path], Desk]) -> Desk:
    """Return the desk of an example, with an account whose every step can be shown."""
    return open_on(unmet_example)


def _show(desk: Desk, step: str) -> None:
    desk.window.show_account(desk.session.facts.accounts[0].id, step)
    desk.settle()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.removeprefix("_by_the_").removeprefix("_by_"))
@pytest.mark.parametrize("step", STEPS_THAT_ASK)
def test_what_was_half_done_stands_there_again(desk: Desk, step: str, way: Callable[[Desk], None]) -> None:
    _show(desk, step)
    for widget in _inputs(desk).values():
        _change(widget)
    desk.settle()
    changed = {name: _content(widget) for name, widget in _inputs(desk).items()}
    way(desk)
    _show(desk, step)
    again = {name: _content(widget) for name, widget in _inputs(desk).items()}
    assert again == changed


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.removeprefix("_by_the_").removeprefix("_by_"))
def test_a_half_typed_member_stands_there_again(desk: Desk, way: Callable[[Desk], None]) -> None:
    _show(desk, "team")
    _push(desk, "সদস্য যোগ করুন")
    name = _inputs(desk)["member-name"]
    assert isinstance(name, QLineEdit)
    name.setText("অর্ধেক নাম")
    way(desk)
    _show(desk, "team")
    kept = _inputs(desk).get("member-name")
    assert isinstance(kept, QLineEdit)
    assert kept.text() == "অর্ধেক নাম"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.removeprefix("_by_the_").removeprefix("_by_"))
@pytest.mark.parametrize("step", ["description", "pictures"])
def test_a_chosen_picture_stands_there_again(
    desk: Desk, tmp_path: Path, step: str, way: Callable[[Desk], None]
) -> None:
    file = tmp_path / "new.png"
    Image.new("RGB", (320, 160), (0, 106, 78)).save(file)
    _show(desk, step)
    desk.page.findChildren(PicturePicker)[0].choose(file)
    desk.settle()
    way(desk)
    _show(desk, step)
    picker = desk.page.findChildren(PicturePicker)[0]
    assert picker.chosen == file or desk.session.parts.register.evidence.has(_sha256(file))


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
