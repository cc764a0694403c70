"""A kept password is shown and copied for a moment only."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from coopdesk.desk.example import make_example
from coopdesk.desk.recovery import Code, Recovery, keep_recovery, recovery_of
from coopdesk.ui import clipboard
from coopdesk.ui.clipboard import SecretClipboard
from coopdesk.ui.widgets.recovery import RecoveryPanel
from coopdesk.ui.widgets.secret import KeptSecret
from coopdesk.ui.widgets.strength import PasswordInput
from tests.keyring_fixture import GnomeKeyring
from tests.ui import looks
from tests.ui.conftest import Desk

SECRET = "Vq7#mulberry-Trombone%91"


@pytest.fixture
def kept(data_dir: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring) -> tuple[Desk, KeptSecret]:
    """Return the password page of an office whose password is in the keyring."""
    parts = make_example(data_dir)
    office = parts.facts().office
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(office, example=False))
    account = parts.facts().accounts[1].id
    parts.vaults.of(office.id).keep(account, SECRET)
    parts.register.close()
    desk = open_on(data_dir)
    desk.window.show_account(account, "password")
    desk.settle()
    return desk, desk.page.findChild(KeptSecret)


def _push(desk: Desk, widget: KeptSecret, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == text).click()
    desk.settle()


def test_it_is_shown_until_the_window_is_left(kept: tuple[Desk, KeptSecret]) -> None:
    desk, widget = kept
    assert SECRET not in [looks.text_of(w) for w in looks.visible(desk.window)]
    _push(desk, widget, "পাসওয়ার্ড দেখুন")
    assert (widget.shown.text(), widget.shown.isVisible()) == (SECRET, True)
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)  # type: ignore[union-attr]
    assert (widget.shown.text(), widget.shown.isVisible()) == ("", False)
    assert [line.deed for line in desk.session.parts.register.journal(1)] == ["reveal_password"]


@pytest.mark.parametrize("how", ["the window is left", "the secrets lock"])
def test_codes_and_a_new_password_hide_too_and_nothing_typed_is_lost(kept: tuple[Desk, KeptSecret], how: str) -> None:
    desk, widget = kept
    account = desk.session.facts.passwords[0].account
    keep_recovery(desk.session.parts, account, Recovery((Code("4471-0093"),), email="dco@example.gov.bd"), "tester")
    panel, new = desk.page.findChild(RecoveryPanel), desk.page.findChild(PasswordInput)
    panel._open.click()
    _push(desk, widget, "পাসওয়ার্ড দেখুন")
    panel._new.setPlainText("5512-8834\n")
    panel._codes.item(0).setCheckState(Qt.CheckState.Checked)
    new._on_made("kettle-9-Orbit-plume-Zest")
    desk.settle()
    if how == "the secrets lock":
        desk.session.lock()
    else:
        app = QGuiApplication.instance()
        app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)  # type: ignore[union-attr]
    assert not panel._inside.isVisible()
    assert (panel._codes.count(), panel._new.toPlainText(), panel._email.text()) == (0, "", "")
    assert widget.shown.text() == ""
    assert (new.secret.echoMode(), new.secret.text()) == (QLineEdit.EchoMode.Password, "kettle-9-Orbit-plume-Zest")
    panel._open.click()
    desk.settle()
    panel._on_keep()
    desk.settle()
    kept_now = recovery_of(desk.session.parts, account, "tester")
    assert kept_now == Recovery((Code("4471-0093", used=True), Code("5512-8834")), email="dco@example.gov.bd")


def test_a_copy_is_marked_and_leaves_when_the_window_closes(kept: tuple[Desk, KeptSecret]) -> None:
    desk, widget = kept
    _push(desk, widget, "কপি করুন")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == SECRET
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert any("ExcludeClipboardContentFromMonitorProcessing" in name for name in data.formats())
    desk.window.close()
    assert QGuiApplication.clipboard().text() != SECRET


def test_it_may_be_noted_as_known_to_others(kept: tuple[Desk, KeptSecret]) -> None:
    desk, widget = kept
    _push(desk, widget, "অন্য কেউ জেনে থাকতে পারেন")
    (fact,) = desk.session.facts.passwords
    assert fact.suspected


def test_it_is_taken_out_of_use_at_the_second_push(kept: tuple[Desk, KeptSecret]) -> None:
    desk, widget = kept
    (fact,) = desk.session.facts.passwords
    _push(desk, widget, "এটি আর ব্যবহার হয় না")
    assert desk.session.parts.vault().reveal(fact.account) == SECRET
    _push(desk, widget, "কী-রিং থেকে মুছে ফেলুন")
    assert desk.session.parts.vault().reveal(fact.account) is None
    assert desk.session.parts.vault().used_before(SECRET, [fact.account]) == fact.account
    assert not desk.session.facts.passwords[0].stored
    assert any(finding.clause == "03.5" for finding in desk.session.snapshot.assessment.unmet)  # type: ignore[union-attr]


def test_what_was_deleted_by_hand_is_said(kept: tuple[Desk, KeptSecret], gnome_keyring: GnomeKeyring) -> None:
    desk, widget = kept
    desk.session.parts.vault().forget(desk.session.facts.passwords[0].account)
    _push(desk, widget, "পাসওয়ার্ড দেখুন")
    assert "সেখানে নেই" in " ".join(looks.text_of(w) for w in looks.visible(widget))


def test_the_clipboard_is_cleared_after_its_time_and_only_if_it_is_ours(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 3)
    ours, ticks = SecretClipboard(), []
    ours.ticked.connect(ticks.append)
    ours._second.setInterval(10)
    ours.copy(SECRET)
    while ours._second.isActive():
        QGuiApplication.processEvents()
    assert ticks == [3, 2, 1, 0]
    assert QGuiApplication.clipboard().text() == ""
    ours.copy(SECRET)
    other = QMimeData()
    other.setText("something else")
    QGuiApplication.clipboard().setMimeData(other)
    ours.clear()
    assert QGuiApplication.clipboard().text() == "something else"


def test_a_change_asks_which_password_is_valid(kept: tuple[Desk, KeptSecret], open_on: Callable[[Path], Desk]) -> None:
    desk, _ = kept
    new, account = "kettle-9-Orbit-plume-Zest", desk.session.facts.passwords[0].account
    field = next(w for w in looks.visible(desk.page) if w.accessibleName() == "নতুন পাসওয়ার্ড")
    field.setText(new)  # type: ignore[attr-defined]
    next(w for w in looks.visible(desk.page) if w.objectName() == "by-password").setCurrentIndex(1)  # type: ignore[attr-defined]
    next(w for w in looks.visible(desk.page) if looks.text_of(w) == "পরবর্তী").click()  # type: ignore[attr-defined]
    desk.settle()
    assert "পাসওয়ার্ড পরিবর্তন চলছে" in [looks.text_of(w) for w in looks.visible(desk.page)]
    folder = desk.session.folder
    desk.window.close()
    again = open_on(folder)
    assert any("কোনটি চলছে" in looks.text_of(w) for w in looks.visible(again.page))
    again.window.show_account(account, "password")
    again.settle()
    next(w for w in looks.visible(again.page) if looks.text_of(w) == "নতুনটি কাজ করছে").click()  # type: ignore[attr-defined]
    again.settle()
    assert again.session.parts.vault().reveal(account) == new
    assert "পাসওয়ার্ড পরিবর্তন চলছে" not in [looks.text_of(w) for w in looks.visible(again.page)]


def test_recovery_codes_are_kept_and_crossed_off(kept: tuple[Desk, KeptSecret]) -> None:
    desk, _ = kept
    panel = desk.page.findChild(RecoveryPanel)
    panel._open.click()
    desk.settle()
    panel._new.setPlainText("4471-0093\n\n5512-8834 ")
    panel._holder.setText("কার্যালয়ের ফোন")
    panel._on_keep()
    desk.settle()
    assert [panel._codes.item(place).text() for place in range(panel._codes.count())] == ["4471-0093", "5512-8834"]
    panel._codes.item(0).setCheckState(Qt.CheckState.Checked)
    assert panel._codes.item(0).font().strikeOut()
    panel._on_keep()
    desk.settle()
    account = desk.session.facts.passwords[0].account
    recovery = recovery_of(desk.session.parts, account, "tester")
    assert recovery == Recovery((Code("4471-0093", used=True), Code("5512-8834")), holder="কার্যালয়ের ফোন")
    folder = desk.session.folder
    desk.window.close()
    assert not any(b"4471-0093" in file.read_bytes() for file in folder.rglob("*") if file.is_file())
