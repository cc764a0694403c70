"""What a person is to be reminded of today: what lapses soon, who leaves soon, and the passwords that are due now."""

from datetime import date

from coopdesk.order.checks.password import UNSEEN
from coopdesk.order.facts import Facts, Member
from coopdesk.order.findings import Assessment, Finding
from coopdesk.order.rulebook import Rulebook
from coopdesk.texts import Said, Text, say, table

WARN_DAYS = (14, 7, 3, 0)
"""How many days ahead it is reminded."""

_DUE = frozenset(f"password.{why}" for why in ("suspected", "member_left", "restored", "overdue"))


def reminders(facts: Facts, assessment: Assessment, rulebook: Rulebook) -> tuple[Said, ...]:
    """Return what is to be said on the day of the assessment, the most pressing first."""
    told: list[Said | None] = [_due(facts, finding, rulebook) for finding in assessment.unmet if is_due(finding)]
    # A keyring that does not answer just now lapses on no day.
    lapsing = [finding for finding in assessment.lapsing if not _says(finding, UNSEEN)]
    told += [_lapsing(finding, assessment.on, rulebook) for finding in lapsing]
    told += [
        say("diary", "remind.leaves", member=one.name, on=day)
        for one, day in leaving(facts, assessment.on)
        if (day - assessment.on).days in WARN_DAYS
    ]
    return tuple(said for place, said in enumerate(told) if said is not None and said not in told[:place])


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


def _due(facts: Facts, finding: Finding, rulebook: Rulebook) -> Said:
    reason = Text(finding.reason("bn"), finding.reason("en"))
    return say("diary", "remind.due", whose=whose(facts, finding, rulebook), reason=reason)


def _lapsing(finding: Finding, today: date, rulebook: Rulebook) -> Said | None:
    left = (finding.until - today).days if finding.until else None
    if left not in WARN_DAYS:
        return None
    title = rulebook.clause(finding.clause).title
    return (
        say("diary", "remind.today", clause=title)
        if left == 0
        else say("diary", "remind.ahead", clause=title, days=left)
    )
