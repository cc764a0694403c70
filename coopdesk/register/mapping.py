"""Records to rows and back, by plain columns: a thousand accounts are read without one mapped object."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, insert, select, update

from coopdesk.order.facts import (
    Account,
    Attestation,
    Complaint,
    Facts,
    IssuedCertificate,
    KeptPaper,
    Member,
    Office,
    PasswordFact,
    Waiver,
)
from coopdesk.register import tables
from coopdesk.register.tables import table_of

Record: TypeAlias = (
    Office | Account | Member | Complaint | Attestation | Waiver | PasswordFact | IssuedCertificate | KeptPaper
)
R = TypeVar("R", bound=Record)


TABLES: Mapping[type[Any], Table] = {
    Office: table_of(tables.OfficeRow),
    Account: table_of(tables.AccountRow),
    Member: table_of(tables.MemberRow),
    Complaint: table_of(tables.ComplaintRow),
    Attestation: table_of(tables.AttestationRow),
    Waiver: table_of(tables.WaiverRow),
    PasswordFact: table_of(tables.PasswordFactRow),
    IssuedCertificate: table_of(tables.CertificateRow),
    KeptPaper: table_of(tables.KeptPaperRow),
}
_SERVICE = table_of(tables.ServiceRow)
_COLUMNS = {kind: [field.name for field in fields(kind) if field.name in table.c] for kind, table in TABLES.items()}
_MANY = 500  # ids in one question; SQLite takes at most 999 values


def _all(kind: type[Any]) -> Select[Any]:
    table = TABLES[kind]
    return select(*(table.c[name] for name in _COLUMNS[kind])).order_by(table.c.row)


_SELECTS = {kind: _all(kind) for kind in TABLES}


def _present() -> Select[Any]:
    """The password fact of each account that was set last: of two on one day, the one written later."""
    table = TABLES[PasswordFact]
    newest = func.row_number().over(partition_by=table.c.account, order_by=(table.c.set_on.desc(), table.c.row.desc()))
    ranked = select(table, newest.label("rank")).subquery()
    columns = (ranked.c[name] for name in _COLUMNS[PasswordFact])
    return select(*columns).where(ranked.c.rank == 1).order_by(ranked.c.row)


_PRESENT = _present()


def read_all(connection: Connection, kind: type[R]) -> tuple[R, ...]:
    """Return every record of one kind, in the order in which they came."""
    if kind is Member:
        return cast("tuple[R, ...]", _members(connection))
    return _read(connection, kind, _SELECTS[kind])


def read_facts(connection: Connection) -> Facts | None:
    """Return all facts of the office, or None where none is described."""
    offices = read_all(connection, Office)
    if not offices:
        return None
    return Facts(
        office=offices[0],
        accounts=read_all(connection, Account),
        members=read_all(connection, Member),
        complaints=read_all(connection, Complaint),
        attestations=read_all(connection, Attestation),
        waivers=read_all(connection, Waiver),
        passwords=_read(connection, PasswordFact, _PRESENT),
    )


def read_certificates(connection: Connection) -> tuple[IssuedCertificate, ...]:
    """Return the certificates issued, the newest first."""
    table = TABLES[IssuedCertificate]
    newest_first = _SELECTS[IssuedCertificate].order_by(None).order_by(table.c.issued_at.desc(), table.c.row.desc())
    return _read(connection, IssuedCertificate, newest_first)


def office_id(connection: Connection) -> str | None:
    """Return the id of the office, or None where none is described."""
    return connection.execute(select(TABLES[Office].c.id)).scalar()


def write(connection: Connection, kind: type[R], records: Iterable[R], office: str) -> None:
    """Insert or update by id the records of one kind; of two with the same id the later stays."""
    table = TABLES[kind]
    by_id = {record.id: record for record in records}
    known = _known(connection, table, list(by_id))
    rows = {id_: _row(kind, record, office) for id_, record in by_id.items()}
    if added := [row for id_, row in rows.items() if id_ not in known]:
        connection.execute(insert(table), added)
    if changed := [{**row, "the_id": id_} for id_, row in rows.items() if id_ in known]:
        connection.execute(update(table).where(table.c.id == bindparam("the_id")), changed)
    if kind is Member:
        _write_services(connection, cast("Iterable[Member]", by_id.values()), office)


def erase(connection: Connection, record: Record) -> None:
    """Take one record out."""
    table = TABLES[type(record)]
    if isinstance(record, Member):
        connection.execute(delete(_SERVICE).where(_SERVICE.c.member == record.id))
    connection.execute(delete(table).where(table.c.id == record.id))


def _read(connection: Connection, kind: type[R], statement: Select[Any]) -> tuple[R, ...]:
    return tuple([kind(*row) for row in connection.execute(statement).all()])


def _members(connection: Connection) -> tuple[Member, ...]:
    served: dict[str, list[str]] = {}
    for member, account in connection.execute(select(_SERVICE.c.member, _SERVICE.c.account)):
        served.setdefault(member, []).append(account)
    rows = connection.execute(_SELECTS[Member])
    team = [Member(*row) for row in rows]
    return tuple([replace(member, accounts=frozenset(served.get(member.id, ()))) for member in team])


def _row(kind: type[Any], record: Record, office: str) -> dict[str, Any]:
    row = {name: getattr(record, name) for name in _COLUMNS[kind]}
    return row if kind is Office else {**row, "office_id": office}


def _known(connection: Connection, table: Table, ids: list[str]) -> set[str]:
    parts = (ids[start : start + _MANY] for start in range(0, len(ids), _MANY))
    return {
        id_ for part in parts for id_ in connection.execute(select(table.c.id).where(table.c.id.in_(part))).scalars()
    }


def _write_services(connection: Connection, members: Iterable[Member], office: str) -> None:
    for member in members:
        connection.execute(delete(_SERVICE).where(_SERVICE.c.member == member.id))
        if member.accounts:
            services = [{"office_id": office, "member": member.id, "account": id_} for id_ in sorted(member.accounts)]
            connection.execute(insert(_SERVICE), services)
