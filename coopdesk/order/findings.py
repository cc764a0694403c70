"""What an assessment says: one finding a clause and account, each with its reason and the next step."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from coopdesk.texts import Language, Said


class Status(StrEnum):
    """How a clause stands. ATTENTION is met, but lapses soon."""

    MET = "met"
    NOT_MET = "not_met"
    ATTENTION = "attention"
    NOT_APPLICABLE = "not_applicable"


class Finding(NamedTuple):
    """One clause's (or one advice's) outcome for one account, or for the office where `account` is None.

    `account` is the account's id. `reasons` are said one after the other. `next` is what to do, None where nothing is
    to be done. `where` names the place in the program: a wizard page ("name", "password" …) or a page ("team",
    "complaints", "office"). `until` is the last day on which it is still met, None where it does not lapse by itself.
    """

    clause: str
    account: str | None
    status: Status
    reasons: tuple[Said, ...]
    next: Said | None
    where: str
    until: date | None = None

    def reason(self, language: Language) -> str:
        """Return the reasons as one text."""
        return "; ".join(said.in_(language) for said in self.reasons)

    def next_step(self, language: Language) -> str:
        """Return what to do next, or an empty text."""
        return self.next.in_(language) if self.next else ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings of one day. `advice` is shown, and never counts against the office."""

    on: date
    rulebook: str
    findings: tuple[Finding, ...]
    advice: tuple[Finding, ...]

    @property
    def compliant(self) -> bool:
        """Whether every clause is met, for at least one account: nothing checked is never 'met'."""
        return any(finding.account for finding in self.findings) and not self.unmet

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """The findings that keep a certificate back."""
        return tuple(finding for finding in self.findings if finding.status is Status.NOT_MET)

    @property
    def lapsing(self) -> tuple[Finding, ...]:
        """The findings that are met but lapse soon, the soonest first."""
        soon = (finding for finding in self.findings if finding.status is Status.ATTENTION)
        return tuple(sorted(soon, key=lambda finding: finding.until or date.max))
