"""Checks on what a person has attested: given, about the thing as it is now, and not yet stale."""

from collections.abc import Iterable
from datetime import date

from coopdesk.order.checks.case import Case, Outcome, fails, holds, months_later, word
from coopdesk.order.facts import NO_PICTURE, Account, Attestation, Member, Role
from coopdesk.order.rulebook import Check
from coopdesk.order.subjects import subject
from coopdesk.texts import Text


def attested(case: Case, check: Check) -> Outcome:
    """A named person has attested `topic` for the account (or the office), with the pictures it calls for.

    Options: `topic`; `about` (fields whose change ends it); `pictures` (of the account, that must be kept, or be known
    not to be there); `shown` (pictures that must be there); `evidence` (the attestation itself must carry a file);
    `months` (its term where it is not the rulebook's).
    """
    account = case.account
    if account is not None and (missing := _missing_pictures(case, account, check)):
        return fails("attested.pictures", "add_pictures", pictures=missing)
    given = case.known.attestations.get((check.options["topic"], account.id if account else None, None))
    if given is None:
        return fails("attested.none", "attest", what=check.statement)
    if given.about != subject(check.options["about"], case.office, account):
        return fails("attested.changed", "attest_again", what=check.statement, on=given.on)
    if check.options.get("evidence") and not given.evidence:
        return fails("attested.no_evidence", "add_evidence", what=check.statement)
    until = _until(case, given, check)
    if until < case.today:
        return fails("attested.stale", "attest_again", what=check.statement, on=given.on, until=until)
    return holds("attested.given", until=until, by=given.by, on=given.on)


def attested_by_admins(case: Case, check: Check) -> Outcome:
    """Each admin of the account has attested `topic` for their own profile (03.5, an account without own password)."""
    admins = [member for member in case.team if member.role is Role.ADMIN]
    if not admins:
        return fails("team.no_admin", "name_admin")
    return _by_each(case, admins, check, "profiles")


def declared_by_members(case: Case, check: Check) -> Outcome:
    """Each serving member has signed the declaration (03.10)."""
    if not case.known.serving:
        return fails("declared.no_team", "name_team", sizes=tuple(sorted(case.values.team_sizes)))
    return _by_each(case, case.known.serving, check, "declared")


def _by_each(case: Case, members: Iterable[Member], check: Check, group: str) -> Outcome:
    missing, untils = [], []
    for member in members:
        given = case.known.attestations.get((check.options["topic"], None, member.id))
        holding = given is not None and given.about == subject(check.options["about"], case.office, member=member)
        if given is not None and holding and (until := _until(case, given, check)) >= case.today:
            untils.append(until)
        else:
            missing.append(member.name)
    if missing:
        return fails(f"{group}.missing", f"{group}_missing", members=tuple(missing))
    return holds(f"{group}.all", until=min(untils), count=len(untils))


def _missing_pictures(case: Case, account: Account, check: Check) -> tuple[Text, ...]:
    if not (check.options.keys() & {"pictures", "shown"}):
        return ()
    possible = case.kind.pictures if case.kind else ("banner", "profile")
    unseen = [name for name in check.options.get("pictures", ()) if name in possible and not getattr(account, name)]
    absent = [name for name in check.options.get("shown", ()) if getattr(account, name) in (None, "", NO_PICTURE)]
    return tuple(word(f"picture.{name}") for name in (*unseen, *absent))


def _until(case: Case, given: Attestation, check: Check) -> date:
    return months_later(given.on, check.options.get("months", case.values.attestation_months))
