"""The problem file: all that helps, nobody's name, no secret; and a disk that refuses leaves no half of one."""

import getpass
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coopdesk import __version__
from coopdesk.desk.example import make_example
from coopdesk.desk.problem import save_problem, versions, without_names
from coopdesk.errors import CoopDeskError
from coopdesk.log import LOGGER, crash_file, keep_log, log_file
from tests.small_disk import small_disk


@pytest.fixture
def kept(data_dir: Path) -> Iterator[Path]:
    """Return the folder of an example whose log is kept."""
    make_example(data_dir).register.close()
    before = list(LOGGER.handlers)
    keep_log(data_dir)
    yield data_dir
    for handler in [one for one in LOGGER.handlers if one not in before]:
        LOGGER.removeHandler(handler)
        handler.close()


def _inside(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def test_it_holds_the_logs_the_versions_and_the_picture(kept: Path, tmp_path: Path) -> None:
    LOGGER.error("a task failed in %s", Path.home() / "Documents" / "list.xlsx")
    log_file(kept).with_name("coopdesk.log.1").write_text("older", "utf-8")
    crash_file(kept).write_text("Fatal Python error: Aborted", "utf-8")
    made = save_problem(kept, tmp_path / "for help", {"Screens": "1366×768 at 1"}, b"\x89PNG")
    told = _inside(made)
    assert made.name == "for help.zip"
    assert set(told) == {"coopdesk.log", "coopdesk.log.1", "crash.log", "versions.txt", "screen.png"}
    assert "a task failed in ~/Documents/list.xlsx" in told["coopdesk.log"]
    for fact in (f"CoopDesk: {__version__}", "SQLite: 3.", "Qt: 6.", "account 2,", "Screens: 1366×768 at 1", " MB"):
        assert fact in told["versions.txt"]
    assert "কুপডেস্কের সমস্যার ফাইল" in told["versions.txt"]


def test_nobody_is_named(kept: Path, tmp_path: Path) -> None:
    parts = make_example(tmp_path / "same")
    facts = parts.facts()
    parts.register.close()
    told = "".join(_inside(save_problem(kept, tmp_path / "p.zip", {})).values())
    for name in (facts.office.name, facts.office.code, *(one.name for one in facts.members)):
        assert name not in told


def test_the_home_and_the_login_leave_the_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: Path("/homes/rahim")))
    monkeypatch.setattr(getpass, "getuser", lambda: "rahim")
    assert without_names('File "/homes/rahim/a.py", /homes/rahim') == 'File "~/a.py", ~'
    assert without_names("/homes/rahimuddin/x /media/rahim/USB C:\\Users\\rahim\\y rahim") == (
        "/homes/rahimuddin/x /media/~/USB C:\\Users\\~\\y rahim"
    )
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: Path("/")))
    assert without_names("/a/b") == "/a/b"


def test_a_folder_that_is_gone_and_a_register_that_is_damaged_are_told_of(tmp_path: Path) -> None:
    told = _inside(save_problem(tmp_path / "gone", tmp_path / "p.zip", {}))
    assert list(told) == ["versions.txt"]
    assert "Register: none" in told["versions.txt"]
    (tmp_path / "register.sqlite").write_bytes(b"nothing of the kind" * 99)
    assert versions(tmp_path)["Trouble with it"].startswith("DatabaseError")


def test_a_log_that_cannot_be_read_keeps_nothing_back(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    LOGGER.warning("seen")
    crash_file(kept).write_text("x", "utf-8")
    plain = Path.open

    def refuse(self: Path, *how: object, **named: object) -> object:
        if self == crash_file(kept):
            raise PermissionError(13, "no")
        return plain(self, *how, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", refuse)
    told = _inside(save_problem(kept, tmp_path / "p.zip", {}))
    assert told["crash.log"] == "PermissionError\n"
    assert "seen" in told["coopdesk.log"]


def test_a_log_kept_elsewhere_goes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    log = keep_log(tmp_path / "file")
    LOGGER.warning("from this run")
    try:
        told = _inside(save_problem(tmp_path / "file", tmp_path / "p.zip", {}))
    finally:
        handler = next(one for one in LOGGER.handlers if getattr(one, "baseFilename", "") == str(log))
        LOGGER.removeHandler(handler)
        handler.close()
        log.unlink()
        log.parent.rmdir()
    assert "from this run" in told["temporary-coopdesk.log"]


def test_a_disk_that_refuses_leaves_what_stood_there(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(b"an older one")
    LOGGER.warning("x" * 5_000)
    with pytest.raises(CoopDeskError) as full, small_disk(room=400):
        save_problem(kept, tmp_path / "p.zip", {}, b"\x89PNG" * 100)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CoopDeskError) as barred:
        save_problem(kept, tmp_path / "file" / "p.zip", {})
    assert (full.value.key, barred.value.key) == ("register.full", "register.disk")
    assert (tmp_path / "p.zip").read_bytes() == b"an older one"
    assert {file.name for file in tmp_path.iterdir()} == {"CoopDesk", "p.zip", "file"}


def test_the_trace_of_a_bug_holds_no_value(kept: Path) -> None:
    secret = "Vq7#mulberry"

    def fail(password: str) -> None:
        raise RuntimeError(f"{len(password)} characters")

    try:
        fail(secret)
    except RuntimeError:
        LOGGER.exception("a task failed")
    assert "mulberry" not in log_file(kept).read_text("utf-8")
    assert "12 characters" in log_file(kept).read_text("utf-8")
