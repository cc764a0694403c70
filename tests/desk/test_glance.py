"""The office at a glance, kept from one start to the next."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from coopdesk.desk import glance
from coopdesk.desk.check import assess_office
from coopdesk.desk.example import make_example
from coopdesk.desk.glance import FILE, MOST, Glance


def _closed(folder: Path, *, accounts: int = 2, unmet: bool = True) -> Glance:
    parts = make_example(folder, accounts, unmet)
    facts, assessment = assess_office(parts)
    seen = glance.look(facts, assessment, parts.rulebook, parts.register.certificates())
    parts.register.close()
    glance.keep(seen, folder)
    return seen


def test_what_was_kept_is_shown_again_on_the_same_day(data_dir: Path) -> None:
    seen = _closed(data_dir)
    assert glance.kept(data_dir, seen.on, seen.rulebook) == seen


def test_it_tells_the_most_pressing_deeds_first(data_dir: Path) -> None:
    seen = _closed(data_dir)
    assert [deed.status for deed in seen.deeds] == ["not_met"] * seen.unmet + ["attention"] * seen.lapsing
    assert seen.deeds[0].reason.bn != seen.deeds[0].reason.en


def test_it_holds_no_more_than_the_overview_shows(data_dir: Path) -> None:
    parts = make_example(data_dir, 60)
    facts, assessment = assess_office(parts, parts.today() + timedelta(days=2000))
    seen = glance.look(facts, assessment, parts.rulebook, ())
    parts.register.close()
    assert len(seen.deeds) == MOST < seen.unmet


def test_another_day_or_another_rulebook_makes_it_untrue(data_dir: Path) -> None:
    seen = _closed(data_dir)
    assert glance.kept(data_dir, seen.on + timedelta(days=1), seen.rulebook) is None
    assert glance.kept(data_dir, seen.on, "another") is None


def test_a_register_changed_by_another_program_makes_it_untrue(data_dir: Path) -> None:
    seen = _closed(data_dir)
    register = data_dir / "register.sqlite"
    register.write_bytes(register.read_bytes() + b"\0" * 4096)
    assert glance.kept(data_dir, seen.on, seen.rulebook) is None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"register": [], "glance": {}}', '{"register": 1, "glance": 2}']
)
def test_half_a_file_is_no_glance(data_dir: Path, content: str) -> None:
    seen = _closed(data_dir)
    (data_dir / FILE).write_text(content)
    assert glance.kept(data_dir, seen.on, seen.rulebook) is None


def test_a_glance_of_another_version_is_no_glance(data_dir: Path) -> None:
    seen = _closed(data_dir)
    kept = json.loads((data_dir / FILE).read_text())
    kept["glance"]["fewer"] = 1
    (data_dir / FILE).write_text(json.dumps(kept))
    assert glance.kept(data_dir, seen.on, seen.rulebook) is None
