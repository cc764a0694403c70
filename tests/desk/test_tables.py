"""Lists to take along: what the register holds, in the person's language, whole or not at all, and never a secret."""

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from coopdesk.desk import accounts
from coopdesk.desk.complaints import put_complaint
from coopdesk.desk.example import make_example
from coopdesk.desk.parts import Parts
from coopdesk.desk.tables import KINDS, save_table, table_of
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint
from coopdesk.tables import as_csv, as_xlsx
from coopdesk.texts import LANGUAGES, Language

WHO = "রেহানা পারভীন"


def _column(parts: Parts, kind: str, head: str, language: Language = "bn") -> list[object]:
    made = table_of(parts, kind, language)
    return [row[made.heads.index(head)] for row in made.rows]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """Return the desk of an example in which something is left: these tests only read it."""
    return make_example(tmp_path_factory.mktemp("desk"), 3, unmet=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_list_is_whole_in_both_languages(standing: Parts, kind: str, language: Language) -> None:
    made = table_of(standing, kind, language)
    assert made.rows
    assert all(len(row) == len(made.heads) for row in made.rows)
    assert len(set(made.heads)) == len(made.heads)
    assert all(head.isascii() == (language == "en") for head in made.heads)
    sheet = load_workbook(io.BytesIO(as_xlsx(made))).active
    assert sheet is not None
    assert sheet.max_row == len(made.rows) + 1


def test_accounts_stand_there_with_their_days(standing: Parts) -> None:
    facts = standing.facts()
    assert _column(standing, "accounts", "ঠিকানা") == [account.address for account in facts.accounts]
    assert _column(standing, "accounts", "চালুর তারিখ") == [account.opened_on for account in facts.accounts]
    assert _column(standing, "accounts", "ব্যবহারের ক্ষেত্র")[0] == "০২.১, ০২.২, ০২.৩"
    assert _column(standing, "accounts", "Two-step login", "en")[0] in ("Yes", "No")
    assert all(WHO in str(names) for names in _column(standing, "accounts", "দায়িত্বে"))
    changed = {fact.account: fact.set_on for fact in facts.passwords}
    days = [changed.get(account.id) for account in facts.accounts]
    assert _column(standing, "accounts", "পাসওয়ার্ড পরিবর্তনের তারিখ") == days
    assert any(isinstance(day, date) for day in days)


def test_findings_say_how_each_clause_stands(standing: Parts) -> None:
    assert {"প্রতিপালিত", "অপ্রতিপালিত"} & set(_column(standing, "findings", "অবস্থা"))
    assert "The office" in _column(standing, "findings", "Account", "en")
    assert all(_column(standing, "findings", "বর্তমান অবস্থা"))


def test_complaints_say_whether_they_are_late(example: Parts) -> None:
    today, account = example.today(), example.facts().accounts[0].id
    for days, number in ((0, ""), (30, ""), (30, "GRS-9")):
        came = date.fromordinal(today.toordinal() - days)
        put_complaint(example, Complaint("", account, came, f"=বিষয় {days}{number}", number), WHO)
    told = dict(zip(_column(example, "complaints", "অভিযোগ"), _column(example, "complaints", "অবস্থা"), strict=True))
    assert told["=বিষয় 0"] == "অপেক্ষমাণ"
    assert told["=বিষয় 30"] == "সময় পার হয়েছে"
    assert told["=বিষয় 30GRS-9"] == "GRS-এ তোলা হয়েছে"
    assert "'=বিষয়" in as_csv(table_of(example, "complaints", "bn")).decode()


def test_the_whole_journal_goes_along(example: Parts) -> None:
    account = example.facts().accounts[0]
    for number in range(510):
        with example.register.deed("name_account", WHO, f"{account.address} {number}"):
            pass
    moments = _column(example, "journal", "When", "en")
    assert len(moments) == 511
    assert all(isinstance(moment, datetime) and moment.tzinfo is None for moment in moments)
    assert set(_column(example, "journal", "Deed", "en")) == {"name written", "example made"}


@pytest.mark.parametrize("name", ["list.xlsx", "list.CSV"])
def test_a_list_replaces_the_old_one_whole(standing: Parts, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("the old one")
    save_table(standing, "team", tmp_path / name, "bn")
    assert (tmp_path / name).read_bytes()[:2] in (b"PK", b"\xef\xbb")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["list", "list.xls", "list.pdf"])
def test_a_name_of_another_kind_is_refused(standing: Parts, tmp_path: Path, name: str) -> None:
    with pytest.raises(CoopDeskError) as refused:
        save_table(standing, "team", tmp_path / name, "bn")
    assert refused.value.key == "tables.suffix"
    assert list(tmp_path.iterdir()) == []


def test_a_register_without_an_office_has_nothing_to_write(parts: Parts, tmp_path: Path) -> None:
    with pytest.raises(CoopDeskError) as refused:
        save_table(parts, "accounts", tmp_path / "list.xlsx", "bn")
    assert refused.value.key == "desk.no_office"


def test_a_name_that_is_a_formula_stays_a_name(example: Parts) -> None:
    account = example.facts().accounts[0]
    accounts.name_account(example, account.id, '=HYPERLINK("https://example.com","পেইজ")', False, WHO)
    member = example.facts().members[0]
    with example.register.deed("change_member", WHO) as writer:
        writer.put(replace(member, phone="+8801712000001"))
    sheet = load_workbook(io.BytesIO(as_xlsx(table_of(example, "accounts", "en")))).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert "'+8801712000001" in as_csv(table_of(example, "team", "en")).decode()
