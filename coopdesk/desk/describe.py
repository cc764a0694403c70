"""Drafting an account's description in Bangla from the office's facts (03.2)."""

from coopdesk.order.facts import Office
from coopdesk.texts import say

_FORMS = ("full", "middle", "short")


def draft_description(office: Office, limit: int | None) -> tuple[str, str, str]:
    """Return purpose, audience and who runs it, in the fullest form that fits `limit` characters together.

    The shortest form is returned even where it does not fit: the person then sees what to cut.
    """
    for form in _FORMS:
        purpose, audience, run_by = (
            say("drafts", f"{part}.{form}", office=office.name).bn for part in ("purpose", "audience", "run_by")
        )
        if limit is None or len(f"{purpose} {audience} {run_by}") <= limit:
            break
    return purpose, audience, run_by
