"""`coopdesk verify` as a process: its word, its exit code, its JSON."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from tests.cli.process import run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an example register, and a certificate of it."""
    folder = tmp_path_factory.mktemp("made")
    assert run("demo", folder / "example").returncode == 0
    assert run("--data-dir", folder / "example", "certificate", folder / "c.pdf").returncode == 0
    return folder


@pytest.fixture
def example(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the register, to do with as one likes."""
    return shutil.copytree(made / "example", tmp_path / "example")


@pytest.fixture
def issued(made: Path) -> Path:
    """Return the certificate's file."""
    return made / "c.pdf"


def _told(example: Path, file: Path, *more: str) -> tuple[int, dict[str, object]]:
    done = run("--data-dir", example, "verify", file, "--json", *more)
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


def test_the_office_knows_its_own(example: Path, issued: Path) -> None:
    code, told = _told(example, issued)
    assert (code, told["verdict"], told["genuine"], told["example"]) == (0, "genuine", True, True)
    assert told["office_bn"] == "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
    assert set(told) == {
        "verdict", "genuine", "example", "serial", "office_bn", "office_en", "issued_on", "valid_until", "key",
        "reason_bn", "reason_en",
    }  # fmt: skip
    words = run("--data-dir", example, "verify", issued)
    assert words.returncode == 0
    assert "আসল" in words.stdout
    assert "নমুনা" in words.stdout
    assert "EXAMPLE" in run("--data-dir", example, "verify", issued, COOPDESK_LANG="en").stdout


def test_elsewhere_the_key_is_known_by_what_was_told(issued: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    code, told = _told(nowhere, issued)
    assert (code, told["verdict"], told["example"]) == (1, "unknown_key", True)
    assert not nowhere.exists(), "to verify makes no register"
    code, told = _told(nowhere, issued, "--key", str(told["key"]))
    assert (code, told["verdict"]) == (0, "genuine")


def test_what_was_altered_or_is_not_ours(example: Path, issued: Path, tmp_path: Path) -> None:
    altered, blank = tmp_path / "altered.pdf", tmp_path / "blank.pdf"
    altered.write_bytes(issued.read_bytes() + b"\n")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    assert _told(example, altered)[0] == _told(example, blank)[0] == 1
    assert _told(example, altered)[1]["verdict"] == "altered"
    assert _told(example, blank)[1]["verdict"] == "foreign"
    assert _told(example, blank)[1]["example"] is True, "an example register says that it is one"
    assert run("--data-dir", example, "verify", altered).returncode == 1


def test_what_the_register_took_back(example: Path, issued: Path) -> None:
    with closing(sqlite3.connect(example / "register.sqlite")) as connection:
        connection.execute("UPDATE certificate SET withdrawn_on = '2026-11-24', withdrawn_reason = 'ভুল ছিল'")
        connection.commit()
    code, told = _told(example, issued)
    assert (code, told["verdict"]) == (1, "withdrawn")
    assert "ভুল ছিল" in str(told["reason_bn"])


def test_what_cannot_be_told(example: Path, issued: Path, tmp_path: Path) -> None:
    locked, none, large = tmp_path / "locked.pdf", tmp_path / "none.pdf", tmp_path / "large.pdf"
    with pikepdf.open(issued) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="x", user="y"))
    none.write_bytes(b"no pdf")
    with large.open("wb") as sparse:
        sparse.truncate(200_000_000)
    for file, word in (
        (locked, "আটকানো"),
        (none, "পিডিএফ নয়"),
        (tmp_path / "large.pdf", "মেগাবাইট"),
        (tmp_path / "gone", "gone"),
    ):
        done = run("--data-dir", example, "verify", file, "--json")
        assert (done.returncode, done.stdout) == (2, ""), file
        assert word in done.stderr
        assert "Traceback" not in done.stderr
    assert run("--data-dir", example, "verify", issued, "--key", "no print").returncode == 2
    assert run("verify").returncode == 2


def test_a_damaged_register_is_said(example: Path, issued: Path) -> None:
    (example / "register.sqlite").write_bytes(b"no register" * 500)
    for ending in ("-wal", "-shm"):
        (example / f"register.sqlite{ending}").unlink(missing_ok=True)
    done = run("--data-dir", example, "verify", issued)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_it_loads_neither_the_database_nor_what_signs(example: Path, issued: Path) -> None:
    done = run("--data-dir", example, "verify", issued, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "pypdfium2" in loaded
    assert {"sqlalchemy", "pyhanko", "typst", "PIL", "keyring", "segno", "aiohttp"}.isdisjoint(loaded)


def test_without_a_keyring_it_is_unsigned_and_says_so(example: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(example / "register.sqlite")) as connection:
        connection.execute("UPDATE office SET example = 0")
        # What is certified has no password that the keyring would have to hold.
        connection.execute("UPDATE account SET state = 'closed' WHERE id IN (SELECT account FROM password_fact)")
        connection.commit()
    done = run("--data-dir", example, "certificate", tmp_path / "u.pdf")
    assert done.returncode == 0
    assert "স্বাক্ষর ছাড়া" in done.stderr
    code, told = _told(example, tmp_path / "u.pdf")
    assert (code, told["verdict"], told["example"], told["key"]) == (1, "unsigned", False, "")
