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
from coopdesk.ui.tray import Tray
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk

Open = Callable[[Path], Desk]


def _of_day(desk: Desk, day: date) -> None:
    object.__setattr__(desk.session.parts, "today", lambda: day)
    desk.session.read_again()
    desk.settle()


def test_it_reminds_on_its_days_alone(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    (changed,) = [fact.set_on for fact in desk.session.facts.passwords]
    last = changed + timedelta(days=90)
    tray = Tray(desk.session, desk.window)
    reminded = []
    for left in range(20, -1, -1):
        _of_day(desk, last - timedelta(days=left))
        if any("পাসওয়ার্ড" in said for said in tray.notices()):
            reminded.append(left)
    assert tuple(reminded) == WARN_DAYS
    assert any("আজ মেয়াদ শেষ" in said for said in tray.notices())
    _of_day(desk, last + timedelta(days=1))
    assert any("এখনই পাসওয়ার্ড বদলান, ইউটিউব" in said for said in tray.notices())


def test_it_tells_of_a_suspicion_and_of_who_leaves(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    parts, today = desk.session.parts, date.today()
    tray = Tray(desk.session, desk.window)
    leaver = desk.session.facts.members[1]
    leave_team(parts, leaver.id, today + timedelta(days=7), "tester")
    suspect_password(parts, desk.session.facts.passwords[0].account, "tester")
    desk.session.read_again()
    desk.settle()
    said = " | ".join(tray.notices())
    assert f"{leaver.name}" in said
    assert "সন্দেহ" in said
    leave_team(parts, leaver.id, today - timedelta(days=1), "tester")
    desk.session.read_again()
    desk.settle()
    assert not any(leaver.name in one for one in tray.notices()), "the suspicion is the reason that is told first"


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
