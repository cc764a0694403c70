"""The card that updates, with real packages: what it offers, refuses and does, and what the next start says."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from coopdesk import __version__, launch
from coopdesk.launch import COMMAND, start_command
from coopdesk.release import LINUX
from coopdesk.texts import LANGUAGES
from coopdesk.ui.widgets.update import UpdateCard
from tests.release.packages import HANGS, NEW, REFUSES, Rights, install_key, package
from tests.release.signed import installer
from tests.ui import looks
from tests.ui.conftest import PATIENCE, Desk

Open = Callable[[Path], Desk]
SIZES = ((1366, 728), (1092, 582), (1024, 640))


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_key(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rights:
    (tmp_path / "bin").mkdir()
    return Rights(tmp_path / "bin", monkeypatch)


def settings_of(folder: Path) -> QSettings:
    return QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)


def card_of(desk: Desk, language: str = "en") -> UpdateCard:
    desk.application.switch_language("bn" if language == "bn" else "en")
    desk.window.show_page("settings")
    desk.settle()
    return desk.page.findChild(UpdateCard)


def press(widget: QWidget, text: str) -> None:
    (found,) = (one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible())
    found.click()


def choose(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> UpdateCard:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    card = card_of(desk)
    press(card, "Choose the update file…")
    desk.settle()
    return card


def test_a_checkout_says_how_it_is_updated_instead(example: Path, open_on: Open) -> None:
    card = card_of(open_on(example))
    assert "git pull" in looks.said(card)
    assert not card.findChildren(QPushButton)


@pytest.mark.usefixtures("_installed")
def test_an_update_is_offered_done_and_the_new_version_started(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    desk = open_on(example)
    card = choose(desk, package(tmp_path), monkeypatch)
    said = looks.said(card)
    assert f"CoopDesk {NEW}" in said
    assert f"CoopDesk {__version__} stays" in said
    assert rights.asked == []

    rights.answer(0, seconds=1)
    press(card, "Update now")
    desk.qtbot.waitUntil(lambda: not desk.window.isEnabled(), timeout=PATIENCE)
    desk.window.close()
    assert desk.session.is_open, "the window stays until all is installed"
    desk.qtbot.waitUntil(lambda: not desk.session.is_open, timeout=PATIENCE)

    assert rights.asked[-1].endswith(f"coopdesk_{NEW}_amd64.deb")
    assert desk.application._next == (*start_command(), "--data-dir", str(example))
    assert len(list((example / "backups").glob("before-*.zip"))) == 1
    assert settings_of(example).value("update_file") == f"{NEW} coopdesk_{NEW}_amd64.deb"


@pytest.mark.usefixtures("_installed")
def test_not_now_leaves_all_as_it_is(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    card = choose(open_on(example), package(tmp_path), monkeypatch)
    press(card, "Not now")

    assert NEW not in looks.said(card)
    assert rights.asked == []
    assert not (example / "backups").exists()


@pytest.mark.usefixtures("_installed")
def test_a_new_version_that_refuses_the_register_is_not_installed(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    desk = open_on(example)
    card = choose(desk, package(tmp_path, REFUSES), monkeypatch)
    press(card, "Update now")
    desk.settle()

    said = looks.said(card)
    assert f"CoopDesk {__version__} stays" in said
    assert "এই রেজিস্টার খোলা গেল না।" in said
    assert rights.asked == []
    assert desk.session.is_open
    assert desk.window.isEnabled()


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize(
    ("version", "spoilt", "word"),
    [("0.0.9", False, "older"), (__version__, False, "nothing to do"), (NEW, True, "not whole")],
)
def test_what_is_no_update_is_refused_with_the_reason(
    example: Path,
    open_on: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    spoilt: bool,
    word: str,
) -> None:
    file = installer(tmp_path / "a.deb", b"!<arch>\n" + bytes(5_000), version, LINUX)
    if spoilt:
        file.write_bytes(file.read_bytes().replace(bytes(100), b"x" * 100, 1))

    card = choose(open_on(example), file, monkeypatch)

    assert word in looks.said(card)
    assert not [one for one in card.findChildren(QPushButton) if one.text() == "Update now" and one.isVisible()]


@pytest.mark.usefixtures("_installed")
def test_a_trial_can_be_stopped_and_another_language_loses_nothing(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    desk = open_on(example)
    card = choose(desk, package(tmp_path, HANGS), monkeypatch)
    press(card, "Update now")
    desk.qtbot.waitUntil(lambda: desk.session.updater.step == "try", timeout=PATIENCE)

    desk.application.switch_language("bn")
    card = desk.page.findChild(UpdateCard)
    desk.qtbot.waitUntil(lambda: "থামান" in looks.said(card), timeout=PATIENCE)
    press(card, "থামান")
    desk.settle()

    assert "হালনাগাদ থামানো হয়েছে" in looks.said(card)
    assert rights.asked == []


@pytest.mark.usefixtures("_installed")
def test_closing_the_window_stops_a_trial(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    desk = open_on(example)
    card = choose(desk, package(tmp_path, HANGS), monkeypatch)
    press(card, "Update now")
    desk.qtbot.waitUntil(lambda: desk.session.updater.step == "try", timeout=PATIENCE)

    desk.window.close()

    assert not desk.session.is_open
    assert rights.asked == []


@pytest.mark.usefixtures("_installed")
def test_where_nobody_can_be_asked_the_administrators_command_is_there_to_copy(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    desk = open_on(example)
    card = choose(desk, package(tmp_path), monkeypatch)
    press(card, "Update now")
    desk.settle()

    command = card.findChild(QLineEdit).text()
    assert command.startswith(f"sudo {COMMAND} install-release ")
    assert "before-" in looks.said(card)
    press(card, "Copy the command")
    assert QGuiApplication.clipboard().text() == command
    assert desk.session.is_open


@pytest.mark.usefixtures("_installed")
def test_the_card_shows_all_it_says(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    desk = open_on(example)
    updater, wrong, file = desk.session.updater, [], package(tmp_path)
    steps: tuple[Callable[[], object], ...] = (
        lambda: updater.choose(file),
        updater.begin,
        lambda: updater.choose(tmp_path / "gone.deb"),
    )
    for step in steps:
        step()
        desk.settle()
        for language, size in product(LANGUAGES, SIZES):
            desk.window.resize(*size)
            card = card_of(desk, language)
            wrong += looks.cut_off(desk.window) + looks.nameless(card)
            wrong += looks.untranslated(card) if language == "bn" else []
    assert wrong == []


def test_the_first_start_after_an_update_says_so_once(example: Path, open_on: Open) -> None:
    settings = settings_of(example)
    settings.setValue("version", "0.0.9")
    settings.setValue("update_file", f"{__version__} coopdesk_amd64.deb")
    settings.sync()
    desk = open_on(example)

    assert f"0.0.9 থেকে {__version__}" in looks.said(desk.window)
    line = desk.session.parts.register.journal(1)[0]
    assert (line.deed, line.subject) == ("change_version", f"0.0.9 → {__version__} (coopdesk_amd64.deb)")
    desk.window.close()

    again = open_on(example)
    assert "0.0.9" not in looks.said(again.window)
    assert [one.deed for one in again.session.parts.register.journal()].count("change_version") == 1


def test_a_version_installed_under_an_open_window_is_told(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where an administrator updates it: what goes wrong in the old one from then on is no bug."""
    desk = open_on(example)
    desk.application.switch_language("en")
    monkeypatch.setattr(launch, "_INSTALLED", True)
    monkeypatch.setattr(launch, "_MARK", tmp_path / launch.COPY_MARK)
    launch._MARK.touch()
    desk.application._on_minute()
    desk.settle()
    assert "At a glance" in looks.said(desk.window)
    assert "was renewed" not in looks.said(desk.window)
    launch._MARK.unlink()

    desk.application._on_minute()
    desk.settle()
    assert "was renewed" in looks.said(desk.window)
    desk.window.show_page("team")
    desk.application.tell_of_bug()
    desk.settle()
    assert "was renewed" in looks.said(desk.window)
    assert "Something unexpected" not in looks.said(desk.window)
    assert not desk.window.stays


def test_what_waits_in_the_tray_makes_way_for_a_version_that_was_installed(
    example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_on(example)
    desk.window.stays = True
    desk.window.close()
    monkeypatch.setattr(launch, "_INSTALLED", True)
    monkeypatch.setattr(launch, "_MARK", tmp_path / launch.COPY_MARK)
    desk.application._on_minute()
    assert desk.application._next == (COMMAND, "--data-dir", str(example), "--background")
    assert not desk.session.is_open


def test_a_file_that_did_not_get_here_is_not_named(example: Path, open_on: Open) -> None:
    settings = settings_of(example)
    settings.setValue("version", "9.9.9")
    settings.setValue("update_file", "9.9.10 coopdesk_9.9.10_amd64.deb")
    settings.sync()
    desk = open_on(example)
    assert "ফিরেছে: 9.9.9" in looks.said(desk.window)
    assert desk.session.parts.register.journal(1)[0].subject == f"9.9.9 → {__version__}"


def test_a_first_start_ever_says_nothing(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    assert not desk.window._news.isVisible()
    assert settings_of(example).value("version") == __version__
    assert "change_version" not in [line.deed for line in desk.session.parts.register.journal()]


def test_a_note_of_no_version_is_no_trouble(example: Path, open_on: Open) -> None:
    settings = settings_of(example)
    settings.setValue("version", "not a version")
    settings.sync()
    desk = open_on(example)
    assert not desk.window._news.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_register_that_fails_right_after_an_update_tells_the_way_back(
    data_dir: Path, open_on: Open, language: str
) -> None:
    (data_dir / "backups").mkdir(parents=True)
    backup = data_dir / f"backups/before-{__version__}-20261124-101112-123.zip"
    backup.touch()
    (data_dir / "register.sqlite").write_bytes(b"this is no register " * 500)
    settings = settings_of(data_dir)
    settings.setValue("version", "0.0.9")
    settings.sync()
    desk = open_on(data_dir)
    desk.window.resize(1024, 640)
    desk.application.switch_language("bn" if language == "bn" else "en")
    desk.settle()

    said = looks.said(desk.page)
    assert str(backup) in said
    assert "--allow-downgrades ./coopdesk_0.0.9_amd64.deb" in said
    assert looks.cut_off(desk.window) == []
    assert settings_of(data_dir).value("version") == "0.0.9"


@pytest.mark.usefixtures("_installed")
def test_a_register_of_a_newer_coopdesk_can_be_updated_to(
    data_dir: Path, example: Path, open_on: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: Rights
) -> None:
    with closing(sqlite3.connect(data_dir / "register.sqlite", isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    desk = open_on(data_dir)
    card = desk.page.findChild(UpdateCard)
    assert "আরও নতুন CoopDesk" in looks.said(desk.page)

    desk.session.updater.choose(package(tmp_path, "import sys; sys.exit(0)"))
    desk.settle()
    press(card, "এখনই হালনাগাদ করুন")
    desk.settle()

    assert rights.asked
    assert desk.application._next


_ENDS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from coopdesk import app
from coopdesk.ui.qt import qt_application

def look():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow)), None)
    if window is not None and window._session.is_open:
        timer.stop()
        window._session.ends.emit((sys.executable, "-c", f"open({sys.argv[2]!r}, 'w').write('started')"))

qt_application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.open_window(Path(sys.argv[1])))
"""


def test_what_comes_after_is_started_once_the_window_is_closed(example: Path, tmp_path: Path, open_on: Open) -> None:
    started = tmp_path / "started"
    done = subprocess.run(
        [sys.executable, "-c", _ENDS, example, started], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    for _ in range(100):
        if started.exists():
            break
        subprocess.run(["sleep", "0.1"], check=True)
    assert started.read_text("utf-8") == "started"
