"""What the papers tell of the office: its accounts, its team, and each clause with its outcome."""

from collections.abc import Iterable, Sequence

from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.bangla.digits import to_bangla
from coopdesk.order.facts import Account, Member
from coopdesk.order.findings import Finding, Status
from coopdesk.order.rulebook import Clause
from coopdesk.papers.facts import PaperFacts
from coopdesk.texts import Language, Said, say

Row = dict[str, object]


def the_order(facts: PaperFacts, clause: str, language: Language) -> dict[str, object]:
    """Return how a sentence names the order and one of its clauses."""
    order = facts.rulebook
    return {
        "issuer": order.issuer,
        "issued_on": order.issued_on,
        "title": order.title,
        "number": order.number,
        "clause": in_digits(clause, language),
    }


def in_digits(value: int | str, language: Language) -> str:
    """Write a number, or a clause's, in the paper's digits."""
    return to_bangla(str(value)) if language == "bn" else str(value)


def accounts(facts: PaperFacts, language: Language) -> list[Row]:
    """Return a row for each account, numbered as the other tables name it."""
    changed = {password.account: password.set_on for password in facts.passwords}

    def password(account: Account) -> str:
        if account.id in changed:
            return gregorian_in_words(changed[account.id], language)
        if facts.platforms.kind_of(account).through_profiles:
            return _word("accounts.through_profiles", language)
        return _word("accounts.no_password", language)

    return [
        {
            "number": in_digits(place, language),
            "name": account.name,
            "platform": facts.platforms.kind_of(account).name.in_(language),
            "address": account.address,
            "state": _word(f"state.{account.state}", language),
            "password": password(account),
        }
        for place, account in enumerate(facts.accounts, start=1)
    ]


def team(facts: PaperFacts, language: Language) -> list[Row]:
    """Return a row for each member who serves on the day of the assessment."""
    numbers = numbered(facts)

    def served(member: Member) -> str:
        those = sorted(numbers[account] for account in member.accounts if account in numbers)
        return _word("team.all_accounts", language) if 1 < len(numbers) == len(those) else _ranges(those, language)

    return [
        {
            "name": member.name,
            "post": member.post,
            "role": _word(f"role.{member.role}", language),
            "since": gregorian_in_words(member.since, language),
            "accounts": served(member),
        }
        for member in facts.members
        if member.serves_on(facts.assessment.on)
    ]


def clauses(facts: PaperFacts, language: Language) -> list[Row]:
    """Return a row for each clause of the order; the accounts that agree in status and reason stand together in it."""
    return _rows(facts, facts.rulebook.clauses, facts.assessment.findings, "status", language)


def unmet(facts: PaperFacts, language: Language) -> list[Row]:
    """Return a row for each clause that is not met, with the accounts it is not met for."""
    findings = facts.assessment.unmet
    return _rows(facts, _spoken_of(facts.rulebook.clauses, findings), findings, "status", language)


def advice(facts: PaperFacts, language: Language) -> list[Row]:
    """Return a row for each piece of advice that was looked at; it counts neither for nor against the office."""
    findings = facts.assessment.advice
    return _rows(facts, _spoken_of(facts.rulebook.advice, findings), findings, "advice", language)


def count(facts: PaperFacts) -> dict[str, int]:
    """Count the order's clauses: all of them, those met for every account, not met for some, and not examined."""
    seen = {finding.clause for finding in facts.assessment.findings}
    failing = {finding.clause for finding in facts.assessment.unmet}
    everything = len(facts.rulebook.clauses)
    return {
        "clauses": everything,
        "met": len(seen - failing),
        "unmet": len(failing),
        "unseen": everything - len(seen),
    }


def _spoken_of(candidates: Sequence[Clause], findings: Sequence[Finding]) -> list[Clause]:
    ids = {finding.clause for finding in findings}
    return [clause for clause in candidates if clause.id in ids]


def _rows(
    facts: PaperFacts, candidates: Iterable[Clause], findings: Iterable[Finding], words: str, language: Language
) -> list[Row]:
    by_clause: dict[str, list[Finding]] = {}
    for finding in findings:
        by_clause.setdefault(finding.clause, []).append(finding)
    return [
        {
            "id": in_digits(clause.id, language),
            "title": clause.title.in_(language),
            "source": clause.source.in_(language),
            "groups": _groups(by_clause.get(clause.id, []), numbered(facts), words, language),
        }
        for clause in candidates
    ]


def _groups(findings: list[Finding], numbers: dict[str, int], words: str, language: Language) -> list[Row]:
    if not findings:
        unseen, nobody = _word(f"{words}.unseen", language), _word("clauses.unseen", language)
        return [{"status": unseen, "who": "", "reason": nobody, "next": ""}]
    agreeing: dict[tuple[Status, str, str], list[str | None]] = {}
    for finding in findings:
        following = (finding.next,) if finding.next else ()
        told = finding.status, _sentence(finding.reasons, language), _sentence(following, language)
        agreeing.setdefault(told, []).append(finding.account)
    return [
        {
            "status": _word(f"{words}.{status}", language),
            "who": _who(those, numbers, language) if len(agreeing) > 1 or len(those) < _all(findings, numbers) else "",
            "reason": reason,
            "next": next_step,
        }
        for (status, reason, next_step), those in agreeing.items()
    ]


def _sentence(parts: Sequence[Said], language: Language) -> str:
    """Say the parts one after the other, beginning with a capital letter where the first word is ours."""
    text = "; ".join(part.in_(language) for part in parts)
    ours = bool(parts) and parts[0].text.in_(language)[0].islower()
    return text[0].upper() + text[1:] if ours else text


def _all(findings: list[Finding], numbers: dict[str, int]) -> int:
    """Return how many findings a group holds that speaks of everything: the office, or all its accounts."""
    return 1 if findings[0].account is None else len(numbers)


def _who(those: list[str | None], numbers: dict[str, int], language: Language) -> str:
    named = sorted(numbers[account] for account in those if account is not None)
    if not named:
        return _word("clauses.office", language)
    return say("papers", "clauses.account", numbers=_ranges(named, language)).in_(language)


def numbered(facts: PaperFacts) -> dict[str, int]:
    """Return each account's number (by its id) in the tables of one paper."""
    return {account.id: place for place, account in enumerate(facts.accounts, start=1)}


def _ranges(numbers: Sequence[int], language: Language) -> str:
    """Write ascending numbers shortly: 1, 2, 3, 7 as "1–3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    text = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return in_digits(text, language)


def _word(key: str, language: Language) -> str:
    return say("papers", key).in_(language)
