"""What a check is given, and what it answers."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from coopdesk.order.facts import (
    Account,
    Attestation,
    Complaint,
    Facts,
    Member,
    Office,
    PasswordFact,
    Waiver,
)
from coopdesk.order.platforms import Kind
from coopdesk.order.rulebook import Clause, Rulebook, Values
from coopdesk.texts import Said, Text, table


class Outcome(NamedTuple):
    """What one check found: whether it holds, why, what to do next, and the last day on which it still holds.

    `renewal` is the key of the words for what keeps it from lapsing. `where` is the place in the program where it is
    put right, empty for the clause's own.
    """

    holds: bool
    reason: Said
    next: Said | None = None
    until: date | None = None
    renewal: str = "renew"
    where: str = ""


# Most of an office's accounts hold, or fail, for the same reasons: one outcome for all of them is quicker and smaller.
@lru_cache(maxsize=4096)
def holds(key: str, until: date | None = None, renewal: str = "renew", **values: object) -> Outcome:
    """Return an outcome that holds, in the words of `findings.toml`; `renewal` says what keeps it from lapsing."""
    return Outcome(True, Said(word(key), values), None, until, renewal)


@lru_cache(maxsize=4096)
def fails(key: str, next_key: str, **values: object) -> Outcome:
    """Return an outcome that fails, with its next step, in the words of `findings.toml`."""
    return Outcome(False, Said(word(key), values), Said(word(f"next.{next_key}"), values))


def word(key: str) -> Text:
    """Return a word of `findings.toml` that stands in a reason, such as `word("setting.privacy")`."""
    return table("findings")[key]


class Index:
    """One office's facts, found by account and topic in constant time."""

    def __init__(self, facts: Facts, rulebook: Rulebook, today: date) -> None:
        """Sort the facts of `today` once, so that each check is quick."""
        self.office: Office = facts.office
        self.vault_trouble = facts.vault_trouble
        self.rulebook = rulebook
        self.today = today
        self.warned_until = today + timedelta(days=rulebook.values.warn_days)
        self.serving = tuple(member for member in facts.members if member.serves_on(today))
        self.passwords: dict[str, PasswordFact] = {fact.account: fact for fact in facts.passwords}
        self.waivers: dict[tuple[str, str | None], Waiver] = {
            (waiver.clause, waiver.account): waiver for waiver in facts.waivers if waiver.on <= today
        }
        self.teams: dict[str, list[Member]] = {}
        self.last_left: dict[str, Member] = {}
        self.complaints: dict[str, list[Complaint]] = {}
        self.attestations: dict[tuple[str, str | None, str | None], Attestation] = {}
        for member in self.serving:
            for account in member.accounts:
                self.teams.setdefault(account, []).append(member)
        for member in facts.members:
            if member.until is not None and member.until < today:
                for account in member.accounts:
                    known = self.last_left.get(account)
                    if known is None or (known.until or date.min) < member.until:
                        self.last_left[account] = member
        for complaint in facts.complaints:
            self.complaints.setdefault(complaint.account, []).append(complaint)
        # The newest word on a topic counts; one dated after today is no word yet, and nobody's is none.
        for attestation in sorted(facts.attestations, key=lambda attestation: attestation.on):
            if attestation.on <= today and attestation.by.strip():
                self.attestations[attestation.topic, attestation.account, attestation.member] = attestation


class Case(NamedTuple):
    """One clause, judged for one account (None: for the office)."""

    known: Index
    clause: Clause
    account: Account | None
    kind: Kind | None

    @property
    def office(self) -> Office:
        """The office."""
        return self.known.office

    @property
    def today(self) -> date:
        """The day of the assessment."""
        return self.known.today

    @property
    def values(self) -> Values:
        """The rulebook's numbers."""
        return self.known.rulebook.values

    @property
    def of(self) -> Account:
        """The account of a clause that is judged account by account."""
        assert self.account is not None, f"clause {self.clause.id} is judged for accounts"  # noqa: S101
        return self.account

    @property
    def team(self) -> Sequence[Member]:
        """The members who serve the account today."""
        return self.known.teams.get(self.of.id, ())

    @property
    def waiver(self) -> Waiver | None:
        """The written reason why this clause is not applicable here, if there is one."""
        waivers, clause = self.known.waivers, self.clause.id
        here = waivers.get((clause, self.account.id)) if self.account else None
        return here or waivers.get((clause, None))


@lru_cache(maxsize=256)
def months_later(day: date, months: int) -> date:
    """Return the last day of a term of `months` calendar months that begins on `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    if day.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, day.day) - timedelta(days=1)
