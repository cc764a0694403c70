"""Checking the office against the order."""

from datetime import date

from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.assess import assess
from coopdesk.order.facts import Facts, State
from coopdesk.order.findings import Assessment


def assess_office(parts: Parts, today: date | None = None) -> tuple[Facts, Assessment]:
    """Return the office's facts and their assessment, as of `today` or of the given day.

    Raises:
        CoopDeskError: `desk.no_office` or `desk.no_accounts`, there is nothing to judge.
    """
    facts = parts.facts()
    if all(account.state is State.CLOSED for account in facts.accounts):
        raise CoopDeskError("desk.no_accounts")
    return facts, assess(facts, parts.rulebook, today or parts.today())
