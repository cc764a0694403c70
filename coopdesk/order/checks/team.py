"""Checks on those who serve an account (03.3)."""

from coopdesk.order.checks.case import Case, Outcome, fails, holds
from coopdesk.order.facts import Role
from coopdesk.order.rulebook import Check


def team_serves(case: Case, _check: Check) -> Outcome:
    """One responsible person or a team of a permitted size; each with name, post and phone or e-mail; one an admin."""
    team = case.team
    if not team:
        return fails("team.none", "name_team")
    if len(team) not in case.values.team_sizes:
        return fails("team.size", "change_team", count=len(team), sizes=tuple(sorted(case.values.team_sizes)))
    incomplete = tuple(m.name or "?" for m in team if not (m.name and m.post and (m.phone or m.email)))
    if incomplete:
        return fails("team.incomplete", "complete_members", members=incomplete)
    admins = sum(member.role is Role.ADMIN for member in team)
    if not admins:
        return fails("team.no_admin", "name_admin")
    leaving = min((member.until for member in team if member.until), default=None)
    if len(team) == 1:
        return holds("team.one", until=leaving, member=team[0].name)
    # When one leaves, the rest may still be a permitted size: then nothing lapses.
    left = len(team) - sum(member.until == leaving for member in team)
    until = None if left in case.values.team_sizes else leaving
    return holds("team.several", until=until, count=len(team), admins=admins)


def admins_at_least(case: Case, check: Check) -> Outcome:
    """Advice: at least `least` admins serve the account."""
    admins = sum(member.role is Role.ADMIN for member in case.team)
    if admins < check.options["least"]:
        return fails("team.few_admins", "name_another_admin", count=admins)
    return holds("team.admins", count=admins)
