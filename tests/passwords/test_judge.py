"""The judge answers in time, from any thread, and leaves nothing running and nothing to be read."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from coopdesk.errors import CoopDeskError
from coopdesk.passwords.judge import Judge
from coopdesk.passwords.strength import judge, too_complex

BOMB = "4@8({[</369&#!1/|0$5+7%2/" * 2
CANARY = "canary-গোপন-7391"


@pytest.fixture
def patient() -> Iterator[Judge]:
    """A judge with time enough for a busy machine."""
    with Judge(seconds=20) as one:
        yield one


def children() -> set[int]:
    """Return the ids of this process's own children."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that was joined may end only now
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found


def wait_until_gone(pid: int, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while _runs(pid):
        assert time.monotonic() < until, f"process {pid} is still there"
        time.sleep(0.01)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:  # it ended, perhaps while it was looked at
        return False
    return state != "Z"


@pytest.mark.parametrize("password", ["password", "গোপালগঞ্জ২০২৪", "", "y" * 10_000, "\ud800 lone", 'q"uo\\te\n{}'])
def test_the_verdict_is_the_same_as_in_this_process(patient: Judge, password: str) -> None:
    context = ["জেলা সমবায় কার্যালয়, গোপালগঞ্জ", "Gopalganj"]

    assert patient.judge(password, context) == judge(password, context)


def test_one_process_serves_all_verdicts_and_ends_on_closing() -> None:
    before = children()
    with Judge(seconds=20) as one:
        one.judge("first")
        process = children() - before
        one.judge("second")

        assert len(process) == 1
        assert children() - before == process
    assert children() == before


def test_a_judgement_that_hangs_is_ended_and_answered_safely() -> None:
    before = children()
    with Judge(seconds=20) as one:
        one.judge("warm")
        (hanging,) = children() - before
        one._seconds = 0.1
        started = time.monotonic()

        verdict = one.judge(BOMB)

        assert verdict == too_complex(BOMB)
        assert time.monotonic() - started < 1
        assert hanging not in children()
        one._seconds = 20
        assert one.judge("password").score == 0
    assert children() == before


def test_a_process_that_was_ended_by_others_is_started_anew(patient: Judge) -> None:
    before = children()
    patient.judge("first")
    (process,) = children() - before

    os.kill(process, 9)
    wait_until_gone(process)

    assert patient.judge("password").score == 0


def test_a_process_that_cannot_start_is_a_known_trouble(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))

    with Judge() as one, pytest.raises(CoopDeskError) as caught:
        one.judge(CANARY)

    assert caught.value.key == "password.no_judge"
    assert CANARY not in repr(caught.value)


def test_a_process_that_ends_at_once_is_a_known_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with Judge() as one, pytest.raises(CoopDeskError) as caught:
        one.judge(CANARY)

    assert caught.value.key == "password.no_judge"


def test_many_threads_each_get_their_own_verdict(patient: Judge) -> None:
    passwords = [f"password{n}" if n % 2 else f"নৌকা Lemon {n} কাগজ" for n in range(40)]

    with ThreadPoolExecutor(8) as pool:
        verdicts = list(pool.map(patient.judge, passwords))

    assert verdicts == [judge(password) for password in passwords]


def test_the_password_stands_on_no_command_line_and_in_no_environment(patient: Judge) -> None:
    before = children()
    patient.judge(CANARY, [CANARY])
    (process,) = children() - before

    for file in ("cmdline", "environ"):
        assert CANARY.encode() not in Path(f"/proc/{process}/{file}").read_bytes()


PARENT = """
import sys, threading, time
from coopdesk.passwords.judge import Judge
one = Judge(seconds=60)
one.judge("warm")
threading.Thread(target=one.judge, args=(sys.argv[1],), daemon=True).start()
time.sleep(0.1)
print(one._worker._process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("password", ["password", BOMB], ids=["idle", "judging"])
def test_the_process_ends_with_its_parent(password: str) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, password], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        process = int(parent.stdout.readline())
        parent.kill()

    wait_until_gone(process, seconds=1)


def test_the_process_loads_neither_qt_nor_a_database() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import coopdesk.passwords.worker, sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert not {"PySide6", "sqlalchemy", "keyring", "typst", "cattrs"} & set(loaded)
