"""The Bangla calendar of Bangladesh: days everyone knows, and no day lost or counted twice in two hundred years."""

from calendar import isleap
from datetime import date, timedelta

import pytest

from coopdesk.bangla.dates import BanglaDate, bangla_date, bangla_date_in_words, gregorian_in_words, weekday

TODAYS_RULE = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30]
RULE_OF_1987 = [31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30, 30]
FIRST, LAST = date(1900, 4, 14), date(2101, 4, 13)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 4, 14), "১ বৈশাখ ১৪৩৩"),
        (date(2026, 2, 21), "৮ ফাল্গুন ১৪৩২"),
        (date(2024, 2, 21), "৮ ফাল্গুন ১৪৩০"),
        (date(2026, 3, 26), "১২ চৈত্র ১৪৩২"),
        (date(2024, 3, 26), "১২ চৈত্র ১৪৩০"),
        (date(2026, 12, 16), "১ পৌষ ১৪৩৩"),
        (date(2016, 6, 16), "২ আষাঢ় ১৪২৩"),
        (date(2019, 10, 15), "৩০ আশ্বিন ১৪২৬"),
        (date(2019, 10, 16), "৩১ আশ্বিন ১৪২৬"),
        (date(2019, 10, 17), "১ কার্তিক ১৪২৬"),
        (date(2018, 2, 21), "৯ ফাল্গুন ১৪২৪"),
        (date(2020, 2, 29), "১৬ ফাল্গুন ১৪২৬"),
        (date(2024, 4, 13), "৩০ চৈত্র ১৪৩০"),
        (date(2026, 11, 24), "৯ অগ্রহায়ণ ১৪৩৩"),
    ],
)
def test_a_known_day_has_its_known_date(day: date, words: str) -> None:
    assert bangla_date_in_words(day) == words


def every_bangla_day() -> list[BanglaDate]:
    """Count all days from `FIRST` to `LAST` off a table of month lengths, as a printed calendar does."""
    days = []
    for starts in range(FIRST.year, LAST.year):
        lengths = list(TODAYS_RULE if starts >= 2020 else RULE_OF_1987)
        if starts == 2019:
            # The reform came in the middle of 1426: its Ashwin already had 31 days, its Falgun 29.
            lengths[5], lengths[10] = 31, 29
        if isleap(starts + 1):
            lengths[10] += 1
        days += [BanglaDate(starts - 593, month, day) for month, n in enumerate(lengths, 1) for day in range(1, n + 1)]
    return days


def test_each_days_date_follows_that_of_the_day_before_for_two_hundred_years() -> None:
    days = every_bangla_day()

    assert len(days) == (LAST - FIRST).days + 1
    assert [bangla_date(FIRST + timedelta(passed)) for passed in range(len(days))] == days


@pytest.mark.parametrize("year", range(1900, 2101))
def test_the_year_begins_on_the_fourteenth_of_april(year: int) -> None:
    assert bangla_date(date(year, 4, 14)) == BanglaDate(year - 593, 1, 1)
    assert bangla_date(date(year, 4, 13)) == BanglaDate(year - 594, 12, 30)


def test_papers_write_the_day_with_two_digits() -> None:
    assert bangla_date_in_words(date(2016, 6, 16), padded=True) == "০২ আষাঢ় ১৪২৩"
    assert bangla_date_in_words(date(2026, 11, 30), padded=True) == "১৫ অগ্রহায়ণ ১৪৩৩"


def test_a_gregorian_day_is_said_in_both_languages() -> None:
    day = date(2026, 11, 24)

    assert gregorian_in_words(day, "bn") == "২৪ নভেম্বর ২০২৬"
    assert gregorian_in_words(day, "en") == "24 November 2026"
    assert weekday(day, "bn") == "মঙ্গলবার"
    assert weekday(day, "en") == "Tuesday"
