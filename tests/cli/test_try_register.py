"""A new version tries on a copy whether it opens the register; the register is left alone whatever comes out."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coopdesk.desk.opening import open_desk
from tests.cli.process import run, run_after

SAMPLES = Path(__file__).parents[1] / "register/samples"
_DISK_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (36_000, 36_000))
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Return the folder in which the trial may put its copy."""
    (tmp_path / "scratch").mkdir()
    return tmp_path / "scratch"


def contents(folder: Path) -> dict[str, bytes]:
    """Return what a data folder keeps: all but backups, the log, and what SQLite puts beside a register to read it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    assert not kept.get("register.sqlite-wal")
    passing = ("backups/", "log/", "register.sqlite-")
    return {name: content for name, content in kept.items() if not name.startswith(passing)}


def test_no_register_yet_is_no_trouble(tmp_path: Path) -> None:
    done = run("--data-dir", tmp_path / "new", "try-register")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "new").exists()


def test_a_register_that_opens_is_backed_up_and_left_alone(example: Path, tmp_path: Path, scratch: Path) -> None:
    before = contents(example)

    done = run("--data-dir", example, "try-register", TMPDIR=str(scratch))

    assert (done.returncode, done.stderr) == (0, "")
    assert contents(example) == before
    assert list(scratch.iterdir()) == []
    backup = Path(done.stdout.rstrip("\n"))
    assert backup.parent == example / "backups"
    assert run("--data-dir", tmp_path / "back", "restore", backup).returncode == 0
    assert run("--data-dir", tmp_path / "back", "check").returncode == 0


def test_the_last_three_backups_stay_and_nothing_broken_off(example: Path) -> None:
    backups = example / "backups"
    backups.mkdir(exist_ok=True)
    for day in range(1, 5):
        old = backups / f"before-0.0.{day}-2026.zip"
        old.touch()
        os.utime(old, (day, day))
    for name in ("own.zip", ".backup-old/x", ".backup-new/x"):
        (backups / name).parent.mkdir(exist_ok=True)
        (backups / name).touch()
    os.utime(backups / ".backup-old", (1, 1))

    kept = Path(run("--data-dir", example, "try-register").stdout.rstrip("\n"))

    made = ["before-0.0.3-2026.zip", "before-0.0.4-2026.zip", kept.name]
    assert sorted(path.name for path in backups.iterdir()) == sorted([*made, ".backup-new", "own.zip"])


def test_an_older_register_is_upgraded_on_the_copy_alone(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    shutil.copy(SAMPLES / "0001.sqlite", folder / "register.sqlite")
    before = contents(folder)

    done = run("--data-dir", folder, "try-register", TMPDIR=str(scratch))

    assert (done.returncode, done.stderr) == (0, "")
    assert contents(folder) == before
    assert list(scratch.iterdir()) == []
    assert [path.suffix for path in (folder / "backups").iterdir()] == [".zip"]


def test_it_holds_while_a_window_has_the_register_open(example: Path, tmp_path: Path) -> None:
    parts = open_desk(example)
    with closing(parts.register):
        with parts.register.deed("attest", "রেহানা পারভীন", "just now"):
            pass
        done = run("--data-dir", example, "try-register")
        with parts.register.deed("attest", "রেহানা পারভীন", "afterwards"):
            pass

    assert (done.returncode, done.stderr) == (0, "")
    run("--data-dir", tmp_path / "back", "restore", Path(done.stdout.rstrip("\n")))
    back = open_desk(tmp_path / "back")
    with closing(back.register):
        assert "just now" in [line.subject for line in back.register.journal()]


def _damage(register: Path) -> None:
    content = bytearray(register.read_bytes())
    content[4096 : len(content) // 2] = bytes(len(content) // 2 - 4096)
    register.write_bytes(content)


def _make_newer(register: Path) -> None:
    with closing(sqlite3.connect(register, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _replace(register: Path) -> None:
    register.write_bytes(b"a letter, no register " * 100)


def _put_nonsense(register: Path) -> None:
    with closing(sqlite3.connect(register, isolation_level=None)) as connection:
        connection.execute("UPDATE office SET tier = 'kingdom'")


@pytest.mark.parametrize(
    ("spoil", "word"),
    [(_damage, "damaged"), (_make_newer, "newer CoopDesk"), (_replace, "not a CoopDesk"), (_put_nonsense, "damaged")],
)
def test_a_register_that_cannot_be_opened_is_refused_by_its_own_name(
    example: Path, scratch: Path, spoil: object, word: str
) -> None:
    assert callable(spoil)
    spoil(example / "register.sqlite")
    before = contents(example)

    done = run("--data-dir", example, "try-register", TMPDIR=str(scratch), COOPDESK_LANG="en")

    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert str(example / "register.sqlite") in done.stderr
    assert "Traceback" not in done.stderr
    assert word in (example / "log/coopdesk.log").read_text("utf-8"), "whoever helps finds the reason there"
    assert contents(example) == before
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_said_and_nothing_stays(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "large"
    assert run("demo", folder, "--accounts", 40).returncode == 0
    before = contents(folder)

    done = run_after(_DISK_FULL, "--data-dir", folder, "try-register", TMPDIR=str(scratch), COOPDESK_LANG="en")

    assert done.returncode == 2
    assert done.stderr.startswith("The disk ")
    assert contents(folder) == before
    assert list(scratch.iterdir()) == []
    assert not list((folder / "backups").glob("*"))


def test_a_bug_leaves_no_copy_either(example: Path, scratch: Path) -> None:
    bug = "import coopdesk.desk.trial as trial\ntrial.assess = None\n"
    done = run_after(bug, "--data-dir", example, "try-register", TMPDIR=str(scratch), COOPDESK_LANG="en")

    assert done.returncode == 2
    assert "unexpected error" in done.stderr
    assert list(scratch.iterdir()) == []
