"""What will fall due, as a file that any calendar takes (iCalendar, RFC 5545)."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.desk.certify import save_copy
from coopdesk.desk.check import assess_office
from coopdesk.desk.parts import Parts
from coopdesk.order.facts import Facts
from coopdesk.order.findings import Finding
from coopdesk.texts import Language, Text, say

if TYPE_CHECKING:
    from icalendar import Event

WARN_DAYS = (14, 7, 3, 0)
"""How many days ahead a calendar reminds."""


def diary(parts: Parts, language: Language) -> bytes:
    """Return a calendar with a day for each clause that will lapse: its last day, with reminders ahead.

    Raises:
        CoopDeskError: there is nothing to judge.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only who takes the calendar along needs it

    facts, assessment = assess_office(parts)
    calendar = Calendar()
    calendar.add("prodid", "-//CoopDesk//CoopDesk//BN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("diary", "calendar.name", office=_office(facts)).in_(language))
    for finding in assessment.findings:
        if finding.until is not None:
            calendar.add_component(_event(parts, facts, finding, language))
    return bytes(calendar.to_ical())


def save_diary(parts: Parts, target: Path, language: Language) -> None:
    """Write the calendar to `target`.

    Raises:
        CoopDeskError: there is nothing to judge, or the disk refuses.
    """
    save_copy(diary(parts, language), target)


def _event(parts: Parts, facts: Facts, finding: Finding, language: Language) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415 - as above

    clause = parts.rulebook.clause(finding.clause)
    summary = say("diary", "event.summary", clause=clause.title, whose=_whose(parts, facts, finding)).in_(language)
    event = Event()
    # The same clause keeps its id, so that a calendar takes a later file as news of the same day.
    event.add("uid", f"{finding.clause}-{finding.account or facts.office.id}@coopdesk")
    event.add("dtstamp", parts.now())
    event.add("summary", summary)
    event.add("description", finding.reason(language))
    event.add("dtstart", finding.until)
    for days in WARN_DAYS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(days=-days, hours=9))
        event.add_component(alarm)
    return event


def _whose(parts: Parts, facts: Facts, finding: Finding) -> Text:
    account = next((one for one in facts.accounts if one.id == finding.account), None)
    return parts.platforms.kind_of(account).name if account else _office(facts)


def _office(facts: Facts) -> Text:
    return Text(facts.office.name, facts.office.name_en)
