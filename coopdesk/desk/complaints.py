"""Writing down complaints that came in on a page, and what became of them (03.9)."""

from dataclasses import replace

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, new_id
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint


def put_complaint(parts: Parts, complaint: Complaint, who: str) -> Complaint:
    """Add a complaint (an empty id), or change one.

    Raises:
        CoopDeskError: nothing is written (`desk.no_complaint`), or it came in after today (`desk.future`).
    """
    if not complaint.what.strip():
        raise CoopDeskError("desk.no_complaint")
    if complaint.received_on > parts.today():
        raise CoopDeskError("desk.future")
    kept = replace(
        complaint,
        id=complaint.id or new_id(),
        what=complaint.what.strip(),
        grs_number=tidy(complaint.grs_number),
        outcome=complaint.outcome.strip(),
    )
    with parts.register.deed("change_complaint" if complaint.id else "add_complaint", who, kept.what[:80]) as writer:
        writer.put(kept)
    return kept
