"""Checks on those who serve an account (03.3)."""

from collections.abc import Sequence, Set
from datetime import date

from coopdesk.order.checks.case import Case, Outcome, fails, holds
from coopdesk.order.facts import Member, Role
from coopdesk.order.rulebook import Check


def team_serves(case: Case, _check: Check) -> Outcome:
    """One responsible person or a team of a permitted size; each with name, post and phone or e-mail; one an admin."""
    team, sizes = case.team, case.values.team_sizes
    if not team:
        return fails("team.none", "name_team", sizes=tuple(sorted(sizes)))
    if len(team) not in sizes:
        return fails("team.size", "change_team", count=len(team), sizes=tuple(sorted(sizes)))
    incomplete = tuple(member.name.strip() or "?" for member in team if not _complete(member))
    if incomplete:
        return fails("team.incomplete", "complete_members", members=incomplete)
    admins = _admins(team)
    if not admins:
        return fails("team.no_admin", "name_admin")
    until = _last_day(team, sizes)
    if len(team) == 1:
        return holds("team.one", until, "replace_leaver", member=team[0].name)
    return holds("team.several", until, "replace_leaver", count=len(team), admins=admins)


def _complete(member: Member) -> bool:
    return bool(member.name.strip() and member.post.strip() and (member.phone.strip() or member.email.strip()))


def _admins(team: Sequence[Member]) -> int:
    return sum(member.role is Role.ADMIN for member in team)


def _last_day(team: Sequence[Member], sizes: Set[int]) -> date | None:
    # When one leaves, the rest may still be a permitted size with an admin: then nothing lapses.
    for day in sorted({member.until for member in team if member.until}):
        rest = [member for member in team if member.until is None or member.until > day]
        if len(rest) not in sizes or not _admins(rest):
            return day
    return None


def admins_at_least(case: Case, check: Check) -> Outcome:
    """Advice: at least `least` admins serve the account."""
    admins, least = _admins(case.team), check.options["least"]
    if admins < least:
        return fails("team.few_admins", "name_another_admin", count=admins, least=least)
    return holds("team.admins", count=admins)
