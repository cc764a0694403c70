"""Writing down complaints that came in on a page, and what became of them (03.9)."""

from dataclasses import replace
from datetime import date, timedelta

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint


def put_complaint(parts: Parts, complaint: Complaint, who: str) -> Complaint:
    """Add a complaint (an empty id), or change one.

    Raises:
        CoopDeskError: nothing is written (`desk.no_complaint`), it came in or was entered in the GRS after today
            (`desk.future`), or was entered before it came in (`desk.entered_early`).
    """
    if not complaint.what.strip():
        raise CoopDeskError("desk.no_complaint")
    entered_on = complaint.grs_on or complaint.received_on
    if max(complaint.received_on, entered_on) > parts.today():
        raise CoopDeskError("desk.future")
    if entered_on < complaint.received_on:
        raise CoopDeskError("desk.entered_early")
    kept = replace(
        complaint,
        id=complaint.id or new_id(),
        what=complaint.what.strip(),
        grs_number=tidy(complaint.grs_number),
        outcome=complaint.outcome.strip(),
        asker=tidy(complaint.asker),
        officer=tidy(complaint.officer),
    )
    with parts.register.deed("change_complaint" if complaint.id else "add_complaint", who, kept.what[:80]) as writer:
        writer.put(kept)
    return kept


def due_day(parts: Parts, received_on: date) -> date:
    """Return the last day on which a complaint that came in on `received_on` is to be entered in the GRS."""
    return received_on + timedelta(days=parts.rulebook.values.grs_days)
