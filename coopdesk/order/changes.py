"""Why a password was changed, as far as the register can tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from coopdesk.order.facts import Member, PasswordFact

Why = Literal["first", "known", "left", "interval", "own"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a password, and its reason; `who_left` names the member whose leaving called for it."""

    fact: PasswordFact
    why: Why
    who_left: str = ""


def changes(history: Sequence[PasswordFact], members: Iterable[Member], days: int) -> tuple[Change, ...]:
    """Return every change with its reason, the oldest first.

    Args:
        history: all password facts, past and present, in the order in which they came.
        members: everyone who serves or served.
        days: the interval after which a change is due.
    """
    left = [(member.until, member) for member in members if member.until is not None]
    before: dict[str, PasswordFact] = {}
    found = []
    for fact in sorted(history, key=lambda fact: fact.set_on):
        last = before.get(fact.account)
        gone = [
            member.name
            for until, member in left
            if last is not None and fact.account in member.accounts and last.set_on <= until <= fact.set_on
        ]
        if last is None:
            found.append(Change(fact, "first"))
        elif last.suspected:
            found.append(Change(fact, "known"))
        elif gone:
            found.append(Change(fact, "left", ", ".join(dict.fromkeys(gone))))
        else:
            found.append(Change(fact, "interval" if fact.set_on - last.set_on >= timedelta(days=days) else "own"))
        before[fact.account] = fact
    return tuple(found)
