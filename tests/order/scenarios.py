"""What can be said of each clause: facts bent one way, and what the assessment must find in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from coopdesk.order.facts import RESTORED, Attestation, Complaint, Facts, Role, Setting
from coopdesk.order.findings import Status
from tests.order.facts_builder import (
    CHANNEL,
    PAGE,
    TODAY,
    account,
    ago,
    attested,
    compliant,
    member,
    office_with,
    password,
    waiver,
    with_account,
    with_member,
    with_topic,
)


@dataclass(frozen=True)
class Scenario:
    """Bent facts, the clause and account looked at, and what is to be found: status, reasons, next step."""

    what: str
    facts: Facts
    status: Status
    reasons: tuple[str, ...]
    next: str | None = None
    clause: str = ""
    account: str | None = None


def met(what: str, facts: Facts, *reasons: str) -> Scenario:
    """Say that the clause is met."""
    return Scenario(what, facts, Status.MET, reasons)


def waived(what: str, facts: Facts, *reasons: str) -> Scenario:
    """Say that the clause is not applicable."""
    return Scenario(what, facts, Status.NOT_APPLICABLE, reasons)


def lapsing(what: str, facts: Facts, *reasons: str, then: str) -> Scenario:
    """Say that the clause is met but lapses within 14 days, and what keeps it."""
    return Scenario(what, facts, Status.ATTENTION, reasons, then)


def unmet(what: str, facts: Facts, *reasons: str, then: str) -> Scenario:
    """Say that the clause is not met, and what to do."""
    return Scenario(what, facts, Status.NOT_MET, reasons, then)


def of(clause: str, account_id: str | None, *scenarios: Scenario) -> Iterator[Scenario]:
    """Say of which clause and account the scenarios are."""
    return (replace(one, clause=clause, account=account_id) for one in scenarios)


def with_page(facts: Facts, **changes: object) -> Facts:
    return attested(with_account(facts, PAGE, **changes))


def team_of(size: int, **of_first: object) -> Facts:
    members = tuple(member(number + 1, Role.MODERATOR if number else Role.ADMIN) for number in range(size))
    return with_member(replace(compliant(), members=members), "m1", **of_first)


def with_password(**changes: object) -> Facts:
    return replace(compliant(), passwords=(password(**changes),))


def with_restored(fact: str) -> Facts:
    """Return the facts after a backup from before the last change was put back; `fact` is the password's then."""
    word = Attestation("restored", RESTORED, "শিরীন আক্তার", ago(1), about=fact, account=CHANNEL)
    return replace(WHOLE, attestations=(*WHOLE.attestations, word))


def with_two_step(**changes: object) -> Facts:
    return with_account(with_password(**changes), CHANNEL, two_step=True)


def with_complaints(*days_ago: int, grs_number: str = "") -> Facts:
    came_in = (Complaint(f"c{days}", PAGE, ago(days), "সেবা পেতে দেরি", grs_number) for days in days_ago)
    return replace(compliant(), complaints=tuple(came_in))


def with_waiver(clause: str, account_id: str | None, **changes: object) -> Facts:
    facts = compliant()
    return replace(facts, waivers=(*facts.waivers, waiver(clause, account_id, **changes)))


def with_forced_name(**changes: object) -> Facts:
    """Return an office whose Facebook ID was forced to bear a person's name."""
    forced = {"name": "শিরীন আক্তার", "named_after_person": True} | changes
    return office_with(account(PAGE, "facebook", "profile", **forced))


def on_another_medium(chosen: dict[Setting, str]) -> Facts:
    return office_with(account(PAGE, "other", "other", settings=chosen))


def attested_until(topic: str, in_days: int) -> Facts:
    # Attested a year and a day before the last day of its term.
    return with_topic(compliant(), topic, on=(TODAY + timedelta(days=in_days + 1)).replace(year=TODAY.year - 1))


def after_one_left(on_day_ago: int, set_ago: int) -> Facts:
    return with_member(with_password(set_on=ago(set_ago)), "m3", until=ago(on_day_ago))


def with_page_named(name: str) -> Facts:
    return with_page(compliant(), name=name)


WHOLE = compliant()
ATTESTED = "attested.given"
