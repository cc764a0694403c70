"""From the first start to the issued certificate, by key presses alone."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from coopdesk.order.facts import Role, State
from coopdesk.ui.start import StartPage
from tests.keyring_fixture import GnomeKeyring
from tests.ui.conftest import Desk
from tests.ui.keys import Keyboard

OFFICE = "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
TEAM = (("রেহানা পারভীন", "উপসহকারী নিবন্ধক"), ("সাইফুল ইসলাম", "পরিদর্শক"), ("তানজিলা আক্তার", "অফিস সহকারী"))
NEXT = "পরবর্তী"


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


def _describe_the_office(keys: Keyboard) -> None:
    assert isinstance(keys.desk.page, StartPage)
    keys.choose("office-tier", "জেলা")
    keys.choose("office-place-0", "ঢাকা")
    keys.choose("office-place-1", "গোপালগঞ্জ")
    keys.type("office-website", "cooperative.gopalganj.gov.bd")
    keys.type("office-grievance_officer", "কামরুল হাসান")
    keys.type("office-head_name", "শামীমা নাসরিন")
    keys.type("office-head_post", "জেলা সমবায় কর্মকর্তা")
    keys.type("office-memo_prefix", "৪৭.৬১.৩৫০০.০০০.১৮.০০১.২৬")
    keys.push("সংরক্ষণ করে শুরু করুন")
    assert keys.desk.session.facts.office.name == OFFICE


def _add_the_team(keys: Keyboard) -> None:
    for number, (name, post) in enumerate(TEAM):
        if number:
            keys.push("সদস্য যোগ করুন")
        keys.type("member-name", name)
        keys.type("member-post", post)
        keys.type("member-phone", f"01712-00000{number}")
        keys.choose("member-role", "এডমিন" if number < 2 else "মডারেটর")
        keys.push("সদস্য সংরক্ষণ করুন")
    keys.go_to(NEXT)
    keys.enter()


def _attest(keys: Keyboard, topic: str) -> None:
    keys.tick(f"attest-{topic}")
    keys.choose(f"by-{topic}", TEAM[0][0])


def _walk_to_the_password(keys: Keyboard, address: str) -> None:
    keys.push("একাউন্ট যোগ করুন")
    keys.type("address", address)
    keys.enter()
    keys.type("name", "জেলা সমবায় কর্মকর্তা, গোপালগঞ্জ")
    keys.push(f"এই নামটি ব্যবহার করুন: {OFFICE}")
    keys.enter()
    keys.tick("use-02.2")
    keys.tick("use-02.3")
    keys.enter()


def _describe_and_show(keys: Keyboard) -> None:
    _attest(keys, "description_visible")
    keys.push("পেইজের ছবি (স্ক্রিনশট): ছবি বাছাই করুন…")
    keys.go_to(NEXT)
    keys.enter()


def _finish(keys: Keyboard) -> None:
    for setting in ("content", "comments", "membership", "access", "privacy"):
        keys.go_to(f"setting-{setting}")
        keys.press_down()
    keys.type("decision-reference", "মাসিক সমন্বয় সভা, সিদ্ধান্ত ৪")
    keys.choose("decision-by", TEAM[0][0])
    keys.enter()
    _attest(keys, "terms_accepted")
    keys.enter()
    _attest(keys, "website_linked")
    _attest(keys, "grs_on_page")
    keys.enter()


def _declare(keys: Keyboard) -> None:
    keys.push("এডমিন টিম")
    for number in range(len(TEAM)):
        keys.go_to_table()  # with Tab its first row is the current one
        if number:
            keys.press_down()
        keys.desk.settle()
        keys.tick("attest-declaration")
        keys.push("ঘোষণা সংরক্ষণ করুন")


def _issue(keys: Keyboard) -> str:
    keys.push("সনদ ও নথি")
    keys.push("সনদ দিন")
    (issued,) = keys.desk.session.snapshot.certificates
    file = keys.desk.session.folder / "papers" / f"সনদ-{issued.serial}.pdf"
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))


@pytest.mark.usefixtures("pictures")
def test_a_facebook_page_to_its_certificate(data_dir: Path, open_on: Callable[[Path], Desk]) -> None:
    desk = open_on(data_dir)
    keys = Keyboard(desk)
    _describe_the_office(keys)
    _walk_to_the_password(keys, "https://www.facebook.com/dco.gopalganj?ref=bookmarks")
    assert desk.session.facts.accounts[0].name == OFFICE
    # Nobody can attest yet: the description is kept, and its word is given once there is a team.
    keys.go_to(NEXT)
    keys.enter()
    _add_the_team(keys)
    keys.push("ব্যানার: ছবি বাছাই করুন…")
    keys.push("প্রোফাইল ছবি: ছবি বাছাই করুন…")
    _attest(keys, "no_personal_picture")
    keys.enter()
    for member in (member for member in desk.session.facts.members if member.role is Role.ADMIN):
        keys.tick(f"own-password-{member.id}")
    keys.go_to(NEXT)
    keys.enter()
    _finish(keys)
    keys.push("বর্ণনা")
    _describe_and_show(keys)
    keys.push("সারসংক্ষেপ")
    keys.push("সনদে যান")
    assert desk.session.facts.accounts[0].state is State.ACTIVE
    _declare(keys)
    assert desk.session.snapshot.assessment is not None
    assert [f.clause for f in desk.session.snapshot.assessment.unmet] == []
    text = _issue(keys)
    assert "".join(OFFICE.split()) in "".join(text.split())
    assert "COOP-GOPALGANJ-" in text


@pytest.mark.usefixtures("pictures")
def test_an_x_handle_with_a_password_in_the_keyring(
    data_dir: Path, open_on: Callable[[Path], Desk], gnome_keyring: GnomeKeyring
) -> None:
    desk = open_on(data_dir)
    keys = Keyboard(desk)
    _describe_the_office(keys)
    _walk_to_the_password(keys, "x.com/dcogopalganj")
    keys.go_to(NEXT)
    keys.enter()
    _add_the_team(keys)
    keys.push("ব্যানার: ছবি বাছাই করুন…")
    keys.push("প্রোফাইল ছবি: ছবি বাছাই করুন…")
    _attest(keys, "no_personal_picture")
    keys.enter()
    keys.tick("two-step")
    keys.type("নতুন পাসওয়ার্ড", "gopalganj1")
    keys.choose("by-password", TEAM[0][0])
    keys.enter()
    assert desk.session.password_of(desk.session.facts.accounts[0].id) is None, "a weak password must not be kept"
    keys.type("নতুন পাসওয়ার্ড", "Vq7#mulberry-Trombone%91")
    keys.enter()
    fact = desk.session.password_of(desk.session.facts.accounts[0].id)
    assert fact is not None
    assert fact.stored
    assert b"Vq7#mulberry-Trombone%91" in gnome_keyring.entries().values()
    _finish(keys)
    keys.push("বর্ণনা")
    _describe_and_show(keys)
    _declare(keys)
    text = _issue(keys)
    assert "COOP-GOPALGANJ-" in text
