"""A register that another program holds is read from a copy: nothing is written beside it, and nothing into it."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from coopdesk.errors import CoopDeskError
from coopdesk.register import sqlite
from coopdesk.register.schema import FILE
from coopdesk.register.store import Register
from tests.register.examples import all_of, write


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_copy_holds_what_still_waits_in_the_log(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as open_one:
        write(open_one)
        assert (tmp_path / f"{FILE}-wal").stat().st_size > 0
        whole, before = all_of(open_one), _state(tmp_path)
        with closing(Register.open_copy(tmp_path)) as copy:
            assert all_of(copy) == whole
            assert copy.read_only
        assert _state(tmp_path) == before


def test_what_would_write_is_refused(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as made:
        write(made)
    before = _state(tmp_path)
    with closing(Register.open_copy(tmp_path)) as copy:
        with pytest.raises(CoopDeskError) as refused, copy.deed("add_account", "tester"):
            raise AssertionError("it let somebody in")
        assert refused.value.key == "register.read_only"
        with pytest.raises(CoopDeskError, match="read only"):
            copy.keep_draft("new:address", {"address": "x.com/own"})
    assert _state(tmp_path) == before


def test_a_folder_without_a_register_stays_empty(tmp_path: Path) -> None:
    with closing(Register.open_copy(tmp_path)) as copy:
        assert copy.facts() is None
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_opened_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, temporary = tmp_path / "data", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    (folder / FILE).write_bytes(b"this is no register " * 50)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with pytest.raises(CoopDeskError) as refused:
        Register.open_copy(folder)
    assert refused.value.key == "register.foreign"
    assert list(temporary.iterdir()) == []


def test_a_copy_made_while_somebody_writes_is_whole(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as open_one:
        write(open_one)
        whole = all_of(open_one)
        stop = threading.Event()

        def go_on_writing() -> None:
            number = 0
            while not stop.wait(0.03):
                open_one.keep_draft("page", {"text": f"{number} " * 500})
                number += 1

        writer = threading.Thread(target=go_on_writing)
        writer.start()
        try:
            for _ in range(5):
                with closing(Register.open_copy(tmp_path)) as copy:
                    assert all_of(copy) == whole
        finally:
            stop.set()
            writer.join()


def test_a_register_written_all_the_while_is_said_to_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Register.open(tmp_path).close()
    states = iter(range(1000))
    monkeypatch.setattr(sqlite, "_states", lambda _path: [(next(states), 0)])
    monkeypatch.setattr(sqlite, "_PAUSE", 0)
    with pytest.raises(CoopDeskError) as refused:
        Register.open_copy(tmp_path)
    assert refused.value.key == "register.locked"
