"""Reading is strict: no kind of value is taken for another, and all that is wrong is told in the order of the file."""

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coopdesk.register.exchange import ExportFile
from coopdesk.register.faults import ImportRefused
from coopdesk.register.reading import read

SAMPLE = Path(__file__).parent / "samples" / "export-1.json"


@pytest.fixture
def exported() -> dict[str, Any]:
    """Return an export, to be bent."""
    data: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return data


def _told(value: object, kind: type[Any] = ExportFile) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefused) as refused:
        read(value, kind)
    return [(fault.place, fault.expected.en) for fault in refused.value.faults]


TEXT, NUMBER, YES_NO = "a text in quotation marks", "a whole number", "true or false"
DAY, TIME = "a date as YYYY-MM-DD, such as 2026-04-14", "a day and time, such as 2026-04-14T10:30:00"
LIST, OBJECT = "a list: […]", "an object: {…}"
PRESENT, ABSENT = "this must be there", "there is no field of this name; leave it out or check its spelling"
ROLE = "one of 'admin', 'moderator', 'authority'"
SETTING = "one of 'content', 'comments', 'membership', 'access', 'privacy'"
NO_DAYS = [
    "", "today", "20260101", "2026-1-1", "2026-W01-1", "2026-02-30", "1700006400", "2026-01-01T00:00:00", "২০২৬-০১-০১",
    "2026-01-01\n", 20260101, 0, None, [], {},
]  # fmt: skip
NO_TIMES = [
    "", "noon", "2026-01-01", "20260101T103000", "2026-W01-1T10:30", "2026-01-01T10", "2026-02-30T10:30",
    "2026-01-01T24:00", "2026-01-01T10:60", "2026-01-01T10:30+06", "2026-01-01T10:30+06:60", "2026-01-01T10:30+24:00",
    "2026-01-01\n10:30", "1700000000", 1700000000, None, [], {},
]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "field", "values", "expected"),
    [
        ("accounts", "name", [None, 5, True, [], {}], TEXT),
        ("passwords", "score", [None, "4", True, 3.0, 3.5, float("nan"), [], {}], NUMBER),
        ("accounts", "two_step", [None, "true", 0, 1, 1.0, [], {}], YES_NO),
        ("members", "role", [None, "king", "ADMIN", "Admin", "", 0, [], {}], ROLE),
        ("members", "since", NO_DAYS, DAY),
        ("papers", "made_at", NO_TIMES, TIME),
        ("members", "accounts", [None, "page", {}, {"page": 1}, 0], LIST),
        ("accounts", "uses", [None, "02.1", {}, 0], LIST),
        ("accounts", "settings", [None, [], "public", 0], OBJECT),
        ("accounts", "decision", [[], "memo", 0, False], OBJECT),
    ],
)
def test_a_value_of_another_kind_is_refused(
    exported: dict[str, Any], part: str, field: str, values: list[Any], expected: str
) -> None:
    for value in values:
        exported[part][0][field] = value
        assert _told(exported) == [(f"{part}[0].{field}", expected)], value


@pytest.mark.parametrize("value", [None, [], "x", 1, True])
def test_what_is_no_object_is_no_record(exported: dict[str, Any], value: object) -> None:
    assert _told(value) == [("", OBJECT)]
    assert _told(exported | {"office": value}) == [("office", OBJECT)]
    assert _told(exported | {"accounts": [exported["accounts"][0], value]}) == [("accounts[1]", OBJECT)]


def test_faults_stand_in_the_order_of_the_fields_and_of_the_file(exported: dict[str, Any]) -> None:
    exported |= {"zebra": 1, "apple": 1}
    exported["accounts"][0] |= {"two_step": 1, "name": None, "settings": {"colour": 5, "privacy": 5}}
    exported["accounts"][0] |= {"uses": ["02.1", 5, None], "decision": {"on": "x", "by": "রহিমা", "to": ""}}
    exported["accounts"][1] |= {"second": 1, "first": 1}
    exported["members"][0]["accounts"] = ["page", {}]
    del exported["accounts"][1]["address"], exported["office"]["tier"]
    assert _told(dict(sorted(exported.items(), reverse=True))) == [
        ("office.tier", PRESENT),
        ("accounts[0].name", TEXT),
        ("accounts[0].uses[1]", TEXT),
        ("accounts[0].uses[2]", TEXT),
        ("accounts[0].settings.colour", SETTING),
        ("accounts[0].settings.colour", TEXT),
        ("accounts[0].settings.privacy", TEXT),
        ("accounts[0].decision.reference", PRESENT),
        ("accounts[0].decision.on", DAY),
        ("accounts[0].decision.to", ABSENT),
        ("accounts[0].two_step", YES_NO),
        ("accounts[1].address", PRESENT),
        ("accounts[1].second", ABSENT),
        ("accounts[1].first", ABSENT),
        ("members[0].accounts[1]", TEXT),
        ("zebra", ABSENT),
        ("apple", ABSENT),
    ]


@pytest.mark.parametrize(
    "time",
    ["2026-03-02T11:00:00.000Z", "2026-03-02t11:00:00z", "2026-03-02 11:00+00:00", "2026-03-02T17:00:00.0000001+0600"],
)
def test_a_time_may_be_written_in_several_ways(time: str) -> None:
    assert read(time, datetime) == datetime(2026, 3, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize("part", [0, {}, {"id": "a", "uses": [0, 0], "settings": {"x": 1}}], ids=str)
def test_faults_without_end_are_told_to_the_200th_and_fill_no_memory(exported: dict[str, Any], part: object) -> None:
    exported["accounts"] = [part] * 20_000
    tracemalloc.start()
    try:
        assert len(_told(exported)) == 200
        assert tracemalloc.get_traced_memory()[1] < 5 * 1024**2
    finally:
        tracemalloc.stop()


def test_a_value_as_deep_as_json_goes_is_refused_in_its_place(exported: dict[str, Any]) -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    exported["members"][0]["accounts"] = [deep]
    exported["accounts"][0]["settings"] = {"content": deep}
    assert _told(exported) == [("accounts[0].settings.content", TEXT), ("members[0].accounts[0]", TEXT)]


def test_a_bug_is_not_taken_for_a_fault_of_the_file(exported: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopdesk.register.reading._DATE", None)
    with pytest.raises(AttributeError):
        read(exported, ExportFile)
