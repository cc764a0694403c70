"""The checks that a rulebook's clauses name: each a plain function from a case and the written check to an outcome."""

from collections.abc import Callable, Mapping

from coopdesk.order.checks import account, attested, links, password, settings, team
from coopdesk.order.checks.case import Case, Outcome
from coopdesk.order.rulebook import Check

CHECKS: Mapping[str, Callable[[Case, Check], Outcome]] = {
    "admins_at_least": team.admins_at_least,
    "attested": attested.attested,
    "attested_by_admins": attested.attested_by_admins,
    "complaints_in_time": links.complaints_in_time,
    "declared_by_members": attested.declared_by_members,
    "description_written": account.description_written,
    "office_has": links.office_has,
    "office_name": account.office_name,
    "password_kept": password.password_kept,
    "settings_chosen": settings.settings_chosen,
    "team_serves": team.team_serves,
    "two_step_on": password.two_step_on,
    "uses_named": account.uses_named,
}
"""The rulebook's name of a check, and the function that makes it."""
