"""The office at a glance: what the overview shows, kept beside the register so that the next start shows it at once.

Opening a register takes most of a second on an old PC. What is kept here is shown meanwhile, and only where it is still
true: on the same day, with the same rulebook, and with the register's file as it was left.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdesk.bangla.digits import to_bangla
from coopdesk.log import LOGGER
from coopdesk.texts import Text, table

if TYPE_CHECKING:
    from coopdesk.order.facts import Facts, IssuedCertificate
    from coopdesk.order.findings import Assessment, Finding
    from coopdesk.order.rulebook import Rulebook

FILE = "glance.json"
MOST = 25
"""How many deeds stand on the overview."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its finding's status and reason, whose it is, and the place in the program to do it."""

    status: str
    reason: Text
    whose: Text
    where: str
    account: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """How the office stands on a day.

    `of`, `unmet` and `lapsing` count findings; `deeds` are the most pressing ones, `more` counts the rest.
    """

    office: Text
    on: date
    rulebook: str
    has_accounts: bool
    of: int
    unmet: int
    lapsing: int
    warn_days: int
    last_serial: str
    last_until: date | None
    deeds: tuple[Deed, ...]
    more: int


def look(
    facts: Facts,
    assessment: Assessment,
    rulebook: Rulebook,
    issued: tuple[IssuedCertificate, ...],
    changing: frozenset[str] = frozenset(),
) -> Glance:
    """Return what the overview shows of an assessment; `changing` are the accounts whose password change is open."""
    from coopdesk.desk.certificates import standing  # noqa: PLC0415 - off the GUI thread

    gone = ("withdrawn", "replaced")
    last = next((one for one in issued if standing(one, issued, None, assessment.on).state not in gone), None)
    pressing = (*assessment.unmet, *assessment.lapsing)
    accounts = {account.id: account for account in facts.accounts}

    def whose(clause_id: str, account_id: str | None) -> Text:
        clause = rulebook.clause(clause_id)
        account = accounts.get(account_id or "")
        named = Text(f"{to_bangla(clause.id)} {clause.title.bn}", f"{clause.id} {clause.title.en}")
        if account is not None:
            kind, handle = rulebook.platforms.kind_of(account).name, account.handle or account.address
            named = Text(f"{kind.bn} · {handle} · {named.bn}", f"{kind.en} · {handle} · {named.en}")
        return named

    def deed(finding: Finding) -> Deed:
        reason = Text(finding.reason("bn"), finding.reason("en"))
        named = whose(finding.clause, finding.account)
        return Deed(finding.status.value, reason, named, finding.where, finding.account)

    unconfirmed = table("rotation")["change.unconfirmed"]
    open_changes = [
        Deed("attention", unconfirmed, whose("03.5", account), "password", account) for account in sorted(changing)
    ]

    return Glance(
        office=Text(facts.office.name, facts.office.name_en),
        on=assessment.on,
        rulebook=rulebook.id,
        has_accounts=any(finding.account for finding in assessment.findings),
        of=len(assessment.findings),
        unmet=len(assessment.unmet),
        lapsing=len(assessment.lapsing),
        warn_days=rulebook.values.warn_days,
        last_serial=last.serial if last else "",
        last_until=last.valid_until if last else None,
        deeds=(*open_changes, *map(deed, pressing[:MOST])),
        more=max(0, len(pressing) - MOST),
    )


def keep(glance: Glance, folder: Path) -> None:
    """Keep a glance beside the register, which is closed. Where the disk refuses, the next start does without."""
    kept = {"register": _mark(folder), "glance": asdict(glance)}
    try:
        (folder / FILE).write_text(json.dumps(kept, ensure_ascii=False, default=date.isoformat), "utf-8")
    except OSError:
        LOGGER.warning("the glance could not be kept", exc_info=True)


def kept(folder: Path, today: date, rulebook: str) -> Glance | None:
    """Return the glance that was kept, or None where there is none or it is no longer true."""
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
        glance = _glance(found["glance"])
        still_true = found["register"] == _mark(folder) and (glance.on, glance.rulebook) == (today, rulebook)
    except (OSError, ValueError, TypeError, KeyError):  # none was kept, or half of one
        return None
    return glance if still_true else None


def _mark(folder: Path) -> list[int]:
    """Return what changes whenever the register does: its file's size and time; nothing may wait in its WAL."""
    file, waiting = folder / "register.sqlite", folder / "register.sqlite-wal"
    stat = file.stat()
    return [stat.st_size, stat.st_mtime_ns, waiting.stat().st_size if waiting.exists() else 0]


def _glance(kept: dict[str, Any]) -> Glance:
    deeds = tuple(
        Deed(**{**deed, "reason": Text(**deed["reason"]), "whose": Text(**deed["whose"])}) for deed in kept["deeds"]
    )
    until = date.fromisoformat(kept["last_until"]) if kept["last_until"] else None
    office, on = Text(**kept["office"]), date.fromisoformat(kept["on"])
    return Glance(**{**kept, "office": office, "on": on, "last_until": until, "deeds": deeds})
