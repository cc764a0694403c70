"""Why a password was changed: a table of two facts, and what happened between them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coopdesk.order.changes import changes
from coopdesk.order.facts import Member, PasswordFact, Role

FIRST = PasswordFact("p1", "page", date(2026, 1, 1), 4, 18, True, "রেহানা")
MEMBER = Member("m", "সাইফুল", "পরিদর্শক", Role.ADMIN, date(2025, 1, 1), accounts=frozenset({"page"}))


def later(days: int) -> PasswordFact:
    """Return the fact that comes so many days after the first."""
    return replace(FIRST, id="p2", set_on=FIRST.set_on + timedelta(days=days))


@pytest.mark.parametrize(
    ("first", "after", "left_on", "why"),
    [
        (FIRST, 20, None, "own"),
        (FIRST, 89, None, "own"),
        (FIRST, 90, None, "interval"),
        (FIRST, 400, None, "interval"),
        (replace(FIRST, suspected=True), 20, None, "known"),
        (replace(FIRST, suspected=True), 120, date(2026, 1, 10), "known"),
        (FIRST, 20, date(2026, 1, 10), "left"),
        (FIRST, 20, date(2026, 1, 21), "left"),
        (FIRST, 20, date(2025, 12, 31), "own"),
        (FIRST, 20, date(2026, 1, 22), "own"),
    ],
)
def test_the_reason_of_a_change(first: PasswordFact, after: int, left_on: date | None, why: str) -> None:
    found = changes([first, later(after)], [replace(MEMBER, until=left_on)], 90)
    assert [change.why for change in found] == ["first", why]
    assert found[1].who_left == (MEMBER.name if why == "left" else "")


def test_each_account_has_its_own_first_and_the_oldest_comes_first() -> None:
    other = replace(FIRST, id="p3", account="handle", set_on=FIRST.set_on + timedelta(days=1))
    found = changes([later(100), other, FIRST], [MEMBER], 90)
    assert [(change.fact.id, change.why) for change in found] == [("p1", "first"), ("p3", "first"), ("p2", "interval")]


def test_who_left_another_account_is_no_reason() -> None:
    gone = replace(MEMBER, accounts=frozenset({"handle"}), until=date(2026, 1, 10))
    assert changes([FIRST, later(20)], [gone], 90)[1].why == "own"
