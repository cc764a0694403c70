"""A register in figures: no name in them, and trouble is a figure too."""

from pathlib import Path

from coopdesk.desk.example import make_example
from coopdesk.register.figures import Figures, figures
from coopdesk.register.schema import CURRENT, FILE


def test_figures_tell_how_many_and_name_nobody(data_dir: Path) -> None:
    parts = make_example(data_dir)
    facts = parts.facts()
    told = figures(data_dir)
    parts.register.close()
    assert (told.version, told.rows["account"], told.rows["member"]) == (CURRENT.head, 2, len(facts.members))
    assert told.trouble == ""
    assert facts.office.name not in repr(told)


def test_a_register_that_is_none_or_damaged_is_told_of(tmp_path: Path) -> None:
    assert figures(tmp_path / "nowhere") == Figures(None)
    (tmp_path / FILE).write_bytes(b"no register at all " * 300)
    told = figures(tmp_path)
    assert told.size == 5_700
    assert told.trouble.startswith("DatabaseError")
    assert (tmp_path / FILE).read_bytes() == b"no register at all " * 300
