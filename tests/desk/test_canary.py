"""Known secrets go through every deed and through crashes: none stands outside keyring and KeePass file."""

import base64
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from coopdesk.desk import certify, locking, recovery, rotation
from coopdesk.desk.diary import save_diary
from coopdesk.desk.example import make_example
from coopdesk.desk.exchange import import_file
from coopdesk.desk.handover import Handing, hand_over
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import reveal_password, set_password, suspect_password, under_way
from coopdesk.desk.problem import save_problem
from coopdesk.desk.recovery import Code, Recovery
from coopdesk.desk.safekeeping import restore
from coopdesk.desk.takeover import take_over
from coopdesk.errors import CoopDeskError, Locked
from coopdesk.log import LOGGER, keep_log
from coopdesk.passwords.judge import Judge
from coopdesk.register.store import Register
from tests.desk.canary import found_in, found_in_files, told_to_the_system, traces
from tests.keyring_fixture import GnomeKeyring

WHO = "রেহানা পারভীন"
FIRST, SECOND, THIRD = "Vq7#mulberry-Trombone%91", "kettle-9-Orbit-plume-Zest", 'ঝিনুক"তালগাছ-Quartz-৭৭-Velum'
LONG, WEAK = "Heron-Basalt+Quill/7 " * 70, "Gopalganj@2024-canary"
RECOVERY = Recovery(
    (Code("KESTREL-4471-0093"), Code("KESTREL-5512-8834", used=True)),
    "SMS",
    "কার্যালয়ের ফোন",
    "way.back@canary.example.org",
    "01799-424242",
)
PASSPHRASE, NEXT_PASSPHRASE = "নদীর ধারে সাতটি নীল হাঁস", "seven blue geese by a river"
SECRETS = [FIRST, SECOND, THIRD, LONG.strip(), WEAK, PASSPHRASE, NEXT_PASSPHRASE]
SECRETS += [RECOVERY.email, RECOVERY.phone, *(code.text for code in RECOVERY.codes)]

CHILD = """
import sys
from pathlib import Path
from coopdesk.desk import locking, rotation
from coopdesk.desk.opening import open_desk
from coopdesk.passwords.judge import Judge
from coopdesk.register.store import Register
from coopdesk.vault.sealed import SealedStore
from coopdesk.vault.vault import Vault

folder, point = sys.argv[1:]
secret = sys.stdin.readline().rstrip("\\n")

def stand(*_arguments, **_named):
    print("here", flush=True)
    sys.stdin.read()

parts, judge = open_desk(Path(folder)), Judge()
account = parts.facts().accounts[1].id
if point == "noted":
    Vault.begin_change = stand
elif point == "kept":
    Register.deed = stand
elif point == "accepted":
    Vault.forget = stand
elif point == "sealed":
    SealedStore._settle = stand
if point == "accepted":
    rotation.confirm_change(parts, judge, account, "who")
elif point == "sealed":
    locking.turn_on(parts, judge, secret, "who")
else:
    rotation.begin_change(parts, judge, account, secret, "by", "who")
"""
"""Changes a password or seals all, and stands still at a point in the middle, to be killed there."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which all is written, the temporary files too."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


@pytest.fixture
def desk(place: Path, data_dir: Path, gnome_keyring: GnomeKeyring) -> Parts:
    """Return the desk of an office whose second account has the first of the secrets."""
    parts = make_example(data_dir)
    keep_log(data_dir)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    return parts


def test_no_secret_stands_outside_keyring_and_keepass_file(
    desk: Parts, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, account = desk.register.folder, desk.facts().accounts[1].id
    told: list[bytes] = []
    with Judge() as judge:
        _set_and_show(desk, judge, account)
        told += _refused(desk, judge, account)
        _fail_by_a_bug(desk, judge, account, monkeypatch)
        assert found_in_files(place, SECRETS) == [], "while the register is open"
        desk.register.close()
        told += [_killed(folder, point, SECOND) for point in ("noted", "kept", "accepted")]
        told.append(_killed(folder, "sealed", PASSPHRASE))
        desk = open_desk(folder)
        _lock_and_move(desk, judge, account, place)
        assert under_way(desk) == {account}
        rotation.confirm_change(desk, judge, account, WHO)
        rotation.begin_change(desk, judge, account, THIRD, WHO, WHO)
    code = _hand_over_and_take_over(desk, place)
    _write_papers(desk, place)
    desk.register.close()
    told += _commands(folder, place)
    save_problem(folder, place / "p.zip", {})
    _bring_back(place)
    assert found_in(b"\n".join(told), [*SECRETS, code]) == []
    assert found_in_files(place, [*SECRETS, code]) == []
    assert {"desk.kdbx", "stick.kdbx", "b.zip", "e.json", "c.pdf", "r.pdf", "p.zip"} <= {
        file.name for file in place.iterdir()
    }


def _set_and_show(desk: Parts, judge: Judge, account: str) -> None:
    set_password(desk, judge, account, FIRST, WHO, WHO)
    assert reveal_password(desk, account, WHO) == FIRST
    suspect_password(desk, account, WHO)
    recovery.keep_recovery(desk, account, RECOVERY, WHO)
    assert recovery.recovery_of(desk, account, WHO) == RECOVERY
    rotation.begin_change(desk, judge, account, THIRD, WHO, WHO)
    assert rotation.reveal_new(desk, account, WHO) == THIRD
    rotation.drop_change(desk, account, WHO)


def _refused(desk: Parts, judge: Judge, account: str) -> list[bytes]:
    """Return what is said of secrets that are refused."""
    other = desk.facts().accounts[0].id
    deeds: tuple[tuple[str, Callable[[], object]], ...] = (
        ("desk.weak", lambda: set_password(desk, judge, account, WEAK, WHO, WHO)),
        ("desk.same_password", lambda: set_password(desk, judge, account, FIRST, WHO, WHO)),
        ("desk.reused", lambda: rotation.begin_change(desk, judge, other, FIRST, WHO, WHO)),
        ("vault.too_long", lambda: desk.vault().keep(account, LONG)),
    )
    said = []
    for key, deed in deeds:
        with pytest.raises(CoopDeskError) as refused:
            deed()
        assert refused.value.key == key
        LOGGER.warning("refused", exc_info=refused.value)
        said.append(f"{refused.value!r} {refused.value.said.bn} {refused.value.said.en}".encode())
    return said


def _fail_by_a_bug(desk: Parts, judge: Judge, account: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Register, "deed", lambda *_, **__: 1 // 0)
        with pytest.raises(ZeroDivisionError) as bug:
            set_password(desk, judge, account, THIRD, WHO, WHO)
    LOGGER.error("a task failed", exc_info=bug.value)
    set_password(desk, judge, account, FIRST, WHO, WHO)


def _lock_and_move(desk: Parts, judge: Judge, account: str, place: Path) -> None:
    """Unlock what a crash left half sealed, change the passphrase and turn it off, go to a KeePass file and back."""
    with pytest.raises(Locked):
        reveal_password(desk, account, WHO)
    with pytest.raises(CoopDeskError, match="not the right one"):
        locking.unlock(desk, NEXT_PASSPHRASE)
    locking.unlock(desk, PASSPHRASE)
    assert reveal_password(desk, account, WHO) == SECOND
    locking.change(desk, judge, PASSPHRASE, NEXT_PASSPHRASE, WHO)
    locking.turn_off(desk, NEXT_PASSPHRASE, WHO)
    locking.use_file(desk, judge, place / "stick.kdbx", PASSPHRASE, WHO)
    locking.use_keyring(desk, WHO)
    assert reveal_password(desk, account, WHO) == SECOND


def _killed(folder: Path, point: str, secret: str) -> bytes:
    """Kill a deed in the middle; return what the system was told of the process that did it."""
    command = [sys.executable, "-c", CHILD, str(folder), point]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin
        assert child.stdout
        child.stdin.write(f"{secret}\n".encode())
        child.stdin.flush()
        assert child.stdout.readline() == b"here\n"
        told = told_to_the_system(child.pid)
        child.kill()
    return told


def _hand_over_and_take_over(desk: Parts, place: Path) -> str:
    """Return the code of the file, which holds two passwords and a way back."""
    everything = Handing(WHO, "নাজমুল হক", frozenset(account.id for account in desk.facts().accounts))
    given = hand_over(desk, place / "desk.kdbx", everything, "bn", WHO)
    assert (given.secrets, given.recoveries) == (1, 1)
    (place / "note.pdf").write_bytes(given.note.pdf())
    other = take_over(given.file, given.passphrase, place / "next desk", WHO)
    other.register.close()
    return given.passphrase


def _write_papers(desk: Parts, place: Path) -> None:
    with Judge() as judge:
        rotation.confirm_change(desk, judge, desk.facts().accounts[1].id, WHO)
    certify.save_copy(certify.report_paper(desk, "bn").pdf(), place / "r.pdf")
    save_diary(desk, place / "due.ics", "bn")


def _commands(folder: Path, place: Path) -> list[bytes]:
    """Run commands side by side, one of them given a password; return all that they told."""
    here = ("--data-dir", str(folder))
    calls = (
        (*here, "strength", "--json"),
        (*here, "certificate", str(place / "c.pdf")),
        (*here, "export", str(place / "e.json")),
        (*here, "backup", str(place / "b.zip")),
    )
    pipe, told = subprocess.PIPE, []
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "coopdesk", *call], stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT
                )
            )
            for call in calls
        ]
        for process in running:
            assert process.stdin
            process.stdin.write(THIRD.encode())
            process.stdin.close()
        while any(process.poll() is None for process in running):
            told += [told_to_the_system(process.pid) for process in running]
            time.sleep(0.05)
        for process in running:
            assert process.stdout
            told.append(process.stdout.read())
            assert process.returncode == 0, told[-1].decode()
    return told


def _bring_back(place: Path) -> None:
    other = open_desk(place / "third desk")
    import_file(other, place / "e.json", WHO)
    other.register.close()
    restore(place / "b.zip", place / "next desk", WHO)


@pytest.mark.parametrize("secret", [FIRST, THIRD])
def test_the_search_finds_what_is_planted(tmp_path: Path, secret: str) -> None:
    planted = {
        "plain": f"before {secret} behind".encode(),
        "utf-16": f"x{secret}y".encode("utf-16"),
        "big-endian": b"\0" + secret.encode("utf-16-be"),
        "hex": secret.encode().hex().encode(),
        "HEX": secret.encode("utf-16-le").hex().upper().encode(),
        "json": ascii(secret).replace('"', '\\"').strip("'").encode(),
    }
    planted |= {f"base64-{shift}": base64.b64encode(b"abc"[:shift] + secret.encode() + b"xyz") for shift in range(3)}
    planted |= {
        f"urlsafe-{shift}": base64.urlsafe_b64encode(b"a" * shift + secret.encode("utf-16-le")) for shift in range(3)
    }
    for name, content in planted.items():
        (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", secret * 9)
    (tmp_path / f"named {secret}").touch()
    with closing(sqlite3.connect(tmp_path / "freed.sqlite")) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE kept (text)")
        connection.execute("INSERT INTO kept VALUES (?)", (secret,))
        connection.commit()
        connection.execute("DELETE FROM kept")
        connection.commit()
    places = " ".join(found_in_files(tmp_path, [secret]))
    assert [
        name for name in (*planted, "packed.zip/inside", "the name named", "freed.sqlite") if name not in places
    ] == []
    assert found_in_files(tmp_path, ["another-secret-that-nobody-planted"]) == []


def test_a_process_that_is_told_a_secret_is_found() -> None:
    command = [sys.executable, "-c", "print(flush=True); input()", FIRST]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"TOLD": SECOND, **os.environ}
    ) as process:
        assert process.stdout
        process.stdout.readline()
        assert found_in(told_to_the_system(process.pid), SECRETS) == [FIRST, SECOND]
        process.kill()


def test_no_trace_is_so_short_that_it_would_be_found_by_chance() -> None:
    assert min(len(trace) for secret in SECRETS for trace in traces(secret)) >= 12
