"""What the register knows of an office, as plain values: all that an assessment may look at.

Dates are days on the office's calendar. An empty string says that nothing was written. Ids are the register's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Tier(StrEnum):
    """The four kinds of cooperative office."""

    DEPARTMENT = "department"
    DIVISION = "division"
    DISTRICT = "district"
    UPAZILA = "upazila"


class Role(StrEnum):
    """What a member is to an account (clause 03.3)."""

    ADMIN = "admin"
    MODERATOR = "moderator"
    AUTHORITY = "authority"


class State(StrEnum):
    """Where an account stands in its life."""

    SETTING_UP = "setting_up"
    ACTIVE = "active"
    CLOSED = "closed"


NO_PICTURE = "none"
"""In place of a picture's SHA-256: a person said that the account has no such picture."""


RESTORED = "restored"
"""The topic of a word that a backup older than the account's last change was put back; `about` is the password fact's
id, so that the next change ends it."""


class Setting(StrEnum):
    """The five settings of clause 03.6."""

    CONTENT = "content"
    COMMENTS = "comments"
    MEMBERSHIP = "membership"
    ACCESS = "access"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True)
class Office:
    """The office whose register this is.

    `place` is the gazetteer's path ("Dhaka/Gopalganj"; empty for the department); `name` is the official name made
    from tier and place (03.1). `rotation_days` is the office's own interval for passwords, or None for the
    rulebook's. `example` marks an example register, whose papers bear নমুনা.
    """

    id: str
    tier: Tier
    place: str
    name: str
    name_en: str
    code: str
    website: str = ""
    grs_url: str = ""
    grievance_officer: str = ""
    grievance_contact: str = ""
    head_name: str = ""
    head_post: str = ""
    head_phone: str = ""
    head_email: str = ""
    memo_prefix: str = ""
    logo: str | None = None
    rotation_days: int | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The office decision behind the five settings: memo or meeting, its day, and who chose them."""

    reference: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Account:
    """One official page, group, handle or channel.

    `purpose`, `audience` and `run_by` are the three parts of the description (03.2). `uses` holds the ids of the
    permitted uses. `settings` maps a setting to the id of the choice made. `banner` and `profile` are the SHA-256 of
    the pictures kept as evidence, NO_PICTURE where the account has none, None where nobody has looked.
    `named_after_person` says that the platform forced a person's name on it.
    """

    id: str
    platform: str
    kind: str
    address: str
    handle: str = ""
    name: str = ""
    named_after_person: bool = False
    purpose: str = ""
    audience: str = ""
    run_by: str = ""
    uses: tuple[str, ...] = ()
    settings: Mapping[Setting, str] = field(default_factory=dict)
    decision: Decision | None = None
    banner: str | None = None
    profile: str | None = None
    two_step: bool = False
    state: State = State.SETTING_UP
    opened_on: date | None = None

    @property
    def description(self) -> str:
        """The description as it stands on the page: the three parts joined."""
        return " ".join(part for part in (self.purpose, self.audience, self.run_by) if part)


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the admin team, with the accounts they serve (ids) from `since` to `until`."""

    id: str
    name: str
    post: str
    role: Role
    since: date
    phone: str = ""
    email: str = ""
    until: date | None = None
    accounts: frozenset[str] = frozenset()

    def serves_on(self, day: date) -> bool:
        """Tell whether the member is in the team on `day`; the last day still counts."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A complaint that came in on a page (03.9).

    `grs_number` is empty until it is entered in the GRS, on the day `grs_on` where that was written down. `asker` is
    who complained, if they said; `officer` whom it went to.
    """

    id: str
    account: str
    received_on: date
    what: str
    grs_number: str = ""
    outcome: str = ""
    asker: str = ""
    officer: str = ""
    grs_on: date | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """A person's dated word on a topic of the rulebook.

    `about` is what it spoke of, as `order.subjects` writes it; when that has changed the attestation has ended.
    `account` and `member` are ids, None where the topic is the office's.
    """

    id: str
    topic: str
    by: str
    on: date
    about: str = ""
    account: str | None = None
    member: str | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A written reason why a clause is not applicable; `account` is None where it holds for the whole office."""

    id: str
    clause: str
    reason: str
    by: str
    on: date
    account: str | None = None


@dataclass(frozen=True, slots=True)
class PasswordFact:
    """What is known of an account's present password: never the password.

    `score` is zxcvbn's (0–4) and `length` counts characters, both when it was set. `stored` says that the OS keyring
    gave it back. `reused_with` names the account (id) that had the same one. `suspected` says others may know it.
    """

    id: str
    account: str
    set_on: date
    score: int
    length: int
    stored: bool
    by: str
    reused_with: str | None = None
    suspected: bool = False


@dataclass(frozen=True, slots=True)
class IssuedCertificate:
    """A certificate that was issued: serial number, day and time (local), language, SHA-256 of its file and facts.

    `withdrawn_on` and `withdrawn_reason` say that it was taken back; `replaces` is the serial number of the one whose
    place it took; `signed_with` is the fingerprint of the key that signed it, empty where it is unsigned.
    """

    id: str
    serial: str
    issued_at: datetime
    language: str
    memo: str
    rulebook: str
    valid_until: date
    file_sha256: str
    facts_sha256: str
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    replaces: str = ""
    signed_with: str = ""


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """An official paper, other than a certificate, that was issued with a memo number and kept.

    `kind` is what paper it is ("order"), `subject` what it speaks of where the kind alone does not say it (a member's
    name). `made_at` is local. `file` is its name in the register's folder of papers, `file_sha256` its SHA-256.
    """

    id: str
    kind: str
    memo: str
    subject: str
    language: str
    made_at: datetime
    file: str
    file_sha256: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one office. `passwords` holds the present one of each account.

    `vault_trouble` is the key of the trouble that keeps the keyring from being looked into just now, if the desk found
    one; no register keeps it.
    """

    office: Office
    accounts: tuple[Account, ...] = ()
    members: tuple[Member, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    passwords: tuple[PasswordFact, ...] = ()
    vault_trouble: str = ""
