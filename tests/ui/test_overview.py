"""The overview says how the office stands, and leads to each deed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from coopdesk.texts import table
from coopdesk.ui.widgets.chip import StatusChip
from coopdesk.ui.wizard.wizard import Wizard
from tests.ui import looks
from tests.ui.conftest import Desk

Open = Callable[[Path], Desk]
NOT_MET, LAPSES = (table("findings")[f"status.{status}"].bn for status in ("not_met", "attention"))


def test_the_overview_leads_to_each_deed(unmet_example: Path, open_on: Open) -> None:
    desk = open_on(unmet_example)
    wanted = [(deed.where, deed.account) for deed in desk.session.snapshot.glance.deeds]  # type: ignore[union-attr]
    led = []
    for number in range(len(wanted)):
        desk.window.show_page("overview")
        desk.settle()
        lines = [w for w in looks.visible(desk.page) if type(w).__name__ == "_DeedLine"]
        lines[number].findChild(QPushButton).click()
        desk.settle()
        led.append(desk.page.place if isinstance(desk.page, Wizard) else type(desk.page).__name__)
    expected = [(account, where) if where != "complaints" else "ComplaintsPage" for where, account in wanted]
    assert led == expected


def test_the_overview_of_an_office_without_work_says_so(example: Path, open_on: Open) -> None:
    said = looks.said(open_on(example).page)
    assert "সব দফা পূরণ হয়েছে; সনদ দেওয়া যাবে।" in said
    assert "এখন কিছু করার নেই" in said


def test_with_all_met_the_overview_leads_to_the_certificate(example: Path, open_on: Open) -> None:
    desk = open_on(example)
    leads = [w for w in looks.visible(desk.page) if looks.text_of(w) == "সনদে যান"]
    assert [button.isEnabled() for button in leads] == [True]
    leads[0].click()  # type: ignore[attr-defined]
    desk.settle()
    assert type(desk.page).__name__ == "CertificatesPage"


def test_with_something_unmet_no_certificate_is_offered_and_the_worst_stands_first(
    unmet_example: Path, open_on: Open
) -> None:
    desk = open_on(unmet_example)
    leads = [w for w in looks.visible(desk.page) if looks.text_of(w) == "সনদে যান"]
    assert [button.isEnabled() for button in leads] == [False]
    shown = [chip for chip in looks.visible(desk.page) if isinstance(chip, StatusChip)]
    top_down = [chip.accessibleName() for chip in sorted(shown, key=lambda chip: chip.mapTo(desk.page, QPoint()).y())]
    assert {*top_down} == {NOT_MET, LAPSES}
    assert top_down == sorted(top_down, key=[NOT_MET, LAPSES].index)
