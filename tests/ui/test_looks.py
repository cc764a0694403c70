"""Every page in both languages, at both scales, on the smallest screen: nothing cut off, nameless or untranslated."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from coopdesk.texts import LANGUAGES
from coopdesk.ui import theme
from coopdesk.ui.pages import PAGES
from coopdesk.ui.pages.page import NEW, Page
from coopdesk.ui.wizard.wizard import STEPS
from tests.ui import looks
from tests.ui.conftest import Desk

SIZES = ((1366, 728), (1092, 582), (1024, 640))
"""The screen it was designed for with its taskbar, at 100 % and, in logical pixels, at 125 %; the smallest one."""
SAYS_ALL = pytest.mark.parametrize(
    ("language", "size"),
    [pytest.param(language, size, id=f"{language}-{size[0]}x{size[1]}") for language in LANGUAGES for size in SIZES],
)


def _places(desk: Desk) -> list[tuple[str, str | None, str]]:
    accounts = [account.id for account in desk.session.facts.accounts]
    steps = [(account, step.key) for account in accounts for step in STEPS]
    forms = [("team", None, NEW), ("complaints", None, NEW), ("team", None, desk.session.facts.members[0].id)]
    forms += [("handover", None, str(step)) for step in range(3)]
    pages = [(page, None, "") for page in PAGES]
    return pages + forms + [("wizard", *step) for step in steps] + [("wizard", None, "address")]


def _show(desk: Desk, place: tuple[str, str | None, str]) -> None:
    page, account, inner = place
    if page == "wizard":
        desk.window.show_account(account, inner)
    else:
        desk.window.show_page(page)
        assert isinstance(desk.page, Page)
        desk.page.open_at(inner)
    desk.settle()


def _speak(desk: Desk, language: str) -> None:
    desk.application.switch_language("en" if language == "en" else "bn")
    desk.settle()


def _wrong(desk: Desk, language: str) -> list[str]:
    wrong = looks.cut_off(desk.window) + looks.nameless(desk.window)
    return wrong + looks.untranslated(desk.window) if language == "bn" else wrong


@SAYS_ALL
def test_every_page_shows_all_it_says(
    unmet_example: Path, open_on: Callable[[Path], Desk], language: str, size: tuple[int, int]
) -> None:
    desk = open_on(unmet_example)
    desk.window.resize(*size)
    _speak(desk, language)
    found = []
    for place in _places(desk):
        _show(desk, place)
        found += [f"{place[0]} {place[2]}: {wrong}" for wrong in _wrong(desk, language)]
    assert not found, "\n".join(found)


@SAYS_ALL
def test_the_first_start_shows_all_it_says(
    data_dir: Path, open_on: Callable[[Path], Desk], language: str, size: tuple[int, int]
) -> None:
    desk = open_on(data_dir)
    desk.window.resize(*size)
    _speak(desk, language)
    assert _wrong(desk, language) == []


@SAYS_ALL
def test_a_register_that_does_not_open_says_why(
    data_dir: Path, open_on: Callable[[Path], Desk], language: str, size: tuple[int, int]
) -> None:
    data_dir.mkdir()
    (data_dir / "register.sqlite").write_bytes(b"this is no register " * 500)
    desk = open_on(data_dir)
    desk.window.resize(*size)
    _speak(desk, language)
    said = " ".join(looks.text_of(widget) for widget in looks.visible(desk.page))
    assert ("register" if language == "en" else "রেজিস্টার") in said
    assert _wrong(desk, language) == []
    assert (data_dir / "register.sqlite").read_bytes() == b"this is no register " * 500


def test_pictures_of_every_page_are_drawn_at_125_percent(unmet_example: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "coopdesk.ui.pictures", str(unmet_example), str(tmp_path / "drawn")]
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.25"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment})
    assert len(done.stdout.split()) == 2 * (len(PAGES) + len(STEPS))
    assert all(Path(line).stat().st_size > 5_000 for line in done.stdout.split())


@pytest.mark.parametrize("key", ["accounts", "team", "checklist", "complaints"])
def test_a_table_takes_the_room_there_is(unmet_example: Path, open_on: Callable[[Path], Desk], key: str) -> None:
    desk = open_on(unmet_example)
    desk.window.resize(1366, 728)
    desk.window.show_page(key)
    desk.settle()
    (table,) = desk.page.findChildren(QTableView)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_table_has_the_desks_own_letters(qtbot: QtBot) -> None:
    """Windows has a face and a size of its own for what stands in tables and lists."""
    QApplication.setFont(QFont("Noto Serif", 7), "QAbstractItemView")
    try:
        view = QTableView()
        qtbot.addWidget(view)
        view.ensurePolished()
        assert view.font().families() == theme.FAMILIES
        assert view.font().pointSizeF() == theme.BODY_POINTS
    finally:
        QApplication.setFont(QApplication.font(), "QAbstractItemView")
