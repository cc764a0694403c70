"""Dates in words, in the Gregorian and in the Bangla calendar of Bangladesh."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coopdesk.bangla.digits import to_bangla

MONTHS = (
    "বৈশাখ", "জ্যৈষ্ঠ", "আষাঢ়", "শ্রাবণ", "ভাদ্র", "আশ্বিন",
    "কার্তিক", "অগ্রহায়ণ", "পৌষ", "মাঘ", "ফাল্গুন", "চৈত্র",
)  # fmt: skip
_GREGORIAN_BN = (
    "জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন",
    "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর",
)  # fmt: skip
_GREGORIAN_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS_BN = ("সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার", "রবিবার")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_REFORM = date(2019, 10, 16)
"""The first day on which today's month lengths are in force (৩১ আশ্বিন ১৪২৬)."""


@dataclass(frozen=True, slots=True)
class BanglaDate:
    """A day of the Bangla calendar: `month` counts from 1 (বৈশাখ)."""

    year: int
    month: int
    day: int


def bangla_date(day: date) -> BanglaDate:
    """Return the Bangla calendar's date for `day`, by the Bangla Academy's rules.

    The year begins on 14 April. Since 16 October 2019 six months of 31 days, five of 30, and Falgun of 29 (30 in a
    Gregorian leap year); before, from 1987 on, five months of 31 and seven of 30, Falgun of 31 in a leap year.
    """
    starts = day.year if (day.month, day.day) >= (4, 14) else day.year - 1
    passed = (day - date(starts, 4, 14)).days
    for month, length in enumerate(_month_lengths(starts, day), start=1):
        if passed < length:
            return BanglaDate(starts - 593, month, passed + 1)
        passed -= length
    raise AssertionError("a Bangla year is as long as the Gregorian one")


def _month_lengths(starts: int, day: date) -> list[int]:
    # Falgun falls in the Gregorian year after the one in which the Bangla year starts.
    leap = isleap(starts + 1)
    if day >= _REFORM:
        return [31] * 6 + [30] * 4 + [30 if leap else 29, 30]
    return [31] * 5 + [30] * 5 + [31 if leap else 30, 30]


def bangla_date_in_words(day: date, *, padded: bool = False) -> str:
    """Return `day` in the Bangla calendar, as "৯ অগ্রহায়ণ ১৪৩৩"; `padded` writes two digits, as papers do."""
    found = bangla_date(day)
    number = f"{found.day:02}" if padded else str(found.day)
    return to_bangla(f"{number} {MONTHS[found.month - 1]} {found.year}")


def gregorian_in_words(day: date, language: Literal["bn", "en"]) -> str:
    """Return `day` as "২৪ নভেম্বর ২০২৬" or "24 November 2026"."""
    if language == "bn":
        return to_bangla(f"{day.day} {_GREGORIAN_BN[day.month - 1]} {day.year}")
    return f"{day.day} {_GREGORIAN_EN[day.month - 1]} {day.year}"


def weekday(day: date, language: Literal["bn", "en"]) -> str:
    """Return the name of the day of the week."""
    return (_WEEKDAYS_BN if language == "bn" else _WEEKDAYS_EN)[day.weekday()]
