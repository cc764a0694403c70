"""Checks on what ties a page to the office's website (03.8) and to the Grievance Redress System (03.9)."""

from datetime import timedelta

from coopdesk.order.checks.case import Case, Outcome, fails, holds, word
from coopdesk.order.rulebook import Check


def office_has(case: Case, check: Check) -> Outcome:
    """The office's facts hold each of `fields`."""
    missing = tuple(word(f"field.{name}") for name in check.options["fields"] if not getattr(case.office, name).strip())
    if missing:
        return fails("office.missing", "complete_office", fields=missing)
    return holds("office.has", fields=tuple(word(f"field.{name}") for name in check.options["fields"]))


def complaints_in_time(case: Case, _check: Check) -> Outcome:
    """No complaint that came in on the page is past its day without a GRS number (the office's own rule)."""
    days = case.values.grs_days
    came_in = (c for c in case.known.complaints.get(case.of.id, ()) if c.received_on <= case.today)
    waiting = [complaint for complaint in came_in if not complaint.grs_number.strip()]
    if not waiting:
        return holds("complaints.none_waiting")
    due = min(complaint.received_on for complaint in waiting) + timedelta(days=days)
    overdue = sum(complaint.received_on + timedelta(days=days) < case.today for complaint in waiting)
    if overdue:
        late = fails("complaints.overdue", "enter_complaints", count=overdue, days=days)
        return late._replace(where="complaints")
    soon = holds("complaints.waiting", due, "enter_complaints", count=len(waiting), due=due)
    return soon._replace(where="complaints")
