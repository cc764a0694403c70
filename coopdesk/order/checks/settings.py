"""The check on the five settings and the decision behind them (03.6)."""

from typing import Any

from coopdesk.order.checks.case import Case, Outcome, fails, holds, word
from coopdesk.order.facts import Setting
from coopdesk.order.rulebook import Check

ABSENT = "absent"
"""The choice of one who says that the platform has no such setting, where CoopDesk does not know the platform."""


def settings_chosen(case: Case, _check: Check) -> Outcome:
    """Each setting that the platform has is chosen, by whom, when, and on which office decision."""
    offered = case.kind.settings if case.kind else {}
    chosen = case.of.settings
    missing = tuple(word(f"setting.{setting}") for setting in offered if chosen.get(setting) not in offered[setting])
    if missing:
        return fails("settings.missing", "choose_settings", settings=missing)
    decision = case.of.decision
    if decision is None or not (decision.reference.strip() and decision.by.strip()) or decision.on > case.today:
        return fails("settings.no_decision", "name_decision")
    absent = tuple(word(f"setting.{setting}") for setting in Setting if chosen.get(setting, ABSENT) == ABSENT)
    count = len(Setting) - len(absent)
    said: dict[str, Any] = {"count": count, "reference": decision.reference, "on": decision.on}
    said["by"] = decision.by
    return holds("settings.some", absent=absent, **said) if absent else holds("settings.all", **said)
