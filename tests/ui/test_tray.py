"""The tray reminds ahead, and a window that stays open knows the new day."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from coopdesk.desk.diary import WARN_DAYS
from coopdesk.ui.tray import Tray
from tests.ui.conftest import Desk


def _of_day(desk: Desk, day: date) -> None:
    object.__setattr__(desk.session.parts, "today", lambda: day)
    desk.session.read_again()
    desk.settle()


def test_it_reminds_on_its_days_alone(example: Path, open_on: Callable[[Path], Desk]) -> None:
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


def test_over_midnight_the_window_judges_by_the_new_day(example: Path, open_on: Callable[[Path], Desk]) -> None:
    desk = open_on(example)
    tomorrow = date.today() + timedelta(days=1)
    desk.session.snapshot = desk.session.snapshot._replace(today=date.today() - timedelta(days=1))
    object.__setattr__(desk.session.parts, "today", lambda: tomorrow)
    desk.application._on_minute()
    desk.settle()
    assert desk.session.snapshot.today == tomorrow
