"""When a clause may be not applicable: the conditions that a rulebook names."""

from collections.abc import Callable, Mapping

from coopdesk.order.checks.case import Case
from coopdesk.order.facts import NO_PICTURE


def no_pictures(case: Case) -> bool:
    """The account has neither banner nor profile picture (03.4)."""
    possible = case.kind.pictures if case.kind else ("banner", "profile")
    return all(getattr(case.of, picture) == NO_PICTURE for picture in possible)


def through_profiles(case: Case) -> bool:
    """The account has no password of its own: it is reached through its members' profiles (03.5)."""
    return case.kind is not None and case.kind.through_profiles


def no_website(case: Case) -> bool:
    """The office has no website (03.8)."""
    return not case.office.website.strip()


CONDITIONS: Mapping[str, Callable[[Case], bool]] = {
    "no_pictures": no_pictures,
    "no_website": no_website,
    "through_profiles": through_profiles,
}
"""The rulebook's name of a condition, and the function that tells whether it holds."""
