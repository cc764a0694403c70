"""What the command line says when rights, room, encodings or CoopDesk itself fail: a sentence, exit code 2, no loss."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import coopdesk
from coopdesk import resources
from coopdesk.cli import coopdesk as command_line
from tests.cli.process import run, run_after

_ALL_LOADED = """
import encodings.ascii, encodings.idna, encodings.latin_1, getpass, importlib, logging.handlers, os, pkgutil, tempfile
import alembic.command, coopdesk, openpyxl, PIL.Image, sqlalchemy.dialects.sqlite, typst
import pyhanko.pdf_utils.metadata.xmp_xml, pyhanko.sign, segno
for part in pkgutil.walk_packages(coopdesk.__path__, "coopdesk."):
    if not part.name.startswith(("coopdesk.ui", "coopdesk.__main__", "coopdesk.register.migrations.")):
        importlib.import_module(part.name)
"""  # Who gives up rights may no longer read where Python itself lies.
_AS_NOBODY = f"""{_ALL_LOADED}
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
"""
_DISK_FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (36_000, 36_000))
"""
_NAMELESS = f"""{_ALL_LOADED}
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(54321)
for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
    os.environ.pop(name, None)
"""
_WRITING = (
    ("certificate", "c.pdf"),
    ("report", "r.pdf"),
    ("export", "e.json"),
    ("backup", "b.zip"),
    ("table findings", "t.csv"),
    ("table findings", "t.xlsx"),
)


@pytest.fixture
def anyones() -> Iterator[Path]:
    """Return the folder of an example register that anyone may write, in a folder that anyone may enter."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folder = Path(made) / "desk"
        assert run("demo", folder).returncode == 0
        for inside in (folder, *folder.rglob("*")):
            inside.chmod(0o777 if inside.is_dir() else 0o666)
        (Path(made) / "closed").mkdir(mode=0o555)
        yield folder


@pytest.mark.parametrize(("command", "name"), [*_WRITING, ("report-problem", "p.zip")])
def test_a_place_that_may_not_be_written(anyones: Path, command: str, name: str) -> None:
    target = anyones.parent / "closed" / name
    done = run_after(_AS_NOBODY, "--data-dir", anyones, *command.split(), target, COOPDESK_LANG="en")
    assert done.returncode == 2
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr
    assert not target.exists()
    assert run("--data-dir", anyones, "check").returncode == 0


def test_a_demo_where_nothing_may_be_written(anyones: Path) -> None:
    done = run_after(_AS_NOBODY, "demo", anyones.parent / "closed" / "demo")
    assert done.returncode == 2
    assert "লেখা যাচ্ছে না" in done.stderr


@pytest.mark.parametrize(("command", "name"), _WRITING)
def test_a_full_disk(tmp_path: Path, command: str, name: str) -> None:
    example = tmp_path / "large"
    assert run("demo", example, "--accounts", 40).returncode == 0
    done = run_after(_DISK_FULL, "--data-dir", example, *command.split(), tmp_path / name, COOPDESK_LANG="en")
    assert done.returncode == 2
    assert done.stderr.startswith("The disk ")  # SQLite takes this limit for a failing disk
    assert not (tmp_path / name).exists()
    assert run("--data-dir", example, "check").returncode == 0
    assert list((example / "papers").glob("*.pdf")) == []


def test_a_full_disk_at_an_import(example: Path, tmp_path: Path) -> None:
    run("--data-dir", example, "export", tmp_path / "e.json")
    done = run_after(_DISK_FULL, "--data-dir", tmp_path / "new", "import", tmp_path / "e.json", COOPDESK_LANG="en")
    assert done.returncode == 2
    assert done.stderr.startswith("The disk ")
    assert run("--data-dir", tmp_path / "new", "import", tmp_path / "e.json").returncode == 0


def _damaged_copy(tmp_path: Path) -> Path:
    broken = tmp_path / "broken"
    parts = shutil.ignore_patterns("__pycache__", "_data")
    shutil.copytree(Path(coopdesk.__file__).parent, broken / "coopdesk", ignore=parts)
    shutil.copytree(resources.folder(), broken / "resources")
    (broken / "resources" / "rulebooks" / "coop-2016.toml").write_text("no = [rulebook")
    return broken


@pytest.mark.parametrize("form", ["apart", "joined"])
def test_a_bug_goes_to_the_log_of_the_register_named(tmp_path: Path, form: str) -> None:
    """An installation whose rulebook is damaged is nothing a person could mend."""
    folder = tmp_path / "desk"
    named = ["--data-dir", folder] if form == "apart" else [f"--data-dir={folder}"]
    done = run(*named, "check", at=_damaged_copy(tmp_path))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "অপ্রত্যাশিত ত্রুটি" in done.stderr
    assert "Traceback" not in done.stderr
    assert "TOMLDecodeError" in (folder / "log" / "coopdesk.log").read_text("utf-8")


def test_a_bug_where_no_log_can_be_written_goes_to_a_temporary_one(tmp_path: Path) -> None:
    for folder in ("tmp", "desk"):
        (tmp_path / folder).mkdir()
    (tmp_path / "desk" / "log").write_text("a file where the folder should be")
    broken = _damaged_copy(tmp_path)
    done = run("--data-dir", tmp_path / "desk", "check", at=broken, TMPDIR=os.fspath(tmp_path / "tmp"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    (log,) = (tmp_path / "tmp").rglob("coopdesk.log")
    assert os.fspath(log) in done.stderr
    assert "Traceback" in log.read_text("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_bangla_goes_through_any_pipe(example: Path, encoding: str) -> None:
    done = run("--data-dir", example, "check", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stdout.startswith("জেলা সমবায় কার্যালয়")
    refused = run("--data-dir", example, "check", "--today", "x", PYTHONIOENCODING=encoding)
    assert refused.stderr.startswith("নির্দেশটি")


def test_a_login_without_a_name(anyones: Path) -> None:
    done = run_after(_NAMELESS, "--data-dir", anyones, "certificate", anyones / "c.pdf")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [("Kodom-Phul-77",), ("--Kodom-Phul-77",), ("-k", "Kodom-Phul-77")])
def test_a_password_given_as_an_argument_is_not_repeated(arguments: tuple[str, ...]) -> None:
    done = run("strength", *arguments, given=b"x\n")
    assert done.returncode == 2
    assert "স্ট্যান্ডার্ড ইনপুটে" in done.stderr
    assert "Kodom" not in done.stderr + done.stdout


@pytest.mark.parametrize(("language", "word"), [("bn", "কার্যালয়ের তথ্য"), ("en", "office"), ("fr", "কার্যালয়ের তথ্য")])
def test_it_speaks_the_language_asked_for(tmp_path: Path, language: str, word: str) -> None:
    assert word in run("--data-dir", tmp_path, "check", COOPDESK_LANG=language).stderr


def test_no_command_needs_qt_and_check_nothing_heavy(example: Path, tmp_path: Path) -> None:
    out, here = tmp_path / "out", ("--data-dir", example)
    calls: list[tuple[object, ...]] = [
        ("demo", tmp_path / "demo"),
        ("schema",),
        ("strength",),
        (*here, "check", "--json"),
        (*here, "certificate", out / "c.pdf"),
        (*here, "verify", out / "c.pdf"),
        (*here, "report", out / "r.pdf"),
        (*here, "table", "team", out / "t.xlsx"),
        (*here, "export", out / "e.json"),
        (*here, "import", out / "e.json"),
        (*here, "backup", out / "b.zip"),
        (*here, "report-problem", out / "p.zip"),
        ("--data-dir", tmp_path / "back", "restore", out / "b.zip"),
        (*here, "try-register"),
    ]
    not_here = {"close", "install-release"}  # one wants a window, the other an installed copy
    called = {word for call in calls for word in call if word in command_line.commands}
    assert called == set(command_line.commands) - not_here
    for call in calls:
        done = run(*call, given=b"Vq7#mulberry-Trombone%91\n", PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0, call
        loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
        assert "click" in loaded
        assert "PySide6" not in loaded, call
        if "check" in call:
            assert {"PIL", "alembic", "cattrs", "keyring", "openpyxl", "typst", "zxcvbn"}.isdisjoint(loaded)


def test_the_installed_command_is_the_same(example: Path) -> None:
    command = Path(sys.executable).with_name("coopdesk")
    done = subprocess.run([command, "--data-dir", example, "check"], capture_output=True, check=False)
    assert done.returncode == 0
