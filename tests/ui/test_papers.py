"""The papers page: which paper, of whom, under which number, its preview, what was issued; and a complaint's form."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget

from coopdesk.desk.paperwork import KINDS
from coopdesk.ui.pages.page import NEW
from coopdesk.ui.widgets.preview import Preview
from tests.ui import looks
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard

Open = Callable[[Path], Desk]
PREFIX = "৪৭.৬১.৩৫০০.০০০.১৮.০০১.২৬"


def find(desk: Desk, name: str) -> QWidget:
    """Return the visible control of an object name, or of a text."""
    return next(w for w in looks.visible(desk.page) if name in (w.objectName(), looks.text_of(w), w.accessibleName()))


def choose(desk: Desk, name: str, key: str) -> None:
    """Choose by its key in a box."""
    box = find(desk, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(key))
    desk.settle()


def push(desk: Desk, text: str) -> None:
    """Push a button."""
    button = find(desk, text)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()
    desk.settle()


def preview(desk: Desk) -> Preview:
    """Return the page's preview."""
    return desk.page.findChild(Preview)  # type: ignore[return-value]


def shown(desk: Desk) -> list[QLabel]:
    """Return the pages that the preview shows."""
    return [w for w in preview(desk).findChildren(QLabel) if not w.pixmap().isNull()]


def test_every_paper_is_shown_as_it_would_be_issued(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("certificates")
    desk.settle()
    box = find(desk, "paper-kind")
    assert isinstance(box, QComboBox)
    assert box.currentData() == "certificate"
    for kind in KINDS:
        choose(desk, "paper-kind", kind)
        assert shown(desk), kind
        issue = [w for w in looks.visible(desk.page) if isinstance(w, QPushButton) and w.objectName() == "primary"]
        assert bool(issue) is (KINDS[kind].kept or kind == "certificate")
        assert find(desk, "PDF সংরক্ষণ…").isEnabled()


def test_a_member_s_declaration_is_made_from_the_team(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    member = desk.session.facts.members[2]
    desk.window.show_page(f"team#{member.id}")
    desk.settle()
    push(desk, "স্বাক্ষরের জন্য ঘোষণাপত্র…")
    kind, of = find(desk, "paper-kind"), find(desk, "paper-of")
    assert isinstance(kind, QComboBox)
    assert isinstance(of, QComboBox)
    assert (kind.currentData(), of.currentData()) == ("declaration", member.id)
    assert shown(desk)


def test_papers_are_issued_under_the_next_number_or_the_one_typed(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("certificates")
    desk.settle()
    choose(desk, "paper-kind", "declaration")
    choose(desk, "paper-of", desk.session.facts.members[1].id)
    memo = find(desk, "paper-memo")
    assert isinstance(memo, QLineEdit)
    assert memo.placeholderText() == f"{PREFIX}-১"
    push(desk, "স্মারক নম্বরে জারি করুন")
    (first,) = desk.session.snapshot.papers
    assert (first.kind, first.memo, first.subject) == ("declaration", f"{PREFIX}-১", "মোঃ সাইফুল ইসলাম")
    assert (desk.session.folder / "papers" / first.file).exists()
    choose(desk, "paper-kind", "order")
    memo.setText("১২/ক")
    push(desk, "স্মারক নম্বরে জারি করুন")
    assert desk.session.snapshot.papers[-1].memo == "১২/ক"
    assert memo.text() == ""
    push(desk, "আজকের নথি দেখান")
    memo.setText("12/ক")
    push(desk, "স্মারক নম্বরে জারি করুন")
    assert len(desk.session.snapshot.papers) == 2
    assert "আগেই দেওয়া হয়েছে" in " ".join(looks.text_of(w) for w in looks.visible(desk.page))


def test_what_cannot_be_made_says_why_and_shows_nothing(unmet_example: Path, open_on: Open) -> None:
    desk = open_on(unmet_example)
    desk.window.show_page("certificates")
    desk.settle()
    assert shown(desk), "the report"
    choose(desk, "paper-kind", "certificate")
    assert shown(desk) == []
    assert not find(desk, "সনদ দিন").isEnabled()
    assert not find(desk, "মুদ্রণ…").isEnabled()


def test_pages_are_turned_and_made_larger(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("certificates")
    desk.settle()
    choose(desk, "paper-kind", "checklist")
    width = shown(desk)[0].width()
    said = lambda: {looks.text_of(w) for w in looks.visible(preview(desk))}  # noqa: E731
    assert {"১/২", "১০০%"} <= said()
    push(desk, "পরের পাতা")
    assert "২/২" in said()
    assert not find(desk, "পরের পাতা").isEnabled()
    push(desk, "বড় করে দেখুন")
    assert {"২/২", "১২৫%"} <= said()
    assert shown(desk)[0].width() == pytest.approx(width * 1.25, abs=2)
    push(desk, "আগের পাতা")
    assert "১/২" in said()
    keys = Keyboard(desk)
    keys.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    keys.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert {"২/২", "১০০%"} <= said()


def test_a_complaint_says_who_asked_whom_it_went_to_and_when_it_was_entered(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    desk.window.show_page("complaints")
    desk.page.open_at(NEW)  # type: ignore[attr-defined]
    desk.settle()
    today = desk.session.snapshot.today
    came_in = today - timedelta(days=2)
    officer, dated = find(desk, "complaint-officer"), find(desk, "complaint-dated")
    assert isinstance(officer, QLineEdit)
    assert isinstance(dated, QCheckBox)
    named = desk.session.facts.office.grievance_officer
    assert officer.text() == named
    on = find(desk, "complaint-on")
    assert isinstance(on, QDateEdit)
    on.setDate(QDate(came_in.year, came_in.month, came_in.day))
    assert any(looks.text_of(w).startswith("GRS-এ তোলার শেষ তারিখ: ") for w in looks.visible(desk.page))
    for name, text in (("complaint-asker", "করিম উদ্দিন"), ("complaint-number", "GRS-9")):
        field = find(desk, name)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.insert(text)
    find(desk, "complaint-what").setPlainText("রসিদ দেওয়া হয়নি")  # type: ignore[attr-defined]
    assert dated.isChecked(), "a number that is typed is most likely entered today"
    push(desk, "অভিযোগ সংরক্ষণ করুন")
    kept = next(one for one in desk.session.facts.complaints if one.grs_number == "GRS-9")
    assert (kept.asker, kept.officer, kept.received_on, kept.grs_on) == ("করিম উদ্দিন", named, came_in, today)
