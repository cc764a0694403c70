"""A spreadsheet of accounts comes in: all its rows, the good ones, or none; each bad row says what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coopdesk.desk import accounts
from coopdesk.desk.example import make_example
from coopdesk.desk.intake import Sheet, guess_fields, look_at, open_sheet, take_in
from coopdesk.desk.intake_row import FIELDS
from coopdesk.desk.parts import Parts
from coopdesk.desk.tables import save_table
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import State
from coopdesk.texts import LANGUAGES, Language
from tests.tables.files import workbook

WHO = "রেহানা পারভীন"
GOOD = "https://www.facebook.com/coop.kashiani"


@pytest.fixture
def sheet(example: Parts, tmp_path: Path) -> Callable[..., Sheet]:
    """Return a function that makes a sheet of rows, the heads first."""

    def make(*rows: Sequence[object]) -> Sheet:
        (tmp_path / "list.xlsx").write_bytes(workbook(rows))
        return open_sheet(example, tmp_path / "list.xlsx")

    return make


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (("ক্রমিক", "পেইজের নাম", "লিংক"), ("", "name", "address")),
        (("নাম:", "ঠিকানা (URL)", "চালুর  তারিখ।"), ("name", "address", "opened_on")),
        (("Page name", "URL", "Since"), ("name", "address", "opened_on")),
        (("PLATFORM", "NAME", "LINK", "2FA"), ("kind", "name", "address", "two_step")),
        (("কার্যালয়ের নাম", "পেজের নাম", "ফেসবুক পেইজের লিংক"), ("", "name", "address")),
        (("ঠিকানা", "লিংক", ""), ("address", "", "")),
        (("a", "b", "c"), ("", "", "address")),
    ],
)
def test_columns_are_known_by_their_heads(
    example: Parts, sheet: Callable[..., Sheet], heads: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    made = sheet(heads, *[["x"] * (len(heads) - 1) + [GOOD]] * 2)
    assert made.heads == heads
    assert guess_fields(example, made) == fields


def test_a_title_above_the_heads_is_passed_over(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made = sheet(("জেলার পেইজের লিংকের তালিকা",), (), ("ক্রমিক", "নাম", "লিংক"), (1, "ক", "লিংক নেই"), (2, "খ", GOOD))
    assert made.heads == ("ক্রমিক", "নাম", "লিংক")
    assert [line.number for line in made.lines] == [4, 5]


def test_a_list_without_heads_is_taken_from_its_first_row(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made = sheet(("ক", GOOD), ("খ", "x.com/coopkhulna"))
    assert made.heads == ("", "")
    assert guess_fields(example, made) == ("", "address")
    assert [row.number for row in look_at(example, made, ("name", "address")) if row.account] == [1, 2]


def test_heads_alone_are_no_list(sheet: Callable[..., Sheet]) -> None:
    with pytest.raises(CoopDeskError) as refused:
        sheet(("নাম", "ঠিকানা"))
    assert refused.value.key == "tables.empty"


CELLS = (
    ({"address": ""}, "ঠিকানা লেখা নেই"),
    ({"address": "লিংক নেই"}, "ওয়েব ঠিকানা নয়"),
    ({"address": "javascript:alert(1)"}, "https:// দিয়ে শুরু"),
    ({"address": "https://www.facebook.com/DCO.gopalganj"}, "আগে থেকেই রেজিস্টারে আছে: জেলা সমবায়"),
    ({"kind": "ইউটিউব চ্যানেল"}, "সারিতে লেখা ইউটিউব চ্যানেল"),
    ({"name": "ক" * 301}, "সর্বোচ্চ ৩০০ অক্ষর"),
    ({"name": "ক\u202eখ"}, "U+202E"),
    ({"uses": "০২.১, ০২.৯"}, "‘০২.৯’"),
    ({"two_step": "জানি না"}, "হ্যাঁ বা না লিখুন"),
    ({"state": "কোনোটি নয়"}, "কোনো অবস্থা নয়"),
    ({"opened_on": "গত বছর"}, "‘গত বছর’ তারিখ হিসেবে"),
    ({"opened_on": "31/02/2024"}, "‘31/02/2024’ তারিখ হিসেবে"),
    ({"opened_on": "1/1/2999"}, "১ জানুয়ারি ২৯৯৯ তারিখটি আজকের পরে"),
    ({"opened_on": "5/5/1066"}, "YYYY-MM-DD"),
)


@pytest.mark.parametrize(("cells", "said"), CELLS)
def test_what_is_wrong_with_a_row_is_said(
    example: Parts, sheet: Callable[..., Sheet], cells: dict[str, str], said: str
) -> None:
    row = {"address": GOOD, "name": "ক", **cells}
    made = sheet(("ভালো",) * len(row), tuple(row.values()), ("ক",) * len(row))
    (bad, _) = look_at(example, made, tuple(row))
    assert bad.account is None
    assert [trouble for trouble in bad.troubles if said in trouble.bn]
    assert all(trouble.bn != trouble.en for trouble in bad.troubles)


def test_cells_are_understood_as_people_write_them(example: Parts, sheet: Callable[..., Sheet]) -> None:
    heads = ("address", "kind", "name", "uses", "two_step", "state", "opened_on")
    made = sheet(
        heads,
        (GOOD, "ফেসবুক আইডি (প্রোফাইল)", "  জেলা  সমবায় ", "২.১; 02.3", "হ্যাঁ", "সচল", "০৫-০৩-২০২২"),
        ("x.com/coopkhulna", "", "", "", "no", "", date(2022, 3, 5)),
        ("youtube.com/@coopkhulna", "মাধ্যম", "", "", "", "বন্ধ", ""),
        ("t.me/coopkhulna", "", "", "", "", "", ""),
    )
    found = [row.account for row in look_at(example, made, heads)]
    assert [(one.platform, one.kind) for one in found if one][:2] == [("facebook", "profile"), ("x", "handle")]
    first, second, third, fourth = (one for one in found if one)
    assert (first.name, first.uses, first.two_step) == ("জেলা সমবায়", ("02.1", "02.3"), True)
    assert (first.state, first.opened_on) == (State.ACTIVE, date(2022, 3, 5))
    assert (second.state, second.opened_on, second.two_step) == (State.ACTIVE, date(2022, 3, 5), False)
    assert (third.state, third.opened_on) == (State.CLOSED, None)
    assert (fourth.state, fourth.opened_on) == (State.SETTING_UP, None)


MIXED = (
    ("নাম", "ঠিকানা"),
    ("কাশিয়ানী", GOOD),
    ("নেই", "নেই"),
    ("আবার", "https://www.facebook.com/COOP.kashiani?ref=bookmarks"),
    ("মুকসুদপুর", "facebook.com/coop.muksudpur"),
)


def test_one_bad_row_keeps_all_out_unless_it_is_left_out(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made, before = sheet(*MIXED), (example.facts(), example.register.journal())
    assert [bool(row.troubles) for row in look_at(example, made, ("name", "address"))] == [False, True, True, False]
    with pytest.raises(CoopDeskError) as refused:
        take_in(example, made, ("name", "address"), WHO, leave_out_bad=False)
    assert refused.value.key == "intake.bad_rows"
    assert "২টি সারিতে ভুল আছে" in refused.value.said.bn
    assert "৩ নম্বর সারি" in refused.value.said.bn
    assert (example.facts(), example.register.journal()) == before

    assert take_in(example, made, ("name", "address"), WHO, leave_out_bad=True) == 2
    added = example.facts().accounts[len(before[0].accounts) :]
    assert [account.name for account in added] == ["কাশিয়ানী", "মুকসুদপুর"]
    deeds = [(line.deed, line.subject) for line in example.register.journal(3)]
    assert deeds[0] == ("take_in_accounts", "list.xlsx")
    assert [subject for deed, subject in deeds[1:] if deed == "add_account"] == [one.address for one in added][::-1]
    # Who serves every other account serves the new ones, as when one is added by hand.
    serving = [member for member in example.facts().members if member.serves_on(example.today())]
    assert serving
    assert all({one.id for one in added} <= member.accounts for member in serving)


def test_a_row_that_stays_out_keeps_no_other_out(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made = sheet(("ঠিকানা", "দুই ধাপ"), (GOOD, "জানি না"), (GOOD, "না"), (GOOD, "না"))
    rows = look_at(example, made, ("address", "two_step"))
    assert [row.account is not None for row in rows] == [False, True, False]
    assert "৩ নম্বর সারিতেও" in rows[2].troubles[0].bn


def test_the_second_time_nothing_comes_in(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made = sheet(("ঠিকানা", "অবস্থা"), (GOOD, ""), ("x.com/coopkhulna", "বন্ধ"))
    assert take_in(example, made, ("address", "state"), WHO, leave_out_bad=False) == 2
    with pytest.raises(CoopDeskError) as refused:
        take_in(example, made, ("address", "state"), WHO, leave_out_bad=True)
    assert refused.value.key == "intake.nothing"
    assert len(example.facts().accounts) == 4


def test_a_column_without_addresses_brings_nothing(example: Parts, sheet: Callable[..., Sheet]) -> None:
    with pytest.raises(CoopDeskError) as refused:
        take_in(example, sheet(("নাম", "ঠিকানা"), ("ক", GOOD)), ("name", ""), WHO, leave_out_bad=True)
    assert refused.value.key == "intake.nothing"


def test_what_was_added_since_the_preview_is_not_added_twice(example: Parts, sheet: Callable[..., Sheet]) -> None:
    made = sheet(("ঠিকানা",), (GOOD,))
    assert look_at(example, made, ("address",))[0].account
    accounts.add_account(example, GOOD, None, WHO)
    with pytest.raises(CoopDeskError):
        take_in(example, made, ("address",), WHO, leave_out_bad=False)
    assert len(example.facts().accounts) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("end", [".xlsx", ".csv"])
def test_a_list_that_was_taken_along_comes_in_elsewhere(
    example: Parts, tmp_path: Path, language: Language, end: str
) -> None:
    first = example.facts().accounts[0]
    accounts.describe_account(example, first.id, "উদ্দেশ্য\nদুই সারিতে", "=সবার জন্য", "+পরিচালনায় ক্ষ\u200dজ্ঞ", WHO)
    accounts.close_account(example, example.facts().accounts[1].id, WHO)
    save_table(example, "accounts", tmp_path / f"list{end}", language)
    other = make_example(tmp_path / "other", 1)
    with other.register.deed("change_address", WHO) as writer:
        writer.put(replace(other.facts().accounts[0], address="https://x.com/somewhere"))
    made = open_sheet(other, tmp_path / f"list{end}")
    fields = guess_fields(other, made)
    assert sorted(filter(None, fields)) == sorted(FIELDS)
    assert take_in(other, made, fields, WHO, leave_out_bad=False) == 2
    kept = (
        "address",
        "platform",
        "kind",
        "name",
        "purpose",
        "audience",
        "run_by",
        "uses",
        "two_step",
        "state",
        "opened_on",
    )
    for before, after in zip(example.facts().accounts, other.facts().accounts[1:], strict=True):
        assert [getattr(before, name) for name in kept] == [getattr(after, name) for name in kept]
    other.register.close()
