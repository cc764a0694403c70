"""Tab leads to all that can be done on a page, and shows where the hand is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QRadioButton, QWidget

from coopdesk.ui.pages import PAGES
from coopdesk.ui.wizard.wizard import STEPS
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.keys import MOST_TABS, Keyboard

FEWEST_DOTS = 60
"""What a line around a small control takes; a blinking caret alone takes fewer."""


def _stops(page: QWidget) -> set[QWidget]:
    """Return the controls that Tab must reach: of radio buttons only the chosen one, the arrows lead to the others."""
    return {
        widget
        for widget in looks.visible(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    }


def _unlike(one: QImage, other: QImage) -> int:
    """Return how many dots of two pictures differ."""
    size = one.size().boundedTo(other.size())
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(size.width()) for y in range(size.height()))


def _walk(desk: Desk) -> tuple[set[QWidget], list[str]]:
    """Press Tab once around; return where it led, and what was wrong on the way."""
    keys = Keyboard(desk)
    reached: dict[QWidget, QImage] = {}
    wrong: list[str] = []
    last = None
    for _ in range(MOST_TABS):
        keys.press(Qt.Key.Key_Tab)
        widget = keys.focused
        if last is not None and last is not widget and _unlike(reached[last], last.grab().toImage()) < FEWEST_DOTS:
            wrong.append(f"its focus is not seen: {_told(last)}")
        if widget in reached and widget is not last:  # a date keeps Tab for its day, month and year
            break
        if widget.visibleRegion().isEmpty():
            wrong.append(f"out of sight: {_told(widget)}")
        reached[widget], last = widget.grab().toImage(), widget
    return set(reached), wrong


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or looks.text_of(widget) or widget.objectName()}"


@pytest.mark.parametrize(
    "key", [*PAGES, *(f"handover#{step}" for step in range(3)), *(f"wizard:{step.key}" for step in STEPS)]
)
def test_tab_leads_everywhere_and_shows_where_it_is(
    unmet_example: Path, open_on: Callable[[Path], Desk], key: str
) -> None:
    desk = open_on(unmet_example)
    desk.window.resize(1024, 640)
    if key.startswith("wizard:"):
        desk.window.show_account(desk.session.facts.accounts[-1].id, key.removeprefix("wizard:"))
    else:
        desk.window.show_page(key)
    desk.settle()
    reached, wrong = _walk(desk)
    assert [_told(widget) for widget in _stops(desk.window) - reached] == []
    assert wrong == []


def test_tab_leads_through_the_first_start(data_dir: Path, open_on: Callable[[Path], Desk]) -> None:
    desk = open_on(data_dir)
    reached, wrong = _walk(desk)
    assert _stops(desk.window) <= reached
    assert wrong == []
