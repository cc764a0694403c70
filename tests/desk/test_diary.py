"""What will fall due, for a calendar."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from coopdesk.desk.check import assess_office
from coopdesk.desk.diary import diary
from coopdesk.desk.parts import Parts
from coopdesk.desk.reminders import WARN_DAYS
from coopdesk.texts import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_clause_that_lapses_has_its_day_and_reminders(example: Parts, language: Language) -> None:
    calendar = Calendar.from_ical(diary(example, language))
    lapsing = [finding for finding in assess_office(example)[1].findings if finding.until]
    events = calendar.walk("VEVENT")
    assert sorted(event.decoded("dtstart") for event in events) == sorted(f.until for f in lapsing if f.until)
    assert len({str(event["uid"]) for event in events}) == len(events) > 0
    word = "পাসওয়ার্ড" if language == "bn" else "password"
    (password,) = [event for event in events if str(event["uid"]).startswith("03.5") and word in str(event["summary"])][
        :1
    ]
    assert password.decoded("dtstart") > example.today()
    triggers = [alarm.decoded("trigger") for alarm in password.walk("VALARM")]
    assert triggers == [timedelta(days=-days, hours=9) for days in WARN_DAYS]
