"""Attesting: a person's dated word on what only eyes can see; and writing down why a clause is not applicable."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, account_of, member_of, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.checks.case import months_later
from coopdesk.order.facts import Attestation, Facts, Waiver
from coopdesk.order.rulebook import Check, Clause, Rulebook
from coopdesk.order.subjects import subject


def check_of(rulebook: Rulebook, topic: str) -> tuple[Clause, Check]:
    """Return the clause and the check that ask for an attestation of `topic`.

    Raises:
        KeyError: the rulebook asks for none such.
    """
    for clause in (*rulebook.clauses, *rulebook.advice):
        for check in (*clause.checks, *(clause.waivable.checks if clause.waivable else ())):
            if check.options.get("topic") == topic:
                return clause, check
    raise KeyError(topic)


def standing_word(
    facts: Facts, rulebook: Rulebook, topic: str, today: date, *, account: str | None = None, member: str | None = None
) -> tuple[Attestation, date] | None:
    """Return the word that stands on a topic and its last day; None where none does: not given, outdated, or lapsed.

    Raises:
        KeyError: the rulebook has no such topic.
    """
    _, check = check_of(rulebook, topic)
    mine = [
        w for w in facts.attestations if (w.topic, w.account, w.member) == (topic, account, member) and w.on <= today
    ]
    if not mine:
        return None
    newest = max(mine, key=lambda word: word.on)
    until = months_later(newest.on, check.options.get("months", rulebook.values.attestation_months))
    about = _about(facts, check, account, member)
    return (newest, until) if newest.about == about and until >= today else None


def attest(
    parts: Parts,
    topic: str,
    by: str,
    who: str,
    *,
    account: str | None = None,
    member: str | None = None,
    evidence: Sequence[Path | str] = (),
    note: str = "",
) -> Attestation:
    """Keep a person's word, dated today, about the thing as it is now.

    Args:
        parts: the desk.
        topic: a topic of the rulebook ("no_personal_picture").
        by: who gives the word.
        who: who sits at the desk.
        account: the account (id) it is about, None where it is about the office or a member.
        member: the member (id) whose own word it is.
        evidence: files to copy in, or the SHA-256 of files already kept.
        note: what else was said, such as the version of the platform's terms.

    Raises:
        CoopDeskError: nobody is named (`desk.no_by`), or a file is no picture (`evidence.*`).
    """
    if not by.strip():
        raise CoopDeskError("desk.no_by")
    clause, check = check_of(parts.rulebook, topic)
    facts = parts.facts()
    about = _about(facts, check, account, member)
    kept = tuple(file if isinstance(file, str) else parts.register.evidence.add(file) for file in evidence)
    word = Attestation(new_id(), topic, tidy(by), parts.today(), about, account, member, kept, note.strip())
    with parts.register.deed("attest", who, check.statement.bn, clause=clause.id, by=word.by) as writer:
        writer.put(word)
    return word


def waive(parts: Parts, clause_id: str, reason: str, by: str, who: str, account: str | None = None) -> Waiver:
    """Write down why a clause is not applicable to an account, or (None) to the whole office.

    Raises:
        CoopDeskError: the order allows it for this clause never (`desk.never_waived`), or no reason (`desk.no_reason`)
            or nobody (`desk.no_by`) is named.
    """
    clause = parts.rulebook.clause(clause_id)
    if clause.waivable is None:
        raise CoopDeskError("desk.never_waived")
    if not reason.strip():
        raise CoopDeskError("desk.no_reason")
    if not by.strip():
        raise CoopDeskError("desk.no_by")
    before = _waiver(parts, clause_id, account)
    waiver = Waiver(before.id if before else new_id(), clause_id, tidy(reason), tidy(by), parts.today(), account)
    with parts.register.deed("waive", who, clause.title.bn, clause=clause_id, reason=waiver.reason) as writer:
        writer.put(waiver)
    return waiver


def take_back_waiver(parts: Parts, clause_id: str, who: str, account: str | None = None) -> None:
    """Take back that a clause is not applicable, if that was written down."""
    waiver = _waiver(parts, clause_id, account)
    if waiver is not None:
        title = parts.rulebook.clause(clause_id).title.bn
        with parts.register.deed("take_back_waiver", who, title, clause=clause_id) as writer:
            writer.remove(waiver)


def _waiver(parts: Parts, clause_id: str, account: str | None) -> Waiver | None:
    waivers = parts.facts().waivers
    return next((w for w in waivers if (w.clause, w.account) == (clause_id, account)), None)


def _about(facts: Facts, check: Check, account: str | None, member: str | None) -> str:
    return subject(
        check.options["about"],
        facts.office,
        account_of(facts, account) if account else None,
        member_of(facts, member) if member else None,
    )
