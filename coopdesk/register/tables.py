"""The register's tables. A column has the name and the place of its field in the record that it keeps.

Every row knows its office, so that a department can one day hold hundreds of offices in one database; the types are
SQLAlchemy's portable ones. A change here wants a migration.
"""

from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import DDL, JSON, ForeignKey, MetaData, Table, UniqueConstraint, event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from coopdesk.order.facts import Role, State, Tier
from coopdesk.register.columns import Choices, Decided, Moment, WallTime, Words, word_of


class Base(DeclarativeBase):
    """All tables of the register."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def table_of(row: type[Base]) -> Table:
    """Return the plain table of a row's class."""
    return cast("Table", row.__table__)


class Numbered:
    """A row with a number that keeps the order in which rows came."""

    row: Mapped[int] = mapped_column(primary_key=True, sort_order=-3)


class Kept(Numbered):
    """A row that keeps one record, under its id, for its office."""

    id: Mapped[str] = mapped_column(unique=True, sort_order=-1)

    @declared_attr
    def office_id(cls) -> Mapped[str]:  # noqa: N805 - SQLAlchemy hands in the class
        """The office whose record it is."""
        return mapped_column(ForeignKey("office.id"), sort_order=-2)


class OfficeRow(Numbered, Base):
    """An Office."""

    __tablename__ = "office"
    id: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[Tier] = mapped_column(word_of(Tier))
    place: Mapped[str]
    name: Mapped[str]
    name_en: Mapped[str]
    code: Mapped[str]
    website: Mapped[str]
    grs_url: Mapped[str]
    grievance_officer: Mapped[str]
    grievance_contact: Mapped[str]
    head_name: Mapped[str]
    head_post: Mapped[str]
    head_phone: Mapped[str]
    head_email: Mapped[str]
    memo_prefix: Mapped[str]
    logo: Mapped[str | None]
    rotation_days: Mapped[int | None]
    example: Mapped[bool]


class AccountRow(Kept, Base):
    """An Account."""

    __tablename__ = "account"
    platform: Mapped[str]
    kind: Mapped[str]
    address: Mapped[str]
    handle: Mapped[str]
    name: Mapped[str]
    named_after_person: Mapped[bool]
    purpose: Mapped[str]
    audience: Mapped[str]
    run_by: Mapped[str]
    uses: Mapped[Any] = mapped_column(Words, nullable=False)
    settings: Mapped[Any] = mapped_column(Choices, nullable=False)
    decision: Mapped[Any] = mapped_column(Decided, nullable=True)
    banner: Mapped[str | None]
    profile: Mapped[str | None]
    two_step: Mapped[bool]
    state: Mapped[State] = mapped_column(word_of(State))
    opened_on: Mapped[date | None]


class MemberRow(Kept, Base):
    """A Member, but for the accounts served."""

    __tablename__ = "member"
    name: Mapped[str]
    post: Mapped[str]
    role: Mapped[Role] = mapped_column(word_of(Role))
    since: Mapped[date]
    phone: Mapped[str]
    email: Mapped[str]
    until: Mapped[date | None]


class ServiceRow(Base):
    """That a member serves an account."""

    __tablename__ = "service"
    office_id: Mapped[str] = mapped_column(ForeignKey("office.id"))
    member: Mapped[str] = mapped_column(ForeignKey("member.id"), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("account.id"), primary_key=True)


class ComplaintRow(Kept, Base):
    """A Complaint."""

    __tablename__ = "complaint"
    account: Mapped[str] = mapped_column(ForeignKey("account.id"))
    received_on: Mapped[date]
    what: Mapped[str]
    grs_number: Mapped[str]
    outcome: Mapped[str]
    asker: Mapped[str]
    officer: Mapped[str]
    grs_on: Mapped[date | None]


class AttestationRow(Kept, Base):
    """An Attestation."""

    __tablename__ = "attestation"
    topic: Mapped[str]
    by: Mapped[str]
    on: Mapped[date]
    about: Mapped[str]
    account: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    member: Mapped[str | None] = mapped_column(ForeignKey("member.id"))
    evidence: Mapped[Any] = mapped_column(Words, nullable=False)
    note: Mapped[str]


class WaiverRow(Kept, Base):
    """A Waiver."""

    __tablename__ = "waiver"
    clause: Mapped[str]
    reason: Mapped[str]
    by: Mapped[str]
    on: Mapped[date]
    account: Mapped[str | None] = mapped_column(ForeignKey("account.id"))


class PasswordFactRow(Kept, Base):
    """A PasswordFact, past or present."""

    __tablename__ = "password_fact"
    account: Mapped[str] = mapped_column(ForeignKey("account.id"))
    set_on: Mapped[date]
    score: Mapped[int]
    length: Mapped[int]
    stored: Mapped[bool]
    by: Mapped[str]
    reused_with: Mapped[str | None] = mapped_column(ForeignKey("account.id"))
    suspected: Mapped[bool]


class CertificateRow(Kept, Base):
    """An IssuedCertificate. A serial number is given once."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("office_id", "serial"),)
    serial: Mapped[str]
    issued_at: Mapped[datetime] = mapped_column(WallTime)
    language: Mapped[str]
    memo: Mapped[str]
    rulebook: Mapped[str]
    valid_until: Mapped[date]
    file_sha256: Mapped[str]
    facts_sha256: Mapped[str]
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str]
    replaces: Mapped[str]
    signed_with: Mapped[str]


class KeptPaperRow(Kept, Base):
    """A KeptPaper. A memo number, and a file's name, is given once."""

    __tablename__ = "kept_paper"
    __table_args__ = (UniqueConstraint("office_id", "memo"), UniqueConstraint("office_id", "file"))
    kind: Mapped[str]
    memo: Mapped[str]
    subject: Mapped[str]
    language: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(WallTime)
    file: Mapped[str]
    file_sha256: Mapped[str]


class JournalRow(Numbered, Base):
    """One line of the journal. `office_id` is empty for what was done before an office was described."""

    __tablename__ = "journal"
    office_id: Mapped[str | None] = mapped_column(ForeignKey("office.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[str]
    deed: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, str]] = mapped_column(JSON)


class DraftRow(Base):
    """A half-typed page."""

    __tablename__ = "draft"
    key: Mapped[str] = mapped_column(primary_key=True)
    office_id: Mapped[str | None] = mapped_column(ForeignKey("office.id"))
    fields: Mapped[dict[str, str]] = mapped_column(JSON)


# Deleting by way of INSERT OR REPLACE fires no DELETE trigger, hence the third.
JOURNAL_STAYS = tuple(
    f"CREATE TRIGGER journal_stays_{name} BEFORE {event_} ON journal {when}"
    "BEGIN SELECT RAISE(ABORT, 'the journal is never rewritten'); END"
    for name, event_, when in (
        ("unchanged", "UPDATE", ""),
        ("undeleted", "DELETE", ""),
        ("unreplaced", "INSERT", 'WHEN EXISTS (SELECT 1 FROM journal WHERE "row" = NEW."row") '),
    )
)

for _trigger in JOURNAL_STAYS:
    event.listen(table_of(JournalRow), "after_create", DDL(_trigger).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
