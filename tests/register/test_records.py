"""Every kind of record goes in and comes out equal; what is removed, and what may not be."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, Attestation, Decision, Member, Setting
from coopdesk.register.mapping import Record
from coopdesk.register.store import Register, Removable
from tests.register import examples
from tests.register.examples import all_of, write

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=40).filter(
    lambda text: "\ufffe" not in text
)
SHAS = st.text("0123456789abcdef", min_size=64, max_size=64)
ACCOUNTS = st.builds(
    Account,
    id=st.just("page"),
    platform=TEXT,
    kind=TEXT,
    address=st.sampled_from(["", "https://facebook.com/পেজ", "http://x.com/a?b=c"]),
    name=TEXT,
    purpose=TEXT,
    uses=st.lists(TEXT, max_size=6).map(tuple),
    settings=st.dictionaries(st.sampled_from(Setting), TEXT),
    decision=st.none() | st.builds(Decision, TEXT, st.dates(min_value=examples.DAY), TEXT),
    banner=st.none() | SHAS,
    opened_on=st.none() | st.dates(min_value=examples.DAY),
)
ATTESTATIONS = st.builds(
    Attestation,
    id=st.just("a1"),
    topic=TEXT,
    by=TEXT,
    on=st.dates(min_value=examples.DAY),
    about=TEXT,
    account=st.sampled_from([None, "page"]),
    member=st.sampled_from([None, "rahima"]),
    evidence=st.lists(SHAS, max_size=3).map(tuple),
    note=TEXT,
)


def test_one_of_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    with closing(Register.open(tmp_path)) as register:
        write(register)
    with closing(Register.open(tmp_path)) as register:
        facts = register.facts()
        assert facts is not None
        assert facts.office == examples.OFFICE
        assert facts.accounts == (examples.ACCOUNT, examples.OTHER_ACCOUNT)
        assert facts.members == (examples.MEMBER,)
        assert facts.complaints == (examples.COMPLAINT,)
        assert facts.attestations == (examples.ATTESTATION, examples.DECLARATION)
        assert facts.waivers == (examples.WAIVER,)
        assert facts.passwords == (examples.PASSWORD,)
        assert register.password_history() == (examples.OLD_PASSWORD, examples.PASSWORD)
        assert register.certificates() == (examples.LATER_CERTIFICATE, examples.CERTIFICATE)
        assert register.kept_papers() == (examples.KEPT_PAPER,)
        issued = [certificate.issued_at.utcoffset() for certificate in register.certificates()]
        assert issued == [examples.DHAKA_TIME.utcoffset(None), None]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(account=ACCOUNTS, attestation=ATTESTATIONS)
def test_what_is_changed_comes_back_as_it_was_put(full: Register, account: Account, attestation: Attestation) -> None:
    write(full, account, attestation)
    facts = full.facts()
    assert facts is not None
    assert facts.accounts[0] == account
    assert facts.attestations[0] == attestation


def test_putting_everything_again_changes_nothing(full: Register) -> None:
    before = all_of(full)
    write(full)
    assert all_of(full) == before


def test_a_settings_map_that_was_read_can_be_changed_without_touching_another(full: Register) -> None:
    write(full, replace(examples.OTHER_ACCOUNT, settings=examples.ACCOUNT.settings))
    facts = full.facts()
    assert facts is not None
    first, second = (account.settings for account in facts.accounts)
    assert isinstance(first, dict)
    first.clear()
    assert second == examples.ACCOUNT.settings


def test_a_member_serves_the_accounts_named_last(full: Register) -> None:
    write(full, replace(examples.MEMBER, accounts=frozenset({"handle"})))
    facts = full.facts()
    assert facts is not None
    assert facts.members[0].accounts == {"handle"}


@pytest.mark.parametrize(
    "record", [examples.WAIVER, examples.COMPLAINT, examples.ATTESTATION], ids=lambda record: record.id
)
def test_a_mistaken_entry_goes_and_the_journal_stays(full: Register, record: Removable) -> None:
    lines = full.journal()
    with full.deed("remove", "tester") as writer:
        writer.remove(record)
    facts = full.facts()
    assert facts is not None
    assert record not in (*facts.waivers, *facts.complaints, *facts.attestations)
    assert full.journal()[1:] == lines


def test_a_member_that_nothing_names_goes_with_what_was_served(full: Register) -> None:
    with full.deed("remove", "tester") as writer:
        writer.remove(examples.DECLARATION)
        writer.remove(examples.MEMBER)
    facts = full.facts()
    assert facts is not None
    assert facts.members == ()


@pytest.mark.parametrize("record", [examples.MEMBER, examples.ACCOUNT], ids=lambda record: record.id)
def test_what_others_name_stays(full: Register, record: Member | Account) -> None:
    before = all_of(full)
    with pytest.raises(CoopDeskError) as refused, full.deed("remove", "tester") as writer:
        writer.remove(record)
    assert refused.value.key == "register.in_use"
    assert all_of(full) == before


@pytest.mark.parametrize(
    ("records", "key"),
    [
        ((examples.ACCOUNT,), "register.no_office"),
        ((examples.OFFICE, replace(examples.OFFICE, id="another")), "register.other_office"),
        ((examples.OFFICE, replace(examples.OFFICE, rotation_days=0)), "register.field"),
        ((examples.OFFICE, examples.ACCOUNT, replace(examples.PASSWORD, score=5)), "register.field"),
        ((examples.OFFICE, replace(examples.MEMBER, until=datetime(2020, 1, 1).date())), "register.field"),
        ((examples.OFFICE, replace(examples.ACCOUNT, id="a b")), "register.field"),
        ((examples.OFFICE, examples.ACCOUNT, replace(examples.COMPLAINT, grs_on=date(2020, 1, 1))), "register.field"),
        ((examples.OFFICE, examples.KEPT_PAPER, replace(examples.KEPT_PAPER, id="k2")), "register.memo_taken"),
        ((examples.OFFICE, replace(examples.ACCOUNT, settings={Setting.ACCESS: "\x07"})), "register.field"),
        ((examples.OFFICE, replace(examples.ACCOUNT, name="\ud800")), "register.field"),
        ((examples.OFFICE, replace(examples.ACCOUNT, name="two\nlines")), "register.field"),
    ],
)
def test_what_may_not_come_in_undoes_the_deed(empty: Register, records: tuple[Record, ...], key: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        write(empty, *records)
    assert refused.value.key == key
    assert empty.facts() is None
    assert empty.journal() == ()


def test_the_error_names_the_field_in_both_languages(empty: Register) -> None:
    with pytest.raises(CoopDeskError) as refused:
        write(empty, examples.OFFICE, replace(examples.ACCOUNT, decision=Decision("x" * 400, examples.DAY, "")))
    assert "“Memo or meeting”" in refused.value.said.en
    assert "“স্মারক বা সভা”" in refused.value.said.bn
    assert "৩০০" in refused.value.said.bn


@pytest.mark.parametrize(
    "use",
    [
        lambda register, writer: writer.put(examples.WAIVER),
        lambda register, writer: writer.remove(examples.WAIVER),
    ],
)
def test_a_writer_serves_in_its_deed_only(full: Register, use: Callable[[Register, object], None]) -> None:
    with full.deed("nothing", "tester") as writer:
        assert full.facts() is not None, "what a deed decides by can be read inside it"
    with pytest.raises(RuntimeError):
        use(full, writer)


def test_a_deed_stands_alone(full: Register) -> None:
    lines = full.journal()
    with pytest.raises(RuntimeError), full.deed("outer", "tester"), full.deed("inner", "tester"):
        write(full)
    assert full.journal() == lines


def test_many_records_keep_their_order(empty: Register) -> None:
    accounts = [replace(examples.OTHER_ACCOUNT, id=f"n{number}") for number in range(1_200)]
    write(empty, examples.OFFICE, *accounts)
    write(empty, *(replace(account, two_step=True) for account in reversed(accounts)))
    facts = empty.facts()
    assert facts is not None
    assert [account.id for account in facts.accounts] == [account.id for account in accounts]
    assert all(account.two_step for account in facts.accounts)
