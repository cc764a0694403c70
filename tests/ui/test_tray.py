"""The tray reminds ahead, also with no window open, and a window that stays open knows what is new."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon

from coopdesk import autostart
from coopdesk.desk.opening import open_desk
from coopdesk.desk.password import suspect_password
from coopdesk.desk.reminders import WARN_DAYS
from coopdesk.desk.team import leave_team
from coopdesk.ui.application import Application
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk

Open = Callable[[Path], Desk]


def _of_day(desk: Desk, day: date) -> None:
    object.__setattr__(desk.session.parts, "today", lambda: day)
    desk.session.read_again()
    desk.settle()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the tray shows, on a desktop that has one."""
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _icon: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, _picture: told.append(text))
    return told


def test_it_reminds_once_on_each_of_its_days(example: Path, open_on: Open, shown: list[str]) -> None:
    desk = open_on(example)
    (changed,) = [fact.set_on for fact in desk.session.facts.passwords]
    last, reminded = changed + timedelta(days=90), []
    for left in range(20, -1, -1):
        shown.clear()
        _of_day(desk, last - timedelta(days=left))
        desk.session.read_again()
        desk.settle()
        reminded += [left for said in shown if "পাসওয়ার্ড" in said]
    assert tuple(reminded) == WARN_DAYS
    assert "আজ মেয়াদ শেষ" in shown[-1]
    _of_day(desk, last + timedelta(days=1))
    assert "এখনই পাসওয়ার্ড বদলান, ইউটিউব" in shown[-1]


def test_a_day_on_which_the_computer_was_off_is_made_up(example: Path, open_on: Open, shown: list[str]) -> None:
    desk, reminded = open_on(example), []
    (changed,) = [fact.set_on for fact in desk.session.facts.passwords]
    for left in (12, 11, 5, 4, 1, 0):
        shown.clear()
        _of_day(desk, changed + timedelta(days=90 - left))
        reminded += [left for said in shown if "পাসওয়ার্ড" in said]
        desk.window.close()  # the next start knows what was told
        desk = open_on(example)
    assert reminded == [12, 5, 1, 0]


def test_what_no_tray_has_shown_is_still_to_be_shown(example: Path, open_on: Open, shown: list[str]) -> None:
    desk = open_on(example)
    suspect_password(desk.session.parts, desk.session.facts.passwords[0].account, "tester")
    with pytest.MonkeyPatch.context() as hidden:
        hidden.setattr(QSystemTrayIcon, "isVisible", lambda _icon: False)
        desk.session.read_again()
        desk.settle()
    assert not any("সন্দেহ" in said for said in shown)
    desk.session.read_again()
    desk.settle()
    assert "সন্দেহ" in shown[-1]


def test_it_tells_of_a_suspicion_and_of_who_leaves(example: Path, open_on: Open, shown: list[str]) -> None:
    desk = open_on(example)
    parts, today = desk.session.parts, date.today()
    leaver = desk.session.facts.members[1]
    leave_team(parts, leaver.id, today + timedelta(days=7), "tester")
    suspect_password(parts, desk.session.facts.passwords[0].account, "tester")
    desk.session.read_again()
    desk.settle()
    assert leaver.name in shown[-1]
    assert "সন্দেহ" in shown[-1]
    shown.clear()
    leave_team(parts, leaver.id, today - timedelta(days=1), "tester")
    desk.session.read_again()
    desk.settle()
    assert not any(leaver.name in one for one in shown), "the suspicion is the reason that is told first"


def test_over_midnight_the_window_judges_by_the_new_day(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    tomorrow = date.today() + timedelta(days=1)
    desk.session.snapshot = desk.session.snapshot._replace(today=date.today() - timedelta(days=1))
    object.__setattr__(desk.session.parts, "today", lambda: tomorrow)
    desk.application._on_minute()
    desk.settle()
    assert desk.session.snapshot.today == tomorrow


def test_what_another_window_wrote_is_read_within_a_minute(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    leaver = desk.session.facts.members[1]
    read: list[bool] = []
    desk.session.changed.connect(lambda: read.append(True))
    desk.session.parts.register.keep_draft("new:address", {"address": "x.com/own"})
    desk.application._on_minute()
    desk.settle()
    assert read == [], "its own writing is no news"
    other = open_desk(example)
    with closing(other.register):
        leave_team(other, leaver.id, date.today(), "another window")
    desk.application._on_minute()
    desk.settle()
    assert desk.session.facts.members[1].until == date.today()


@pytest.fixture
def background(example: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """Return CoopDesk as it runs in the background, on a desktop that has a tray."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    application = Application(example, open_desk, background=True)
    yield application
    application._on_end()
    application.window.deleteLater()


def test_in_the_background_the_tray_alone_stands_there(background: Application, qtbot: object) -> None:
    qtbot.waitUntil(lambda: background._tray is not None, timeout=PATIENCE)  # type: ignore[attr-defined]
    window, tray = background.window, background._tray
    assert tray is not None
    assert not window.isVisible()
    tray._on_click(QSystemTrayIcon.ActivationReason.Context)
    assert not window.isVisible()
    tray._on_click(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    window.close()
    assert not window.isVisible()
    assert background.session.is_open, "closing the window leaves the tray at work"
    tray.ended.emit()
    assert not background.session.is_open


_SOON = "import sys\nfrom coopdesk.ui import tray\ntray.PATIENCE = 0\nfrom coopdesk.cli import run\nrun()"


def test_where_there_is_no_tray_the_background_ends_with_a_word(example: Path) -> None:
    command = [sys.executable, "-c", _SOON, "--data-dir", str(example), "--background"]
    done = subprocess.run(
        command, env={**os.environ, "QT_QPA_PLATFORM": "minimal"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "ট্রে নেই" in done.stderr


def test_the_settings_switch_the_start_with_the_computer(
    example: Path, tmp_path: Path, open_on: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    desk = open_on(example)
    desk.window.show_page("settings")
    desk.settle()
    (tick,) = (w for w in looks.visible(desk.page) if w.accessibleName() == "কম্পিউটার চালু হলে মনে করিয়ে দিন")
    assert isinstance(tick, QCheckBox)
    for on in (True, False):
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
        desk.settle()
        assert (tick.isChecked(), autostart.is_on()) == (on, on)
    (tmp_path / "config" / "autostart").rmdir()
    (tmp_path / "config" / "autostart").write_text("a file where the folder should be")
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not tick.isChecked()
    assert "নিজে থেকে চালু হওয়ার" in looks.said(desk.page)
