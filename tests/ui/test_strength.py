"""A password's strength while it is typed: the verdict that stands there is always that of what stands there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from coopdesk.ui.widgets.strength import PasswordInput
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk

STRONG = "Vq7#mulberry-Trombone%91"
BOMB = "4@8({[</369&#!1/|0$5+7%2/" * 2
"""Full of letters' look-alikes: zxcvbn alone thinks of it for seconds (dwolfhub/zxcvbn-python issue 70)."""


@pytest.fixture
def desk(example: Path, open_on: Callable[[Path], Desk]) -> Desk:
    """Return the password page of an account with a password of its own; the judge has already begun to work."""
    desk = open_on(example)
    desk.window.show_account(desk.session.facts.accounts[1].id, "password")
    desk.settle()
    _input(desk).secret.setText("first")
    desk.settle()
    return desk


def _input(desk: Desk) -> PasswordInput:
    return desk.page.findChild(PasswordInput)


def _verdicts(desk: Desk) -> list[tuple[int, int]]:
    """Return a list that fills with each verdict shown: the length it judged, and the length that is typed then."""
    field, seen = _input(desk), []

    def look() -> None:
        if field._strength is not None:
            seen.append((field._strength.length, len(field.secret.text())))

    field.judged.connect(look)
    return seen


def test_typed_quickly_only_the_last_verdict_is_shown(desk: Desk) -> None:
    seen = _verdicts(desk)
    _input(desk).secret.clear()
    QTest.keyClicks(_input(desk).secret, STRONG)
    desk.settle()
    assert seen[-1] == (len(STRONG), len(STRONG))
    assert all(judged == typed for judged, typed in seen)


def test_a_verdict_on_what_no_longer_stands_there_is_dropped(desk: Desk) -> None:
    seen, field = _verdicts(desk), _input(desk)

    def type_on(busy: bool) -> None:
        if busy and field.secret.text() != STRONG:
            field.secret.setText(STRONG)

    field.secret.setText("samabay123")
    desk.session.runner.busy.connect(type_on)  # while the first is being judged
    desk.settle()
    assert seen == [(len(STRONG), len(STRONG))]


def test_emptied_it_says_nothing(desk: Desk) -> None:
    field = _input(desk)
    field.secret.setText(STRONG)
    desk.settle()
    assert field._chip.isVisible()
    field.secret.clear()
    desk.settle()
    assert not field._chip.isVisible()
    assert field._bar.value() == 0


def test_more_than_zxcvbn_takes_is_judged(desk: Desk) -> None:
    field = _input(desk)
    field.secret.setText("অনেক-Long " * 30)
    desk.settle()
    assert field._strength is not None
    assert field._strength.length == 300
    assert field._chip.isVisible()


def test_what_is_too_complex_is_answered_soon(desk: Desk) -> None:
    field = _input(desk)
    field.secret.setText(BOMB)
    desk.qtbot.waitUntil(field._chip.isVisible, timeout=PATIENCE)
    field.secret.setText(STRONG)
    desk.settle()
    assert field._strength is not None
    assert field._strength.score == 4


def test_a_weak_one_says_why(desk: Desk) -> None:
    field = _input(desk)
    for weak in ("samabay123", "গোপালগঞ্জ২০২৪", "Gopalganj@2024"):
        field.secret.setText(weak)
        desk.settle()
        assert field._chip.accessibleName() == "যথেষ্ট নয়", weak
        assert len(field._why.text()) > 10
        assert weak not in looks.said(field)
