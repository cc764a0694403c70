"""A take-over that fails for a reason that nobody foresaw leaves the window on an open register."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coopdesk.desk import takeover
from tests.ui.conftest import Desk


def test_the_register_is_open_again_whatever_went_wrong(
    example: Path, open_on: Callable[[Path], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_on(example)
    office, bugs = desk.session.facts.office, []
    desk.session.runner.bug_found.connect(lambda: bugs.append(True))

    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(takeover, "take_over", fail)
    desk.session.take_over(example / "x.kdbx", "code", lambda _trouble: None)
    desk.settle()
    assert bugs == [True]
    assert desk.session.parts.facts().office == office
