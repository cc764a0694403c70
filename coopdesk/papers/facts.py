"""What a paper is made from."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from coopdesk.order.facts import Account, Member, Office, PasswordFact
from coopdesk.order.findings import Assessment
from coopdesk.order.platforms import Platforms
from coopdesk.order.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper is made from, and all that stands on a certificate or a report.

    `serial` is empty on a report, and on a certificate that is only looked at. `memo` is the memo number as it is to be
    printed, empty for a line to fill in. `made_at` is local and knows its zone. `valid_until` is None where the paper
    names no day. `logo` is the file of the office's logo, None for none. `signed_with` is the fingerprint of the key
    that will sign the paper, empty where none will; `replaces` the serial number of the certificate it stands in for.
    """

    office: Office
    accounts: tuple[Account, ...]
    members: tuple[Member, ...]
    passwords: tuple[PasswordFact, ...]
    assessment: Assessment
    rulebook: Rulebook
    platforms: Platforms
    serial: str
    memo: str
    made_at: datetime
    valid_until: date | None
    logo: Path | None = None
    signed_with: str = ""
    replaces: str = ""
