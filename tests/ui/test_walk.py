"""From the first start to the issued certificate, by key presses alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from tests.keyring_fixture import GnomeKeyring
from tests.ui import walk
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer each question for a file with the next picture: a file dialogue is the system's own."""
    files = []
    for number in range(8):
        file = tmp_path / f"picture-{number}.png"
        Image.new("RGB", (320, 160), (0, 106, 78 + number)).save(file)
        files.append(file)
    left = iter(files)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(left)), ""))
    return tmp_path


@pytest.mark.usefixtures("pictures")
def test_a_facebook_page_to_its_certificate(data_dir: Path, open_on: Callable[[Path], Desk]) -> None:
    text = walk.facebook_page(Keyboard(open_on(data_dir)))
    assert "".join(walk.OFFICE.split()) in "".join(text.split())
    assert "COOP-GOPALGANJ-" in text


@pytest.mark.usefixtures("pictures")
def test_an_x_handle_with_a_password_in_the_keyring(
    data_dir: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring
) -> None:
    desk = open_on(data_dir)
    keys = Keyboard(desk)
    walk.describe_the_office(keys)
    walk.walk_to_the_password(keys, "x.com/dcogopalganj")
    keys.go_to(walk.NEXT)
    keys.enter()
    walk.add_the_team(keys)
    keys.push("ব্যানার: ছবি বাছাই করুন…")
    keys.push("প্রোফাইল ছবি: ছবি বাছাই করুন…")
    walk.attest(keys, "no_personal_picture")
    keys.enter()
    keys.tick("two-step")
    keys.type("নতুন পাসওয়ার্ড", "gopalganj1")
    keys.choose("by-password", walk.TEAM[0][0])
    keys.enter()
    assert desk.session.password_of(desk.session.facts.accounts[0].id) is None, "a weak password must not be kept"
    keys.type("নতুন পাসওয়ার্ড", "Vq7#mulberry-Trombone%91")
    keys.enter()
    fact = desk.session.password_of(desk.session.facts.accounts[0].id)
    assert fact is not None
    assert fact.stored
    assert b"Vq7#mulberry-Trombone%91" in gnome_keyring.entries().values()
    walk.finish(keys)
    keys.push("বর্ণনা")
    walk.describe_and_show(keys)
    walk.declare(keys)
    text = walk.issue(keys)
    assert "COOP-GOPALGANJ-" in text
