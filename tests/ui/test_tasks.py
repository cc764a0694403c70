"""The task runner: answers come back to the GUI thread, and only where they are still wanted."""

import logging
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from coopdesk.errors import CoopDeskError
from coopdesk.ui.tasks import TaskRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def _wait(runner: TaskRunner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=10_000)


def test_work_is_done_elsewhere_and_answered_here(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, here = QObject(), threading.get_ident()
    answers: list[tuple[int, int]] = []
    runner.run(owner, threading.get_ident, lambda there: answers.append((there, threading.get_ident())))
    _wait(runner, qtbot)
    ((worked, answered),) = answers
    assert worked != here
    assert answered == here


def test_the_desk_does_one_thing_after_the_other(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, done = QObject(), []
    for number in range(20):
        runner.run(owner, lambda number=number: number, done.append)
    _wait(runner, qtbot)
    assert done == list(range(20))


def test_an_answer_is_dropped_when_its_owner_is_gone(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, answers = QObject(), []
    go = threading.Event()
    runner.run(owner, go.wait, answers.append)
    owner.deleteLater()
    qtbot.wait(20)
    go.set()
    _wait(runner, qtbot)
    assert answers == []


def test_of_one_key_the_newest_answer_counts(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, answers = QObject(), []
    for number in range(5):
        runner.run(owner, lambda number=number: (time.sleep(0.02), number)[1], answers.append, lane="side", key="k")
    _wait(runner, qtbot)
    assert answers == [4]


def test_a_known_trouble_is_answered(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, told, heard = QObject(), [], []
    runner.troubled.connect(heard.append)

    def work() -> None:
        raise CoopDeskError("desk.no_name")

    runner.run(owner, work, told.append, lambda trouble: told.append(trouble.key))
    runner.run(owner, work, told.append)
    _wait(runner, qtbot)
    assert told == ["desk.no_name"]
    assert [trouble.key for trouble in heard] == ["desk.no_name"]


def test_a_bug_is_told_and_logged(runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    owner, told, logger = QObject(), [], logging.getLogger("coopdesk")
    logger.addHandler(caplog.handler)
    runner.bug_found.connect(lambda: told.append("bug"))
    runner.run(owner, lambda: 1 // 0, told.append)
    _wait(runner, qtbot)
    logger.removeHandler(caplog.handler)
    assert told == ["bug"]
    assert "ZeroDivisionError" in caplog.text


def test_the_window_answers_while_work_is_done(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, beats = QObject(), [time.perf_counter()]
    beat = QTimer()
    beat.setInterval(5)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start()
    runner.run(owner, lambda: time.sleep(2), lambda _: None)
    _wait(runner, qtbot)
    # A window that waited for the work would have stood still for two seconds; a busy machine takes some of one.
    assert max(after - before for before, after in pairwise(beats)) < 1


def test_what_is_asked_after_the_close_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[object] = []
    runner.close()
    runner.run(QObject(), lambda: 1, told.append)
    qtbot.wait(50)
    assert not told
    assert not runner.is_busy
