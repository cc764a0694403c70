"""What the disk and other programs do to the register: a clear word, and nothing lost."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from coopdesk.errors import CoopDeskError
from coopdesk.register import sqlite, tables
from coopdesk.register.schema import FILE, prepare
from coopdesk.register.store import Register
from tests.register.examples import all_of, write


@pytest.fixture
def read_only(full: Register) -> Iterator[Path]:
    """Return a folder that nobody may write, with a register in it."""
    full.close()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / FILE).write_bytes((full.folder / FILE).read_bytes())
        (folder / FILE).chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


_AS_NOBODY = """
import os, sys
from pathlib import Path
from coopdesk.errors import CoopDeskError
from coopdesk.register.store import Register
import alembic.command, encodings.idna
if os.geteuid() == 0:
    os.setuid(65534)
try:
    Register.open(Path(sys.argv[1]))
except CoopDeskError as trouble:
    print(trouble.key)
"""


@pytest.mark.parametrize("inside", ["", "deeper/still"])
def test_a_folder_that_may_not_be_written(read_only: Path, inside: str) -> None:
    before = (read_only / FILE).read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, read_only / inside], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "register.not_writable", done.stderr
    assert (read_only / FILE).read_bytes() == before
    assert [path.name for path in read_only.iterdir()] == [FILE]


def test_another_program_that_writes_is_waited_for_and_then_named(
    full: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = all_of(full)
    folder = full.folder
    full.close()
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    with closing(Register.open(folder)) as register, closing(sqlite3.connect(folder / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CoopDeskError) as refused:
            write(register)
        assert refused.value.key == "register.locked"
        assert all_of(register) == before, "reading goes on beside a writer"
        other.rollback()
        write(register)


def test_two_registers_on_one_file_see_one_another(full: Register) -> None:
    with closing(Register.open(full.folder)) as second:
        assert all_of(second) == all_of(full)
        second.keep_draft("page", {"name": "অর্ধেক"})
        assert full.draft("page") == {"name": "অর্ধেক"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who = 'x'",
        "DELETE FROM journal",
        'INSERT OR REPLACE INTO journal ("row", at, who, deed, subject, details) '
        "SELECT \"row\", at, 'x', deed, subject, details FROM journal",
    ],
)
def test_no_statement_rewrites_the_journal(full: Register, statement: str) -> None:
    lines = full.journal()
    with pytest.raises(IntegrityError), full._writing() as connection:
        connection.exec_driver_sql(statement)
    assert full.journal() == lines


def test_tables_made_at_once_equal_tables_migrated(tmp_path: Path) -> None:
    prepare(tmp_path / "migrated.sqlite")
    made = sqlite.engine(tmp_path / "made.sqlite")
    tables.Base.metadata.create_all(made)
    made.dispose()
    assert _schema(tmp_path / "made.sqlite") == _schema(tmp_path / "migrated.sqlite")


def test_a_start_that_was_cut_off_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with closing(Register.open(tmp_path)) as register:
        assert register.facts() is None


def test_a_file_cut_short_is_said(full: Register) -> None:
    full.close()
    file = full.folder / FILE
    for size in (60, 5_000, file.stat().st_size // 2):
        content = file.read_bytes()[:size]
        (full.folder / "short").mkdir(exist_ok=True)
        (full.folder / "short" / FILE).write_bytes(content)
        with pytest.raises(CoopDeskError) as refused:
            Register.open(full.folder / "short")
        assert refused.value.key == "register.damaged"
        assert (full.folder / "short" / FILE).read_bytes() == content


def test_a_value_that_no_register_holds_is_damage(full: Register) -> None:
    with full._writing() as connection:
        connection.exec_driver_sql('UPDATE account SET settings = \'{"no such": "x"}\'')
    with pytest.raises(CoopDeskError) as refused:
        full.facts()
    assert refused.value.key == "register.damaged"


def test_a_register_opens_without_what_only_an_upgrade_needs(full: Register) -> None:
    full.close()
    script = (
        "import sys; from pathlib import Path; from coopdesk.register.store import Register;"
        f"Register.open(Path({os.fspath(full.folder)!r})).facts();"
        "print(sorted({'alembic', 'cattrs', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _schema(path: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' AND sql IS NOT NULL"
        )
        # SQLite quotes the name of a table that a migration made anew.
        plain = ((kind, name, sql.replace('"', "")) for kind, name, sql in rows)
        return {(kind, name, *sorted(part.strip(" ,") for part in sql.splitlines())) for kind, name, sql in plain}
