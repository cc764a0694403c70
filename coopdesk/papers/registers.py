"""The registers on paper: accounts, password changes, complaints. None of them holds a secret."""

from collections.abc import Sequence
from datetime import date, timedelta

from coopdesk.bangla.dates import gregorian_in_words
from coopdesk.order.changes import Change
from coopdesk.order.facts import Account, Complaint
from coopdesk.papers import content
from coopdesk.papers.content import Row
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.frame import framed
from coopdesk.papers.paper import Paper
from coopdesk.texts import Language, Said, say


def account_register(facts: PaperFacts, language: Language) -> Paper:
    """Return the register of accounts: all of `facts`, with who serves each.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """

    def row(account: Account, told: Row) -> Row:
        people = [member.name for member in facts.members if account.id in member.accounts]
        opened = gregorian_in_words(account.opened_on, language) if account.opened_on else ""
        return {**told, "opened": opened, "people": ", ".join(people)}

    rows = [row(*both) for both in zip(facts.accounts, content.accounts(facts, language), strict=True)]
    count = say("registers", "account_register.count", count=len(rows)).in_(language)
    return _register("account_register", facts, language, {"accounts": rows, "count": count})


def password_register(facts: PaperFacts, changes: Sequence[Change], days: int, language: Language) -> Paper:
    """Return the register of password changes: their days, reasons and hands.

    Args:
        facts: of the office, with every account that a change speaks of.
        changes: the changes, the oldest first.
        days: the interval after which a change is due.
        language: of the paper.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    names = _names(facts, language)

    def why(change: Change) -> Said:
        return say("registers", f"why.{change.why}", **({"name": change.who_left} if change.why == "left" else {}))

    rows = [
        {
            "number": content.in_digits(place, language),
            "set_on": gregorian_in_words(change.fact.set_on, language),
            "account": names[change.fact.account],
            "why": why(change).in_(language),
            "by": change.fact.by,
        }
        for place, change in enumerate(changes, start=1)
    ]
    note = say("registers", "password_register.note", days=days).in_(language)
    return _register("password_register", facts, language, {"note": note, "rows": rows})


def complaint_register(facts: PaperFacts, complaints: Sequence[Complaint], language: Language) -> Paper:
    """Return the register of complaints, in the order in which they came in.

    Raises:
        CoopDeskError: the logo cannot be read (`papers.logo_unreadable`).
    """
    days, today = facts.rulebook.values.grs_days, facts.assessment.on
    waiting = [complaint for complaint in complaints if not complaint.grs_number.strip()]
    overdue = sum(complaint.received_on + timedelta(days=days) < today for complaint in waiting)
    count = {"all": len(complaints), "entered": len(complaints) - len(waiting), "waiting": len(waiting)}
    note = say("registers", "complaint_register.note", **count, overdue=overdue, days=days)
    names = _names(facts, language)
    rows = [
        _complaint(complaint, names, complaint.received_on + timedelta(days=days), today, language)
        for complaint in sorted(complaints, key=lambda complaint: complaint.received_on)
    ]
    for place, row in enumerate(rows, start=1):
        row["number"] = content.in_digits(place, language)
    return _register("complaint_register", facts, language, {"note": note.in_(language), "rows": rows})


def _complaint(complaint: Complaint, names: dict[str, str], due: date, today: date, language: Language) -> Row:
    def word(key: str, **values: object) -> str:
        return say("registers", f"complaint_register.{key}", **values).in_(language)

    entered = bool(complaint.grs_number.strip())
    late = not entered and due < today
    return {
        "received": gregorian_in_words(complaint.received_on, language),
        "account": names[complaint.account],
        "what": complaint.what,
        "asker": word("by", asker=complaint.asker) if complaint.asker else "",
        "officer": complaint.officer,
        "grs_number": complaint.grs_number,
        "grs_on": gregorian_in_words(complaint.grs_on, language) if complaint.grs_on else "",
        "due": word("due", day=due) if not entered else "",
        "late": word("late") if late else "",
        "outcome": complaint.outcome,
    }


def _names(facts: PaperFacts, language: Language) -> dict[str, str]:
    """Return how each account (by its id) is called in a row: what it is, and its address's own name."""
    kinds = {account.id: facts.platforms.kind_of(account).name.in_(language) for account in facts.accounts}
    return {account.id: f"{kinds[account.id]}: {account.handle or account.address}" for account in facts.accounts}


def _register(kind: str, facts: PaperFacts, language: Language, told: dict[str, object]) -> Paper:
    return framed(kind, facts, language, told, footer=say("registers", f"{kind}.title").in_(language))
