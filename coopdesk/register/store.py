"""The register: read as plain facts, changed in deeds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Any, TypeAlias, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from coopdesk.errors import CoopDeskError
from coopdesk.files import temporary_folder
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
from coopdesk.register import door, mapping, schema, sqlite, tables
from coopdesk.register.evidence import EvidenceStore
from coopdesk.register.mapping import Record
from coopdesk.register.schema import FILE

Removable: TypeAlias = Account | Member | Complaint | Attestation | Waiver

T = TypeVar("T")

_JOURNAL = tables.table_of(tables.JournalRow)
_DRAFT = tables.table_of(tables.DraftRow)


@dataclass(frozen=True, slots=True)
class JournalLine:
    """What was done (`deed`, a key such as "add_account"), to what, by whom and when (UTC, aware)."""

    at: datetime
    who: str
    deed: str
    subject: str
    details: Mapping[str, str]


def new_id() -> str:
    """Return an id that no other record has."""
    return uuid4().hex


class Register:
    """One office's register, its journal and its drafts: one file, one connection, one thread at a time.

    Every method raises CoopDeskError for what the disk or another program does to the file: `register.full`,
    `register.locked`, `register.not_writable`, `register.disk`, `register.damaged`. What writes
    raises `register.read_only` where it is a copy.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        """Hold the register of `folder` through `engine`. Use `Register.open` or `Register.open_copy`."""
        self.folder = folder
        self._copy: ExitStack | None = None
        self.evidence = EvidenceStore(folder / "evidence")
        self._path = folder / FILE
        self._engine = engine
        self._lock = RLock()
        with sqlite.troubles(self._path):
            self._connection = engine.connect()

    @classmethod
    def open(cls, folder: Path) -> "Register":
        """Open the register in `folder`; folder and register are made if there are none.

        An older one is upgraded, after a copy of it was put into `backups`.

        Raises:
            CoopDeskError: `register.newer`, `register.foreign`, `register.damaged` or a trouble of the disk. The file
                is left as it was.
        """
        schema.prepare(folder / FILE)
        return cls(folder, sqlite.engine(folder / FILE))

    @classmethod
    def open_copy(cls, folder: Path) -> "Register":
        """Open a copy of the register in `folder`, as it is now, to be read only; nothing is written into `folder`.

        The copy is in a temporary folder of this person's until it is closed. Evidence is read where it lies.

        Raises:
            CoopDeskError: as `open` does, and `register.locked` where it is being written all the while.
        """
        with ExitStack() as undo:
            file = undo.enter_context(temporary_folder("coopdesk-")) / FILE
            sqlite.copy_as_it_lies(folder / FILE, file)
            schema.prepare(file)
            made = cls(folder, sqlite.engine(file))
            made._copy = undo.pop_all()
            return made

    @property
    def read_only(self) -> bool:
        """Whether it is a copy: every deed is refused."""
        return self._copy is not None

    def close(self) -> None:
        """Close the file. A register that is closed can't be used again."""
        with self._lock:
            self._connection.close()
            self._engine.dispose()
            if self._copy is not None:
                self._copy.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all that is read inside belong to one moment."""
        with self._reading():
            yield

    def facts(self) -> Facts | None:
        """Return all facts of the office, or None until an office is described."""
        return self._read(mapping.read_facts)

    def version(self) -> int:
        """Return a number that changes when another program, or another window, has written to the register."""
        return self._read(sqlite.written_elsewhere)

    def certificates(self) -> tuple[IssuedCertificate, ...]:
        """Return the certificates issued, the newest first."""
        return self._read(mapping.read_certificates)

    def kept_papers(self) -> tuple[KeptPaper, ...]:
        """Return the other papers that were issued, in the order in which they came."""
        return self._read(lambda connection: mapping.read_all(connection, KeptPaper))

    def password_history(self) -> tuple[PasswordFact, ...]:
        """Return every password fact, past and present, in the order in which they came."""
        return self._read(lambda connection: mapping.read_all(connection, PasswordFact))

    def journal(self, limit: int | None = 500) -> tuple[JournalLine, ...]:
        """Return the last `limit` lines of the journal (None for all), the newest first."""
        columns = (_JOURNAL.c[name] for name in ("at", "who", "deed", "subject", "details"))
        lines = select(*columns).order_by(_JOURNAL.c.row.desc()).limit(limit)
        return self._read(lambda connection: tuple([JournalLine(*row) for row in connection.execute(lines)]))

    @contextmanager
    def deed(self, name: str, who: str, subject: str = "", **details: str) -> Iterator["Writer"]:
        """Do one thing: all that is written inside, and the journal's line about it, or nothing.

        Args:
            name: what is done, as a key ("add_account").
            who: the person who does it.
            subject: to what, as a person reads it.
            details: what else is worth keeping. Never a secret.

        Raises:
            CoopDeskError: a text may not come in, or the disk refuses. Any error raised inside undoes the deed.
        """
        door.let_texts_in({"who": who, "deed": name, "subject": subject, **details})
        with self._writing() as connection:
            writer = Writer(connection)
            try:
                yield writer
                writer.write_line(name, who, subject, details)
            finally:
                writer.end()

    def keep_draft(self, key: str, fields: Mapping[str, str]) -> None:
        """Keep a half-typed page under `key`, over the one kept before. Never a secret.

        Raises:
            CoopDeskError: a field may not come in.
        """
        door.let_texts_in({"key": key, **fields})
        with self._writing() as connection:
            connection.execute(delete(_DRAFT).where(_DRAFT.c.key == key))
            draft = {"key": key, "office_id": mapping.office_id(connection), "fields": dict(fields)}
            connection.execute(insert(_DRAFT), draft)

    def draft(self, key: str) -> dict[str, str] | None:
        """Return the half-typed page kept under `key`, or None."""
        kept = select(_DRAFT.c.fields).where(_DRAFT.c.key == key)
        return self._read(lambda connection: connection.execute(kept).scalar())

    def drafts(self, prefix: str) -> dict[str, dict[str, str]]:
        """Return what is kept under every key that begins with `prefix`."""
        kept = select(_DRAFT.c.key, _DRAFT.c.fields).where(_DRAFT.c.key.startswith(prefix, autoescape=True))
        return self._read(lambda connection: {row.key: row.fields for row in connection.execute(kept)})

    def drop_draft(self, key: str) -> None:
        """Forget the half-typed page kept under `key`, if there is one."""
        with self._writing() as connection:
            connection.execute(delete(_DRAFT).where(_DRAFT.c.key == key))

    def _read(self, read: Callable[[Connection], T]) -> T:
        with self._reading() as connection:
            try:
                return read(connection)
            except (ValueError, LookupError) as error:  # a value in the file that no register holds
                raise CoopDeskError("register.damaged", path=str(self._path)) from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock, sqlite.troubles(self._path):
            if self._connection.in_transaction():
                yield self._connection
            else:
                with self._connection.begin():
                    yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise CoopDeskError("register.read_only")
        with self._lock, sqlite.troubles(self._path):
            if self._connection.in_transaction():
                raise RuntimeError("a deed inside a deed")
            connection = self._connection.execution_options(**{sqlite.WRITING: True})
            try:
                with connection.begin():
                    yield connection
            finally:
                self._connection.execution_options(**{sqlite.WRITING: False})


class Writer:
    """What a deed may write. It serves inside its deed only."""

    def __init__(self, connection: Connection) -> None:
        """Write through `connection`, whose transaction stands."""
        self._connection = connection
        self._done = False

    def put(self, record: Record) -> None:
        """Insert a record, or update the one of the same id.

        A password fact with a new id leaves the older ones: history stays.

        Raises:
            CoopDeskError: a field may not come in (`register.field`), no office is described yet
                (`register.no_office`), another one is (`register.other_office`), the record names one that isn't there
                (`register.unlinked`), or a certificate's serial number or a paper's memo number was given before
                (`register.serial_taken`, `register.memo_taken`).
        """
        self.put_all((record,))

    def put_all(self, records: Iterable[Record]) -> None:
        """Insert or update many records at once, in their order; what they name must come before them.

        Raises:
            CoopDeskError: as `put` does.
        """
        self._still_open()
        for kind, group in groupby(records, key=type):
            self._put_kind(kind, tuple(group))

    def remove(self, record: Removable) -> None:
        """Take out a waiver, or a mistaken entry that nothing else names. The journal stays.

        Raises:
            CoopDeskError: another record names it (`register.in_use`).
        """
        self._still_open()
        try:
            mapping.erase(self._connection, record)
        except IntegrityError as error:
            raise CoopDeskError("register.in_use") from error

    def write_line(self, name: str, who: str, subject: str, details: Mapping[str, str]) -> None:
        """Write the deed's line of the journal."""
        self._still_open()
        line = {"at": datetime.now(UTC), "who": who, "deed": name, "subject": subject, "details": dict(details)}
        self._connection.execute(insert(_JOURNAL), {**line, "office_id": mapping.office_id(self._connection)})

    def end(self) -> None:
        """Let nothing more be written: the deed is over."""
        self._done = True

    def _put_kind(self, kind: type[Any], records: tuple[Record, ...]) -> None:
        for record in records:
            door.let_in(record)
        described = mapping.office_id(self._connection)
        if kind is Office:
            if any(record.id != (described or records[0].id) for record in records):
                raise CoopDeskError("register.other_office")
        elif described is None:
            raise CoopDeskError("register.no_office")
        try:
            mapping.write(self._connection, kind, records, described or "")
        except IntegrityError as error:
            raise CoopDeskError(_refusal(kind, str(error.orig))) from error

    def _still_open(self) -> None:
        if self._done:
            raise RuntimeError("the deed is over")


def _refusal(kind: type[Any], reason: str) -> str:
    """Return the key of the trouble behind what the database says of a record that it did not take."""
    if kind is IssuedCertificate and "serial" in reason:
        return "register.serial_taken"
    if kind is KeptPaper and "UNIQUE" in reason:
        return "register.memo_taken"
    return "register.unlinked"
