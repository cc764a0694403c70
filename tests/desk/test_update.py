"""Updating on Debian: nothing is changed before the new version has opened the register, and every refusal says why."""

import shutil
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from coopdesk import __version__, launch
from coopdesk.desk import update
from coopdesk.desk.example import make_example
from coopdesk.desk.opening import open_desk
from coopdesk.desk.update import Course, Outcome, carry_out, install_release, offered
from coopdesk.errors import CoopDeskError
from coopdesk.launch import COMMAND, start_command
from coopdesk.release import LINUX, WINDOWS
from tests.release.packages import BREAKS, HANGS, NEW, REFUSES, Rights, install_key, package
from tests.release.signed import installer


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install_key(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder that updates work in."""
    return tmp_path / "cache/CoopDesk/update"


@pytest.fixture
def rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rights:
    (tmp_path / "bin").mkdir()
    return Rights(tmp_path / "bin", monkeypatch)


@pytest.fixture
def folder(data_dir: Path) -> Path:
    make_example(data_dir).register.close()
    return data_dir


def go(file: Path, folder: Path, course: Course | None = None) -> Outcome:
    """Offer and carry out, as the window does."""
    course = course or Course()
    return carry_out(file, offered(file, course), folder, "bn", course)


def refused(deed: Callable[[], object]) -> CoopDeskError:
    """Return the trouble that a deed ends with."""
    with pytest.raises(CoopDeskError) as trouble:
        deed()
    return trouble.value


def register_of(folder: Path) -> bytes:
    return (folder / "register.sqlite").read_bytes()


def test_a_newer_version_is_backed_up_tried_and_installed(
    folder: Path, tmp_path: Path, rights: Rights, place: Path
) -> None:
    before, steps = register_of(folder), []
    file = package(tmp_path)

    done = go(file, folder, Course(lambda step, _done, _of: steps.append(step)))

    assert list(dict.fromkeys(steps)) == ["check", "copy", "try", "install"]
    assert done.backup is not None
    assert [done.backup] == list((folder / "backups").iterdir())
    assert register_of(folder) == before
    copy = place / file.name
    assert rights.asked == ["--disable-internal-agent", COMMAND, "install-release", str(copy)]
    assert copy.read_bytes() == file.read_bytes()
    assert [path.name for path in place.iterdir()] == [file.name]
    assert place.stat().st_mode & 0o777 == 0o700
    assert done.start == (*start_command(), "--data-dir", str(folder))
    update.clear_away()
    assert not place.exists()


def test_the_new_version_is_started_though_this_ones_files_are_gone_by_then(
    folder: Path, tmp_path: Path, rights: Rights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "_INSTALLED", True)
    monkeypatch.setattr("sys.prefix", str(tmp_path / "gone"))

    done = go(package(tmp_path), folder)

    assert rights.asked
    assert done.start == (COMMAND, "--data-dir", str(folder))


def test_without_a_register_there_is_nothing_to_back_up(tmp_path: Path, rights: Rights) -> None:
    assert go(package(tmp_path), tmp_path / "new").backup is None
    assert rights.asked


@pytest.mark.parametrize(("code", "key"), [(REFUSES, "update.refused"), (BREAKS, "update.does_not_run")])
def test_a_version_that_does_not_open_the_register_changes_nothing(
    folder: Path, tmp_path: Path, rights: Rights, place: Path, code: str, key: str
) -> None:
    before = register_of(folder)

    trouble = refused(lambda: go(package(tmp_path, code), folder))

    assert trouble.key == key
    assert __version__ in trouble.said.bn
    assert "Traceback" not in trouble.said.bn
    assert ("এই রেজিস্টার খোলা গেল না।" in trouble.said.bn) == (code == REFUSES)
    assert rights.asked == []
    assert register_of(folder) == before
    assert not (place / "unpacked").exists()


def test_a_register_that_the_new_version_finds_damaged_stops_the_update(
    folder: Path, tmp_path: Path, rights: Rights
) -> None:
    (folder / "register.sqlite").write_bytes(b"a letter " * 1000)

    trouble = refused(lambda: go(package(tmp_path), folder))

    assert trouble.key == "update.refused"
    assert str(folder / "register.sqlite") in trouble.said.bn
    assert rights.asked == []


def test_a_package_without_the_version_that_it_says_does_not_run(folder: Path, tmp_path: Path, rights: Rights) -> None:
    file = package(tmp_path, inside="9.9.8")
    assert refused(lambda: go(file, folder)).key == "update.does_not_run"
    assert rights.asked == []


def test_what_no_package_manager_can_unpack_is_said(folder: Path, tmp_path: Path, rights: Rights) -> None:
    file = installer(tmp_path / "coopdesk_9.9.9_amd64.deb", b"!<arch>\nno package", NEW, LINUX)
    assert refused(lambda: go(file, folder)).key == "update.not_unpacked"
    assert rights.asked == []


@pytest.mark.parametrize(("version", "key"), [(__version__, "update.same"), ("0.0.9", "update.older")])
def test_no_older_or_same_version_is_offered(tmp_path: Path, version: str, key: str) -> None:
    file = installer(tmp_path / "a.deb", b"!<arch>\n", version, LINUX)
    assert refused(lambda: offered(file, Course())).key == key


def test_another_systems_file_is_not_offered(tmp_path: Path) -> None:
    file = installer(tmp_path / "a.exe", system=WINDOWS)
    assert refused(lambda: offered(file, Course())).key == "release.for_windows"


def test_a_file_that_is_another_one_by_now_is_not_used(folder: Path, tmp_path: Path, rights: Rights) -> None:
    file = package(tmp_path)
    wanted = offered(file, Course())
    (tmp_path / "later").mkdir()
    shutil.copy(package(tmp_path / "later", version="9.9.10"), file)

    assert refused(lambda: carry_out(file, wanted, folder, "bn", Course())).key == "release.not_whole"
    assert rights.asked == []


def test_a_copy_that_is_changed_after_the_trial_is_not_installed(
    folder: Path, tmp_path: Path, rights: Rights, place: Path
) -> None:
    """Whoever gives the rights may be slow; the administrator's side looks anew."""
    go(package(tmp_path), folder)
    copy = Path(rights.asked[-1])
    with copy.open("rb+") as file:
        file.seek(200)
        file.write(b"!")

    assert refused(lambda: install_release(copy)).key == "release.not_whole"


@pytest.mark.parametrize(("version", "key"), [(__version__, "update.same"), ("0.0.9", "update.older")])
def test_an_administrator_installs_no_older_or_same_version(tmp_path: Path, version: str, key: str) -> None:
    assert refused(lambda: install_release(package(tmp_path, version=version))).key == key


def test_a_checkout_installs_no_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert refused(lambda: install_release(package(tmp_path))).key == "update.no_package"


def test_a_stick_that_is_pulled_is_said(folder: Path, tmp_path: Path) -> None:
    file = package(tmp_path)
    wanted = offered(file, Course())
    file.unlink()
    assert refused(lambda: carry_out(file, wanted, folder, "bn", Course())).key == "release.unreadable"


def test_without_pkexec_the_administrator_gets_the_command(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    done = go(package(tmp_path), folder)

    assert done.start == ()
    assert done.command == f"sudo {COMMAND} install-release {place / f'coopdesk_{NEW}_amd64.deb'}"
    assert done.backup is not None


@pytest.mark.parametrize(
    ("code", "key"), [(126, "update.not_allowed"), (127, "update.not_allowed"), (100, "update.not_installed")]
)
def test_a_system_that_does_not_install_says_why(
    folder: Path, tmp_path: Path, rights: Rights, code: int, key: str
) -> None:
    rights.answer(code, "E: Unmet dependencies")
    trouble = refused(lambda: go(package(tmp_path), folder))

    assert trouble.key == key
    assert f"sudo {COMMAND}" in trouble.said.en
    assert ("Unmet dependencies" in trouble.said.en) == (code == 100)


@pytest.mark.parametrize("step", ["check", "copy", "try"])
def test_it_can_be_stopped_until_it_installs(folder: Path, tmp_path: Path, rights: Rights, step: str) -> None:
    course = Course(lambda now, _done, _of: course.stopped.set() if now == step else None)
    file = package(tmp_path)

    trouble = refused(lambda: (go(file, folder, course), course.at(step)))

    assert trouble.key == "update.stopped"
    assert rights.asked == []


def test_a_trial_that_hangs_can_be_stopped(folder: Path, tmp_path: Path, rights: Rights, place: Path) -> None:
    course = Course()
    file = package(tmp_path, HANGS)
    threading.Timer(1, course.stopped.set).start()
    begun = time.monotonic()

    assert refused(lambda: go(file, folder, course)).key == "update.stopped"
    assert time.monotonic() - begun < 30
    assert not (place / "unpacked").exists()


def test_on_windows_the_setup_of_the_copy_is_started(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    started = []
    monkeypatch.setattr(update, "HERE", WINDOWS)
    monkeypatch.setattr("os.startfile", lambda file, arguments: started.append((file, arguments)), raising=False)
    file = installer(tmp_path / "CoopDesk-9.9.9-setup.exe", system=WINDOWS)

    assert go(file, folder) == Outcome()

    assert started == [(place / file.name, f'/UPDATE /LANG=2117 /DATA="{folder}"')]
    assert (place / file.name).read_bytes() == file.read_bytes()


def test_a_setup_that_windows_does_not_start_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_file: Path, arguments: str) -> None:
        raise OSError(arguments)

    monkeypatch.setattr(update, "HERE", WINDOWS)
    monkeypatch.setattr("os.startfile", refuses, raising=False)
    file = installer(tmp_path / "CoopDesk-9.9.9-setup.exe", system=WINDOWS)
    assert refused(lambda: go(file, folder)).key == "update.no_setup"


def test_the_journal_says_which_version_took_over(folder: Path) -> None:
    parts = open_desk(folder)
    with closing(parts.register):
        update.note_change(parts, "0.0.9", "CoopDesk-0.1.0-setup.exe", "রেহানা পারভীন")
        line = parts.register.journal(1)[0]
    assert (line.deed, line.who) == ("change_version", "রেহানা পারভীন")
    assert line.subject == f"0.0.9 → {__version__} (CoopDesk-0.1.0-setup.exe)"


def test_the_last_backup_before_this_version_is_known(tmp_path: Path) -> None:
    assert update.backup_before(tmp_path) is None
    (tmp_path / "backups").mkdir()
    for name in (f"before-{__version__}-20260101-1.zip", f"before-{__version__}-20260102-1.zip", "before-9-3.zip"):
        (tmp_path / "backups" / name).touch()
    assert update.backup_before(tmp_path) == tmp_path / f"backups/before-{__version__}-20260102-1.zip"
