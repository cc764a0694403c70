"""Table models: sorted as the dictionary does, searched however it was typed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from coopdesk.ui import words
from coopdesk.ui.models.table import RECORD_ROLE, Column, RecordModel, RecordProxy


@dataclass(frozen=True)
class Row:
    """One record."""

    name: str
    on: date
    count: int


ROWS = (
    Row("খুলনা", date(2026, 3, 1), 10),
    Row("ঢাকা", date(2025, 3, 1), 9),
    Row("কুমিল্লা", date(2026, 1, 1), 100),
    Row("ব্রাহ্মণবাড়িয়া", date(2024, 5, 5), 2),
)
COLUMNS: tuple[Column[Row], ...] = (
    Column("নাম", lambda row: row.name),
    Column("তারিখ", lambda row: row.on),
    Column("সংখ্যা", lambda row: row.count),
)


def _proxy() -> RecordProxy:
    proxy = RecordProxy()
    model: RecordModel[Row] = RecordModel(COLUMNS, proxy)
    model.show_records(ROWS)
    proxy.setSourceModel(model)
    return proxy


def _names(proxy: RecordProxy) -> list[str]:
    return [proxy.index(row, 0).data(RECORD_ROLE).name for row in range(proxy.rowCount())]


def test_qt_finds_no_fault_with_the_models(qapp: object) -> None:
    proxy = _proxy()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (proxy, proxy.sourceModel())]
    proxy.sort(0, Qt.SortOrder.DescendingOrder)
    proxy.search("ক")
    proxy.sourceModel().show_records(ROWS[:2])
    proxy.sourceModel().show_records(())
    assert len(testers) == 2


def test_names_sort_as_the_dictionary_does(qapp: object) -> None:
    proxy = _proxy()
    proxy.sort(0, Qt.SortOrder.AscendingOrder)
    assert _names(proxy) == ["কুমিল্লা", "খুলনা", "ঢাকা", "ব্রাহ্মণবাড়িয়া"]
    proxy.sort(0, Qt.SortOrder.DescendingOrder)
    assert _names(proxy)[0] == "ব্রাহ্মণবাড়িয়া"


def test_days_and_numbers_sort_by_size(qapp: object) -> None:
    proxy = _proxy()
    proxy.sort(1, Qt.SortOrder.AscendingOrder)
    assert _names(proxy)[0] == "ব্রাহ্মণবাড়িয়া"
    proxy.sort(2, Qt.SortOrder.AscendingOrder)
    assert [proxy.index(row, 0).data(RECORD_ROLE).count for row in range(4)] == [2, 9, 10, 100]


def test_a_search_finds_what_looks_the_same(qapp: object) -> None:
    proxy = _proxy()
    for typed in ("ব্রাহ্মণবাড\u09bcিয\u09bcা", "ব্রাহ্মণবাড়িয়া", "বাড়ি  ব্রাহ্মণ"):
        proxy.search(typed)
        assert _names(proxy) == ["ব্রাহ্মণবাড়িয়া"]
    proxy.search("নেই")
    assert _names(proxy) == []
    proxy.search("")
    assert len(_names(proxy)) == len(ROWS)


def test_cells_are_written_in_the_window_s_language(qapp: object) -> None:
    words.set_language("bn")
    proxy = _proxy()
    assert proxy.index(0, 1).data() == "১ মার্চ ২০২৬"
    assert proxy.index(0, 2).data() == "১০"
    words.set_language("en")
    assert proxy.index(0, 1).data() == "1 March 2026"
    words.set_language("bn")
