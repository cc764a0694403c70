"""The register's versions: made, upgraded after a backup copy, refused when newer."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint
from coopdesk.register import schema, sqlite
from coopdesk.register.schema import CURRENT, Schema
from coopdesk.register.store import FILE, Register
from coopdesk.register.tables import Base
from tests.register.examples import KEPT_PAPER, SHA, write
from tests.register.test_store import FACTS, fill

SAMPLES = Path(__file__).with_name("samples")
_NEXT = '''
"""A made-up next version."""
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{revision}", "{before}", None, None
def upgrade():
    op.add_column("office", sa.Column("motto", sa.String(), nullable=False, server_default=""))
    {then}
'''


def _next_version(folder: Path, then: str = "") -> Schema:
    shutil.copytree(CURRENT.migrations, folder, ignore=shutil.ignore_patterns("__pycache__"))
    revision = f"{int(CURRENT.head) + 1:04}"
    migration = _NEXT.format(revision=revision, before=CURRENT.head, then=then)
    (folder / "versions" / f"{revision}_next.py").write_text(migration)
    return Schema(revision, folder)


def test_the_version_known_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(CURRENT.migrations)).get_current_head() == CURRENT.head


def test_a_migrated_register_is_what_the_tables_say(tmp_path: Path) -> None:
    schema.prepare(tmp_path / FILE)
    engine = sqlite.engine(tmp_path / FILE)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_migrations_import_no_table_of_today() -> None:
    for file in (CURRENT.migrations / "versions").glob("*.py"):
        assert "coopdesk" not in file.read_text("utf-8")


def test_an_older_register_is_upgraded_after_a_copy(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as register:
        fill(register)
    schema.prepare(tmp_path / FILE, _next_version(tmp_path / "migrations"))
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT motto, name FROM office").fetchall() == [("", FACTS.office.name)]
    (copy,) = (tmp_path / "backups").glob(f"before-upgrade-{CURRENT.head}-*.sqlite")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM office").fetchall() == [(FACTS.office.name,)]


def test_an_upgrade_that_fails_leaves_the_older_register(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as register:
        fill(register)
    broken = _next_version(tmp_path / "migrations", "raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        schema.prepare(tmp_path / FILE, broken)
    with closing(Register.open(tmp_path)) as register:
        facts = register.facts()
        assert facts is not None
        assert facts.office == FACTS.office


def test_a_newer_register_is_refused_and_left_alone(tmp_path: Path) -> None:
    schema.prepare(tmp_path / FILE, _next_version(tmp_path / "migrations"))
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(CoopDeskError) as refused:
        Register.open(tmp_path)
    assert refused.value.key == "register.newer"
    assert (tmp_path / FILE).read_bytes() == before


def test_another_program_s_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE songs (title)")
        connection.commit()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(CoopDeskError) as refused:
        Register.open(tmp_path)
    assert refused.value.key == "register.foreign"
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("place", [100, 4_096, 20_480])
def test_a_damaged_register_is_said_and_left_alone(tmp_path: Path, place: int) -> None:
    with closing(Register.open(tmp_path)) as register:
        fill(register)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[place : place + 3_000] = b"\xff" * 3_000
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CoopDeskError) as refused:
        Register.open(tmp_path)
    assert refused.value.key in {"register.damaged", "register.foreign"}
    assert (tmp_path / FILE).read_bytes() == content


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.sqlite")), ids=lambda path: path.stem)
def test_registers_of_every_version_still_open(tmp_path: Path, sample: Path) -> None:
    shutil.copy(sample, tmp_path / FILE)
    with closing(Register.open(tmp_path)) as register:
        facts = register.facts()
        assert facts is not None
        assert facts.office.name == "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
        assert facts.accounts


def test_complaints_and_certificates_of_the_first_version_keep_what_they_said(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "0001.sqlite", tmp_path / FILE)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        (account,) = connection.execute("SELECT id FROM account LIMIT 1").fetchone()
        complaint = (1, "office", "c1", account, "2026-01-05", "রসিদ দেওয়া হয়নি", "GRS-1", "নিষ্পন্ন")
        connection.execute("INSERT INTO complaint VALUES (?, ?, ?, ?, ?, ?, ?, ?)", complaint)
        issued = "2026-02-21T10:30:00.000000"
        certificate = (
            1,
            "office",
            "s1",
            "COOP-GOP-2026-0001",
            issued,
            "bn",
            "৪৭-১",
            "coop-2016",
            "2027-02-20",
            SHA,
            SHA,
        )
        connection.execute("INSERT INTO certificate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", certificate)
        connection.commit()
    with closing(Register.open(tmp_path)) as register:
        facts = register.facts()
        assert facts is not None
        assert facts.complaints == (Complaint("c1", account, date(2026, 1, 5), complaint[5], "GRS-1", "নিষ্পন্ন"),)
        (kept,) = register.certificates()
        assert (kept.serial, kept.withdrawn_on, kept.replaces, kept.signed_with) == ("COOP-GOP-2026-0001", None, "", "")
        write(register, facts.office, KEPT_PAPER)
        assert register.kept_papers() == (KEPT_PAPER,)


def test_there_is_a_sample_of_the_current_version() -> None:
    assert (SAMPLES / f"{CURRENT.head}.sqlite").exists()
