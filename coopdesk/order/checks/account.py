"""Checks on the account itself: its uses (02), its name (03.1) and its description (03.2)."""

from coopdesk.order.checks.case import Case, Outcome, fails, holds, word
from coopdesk.order.names import NameVerdict, judge_name
from coopdesk.order.rulebook import Check


def uses_named(case: Case, check: Check) -> Outcome:
    """At least `least` of the permitted uses is named."""
    named = tuple(text for use, text in case.clause.points.items() if use in case.of.uses)
    if len(named) < check.options["least"]:
        return fails("uses.none", "choose_uses")
    return holds("uses.named", count=len(named), uses=named)


def office_name(case: Case, _check: Check) -> Outcome:
    """The name is the office's own, of no post and no person, Bangla first.

    Where the platform may force a person's name on the account and did, the name itself may be a person's; what the
    banner must bear then is attested apart.
    """
    account, kind = case.of, case.kind
    people = () if account.named_after_person else tuple(member.name for member in case.team)
    judged = judge_name(account.name, case.office, people, case.known.rulebook.names)
    official = case.office.name
    if account.named_after_person and judged.verdict not in (NameVerdict.POST, NameVerdict.EMPTY):
        if kind is not None and not kind.forces_person:
            return fails("name.not_forced", "use_official_name", kind=kind.name, official=official)
        return holds("name.forced", name=account.name)
    match judged.verdict:
        case NameVerdict.OFFICIAL:
            return holds("name.official")
        case NameVerdict.POST | NameVerdict.PERSON:
            return fails(f"name.{judged.verdict}", "use_official_name", word=judged.word, official=official)
        case _:
            return fails(f"name.{judged.verdict}", "use_official_name", official=official)


_PARTS = ("purpose", "audience", "run_by")


def description_written(case: Case, _check: Check) -> Outcome:
    """Purpose, audience and who runs it are all written, and together fit the platform's limit."""
    missing = tuple(word(f"part.{part}") for part in _PARTS if not getattr(case.of, part).strip())
    if missing:
        return fails("description.missing", "write_description", parts=missing)
    length, limit = len(case.of.description), case.kind.description_limit if case.kind else None
    if limit is None:
        return holds("description.written", length=length)
    if length > limit:
        return fails("description.too_long", "shorten_description", length=length, limit=limit)
    return holds("description.fits", length=length, limit=limit)
