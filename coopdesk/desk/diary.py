"""What will fall due, as a file that any calendar takes (iCalendar, RFC 5545)."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.desk.certify import save_copy
from coopdesk.desk.check import assess_office
from coopdesk.desk.parts import Parts
from coopdesk.desk.reminders import WARN_DAYS, is_due, leaving, whose
from coopdesk.order.facts import Facts, Member
from coopdesk.order.findings import Finding
from coopdesk.texts import Language, Text, say

if TYPE_CHECKING:
    from icalendar import Event


def diary(parts: Parts, language: Language) -> bytes:
    """Return a calendar of what falls due, with reminders ahead.

    Each clause that will lapse has its last day there, each password that is due now today, and each member who leaves
    their last day.

    Raises:
        CoopDeskError: there is nothing to judge.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only who takes the calendar along needs it

    facts, assessment = assess_office(parts)
    calendar = Calendar()
    calendar.add("prodid", "-//CoopDesk//CoopDesk//BN")
    calendar.add("version", "2.0")
    office = Text(facts.office.name, facts.office.name_en)
    calendar.add("x-wr-calname", say("diary", "calendar.name", office=office).in_(language))
    for finding in assessment.findings:
        if finding.until is not None:
            calendar.add_component(_lapse(parts, facts, finding, language))
        elif is_due(finding):
            calendar.add_component(_due(parts, facts, finding, language))
    for member, day in leaving(facts, assessment.on):
        calendar.add_component(_leave(parts, member, day, language))
    return bytes(calendar.to_ical())


def save_diary(parts: Parts, target: Path, language: Language) -> None:
    """Write the calendar to `target`.

    Raises:
        CoopDeskError: there is nothing to judge, or the disk refuses.
    """
    save_copy(diary(parts, language), target)


def _lapse(parts: Parts, facts: Facts, finding: Finding, language: Language) -> "Event":
    title, named = parts.rulebook.clause(finding.clause).title, whose(facts, finding, parts.rulebook)
    summary = say("diary", "event.summary", clause=title, whose=named).in_(language)
    # The same clause keeps its id, so that a calendar takes a later file as news of the same day.
    uid = f"{finding.clause}-{finding.account or facts.office.id}"
    assert finding.until is not None  # noqa: S101 - asked before
    return _event(parts, uid, finding.until, summary, finding.reason(language))


def _due(parts: Parts, facts: Facts, finding: Finding, language: Language) -> "Event":
    summary = say("diary", "event.due", whose=whose(facts, finding, parts.rulebook)).in_(language)
    uid = f"{finding.clause}-{finding.account or facts.office.id}"
    return _event(parts, uid, parts.today(), summary, finding.reason(language))


def _leave(parts: Parts, member: Member, day: date, language: Language) -> "Event":
    summary = say("diary", "event.leaves", member=member.name).in_(language)
    why = say("diary", "event.leaves_why", member=member.name).in_(language)
    return _event(parts, f"leaves-{member.id}", day, summary, why)


def _event(parts: Parts, uid: str, day: date, summary: str, why: str) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("uid", f"{uid}@coopdesk")
    event.add("dtstamp", parts.now())
    event.add("summary", summary)
    event.add("description", why)
    event.add("dtstart", day)
    for days in WARN_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(days=-days, hours=9))
        event.add_component(alarm)
    return event
