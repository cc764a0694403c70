"""Taking a list along as a spreadsheet: accounts, team, findings, complaints, journal. Never a secret in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from coopdesk.bangla.digits import to_bangla
from coopdesk.desk.attest import standing_word
from coopdesk.desk.check import assess_office
from coopdesk.desk.complaints import due_day
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.files import write_whole
from coopdesk.order.facts import Account, Setting
from coopdesk.tables import Cell, Table, as_csv, as_xlsx
from coopdesk.texts import Language, Text, table

WRITERS: Mapping[str, Callable[[Table], bytes]] = {".xlsx": as_xlsx, ".csv": as_csv}
"""How a table is written, by the end of its file's name."""

Rows = Iterator[Sequence[Cell | Text]]


def save_table(parts: Parts, kind: str, target: Path, language: Language) -> None:
    """Write a table (a key of KINDS) to `target`, whole or not at all: XLSX or CSV, as its name ends.

    Raises:
        CoopDeskError: the name ends otherwise (`tables.suffix`), there is nothing to write (`desk.*`), or the disk
            refuses.
    """
    write = WRITERS.get(target.suffix.casefold())
    if write is None:
        raise CoopDeskError("tables.suffix", file=target.name)
    made = table_of(parts, kind, language)

    def put(beside: Path) -> None:
        beside.write_bytes(write(made))  # in here, since a large XLSX is put together on the disk

    write_whole(target, put)


def table_of(parts: Parts, kind: str, language: Language) -> Table:
    """Return a table in a language.

    Raises:
        CoopDeskError: no office is described (`desk.no_office`), or there is nothing to judge (`desk.no_accounts`).
        KeyError: there is no such table.
    """
    heads, rows = KINDS[kind]
    return Table(
        title_of(kind).in_(language),
        tuple(head_of(head).in_(language) for head in heads),
        [tuple(_said(cell, language) for cell in row) for row in rows(parts)],
        language,
    )


def title_of(kind: str) -> Text:
    """Return what a table is called."""
    return table("tables")[f"title.{kind}"]


def _accounts(parts: Parts) -> Rows:
    facts, today = parts.facts(), parts.today()
    serving = [member for member in facts.members if member.serves_on(today)]
    changed = {fact.account: fact.set_on for fact in facts.passwords}
    for account in facts.accounts:
        kind, decision = parts.platforms.kind_of(account), account.decision
        yield (
            kind.name,
            account.name,
            account.address,
            account.handle,
            table("papers")[f"state.{account.state}"],
            account.opened_on,
            _numbers(account.uses),
            account.purpose,
            account.audience,
            account.run_by,
            ", ".join(member.name for member in serving if account.id in member.accounts),
            *(kind.settings.get(setting, {}).get(account.settings.get(setting, "")) for setting in Setting),
            *((decision.reference, decision.on, decision.by) if decision else (None, None, None)),
            _yes(account.two_step),
            changed.get(account.id),
        )


def _team(parts: Parts) -> Rows:
    facts, today = parts.facts(), parts.today()
    for member in facts.members:
        word = standing_word(facts, parts.rulebook, "declaration", today, member=member.id)
        yield (
            member.name,
            member.post,
            table("papers")[f"role.{member.role}"],
            member.phone,
            member.email,
            member.since,
            member.until,
            len(member.accounts),
            _yes(word is not None),
        )


def _findings(parts: Parts) -> Rows:
    facts, assessment = assess_office(parts)
    accounts = {account.id: _named(parts, account) for account in facts.accounts}
    for words, findings in (("status", assessment.findings), ("advice", assessment.advice)):
        for finding in findings:
            yield (
                _numbers((finding.clause,)),
                parts.rulebook.clause(finding.clause).title,
                accounts.get(finding.account or "", table("tables")["word.office"]),
                table("papers")[f"{words}.{finding.status}"],
                _both(finding.reason),
                _both(finding.next_step),
                finding.until,
            )


def _complaints(parts: Parts) -> Rows:
    facts = parts.facts()
    accounts = {account.id: _named(parts, account) for account in facts.accounts}
    for complaint in sorted(facts.complaints, key=lambda one: one.received_on, reverse=True):
        due = due_day(parts, complaint.received_on)
        standing = "in_grs" if complaint.grs_number else "overdue" if due < parts.today() else "waiting"
        yield (
            complaint.received_on,
            accounts[complaint.account],
            complaint.what,
            complaint.asker,
            complaint.officer,
            due,
            complaint.grs_number,
            complaint.grs_on,
            table("tables")[f"word.{standing}"],
            complaint.outcome,
        )


def _journal(parts: Parts) -> Rows:
    for line in parts.register.journal(None):
        at = line.at.astimezone().replace(tzinfo=None, microsecond=0)
        yield at, line.who, table("journal")[f"deed.{line.deed}"], line.subject


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[Parts], Rows]]] = {
    "accounts": (
        (
            "kind", "name", "address", "handle", "state", "opened_on", "uses", "purpose", "audience", "run_by",
            "served_by", *(f"setting.{setting}" for setting in Setting), "reference", "decided_on", "decided_by",
            "two_step", "password_on",
        ),
        _accounts,
    ),
    "team": (
        ("name", "post", "duty", "phone", "email", "since", "until", "account_count", "declared"),
        _team,
    ),
    "findings": (("clause", "asks", "account", "state", "how", "next", "lapses"), _findings),
    "complaints": (
        (
            "received_on", "account", "complaint", "asker", "officer", "due_on", "grs_number", "grs_on", "state",
            "outcome",
        ),
        _complaints,
    ),
    "journal": (("at", "who", "deed", "subject"), _journal),
}  # fmt: skip
"""The tables there are: the heads of each (keys of its texts), and its rows."""


def head_of(key: str) -> Text:
    """Return a column's head by its key."""
    if key.startswith("setting."):
        words = table("findings")[key]
        return Text(words.bn, words.en[:1].upper() + words.en[1:])
    return table("tables")[f"head.{key}"]


def _named(parts: Parts, account: Account) -> Text:
    name, handle = parts.platforms.kind_of(account).name, account.handle or account.address
    return Text(f"{name.bn} · {handle}", f"{name.en} · {handle}")


def _numbers(ids: Iterable[str]) -> Text:
    joined = ", ".join(ids)
    return Text(to_bangla(joined), joined)


def _both(said: Callable[[Language], str]) -> Text:
    return Text(said("bn"), said("en"))


def _yes(value: bool) -> Text:
    return table("tables")["word.yes" if value else "word.no"]


def _said(cell: Cell | Text, language: Language) -> Cell:
    return cell.in_(language) if isinstance(cell, Text) else cell
