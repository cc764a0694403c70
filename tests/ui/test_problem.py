"""When something went wrong: the line that says so, the picture without secrets, the file; and how CoopDesk ended."""

import faulthandler
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from coopdesk.log import crash_file
from coopdesk.texts import LANGUAGES
from coopdesk.ui.ending import Ending
from coopdesk.ui.handover.steps import CodeStep
from coopdesk.ui.handover.take import TakeOverCard
from coopdesk.ui.problem import ProblemBar, ProblemPage
from coopdesk.ui.screen import as_png, picture_of_windows
from coopdesk.ui.widgets.generator import PasswordMaker
from coopdesk.ui.widgets.recovery import RecoveryPanel
from coopdesk.ui.widgets.secret import KeptSecret
from coopdesk.ui.widgets.strength import PasswordInput
from coopdesk.ui.widgets.unlock import UnlockBar
from tests.ui import looks
from tests.ui.conftest import Desk, _turn

CHILD = """
import ctypes, os, sys
from pathlib import Path
from coopdesk.ui.ending import Ending
ending = Ending(Path(sys.argv[1]))
print(ending.begin(), flush=True)
match sys.argv[2]:
    case "crash": ctypes.string_at(0)
    case "stay": sys.stdin.read()
ending.end()
"""


def _run(folder: Path, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CHILD, str(folder), how]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def ending(data_dir: Path) -> Iterator[Ending]:
    """Return what looks after this process, with pytest's own fault handler back at the end."""
    made = Ending(data_dir)
    yield made
    made.end()
    faulthandler.enable(sys.__stderr__)


def test_a_crash_is_written_down_and_told_once(data_dir: Path, ending: Ending) -> None:
    with _run(data_dir, "clean") as first:
        assert first.communicate()[0] == "False\n"
    with _run(data_dir, "crash") as crashed:
        assert crashed.communicate()[0] == "False\n"
    assert crashed.returncode == -signal.SIGSEGV
    assert ending.begin()
    assert "Fatal Python error: Segmentation fault" in crash_file(data_dir).with_name("crash.log.1").read_text()
    ending.end()
    assert not ending.begin()


def test_a_process_that_was_killed_is_told_and_one_that_runs_is_not(data_dir: Path, ending: Ending) -> None:
    with _run(data_dir, "stay") as other:
        assert other.stdout
        assert other.stdout.readline() == "False\n"
        assert not ending.begin()
        other.kill()
    assert ending.begin()


def test_a_folder_that_cannot_be_written_keeps_nobody_from_starting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ending = Ending(tmp_path / "file")
    assert not ending.begin()
    ending.end()


def _problem(desk: Desk) -> ProblemPage:
    (page,) = desk.window.findChildren(ProblemPage)
    return page


def _push(desk: Desk, text: str) -> None:
    desk.settle()
    next(one for one in looks.visible(desk.window) if isinstance(one, QPushButton) and one.text() == text).click()
    desk.settle()


def test_a_bug_leads_to_a_file_that_the_person_saves(
    example: Path, open_on: Callable[[Path], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick" / "problem.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk = open_on(example)
    desk.application.switch_language("en")
    desk.window.show_page("team")
    before = desk.page
    desk.application.tell_of_bug()
    _push(desk, "Make a problem file…")
    assert not before.isVisible()
    _push(desk, "Save the problem file…")
    assert "Saved as problem.zip" in looks.said(_problem(desk))
    with zipfile.ZipFile(target) as archive:
        assert "Screens: " in archive.read("versions.txt").decode()
        assert QImage.fromData(archive.read("screen.png")).width() == desk.window.width()
    looks.named(_problem(desk), "problem-picture").setChecked(False)
    _push(desk, "Save the problem file…")
    with zipfile.ZipFile(target) as archive:
        assert "screen.png" not in archive.namelist()
    _push(desk, "Back")
    assert before.isVisible()


def test_a_place_that_refuses_is_said_on_the_page(
    example: Path, open_on: Callable[[Path], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "file" / "p.zip"), ""))
    desk = open_on(example)
    desk.application.switch_language("en")
    desk.window.show_page("problem")
    _push(desk, "Save the problem file…")
    assert str(tmp_path) in looks.said(_problem(desk))


def test_a_register_that_does_not_open_can_be_reported(data_dir: Path, open_on: Callable[[Path], Desk]) -> None:
    data_dir.mkdir()
    (data_dir / "register.sqlite").write_bytes(b"this is no register " * 500)
    desk = open_on(data_dir)
    desk.application.switch_language("en")
    _push(desk, "Make a problem file…")
    assert _problem(desk).isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 728), (1024, 640)])
def test_what_went_wrong_shows_all_it_says(
    example: Path, open_on: Callable[[Path], Desk], language: str, size: tuple[int, int]
) -> None:
    desk = open_on(example)
    desk.window.resize(*size)
    desk.window.show_page("problem")
    desk.application.switch_language("en" if language == "en" else "bn")  # the page and its picture stay
    desk.window.problems.tell_of_bad_end()
    desk.settle()
    assert _problem(desk).isVisible()
    assert [bar.isVisible() for bar in desk.window.findChildren(ProblemBar)] == [True]
    assert looks.cut_off(desk.window) + looks.nameless(desk.window) == []
    assert language == "en" or looks.untranslated(desk.window) == []
    desk.window.show_page("licences")
    desk.settle()
    assert looks.cut_off(desk.window) + looks.nameless(desk.window) == []
    assert not desk.window.findChildren(ProblemPage) or not _problem(desk).isVisible()


def _with_secret(widget: QWidget, secret: str) -> bytes:
    """Return the picture of a place that may show a secret, showing this one."""
    widget.resize(600, 500)
    widget.show()
    match widget:
        case KeptSecret():
            widget.shown.setText(secret)
            widget.shown.show()
        case PasswordInput():
            widget.secret.setText(secret)
            widget.secret.setEchoMode(QLineEdit.EchoMode.Normal)
            widget._why.setText(secret)
        case RecoveryPanel():
            widget._inside.show()
            for field in widget._inside.findChildren(QLineEdit):
                field.setText(secret)
            widget._new.setPlainText(secret)
        case CodeStep() | TakeOverCard():
            widget._code.setText(secret)
        case PasswordMaker():
            widget._made.setText(secret)
        case UnlockBar():
            widget._passphrase.setText(secret)
        case QLineEdit():
            widget.setText(secret)
    _turn(50)
    picture = as_png(picture_of_windows())
    widget.close()
    widget.deleteLater()
    _turn(10)
    return picture


def test_a_picture_tells_no_secret(example: Path, open_on: Callable[[Path], Desk]) -> None:
    session = (desk := open_on(example)).session
    desk.window.hide()
    places: dict[str, Callable[[], QWidget]] = {
        "kept": lambda: KeptSecret(session, "a"),
        "typed": lambda: PasswordInput(session, None),
        "made": PasswordMaker,
        "recovery": lambda: RecoveryPanel(session, "a"),
        "code given": lambda: CodeStep(session),
        "code taken": lambda: TakeOverCard(session),
        "passphrase": lambda: UnlockBar(session),
        "not marked": QLineEdit,
    }
    told = [
        name
        for name, make in places.items()
        if _with_secret(make(), "Vq7#mulberry") != _with_secret(make(), "Zx8!kestrel")
    ]
    assert told == ["not marked"]
