"""One window a register: a second start brings the first forward, and a holder that is gone holds nobody back."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coopdesk.desk.example import make_example
from coopdesk.login import login_name
from coopdesk.register.store import Register
from coopdesk.ui.calling import SHOW, close_window, first_answers
from coopdesk.ui.instance import LOCK, NOTE, Held, Hold
from coopdesk.ui.tray import bring_to_front
from tests.cli.process import run, run_after
from tests.ui.processes import PATIENCE, heard, holder, window

BLOCKED = "import sys\nsys.modules['PySide6.QtWidgets'] = None\n"
"""What lets no window be painted."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an example, to be copied: making one takes a while."""
    folder = tmp_path_factory.mktemp("made") / "CoopDesk"
    make_example(folder).register.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Return the folder of an example, with a name as people give them."""
    return shutil.copytree(made, tmp_path / "সমবায় কার্যালয়ের তথ্য")


def test_a_second_start_brings_the_first_forward_and_close_ends_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with window(folder, "background", "type") as first:
        assert heard(first, "OPEN") == "OPEN write"
        quiet = run_after(BLOCKED, "--data-dir", f"{folder}/", "--background")
        assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
        second = run_after(BLOCKED, "--data-dir", tmp_path / "link" / ".", at=tmp_path)
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert heard(first, "VISIBLE") == "VISIBLE"
        closed = run("--data-dir", os.path.relpath(folder, tmp_path), "close", at=tmp_path)
        assert (closed.returncode, closed.stdout, closed.stderr) == (0, "", "")
        assert first.wait(PATIENCE) == 0
    assert not {LOCK, NOTE} & {path.name for path in folder.iterdir()}
    with closing(Register.open(folder)) as register:
        assert "https://x.com/half_typed" in str(register.drafts(""))


def test_of_two_starts_at_one_moment_one_opens(folder: Path) -> None:
    command = [sys.executable, "-m", "coopdesk", "--data-dir", str(folder)]
    both = [subprocess.Popen(command) for _ in range(2)]
    with ExitStack() as undo:
        for one in both:
            undo.callback(one.wait, PATIENCE)
            undo.callback(one.kill)
        until = monotonic() + PATIENCE
        while all(one.poll() is None for one in both) and monotonic() < until:
            sleep(0.05)
        assert sorted([str(one.poll()) for one in both]) == ["0", "None"]
        assert close_window(folder, PATIENCE)


def test_of_many_that_take_it_at_once_one_gets_it(folder: Path) -> None:
    with ExitStack() as undo:
        all_of_them = [undo.enter_context(holder(folder)) for _ in range(4)]
        assert sorted(_first_line(one) for one in all_of_them) == ["FREE", "ME", "ME", "ME"]


def _first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_holder_that_was_killed_holds_nobody_back(folder: Path) -> None:
    with holder(folder, "note") as killed:
        assert heard(killed, "NOTED")
        killed.send_signal(signal.SIGKILL)
        killed.wait(PATIENCE)
    assert {LOCK, NOTE} <= {path.name for path in folder.iterdir()}
    hold = Hold(folder)
    assert hold.take() is None
    assert not (folder / NOTE).exists()
    hold.release()
    assert not (folder / LOCK).exists()


def test_a_window_that_hangs_is_not_waited_for_long(folder: Path) -> None:
    with window(folder) as hung:
        assert heard(hung, "OPEN") == "OPEN write"
        hung.send_signal(signal.SIGSTOP)
        hold = Hold(folder)
        held = hold.take()
        assert held is not None
        assert (held.by, held.login) == ("me", login_name())
        assert not first_answers(hold, held, SHOW, 0.3)
        assert not close_window(folder, 0.3)
        asked = run_after("import coopdesk.app\ncoopdesk.app._CLOSING = 0.3\n", "--data-dir", folder, "close")
        assert asked.returncode == 2
        assert "CoopDesk এখনো খোলা" in asked.stderr
        hung.send_signal(signal.SIGCONT)
        assert close_window(folder, PATIENCE), "what was asked meanwhile is heard"


def test_nothing_is_to_close_where_nothing_is_open(tmp_path: Path) -> None:
    assert run("--data-dir", tmp_path / "nothing", "close").returncode == 0
    assert not (tmp_path / "nothing").exists()


def test_another_user_on_this_computer_is_named(folder: Path) -> None:
    with holder(folder, "note", LOGNAME="kamal") as other:
        assert heard(other, "NOTED")
        hold = Hold(folder)
        held = hold.take()
        assert held is not None
        assert (held.by, held.login) == ("user", "kamal")
        assert held.since is not None
        assert not first_answers(hold, held, SHOW, PATIENCE), "nobody waits for a window that is not one's own"
        assert close_window(folder, PATIENCE), "another's window is not ours to close"
        assert other.poll() is None


@pytest.mark.parametrize(
    "note", [b"", b"{", b"[1]", b'{"login": "x", "computer": 3, "since": "yesterday"}', b"\xff\xfe", b'{"since": 1e99}']
)
def test_a_damaged_note_leaves_what_the_lock_tells(folder: Path, note: bytes) -> None:
    with holder(folder) as other:
        assert heard(other, "FREE")
        (folder / NOTE).write_bytes(note)
        held = Hold(folder).take()
        assert held is not None
        assert held.login in (login_name(), "x")
        (folder / LOCK).write_text("4711\npython\nFAR-PC\n\n\n")
        (folder / NOTE).write_bytes(b"{")
        assert Hold(folder).take() == Held("computer", computer="FAR-PC")


def test_a_lock_taken_over_meanwhile_is_given_up_and_left_in_place(folder: Path) -> None:
    slept = Hold(folder)
    assert slept.take() is None
    theirs = "4711\npython\nFAR-PC\n\n\n"
    (folder / LOCK).write_text(theirs)
    (folder / NOTE).write_text('{"login": "kamal", "computer": "FAR-PC", "since": "2026-11-24T10:15:00+06:00"}')
    held = slept.take()
    assert held is not None
    assert (held.by, held.login, held.computer) == ("computer", "kamal", "FAR-PC")
    slept.release()
    assert (folder / LOCK).read_text() == theirs
    assert (folder / NOTE).exists()


def test_a_folder_that_may_not_be_written_is_held_by_nobody(folder: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom coopdesk.ui.instance import Hold\nfolder = Path(sys.argv[1])\n"
        "os.setuid(65534) if os.getuid() == 0 else None\nprint(Hold(folder).take())"
    )
    for above in (folder, *folder.parents):
        if above.owner() == login_name() and above != Path("/") and above.is_relative_to(folder.parents[2]):
            above.chmod(0o755)
    folder.chmod(0o555)
    told = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    assert told.stdout.startswith("Held(by='folder'"), told.stderr
    assert not (folder / LOCK).exists()


@pytest.mark.parametrize("state", ["hidden", "minimised", "maximised"])
def test_a_window_comes_forward_as_large_as_it_was(qtbot: QtBot, state: str) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.showMaximized() if state == "maximised" else shown.show()
    qtbot.waitExposed(shown)
    if state == "minimised":
        shown.showMinimized()
    else:
        shown.hide()
    bring_to_front(shown)
    assert shown.isVisible()
    assert not shown.isMinimized()
    assert bool(shown.windowState() & Qt.WindowState.WindowMaximized) is (state == "maximised")
