"""Lists go along from every page, and accounts come in from a spreadsheet that is seen row by row, all by keyboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from coopdesk.texts import LANGUAGES
from coopdesk.ui.pages.intake import IntakePage
from coopdesk.ui.widgets.save_table import SaveTable
from tests.tables.files import workbook
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard
from tests.ui.test_keyboard import _stops, _told, _walk

ROWS = (
    ("উপজেলার পেইজ",),
    ("ক্রমিক", "পেইজের নাম", "যেখানে আছে", "মন্তব্য"),
    (1, "উপজেলা সমবায় কার্যালয়, কাশিয়ানী", "https://www.facebook.com/coop.kashiani", "নতুন"),
    (2, "উপজেলা সমবায় কার্যালয়, মুকসুদপুর", "লিংক নেই", ""),
    (3, "উপজেলা সমবায় কার্যালয়, কোটালীপাড়া", "x.com/kotaliparacoop", ""),
)
TAKE_IN, CHOOSE, LEAVE_OUT = "একাউন্টগুলো নিন", "ফাইল বাছাই করুন…", "ভুল সারিগুলো বাদ দিয়ে নিন"
SIZES = ((1366, 728), (1092, 582), (1024, 640))


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that makes the file which the question for a file is answered with."""

    def make(rows: Sequence[Sequence[object]] = ROWS, content: bytes | None = None) -> Path:
        file = tmp_path / "list.xlsx"
        file.write_bytes(workbook(rows) if content is None else content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        return file

    return make


def _intake(desk: Desk) -> IntakePage:
    assert isinstance(desk.page, IntakePage)
    return desk.page


def _said(page: QWidget) -> str:
    return "\n".join(looks.text_of(widget) for widget in looks.visible(page))


def _fields(page: QWidget) -> dict[str, str]:
    boxes = [widget for widget in looks.visible(page) if isinstance(widget, QComboBox)]
    return {box.accessibleName(): box.currentText() for box in boxes}


def test_accounts_come_in_by_keyboard(
    example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path]
) -> None:
    sheet()
    desk = open_on(example)
    keys = Keyboard(desk)
    keys.push("একাউন্ট")
    keys.push("তালিকা থেকে নিন…")
    keys.push(CHOOSE)
    # The head of the addresses says nothing: they are known by what they are.
    fields = {"ক্রমিক": "নেওয়া হবে না", "পেইজের নাম": "নাম", "যেখানে আছে": "ঠিকানা", "মন্তব্য": "নেওয়া হবে না"}
    assert _fields(desk.page) == fields
    assert "ঠিক আছে: ২ · ভুল আছে: ১" in _said(desk.page)
    keys.go_to_table()
    keys.press_down()
    desk.settle()
    assert "“লিংক নেই” কোনো ওয়েব ঠিকানা নয়" in _said(desk.page)
    keys.tick(LEAVE_OUT)
    keys.push(TAKE_IN)
    added = desk.session.facts.accounts[2:]
    assert [account.address for account in added] == [str(ROWS[2][2]), "https://x.com/kotaliparacoop"]
    assert [account.name for account in added] == [ROWS[2][1], ROWS[4][1]]
    assert desk.page.key == "accounts"  # type: ignore[attr-defined]
    keys.push("তালিকা থেকে নিন…")
    assert "এখনো কোনো ফাইল বাছাই করা হয়নি" in _said(desk.page)


def test_a_field_has_one_column_and_the_rows_follow(
    example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path]
) -> None:
    sheet()
    desk = open_on(example)
    keys = Keyboard(desk)
    desk.window.show_page("intake")
    keys.push(CHOOSE)
    keys.choose("মন্তব্য", "ঠিকানা")  # past every other field, none of which is taken from its column
    desk.settle()
    assert "অন্য একটি কলামে" in _said(desk.page)
    assert "ঠিক আছে: ২ · ভুল আছে: ১" in _said(desk.page)
    keys.choose("যেখানে আছে", "নেওয়া হবে না")
    desk.settle()
    assert "অন্য একটি কলামে" not in _said(desk.page)
    assert "ঠিক আছে: ০ · ভুল আছে: ৩" in _said(desk.page)
    keys.choose("মন্তব্য", "নেওয়া হবে না")
    keys.choose("যেখানে আছে", "ঠিকানা")
    desk.settle()
    assert "ঠিক আছে: ২ · ভুল আছে: ১" in _said(desk.page)


def test_another_language_keeps_the_file_and_what_was_said_of_it(
    example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path]
) -> None:
    desk = open_on(example)
    desk.window.show_page("intake")
    _intake(desk).read(sheet())
    desk.settle()
    Keyboard(desk).choose("ক্রমিক", "উদ্দেশ্য")
    desk.settle()
    desk.application.switch_language("en")
    desk.settle()
    assert _fields(desk.page)["ক্রমিক"] == "Purpose"
    assert "Good: 2 · something wrong: 1" in _said(desk.page)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "পুরোনো ধরনের"), (workbook()[:500], "নষ্ট বা অসম্পূর্ণ"), (b"", "কোনো তালিকা নেই")],
)
def test_a_bad_file_is_said_on_the_page(
    example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path], content: bytes, said: str
) -> None:
    sheet(content=content)
    desk = open_on(example)
    before = desk.session.facts
    desk.window.show_page("intake")
    Keyboard(desk).push(CHOOSE)
    assert said in _said(desk.page)
    assert desk.session.facts == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_all_it_says(
    example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path], language: str
) -> None:
    desk = open_on(example)
    desk.application.switch_language("en" if language == "en" else "bn")
    desk.window.show_page("intake")
    for size in SIZES:
        desk.window.resize(*size)
        desk.settle()
        assert looks.cut_off(desk.window) + looks.nameless(desk.window) == []
        _intake(desk).read(sheet())
        desk.settle()
        assert looks.cut_off(desk.window) + looks.nameless(desk.window) == []
        assert looks.untranslated(desk.window) == [] or language == "en"


def test_tab_leads_everywhere(example: Path, open_on: Callable[[Path], Desk], sheet: Callable[..., Path]) -> None:
    desk = open_on(example)
    desk.window.show_page("intake")
    _intake(desk).read(sheet())
    desk.settle()
    reached, wrong = _walk(desk)
    assert [_told(widget) for widget in _stops(desk.window) - reached] == []
    assert wrong == []


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Return a function that says which file the question where to save is answered with."""

    def answer(name: str, chosen_filter: str) -> Path:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), chosen_filter))
        return tmp_path / name

    return answer


def test_every_page_saves_its_list(
    example: Path, open_on: Callable[[Path], Desk], target: Callable[[str, str], Path]
) -> None:
    desk = open_on(example)
    keys = Keyboard(desk)
    for key in ("accounts", "team", "checklist", "complaints", "settings"):
        file = target(f"{key}.xlsx", "Excel (*.xlsx)")
        desk.window.show_page(key)
        desk.settle()
        keys.push("তালিকা সংরক্ষণ করুন…")
        assert file.read_bytes().startswith(b"PK")
        assert f"{key}.xlsx নামে সংরক্ষণ করা হয়েছে।" in _said(desk.page)


def test_the_kind_chosen_is_the_kind_saved(
    example: Path, open_on: Callable[[Path], Desk], target: Callable[[str, str], Path]
) -> None:
    desk = open_on(example)
    desk.window.show_page("team")
    button = desk.page.findChild(SaveTable)
    for typed, chosen_filter, saved in (
        ("list.xlsx", "CSV (*.csv)", "list.csv"),
        ("other", "CSV (*.csv)", "other.csv"),
        ("of.2026", "Excel (*.xlsx)", "of.2026.xlsx"),
        ("big.CSV", "CSV (*.csv)", "big.CSV"),
        ("plain.csv", "", "plain.csv"),
    ):
        made = target(typed, chosen_filter).with_name(saved)
        button.click()
        desk.settle()
        assert made.read_bytes().startswith(b"PK" if saved.endswith("xlsx") else b"\xef\xbb\xbf")
        assert saved == typed or not made.with_name(typed).exists()


def test_a_file_that_nobody_was_asked_about_stays(
    example: Path, open_on: Callable[[Path], Desk], target: Callable[[str, str], Path]
) -> None:
    there = target("list.xlsx", "CSV (*.csv)").with_name("list.csv")
    there.write_text("another file of that name")
    desk = open_on(example)
    desk.window.show_page("team")
    desk.page.findChild(SaveTable).click()
    desk.settle()
    assert there.read_text() == "another file of that name"
    assert "আগে থেকেই একটি ফাইল আছে" in _said(desk.page)
