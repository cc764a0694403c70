"""The register as a JSON file and back: everything but secrets, pictures, drafts and the journal.

A file is checked as a whole before anything is written; each fault names its place and what was expected there.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from coopdesk import resources
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import (
    RESTORED,
    Account,
    Attestation,
    Complaint,
    IssuedCertificate,
    KeptPaper,
    Member,
    Office,
    PasswordFact,
    Tier,
    Waiver,
)
from coopdesk.order.gazetteer import Gazetteer
from coopdesk.order.names import official_name
from coopdesk.order.rulebook import Check, Rulebook
from coopdesk.register import door
from coopdesk.register.faults import MOST_FAULTS, Fault, ImportRefused
from coopdesk.register.mapping import Record
from coopdesk.register.store import Register
from coopdesk.texts import say

__all__ = [
    "ExportFile",
    "Fault",
    "ImportRefused",
    "ImportSummary",
    "Known",
    "export_register",
    "import_register",
    "json_schema",
]

VERSION = 1
MOST_MEGABYTES = 64


@dataclass(frozen=True, slots=True)
class ExportFile:
    """What the JSON file holds. `passwords` are all password facts, past and present: never a password."""

    format_version: int
    office: Office
    accounts: tuple[Account, ...] = ()
    members: tuple[Member, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    passwords: tuple[PasswordFact, ...] = ()
    certificates: tuple[IssuedCertificate, ...] = ()
    papers: tuple[KeptPaper, ...] = ()

    def records(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with its place, each after those that it names."""
        yield "office", self.office
        for part in LISTS:
            for number, record in enumerate(getattr(self, part)):
                yield f"{part}[{number}]", record


LISTS = tuple(part.name for part in fields(ExportFile) if part.name not in ("format_version", "office"))


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may name: the rulebook's clauses, permitted uses and topics to attest, and the offices there are.

    `official_name` gives the name of an office by its tier and place, None where there is none such.
    """

    clauses: frozenset[str]
    uses: frozenset[str]
    topics: frozenset[str]
    official_name: Callable[[Tier, str], str | None]

    @classmethod
    def of(cls, rulebook: Rulebook, gazetteer: Gazetteer) -> "Known":
        """Collect it from a rulebook and a gazetteer."""

        def official(tier: Tier, place: str) -> str | None:
            fits = gazetteer.fits(tier, place)
            return official_name(rulebook.names, gazetteer, tier, place).bn if fits else None

        clauses = (*rulebook.clauses, *rulebook.advice)
        checks: list[Check] = [check for clause in clauses for check in clause.checks]
        checks += [check for clause in clauses if clause.waivable for check in clause.waivable.checks]
        return cls(
            clauses=frozenset(clause.id for clause in clauses),
            uses=frozenset(point for clause in clauses for point in clause.points),
            topics=frozenset(check.options["topic"] for check in checks if "topic" in check.options) | {RESTORED},
            official_name=official,
        )


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How many records an import added and changed (by list: "accounts"), and how many were there already."""

    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    unchanged: int = 0


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the file."""
    schema: dict[str, Any] = json.loads(resources.path("export.schema.json").read_text(encoding="utf-8"))
    return schema


def export_register(register: Register) -> str:
    """Return the register as JSON, with evidence as SHA-256 only.

    Raises:
        CoopDeskError: no office is described yet (`register.no_office`), or the register can't be read.
    """
    exported = _held(register)
    if exported is None:
        raise CoopDeskError("register.no_office")
    return json.dumps(exported, default=_plain, ensure_ascii=False, indent=2) + "\n"


def import_register(
    register: Register, source: str | bytes, who: str, known: Known, *, dry_run: bool = False
) -> ImportSummary:
    """Merge a JSON file into the register: a record of a known id is updated, another is added, none is removed.

    Texts are brought into NFC. All is one deed, "import".

    Args:
        register: the register; it may be empty.
        source: the file's content.
        who: the person who imports, for the journal.
        known: the ids that the rulebook knows.
        dry_run: check and count only.

    Raises:
        ImportRefused: the file has faults, and nothing was changed.
        CoopDeskError: the register can't be read or written.
    """
    brought = _parsed(source)
    if dry_run:
        with register.snapshot():
            held = _held(register)
        _refuse(_faults(brought, held, known))
        return _summary(brought, held)
    with register.deed("import", who, brought.office.name) as writer:
        held = _held(register)
        _refuse(_faults(brought, held, known))
        writer.put_all(record for _, record in brought.records())
        return _summary(brought, held)


def _plain(value: object) -> object:
    """Return what JSON has for a value that it doesn't know."""
    match value:
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case record if is_dataclass(record):
            return {field.name: getattr(record, field.name) for field in fields(record)}
        case _:
            raise TypeError(type(value))


def _held(register: Register) -> ExportFile | None:
    with register.snapshot():
        facts = register.facts()
        if facts is None:
            return None
        return ExportFile(
            format_version=VERSION,
            office=facts.office,
            accounts=facts.accounts,
            members=facts.members,
            complaints=facts.complaints,
            attestations=facts.attestations,
            waivers=facts.waivers,
            passwords=register.password_history(),
            certificates=tuple(reversed(register.certificates())),
            papers=register.kept_papers(),
        )


def _parsed(source: str | bytes) -> ExportFile:
    from coopdesk.register.reading import read  # noqa: PLC0415 - needed for an import only

    if len(source) > MOST_MEGABYTES * 1024**2:
        raise ImportRefused((Fault("", say("register", "expected.smaller_file", most=MOST_MEGABYTES)),))
    try:
        # Escapes (\u09df) are resolved first: only then does NFC see all letters. No half of a letter can be encoded.
        begun = source.removeprefix("\ufeff") if isinstance(source, str) else source
        whole = unicodedata.normalize("NFC", json.dumps(json.loads(begun), ensure_ascii=False)).encode()
        value = json.loads(whole)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        raise ImportRefused((Fault("", say("register", "expected.json", line=line, column=column)),)) from error
    return read(value, ExportFile)


def _refuse(faults: Iterator[Fault]) -> None:
    if found := tuple(fault for fault, _ in zip(faults, range(MOST_FAULTS), strict=False)):
        raise ImportRefused(found)


def _faults(brought: ExportFile, held: ExportFile | None, known: Known) -> Iterator[Fault]:
    if brought.format_version != VERSION:
        yield Fault("format_version", say("register", "expected.version", version=VERSION))
    if held is not None and held.office.id != brought.office.id:
        yield Fault("office.id", say("register", "expected.same_office"))
    official = known.official_name(brought.office.tier, brought.office.place)
    if official is None:
        yield Fault("office.place", say("register", "expected.place"))
    elif brought.office.name != official:
        yield Fault("office.name", say("register", "expected.official_name", name=official))
    accounts = _ids(brought.accounts) | _ids(held.accounts if held else ())
    members = _ids(brought.members) | _ids(held.members if held else ())
    seen: set[tuple[type, str]] = set()
    for place, record in brought.records():
        yield from (Fault(f"{place}.{where}", expected) for where, expected in door.faults(record))
        if (type(record), record.id) in seen:
            yield Fault(f"{place}.id", say("register", "expected.unique", id=record.id))
        seen.add((type(record), record.id))
        for where, id_, kind, ids in _named(record, accounts, members, known):
            if id_ is not None and id_ not in ids:
                yield Fault(f"{place}.{where}", say("register", f"expected.known_{kind}", id=id_[:80]))
    yield from _given_twice("certificates", "serial", brought, held)
    yield from _given_twice("papers", "memo", brought, held)
    yield from _given_twice("papers", "file", brought, held)


def _named(
    record: Record, accounts: frozenset[str], members: frozenset[str], known: Known
) -> Iterator[tuple[str, str | None, str, frozenset[str]]]:
    """Yield what a record names: the place, the id, of what kind it is, and the ids of that kind."""
    match record:
        case Account():
            yield from ((f"uses[{number}]", use, "use", known.uses) for number, use in enumerate(record.uses))
        case Member():
            yield from (("accounts", id_, "account", accounts) for id_ in sorted(record.accounts))
        case Complaint():
            yield "account", record.account, "account", accounts
        case Attestation():
            yield "topic", record.topic, "topic", known.topics
            yield "account", record.account, "account", accounts
            yield "member", record.member, "member", members
        case Waiver():
            yield "clause", record.clause, "clause", known.clauses
            yield "account", record.account, "account", accounts
        case PasswordFact():
            yield "account", record.account, "account", accounts
            yield "reused_with", record.reused_with, "account", accounts


def _given_twice(part: str, name: str, brought: ExportFile, held: ExportFile | None) -> Iterator[Fault]:
    """Yield each record of the list `part` whose number, which is given once, another record bears."""
    owners = {getattr(record, name): record.id for record in getattr(held, part, ())}
    for place, record in enumerate(getattr(brought, part)):
        number = getattr(record, name)
        if owners.setdefault(number, record.id) != record.id:
            yield Fault(f"{part}[{place}].{name}", say("register", f"expected.unique_{name}", number=number[:80]))


def _ids(records: tuple[Any, ...]) -> frozenset[str]:
    return frozenset(record.id for record in records)


def _summary(brought: ExportFile, held: ExportFile | None) -> ImportSummary:
    before = {(type(record), record.id): record for _, record in held.records()} if held else {}
    added: dict[str, int] = {}
    changed: dict[str, int] = {}
    unchanged = 0
    for place, record in brought.records():
        part, old = place.partition("[")[0], before.get((type(record), record.id))
        if old == record:
            unchanged += 1
        else:
            counts = added if old is None else changed
            counts[part] = counts.get(part, 0) + 1
    return ImportSummary(added, changed, unchanged)
