"""A backup that is put back: the passwords that were changed since are due."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from coopdesk.desk.check import assess_office
from coopdesk.desk.diary import diary
from coopdesk.desk.example import make_example
from coopdesk.desk.exchange import export_file, import_file
from coopdesk.desk.glance import look
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.reminders import reminders
from coopdesk.desk.safekeeping import restore, save_backup

WHO = "রেহানা পারভীন"
BACKUP = "b.zip"


@pytest.fixture
def folder(data_dir: Path, tmp_path: Path) -> Path:
    """Return the folder of a register that was backed up; all is met in it."""
    parts = make_example(data_dir)
    parts.register.close()
    save_backup(data_dir, tmp_path / BACKUP)
    return data_dir


def _change_password(folder: Path) -> None:
    parts = open_desk(folder)
    fact = parts.facts().passwords[0]
    with closing(parts.register), parts.register.deed("set_password", WHO) as writer:
        writer.put(replace(fact, id="changed-since", set_on=parts.today() - timedelta(days=1)))


def _reasons(parts: Parts) -> list[str]:
    return [finding.reason("bn") for finding in assess_office(parts)[1].unmet]


def test_what_was_changed_since_is_due_and_said_everywhere(folder: Path, tmp_path: Path) -> None:
    _change_password(folder)
    restore(tmp_path / BACKUP, folder, WHO)
    parts = open_desk(folder)
    with closing(parts.register):
        facts, assessment = assess_office(parts)
        (reason,) = _reasons(parts)
        assert "ব্যাকআপ" in reason
        glance = look(facts, assessment, parts.rulebook, ())
        assert reason in [deed.reason.bn for deed in glance.deeds]
        assert any(reason in one.said.bn for one in reminders(facts, assessment, parts.rulebook))
        days = Calendar.from_ical(diary(parts, "bn")).walk("VEVENT")
        assert reason in [str(day["description"]) for day in days]
        # It goes along in an export, and ends with the next change.
        export_file(parts, tmp_path / "e.json")
        other = open_desk(tmp_path / "other")
        import_file(other, tmp_path / "e.json", WHO)
        assert _reasons(other) == [reason]
        other.register.close()
    _change_password(folder)
    parts = open_desk(folder)
    assert _reasons(parts) == []
    parts.register.close()


def test_where_nothing_was_changed_nothing_is_due(folder: Path, tmp_path: Path) -> None:
    restore(tmp_path / BACKUP, folder, WHO)
    restore(tmp_path / BACKUP, tmp_path / "a new place", WHO)
    for place in (folder, tmp_path / "a new place"):
        parts = open_desk(place)
        assert _reasons(parts) == []
        parts.register.close()


def test_where_the_register_was_damaged_all_is_due(folder: Path, tmp_path: Path) -> None:
    (folder / "register.sqlite").write_bytes(b"no register any more " * 400)
    restore(tmp_path / BACKUP, folder, WHO)
    parts = open_desk(folder)
    assert len(_reasons(parts)) == len(parts.facts().passwords) == 1
    parts.register.close()
