"""The assessment: every clause of the order for every account, from the facts alone."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from coopdesk.order.checks import CHECKS
from coopdesk.order.checks.case import Case, Index, Outcome, fails
from coopdesk.order.checks.waivers import CONDITIONS
from coopdesk.order.facts import Account, Facts, State
from coopdesk.order.findings import Assessment, Finding, Status
from coopdesk.order.rulebook import Check, Clause, Rulebook
from coopdesk.texts import say


def assess(facts: Facts, rulebook: Rulebook, today: date) -> Assessment:
    """Judge an office's facts by a rulebook, as of `today`.

    Returns one finding for every clause and account that is not closed, and one for every clause of the office as a
    whole. A clause that holds but lapses within the rulebook's `warn_days` is ATTENTION. What nobody has looked at is
    not met. Pure: it looks at no clock, file or window.
    """
    accounts = [account for account in facts.accounts if account.state is not State.CLOSED]
    with _collector_paused():
        index = Index(facts, rulebook, today)
        return Assessment(
            on=today,
            rulebook=rulebook.id,
            findings=tuple(_findings(rulebook.clauses, index, accounts)),
            advice=tuple(_findings(rulebook.advice, index, accounts)),
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Findings hold no cycles; walking them again and again costs more than making them (10,000 accounts: double).
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _findings(clauses: Sequence[Clause], index: Index, accounts: Sequence[Account]) -> Iterator[Finding]:
    for account in accounts:
        kind = index.rulebook.platforms.kind_of(account)
        for clause in clauses:
            if clause.scope == "account":
                yield _finding(Case(index, clause, account, kind))
    for clause in clauses:
        if clause.scope == "office":
            yield _finding(Case(index, clause, None, None))


def _finding(case: Case) -> Finding:
    waivable = case.clause.waivable
    waiver = case.waiver if waivable else None
    if waiver is None or waivable is None:
        return _put_together(case, _made(case, case.clause.checks), Status.MET)
    if not waiver.reason.strip() or not CONDITIONS[waivable.when](case):
        return _put_together(case, [fails("waiver.unfounded", "drop_waiver", reason=waiver.reason)], Status.MET)
    written = Outcome(True, say("findings", "waiver.written", reason=waiver.reason))
    return _put_together(case, [written, *_made(case, waivable.checks)], Status.NOT_APPLICABLE)


def _made(case: Case, checks: Sequence[Check]) -> list[Outcome]:
    # A check with `only` is made where the account has that mark, such as a name that the platform forced on it.
    return [
        CHECKS[check.name](case, check)
        for check in checks
        if "only" not in check.options or getattr(case.of, check.options["only"])
    ]


def _put_together(case: Case, outcomes: Sequence[Outcome], when_all_hold: Status) -> Finding:
    clause, account, status = case.clause, case.account, when_all_hold
    next_step, until, where = None, None, ""
    if failed := [outcome for outcome in outcomes if not outcome.holds]:
        status, next_step, where = Status.NOT_MET, failed[0].next, failed[0].where
    elif lapses := [(outcome.until, outcome.renewal, outcome.where) for outcome in outcomes if outcome.until]:
        until, renewal, where = min(lapses)
        if until <= case.known.warned_until:
            status, next_step = Status.ATTENTION, say("findings", f"next.{renewal}", until=until)
    reasons = tuple([outcome.reason for outcome in failed or outcomes])
    return Finding(clause.id, account.id if account else None, status, reasons, next_step, where or clause.where, until)
