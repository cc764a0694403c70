"""What a person is to be reminded of today: what lapses soon, who leaves soon, and the passwords that are due now."""

from dataclasses import dataclass
from datetime import date

from coopdesk.order.checks.password import UNSEEN
from coopdesk.order.facts import Facts, Member
from coopdesk.order.findings import Assessment, Finding
from coopdesk.order.rulebook import Rulebook
from coopdesk.texts import Said, Text, say, table

WARN_DAYS = (14, 7, 3, 0)
"""How many days ahead it is reminded; where the computer was off on that day, on the next one that it is on."""

_DUE = frozenset(f"password.{why}" for why in ("suspected", "member_left", "restored", "overdue"))


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is to be said, once for each `key`."""

    key: str
    said: Said


def reminders(facts: Facts, assessment: Assessment, rulebook: Rulebook) -> tuple[Reminder, ...]:
    """Return what is to be said on the day of the assessment, the most pressing first.

    What is due has another key each day. What lapses and who leaves have one from each of WARN_DAYS to the next.
    """
    today = assessment.on
    told = [_due(facts, finding, rulebook, today) for finding in assessment.unmet if is_due(finding)]
    told += [
        Reminder(_key(finding.clause, finding.account, finding.until, today), _lapsing(finding, today, rulebook))
        for finding in assessment.lapsing
        # A keyring that does not answer just now lapses on no day.
        if finding.until is not None and (finding.until - today).days <= WARN_DAYS[0] and not _says(finding, UNSEEN)
    ]
    told += [
        Reminder(_key("leaves", one.id, day, today), say("diary", "remind.leaves", member=one.name, on=day))
        for one, day in leaving(facts, today)
        if (day - today).days <= WARN_DAYS[0]
    ]
    return tuple(one for place, one in enumerate(told) if one.said not in [before.said for before in told[:place]])


def is_due(finding: Finding) -> bool:
    """Tell whether a finding says that a password is to be changed now: suspicion, a leaver, a backup, the interval."""
    return _says(finding, _DUE)


def _says(finding: Finding, keys: frozenset[str]) -> bool:
    texts = table("findings")
    return any(reason.text in {texts[key] for key in keys} for reason in finding.reasons)


def leaving(facts: Facts, today: date) -> tuple[tuple[Member, date], ...]:
    """Return who serves an account and leaves, today or later, with the last day."""
    return tuple(
        (one, one.until) for one in facts.members if one.until is not None and one.until >= today and one.accounts
    )


def whose(facts: Facts, finding: Finding, rulebook: Rulebook) -> Text:
    """Return what an account is called, or the office where the finding is the office's."""
    account = next((one for one in facts.accounts if one.id == finding.account), None)
    if account is None:
        return Text(facts.office.name, facts.office.name_en)
    kind, named = rulebook.platforms.kind_of(account).name, account.handle or account.address
    return Text(f"{kind.bn} {named}", f"{kind.en} {named}")


def _due(facts: Facts, finding: Finding, rulebook: Rulebook, today: date) -> Reminder:
    reason = Text(finding.reason("bn"), finding.reason("en"))
    said = say("diary", "remind.due", whose=whose(facts, finding, rulebook), reason=reason)
    return Reminder(f"{today} {said.en}", said)


def _key(what: str, whose: str | None, until: date, today: date) -> str:
    """Return what one reminder is known by, from the threshold that was passed last to the next."""
    passed = min(days for days in WARN_DAYS if days >= (until - today).days)
    return f"{what} {whose or ''} {until} {passed}"


def _lapsing(finding: Finding, today: date, rulebook: Rulebook) -> Said:
    left = (finding.until - today).days if finding.until else 0
    title = rulebook.clause(finding.clause).title
    return say("diary", "remind.ahead", clause=title, days=left) if left else say("diary", "remind.today", clause=title)
