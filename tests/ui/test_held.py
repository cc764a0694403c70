"""A register that somebody else holds is opened to be read only, and says whose it is; one in danger is warned of."""

import gc
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coopdesk.desk.example import make_example
from coopdesk.desk.opening import open_desk
from coopdesk.errors import CoopDeskError
from coopdesk.location import NETWORK, Kind, Location
from coopdesk.texts import LANGUAGES
from coopdesk.ui.application import Application
from coopdesk.ui.instance import LOCK, NOTE, Hold
from coopdesk.ui.pages import PAGES
from coopdesk.ui.start import TroublePage
from tests.cli.process import run, run_after
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.processes import heard, holder, window
from tests.ui.test_instance import BLOCKED
from tests.ui.test_looks import SAYS_ALL


class HeldDesk(Desk):
    """A window as the start makes it, with the right to write or without."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        """Open the window as `app.open_window` does."""
        self.qtbot = qtbot
        self.hold = Hold(folder)
        self.application = Application(self.hold.folder, open_desk, hold=self.hold, held=self.hold.take())
        self.window, self.session = self.application.window, self.application.session
        qtbot.waitUntil(lambda: self.session.is_open, timeout=20_000)
        self.settle()

    def close(self) -> None:
        """Close the window, and let others write."""
        super().close()
        self.hold.release()

    def press(self, said: str) -> None:
        """Press the button that says so."""
        (found,) = (w for w in looks.visible(self.window) if isinstance(w, QPushButton) and w.text() == said)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def said(self) -> str:
        """All that the window says."""
        return looks.said(self.window)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an example, to be copied: making one takes a while."""
    folder = tmp_path_factory.mktemp("made") / "CoopDesk"
    make_example(folder, unmet=True).register.close()
    return folder


@pytest.fixture
def unmet_example(made: Path, data_dir: Path) -> Path:
    """Return the folder of an example in which something is left to do."""
    shutil.copytree(made, data_dir)
    return data_dir


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[list[HeldDesk]]:
    """Return a list; the windows that are put into it are closed in the end."""
    gc.collect()  # the desks of earlier tests, as in `open_on`
    opened: list[HeldDesk] = []
    yield opened
    for desk in opened:
        desk.close()


@pytest.fixture
def held(unmet_example: Path, qtbot: QtBot, desks: list[HeldDesk]) -> HeldDesk:
    """Return the window on a register that another computer holds."""
    hold_elsewhere(unmet_example)
    desks.append(HeldDesk(unmet_example, qtbot))
    return desks[0]


def hold_elsewhere(folder: Path) -> None:
    """Let a computer that is not this one hold the register, as its lock and its note say."""
    (folder / LOCK).write_text("4711\npythonw\nUCO-PC-2\nnumber\n\n")
    note = {"login": "kamal", "computer": "UCO-PC-2", "since": "2026-11-24T10:15:00+00:00"}
    (folder / NOTE).write_text(json.dumps(note))


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_everything_is_shown_and_nothing_is_written(unmet_example: Path, held: HeldDesk) -> None:
    before = _state(unmet_example)
    assert "UCO-PC-2" in held.said
    assert "kamal" in held.said
    for language in reversed(LANGUAGES):
        held.application.switch_language(language)
        for page in PAGES:
            held.window.show_page(page)
            held.settle()
            assert "UCO-PC-2" in held.said
    held.window.show_account(None, "address")
    line = next(w for w in held.page.findChildren(QLineEdit) if w.objectName())
    line.setText("https://x.com/own")
    held.window.show_page("overview")
    held.application._on_minute()
    held.settle()
    held.window.close()
    assert _state(unmet_example) == before


def test_a_deed_is_refused_with_a_word(unmet_example: Path, held: HeldDesk) -> None:
    before = _state(unmet_example)
    refused: list[CoopDeskError] = []
    done: list[object] = []

    def deed(parts: object) -> None:
        done.append(parts)

    held.session.do(held.window, deed, None, refused.append)
    held.settle()
    assert done == [], "no deed is begun: it may go to the keyring first"
    held.window.show_page("settings")
    held.settle()
    for pressed in ("সময়সীমা সংরক্ষণ করুন", "ব্যাকআপ নিন…"):
        held.press(pressed)
        assert "শুধু পড়ার জন্য খোলা" in looks.said(held.page)
    held.session.ask(held.window, lambda parts: parts.register.drop_draft("x"), done.append, refused.append)
    held.session.unlock("any passphrase", refused.append)
    held.settle()
    assert done == []
    assert [trouble.key for trouble in refused] == ["register.read_only"] * 3
    assert _state(unmet_example) == before


def test_once_it_is_free_it_is_written_again(unmet_example: Path, held: HeldDesk) -> None:
    held.press("আবার চেষ্টা করুন")
    assert held.session.holding.read_only
    (unmet_example / LOCK).unlink()
    (unmet_example / NOTE).unlink()
    held.press("আবার চেষ্টা করুন")
    assert not held.session.holding.read_only
    assert "UCO-PC-2" not in held.said
    held.session.do(held.window, lambda parts: parts.register.keep_draft("page", {"text": "typed"}))
    held.settle()
    assert held.session.parts.register.draft("page") == {"text": "typed"}


def test_a_computer_that_is_off_is_taken_over_after_a_question(unmet_example: Path, held: HeldDesk) -> None:
    held.press("ঐ কম্পিউটার বন্ধ – লেখার জন্য খুলুন")
    assert "সত্যিই বন্ধ" in held.said
    held.press("এখন নয়")
    assert "সত্যিই বন্ধ" not in held.said
    assert held.session.holding.read_only
    held.press("ঐ কম্পিউটার বন্ধ – লেখার জন্য খুলুন")
    held.press("হ্যাঁ, লেখার জন্য খুলুন")
    assert not held.session.holding.read_only
    assert "UCO-PC-2" not in (unmet_example / LOCK).read_text()


def test_a_register_taken_over_while_this_computer_slept_is_only_read_from_then_on(
    unmet_example: Path, qtbot: QtBot, desks: list[HeldDesk]
) -> None:
    desks.append(HeldDesk(unmet_example, qtbot))
    assert not desks[0].session.holding.read_only
    hold_elsewhere(unmet_example)
    desks[0].application._on_minute()
    desks[0].settle()
    assert desks[0].session.holding.read_only
    assert "UCO-PC-2" in desks[0].said


def test_another_user_here_is_named_and_cannot_be_taken_over(
    unmet_example: Path, qtbot: QtBot, desks: list[HeldDesk]
) -> None:
    with holder(unmet_example, "note", LOGNAME="kamal") as other:
        assert heard(other, "NOTED")
        desks.append(HeldDesk(unmet_example, qtbot))
        assert "এই কম্পিউটারেই ‘kamal’" in desks[0].said
        assert "ঐ কম্পিউটার বন্ধ" not in desks[0].said
        other.communicate("")
        desks[0].press("আবার চেষ্টা করুন")
        assert not desks[0].session.holding.read_only


def test_the_second_users_window_is_found_by_its_own_user_and_keeps_its_log_elsewhere(
    unmet_example: Path,
) -> None:
    example = unmet_example
    with (
        TemporaryDirectory() as temporary,  # a short name: a socket's has at most 107 bytes
        holder(example, "note", LOGNAME="kamal") as other,
    ):
        assert heard(other, "NOTED")
        with window(example, TMPDIR=temporary) as second:
            _is_found(example, temporary, second)
        assert other.poll() is None
    assert (Path(os.environ["XDG_STATE_HOME"]) / "CoopDesk" / "log" / "coopdesk.log").exists()


def _is_found(example: Path, temporary: str, second: "subprocess.Popen[str]") -> None:
    assert heard(second, "OPEN") == "OPEN read"
    before = _state(example)
    assert run_after(BLOCKED, "--data-dir", example, TMPDIR=temporary).returncode == 0
    assert run("--data-dir", example, "close", TMPDIR=temporary).returncode == 0
    assert second.wait(30) == 0
    assert _state(example) == before
    assert list(Path(temporary).iterdir()) == [], "the copy is gone"


def test_a_handed_over_register_does_not_go_where_another_holds_the_folder(
    data_dir: Path, qtbot: QtBot, desks: list[HeldDesk]
) -> None:
    data_dir.mkdir()
    hold_elsewhere(data_dir)
    desks.append(HeldDesk(data_dir, qtbot))
    before = _state(data_dir)
    refused: list[CoopDeskError] = []
    desks[0].session.take_over(data_dir / "handed.kdbx", "code", refused.append)
    desks[0].settle()
    assert [trouble.key for trouble in refused] == ["register.read_only"]
    assert _state(data_dir) == before


def test_a_window_that_does_not_answer_is_told_of(unmet_example: Path, qtbot: QtBot) -> None:
    trouble = CoopDeskError("instance.no_answer")
    application = Application(unmet_example, open_desk, trouble=trouble)
    qtbot.waitUntil(lambda: isinstance(application.window.page, TroublePage), timeout=20_000)
    assert "সাড়া দিচ্ছে না" in looks.said(application.window)
    application.window.close()
    application.window.deleteLater()


@SAYS_ALL
def test_the_bars_show_all_they_say(held: HeldDesk, language: str, size: tuple[int, int]) -> None:
    held.window.resize(*size)
    held.application.switch_language("en" if language == "en" else "bn")
    holding = held.session.holding
    for location in (NETWORK, Location(Kind.CLOUD, "Google Drive")):
        holding.location = location
        holding.changed.emit()
        held.settle()
        assert looks.cut_off(held.window) + looks.nameless(held.window) == []
    assert "Google Drive" in held.said


def test_a_danger_is_read_once_and_stands_in_the_settings(
    unmet_example: Path, qtbot: QtBot, desks: list[HeldDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDrive", str(unmet_example.parent))
    desks.append(HeldDesk(unmet_example, qtbot))
    assert "OneDrive" in desks[0].said
    desks[0].press("পড়েছি")
    assert "OneDrive" not in desks[0].said
    desks[0].window.show_page("settings")
    desks[0].settle()
    assert "OneDrive" in looks.said(desks[0].page)
