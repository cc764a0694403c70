"""Memo numbers: the office's prefix and a number that counts up over every paper; none is given twice."""

from coopdesk.bangla.digits import to_bangla
from coopdesk.bangla.names import normal_form
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError


def next_memo(parts: Parts) -> str:
    """Return the next memo number of the office's prefix, or an empty text where it has none."""
    prefix = parts.facts().office.memo_prefix
    if not prefix:
        return ""
    start = normal_form(f"{prefix}-")
    numbers = [memo.removeprefix(start) for memo in _given(parts) if memo.startswith(start)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{prefix}-{to_bangla(str(last + 1))}"


def refuse_given(parts: Parts, memo: str, to: str) -> None:
    """See that no paper but the one of the id `to` has this memo number, however its digits were typed.

    It is asked inside the deed that gives the number, so that two windows give no number twice.

    Raises:
        CoopDeskError: `register.memo_taken`, one has.
    """
    if memo and normal_form(memo) in _given(parts, to):
        raise CoopDeskError("register.memo_taken")


def _given(parts: Parts, but: str = "") -> set[str]:
    given = {paper.id: paper.memo for paper in parts.register.certificates()}
    given |= {paper.id: paper.memo for paper in parts.register.kept_papers()}
    return {normal_form(memo) for id_, memo in given.items() if id_ != but}
