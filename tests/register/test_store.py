"""The register on real SQLite files: what goes in comes out, in whole deeds."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Complaint, Facts, IssuedCertificate, PasswordFact
from coopdesk.register.store import FILE, Register
from tests.order import facts_builder

FACTS = facts_builder.compliant()


def fill(register: Register, facts: Facts = FACTS) -> None:
    """Write all facts in one deed."""
    with register.deed("make_example", "tester") as writer:
        writer.put(facts.office)
        for kind in (
            facts.accounts,
            facts.members,
            facts.complaints,
            facts.attestations,
            facts.waivers,
            facts.passwords,
        ):
            writer.put_all(kind)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Return an open register that holds a compliant office."""
    opened = Register.open(tmp_path / "data")
    fill(opened)
    return opened


def test_an_empty_register_knows_no_office(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path / "data")) as register:
        assert register.facts() is None
        assert register.certificates() == ()
        assert register.journal() == ()


def test_what_goes_in_comes_out_after_a_restart(register: Register) -> None:
    before = register.facts()
    register.close()
    with closing(Register.open(register.folder)) as again:
        assert again.facts() == before
        assert before is not None
        assert before.office == FACTS.office
        assert before.accounts == FACTS.accounts
        assert before.attestations == FACTS.attestations


_LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=60)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=_LETTERS, purpose=_LETTERS, uses=st.lists(st.sampled_from(["02.1", "02.2", "02.6"]), unique=True))
def test_any_text_comes_back_as_it_was(register: Register, name: str, purpose: str, uses: list[str]) -> None:
    account = replace(FACTS.accounts[0], name=name, purpose=purpose, uses=tuple(uses))
    with register.deed("name_account", "tester") as writer:
        writer.put(account)
    facts = register.facts()
    assert facts is not None
    assert facts.accounts[0] == account


def test_a_deed_that_fails_leaves_nothing_and_no_line(register: Register) -> None:
    lines = register.journal()

    def fail() -> None:
        with register.deed("name_account", "tester") as writer:
            writer.put(replace(FACTS.accounts[0], name="half done"))
            raise CoopDeskError("desk.no_name")

    with pytest.raises(CoopDeskError):
        fail()
    facts = register.facts()
    assert facts is not None
    assert facts.accounts[0].name == FACTS.accounts[0].name
    assert register.journal() == lines


def test_each_deed_writes_its_line(register: Register) -> None:
    with register.deed("name_account", "রেহানা", "পেইজ", clause="03.1") as writer:
        writer.put(replace(FACTS.accounts[0], name="নতুন"))
    line = register.journal()[0]
    assert (line.who, line.deed, line.subject, dict(line.details)) == (
        "রেহানা",
        "name_account",
        "পেইজ",
        {"clause": "03.1"},
    )
    assert line.at.tzinfo is not None


@pytest.mark.parametrize("statement", ["UPDATE journal SET who = 'x'", "DELETE FROM journal"])
def test_the_journal_cannot_be_rewritten(register: Register, statement: str) -> None:
    register.close()
    with closing(sqlite3.connect(register.folder / FILE)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)


def test_the_pragmas_are_on(register: Register) -> None:
    with register._reading() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous")
        }
        assert asked == {"foreign_keys": 1, "synchronous": 2}
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_what_names_something_that_is_not_there_stays_out(register: Register) -> None:
    complaint = Complaint("c9", "no-such-account", date(2026, 1, 1), "text")
    with pytest.raises(CoopDeskError) as refused, register.deed("add_complaint", "tester") as writer:
        writer.put(complaint)
    assert refused.value.key == "register.unlinked"


@pytest.mark.parametrize(
    "account",
    [
        replace(FACTS.accounts[0], name="a\x00b"),
        replace(FACTS.accounts[0], name="ক" * 10_000),
        replace(FACTS.accounts[0], address="javascript:alert(1)"),
        replace(FACTS.accounts[0], address="file:///etc/passwd"),
        replace(FACTS.accounts[0], banner="../../etc/passwd"),
        replace(FACTS.accounts[0], name="a\u202eb"),
    ],
    ids=["control", "long", "javascript", "file", "path", "direction"],
)
def test_what_may_not_come_in_is_named(register: Register, account: Account) -> None:
    with pytest.raises(CoopDeskError) as refused, register.deed("name_account", "tester") as writer:
        writer.put(account)
    assert refused.value.key == "register.field"
    assert register.facts() == register.facts()


def test_the_present_password_fact_counts_and_the_older_ones_stay(register: Register) -> None:
    first = FACTS.passwords[0]
    newer = replace(first, id="newer", set_on=first.set_on.replace(year=first.set_on.year + 1), score=3)
    with register.deed("set_password", "tester") as writer:
        writer.put(newer)
    facts = register.facts()
    assert facts is not None
    assert facts.passwords == (newer,)
    assert register.password_history() == (first, newer)


def test_a_serial_number_is_given_once(register: Register) -> None:
    one = IssuedCertificate(
        "a", "COOP-X-2026-0001", datetime(2026, 1, 1, 10), "bn", "", "coop-2016", date(2026, 12, 31), "0" * 64, "1" * 64
    )
    with register.deed("issue_certificate", "tester") as writer:
        writer.put(one)
    with pytest.raises(CoopDeskError) as refused, register.deed("issue_certificate", "tester") as writer:
        writer.put(replace(one, id="b"))
    assert refused.value.key == "register.serial_taken"
    assert register.certificates() == (one,)


def test_drafts_stand_again_and_write_no_line(register: Register) -> None:
    lines = register.journal()
    register.keep_draft("new:address", {"address": "অর্ধেক"})
    register.close()
    with closing(Register.open(register.folder)) as again:
        assert again.draft("new:address") == {"address": "অর্ধেক"}
        again.drop_draft("new:address")
        assert again.draft("new:address") is None
        assert again.journal() == lines


_KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from coopdesk.register.store import Register
register = Register.open(Path(sys.argv[1]))
facts = register.facts()
with register.deed("name_account", "killed") as writer:
    writer.put(replace(facts.accounts[0], name="half"))
    if sys.argv[2] == "in":
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("moment", "name"), [("in", FACTS.accounts[0].name), ("after", "half")])
def test_a_power_cut_leaves_whole_deeds(register: Register, moment: str, name: str) -> None:
    register.close()
    killed = subprocess.run([sys.executable, "-c", _KILLED, register.folder, moment], check=False, env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    with closing(Register.open(register.folder)) as again:
        facts = again.facts()
        assert facts is not None
        assert facts.accounts[0].name == name
        assert (again.journal()[0].who == "killed") is (moment == "after")


_FULL = """
import resource, signal, sys
from dataclasses import replace
from pathlib import Path
from coopdesk.errors import CoopDeskError
from coopdesk.register.store import Register
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
register = Register.open(Path(sys.argv[1]))
account = register.facts().accounts[0]
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    with register.deed("name_account", "full") as writer:
        for number in range(500):
            writer.put(replace(account, id=f"n{number}", address=f"https://x.com/n{number}", purpose="x" * 4000))
except CoopDeskError as trouble:
    print(trouble.key)
"""


def test_a_full_disk_is_said_and_loses_nothing(register: Register) -> None:
    before = register.facts()
    register.close()
    done = subprocess.run([sys.executable, "-c", _FULL, register.folder], capture_output=True, text=True, check=False)
    assert done.stdout.strip() in {"register.full", "register.disk"}, done.stderr
    with closing(Register.open(register.folder)) as again:
        assert again.facts() == before


def test_a_folder_that_cannot_be_made_is_said() -> None:
    with pytest.raises(CoopDeskError) as refused:
        Register.open(Path("/proc/self/CoopDesk"))  # not even root can make a folder there
    assert refused.value.key in {"register.not_writable", "register.disk"}


def test_a_password_itself_has_no_place(register: Register) -> None:
    assert not {"secret", "password", "hash"} & set(PasswordFact.__slots__)
    assert register.facts() is not None
