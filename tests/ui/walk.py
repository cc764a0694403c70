"""The way from the first start to the issued certificate by key presses, for whoever has a keyboard on a desk."""

import pypdfium2

from coopdesk.order.facts import Role, State
from coopdesk.ui.start import StartPage
from tests.ui.keys import Keyboard

OFFICE = "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"
TEAM = (("রেহানা পারভীন", "উপসহকারী নিবন্ধক"), ("সাইফুল ইসলাম", "পরিদর্শক"), ("তানজিলা আক্তার", "অফিস সহকারী"))
NEXT = "পরবর্তী"
ADDRESS = "https://www.facebook.com/dco.gopalganj?ref=bookmarks"


def describe_the_office(keys: Keyboard) -> None:
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


def add_the_team(keys: Keyboard) -> None:
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


def attest(keys: Keyboard, topic: str) -> None:
    keys.tick(f"attest-{topic}")
    keys.choose(f"by-{topic}", TEAM[0][0])


def walk_to_the_password(keys: Keyboard, address: str) -> None:
    keys.push("একাউন্ট যোগ করুন")
    keys.type("address", address)
    keys.enter()
    keys.type("name", "জেলা সমবায় কর্মকর্তা, গোপালগঞ্জ")
    keys.push(f"এই নামটি ব্যবহার করুন: {OFFICE}")
    keys.enter()
    keys.tick("use-02.2")
    keys.tick("use-02.3")
    keys.enter()


def describe_and_show(keys: Keyboard) -> None:
    attest(keys, "description_visible")
    keys.push("পেইজের ছবি (স্ক্রিনশট): ছবি বাছাই করুন…")
    keys.go_to(NEXT)
    keys.enter()


def finish(keys: Keyboard) -> None:
    for setting in ("content", "comments", "membership", "access", "privacy"):
        keys.go_to(f"setting-{setting}")
        keys.press_down()
    keys.type("decision-reference", "মাসিক সমন্বয় সভা, সিদ্ধান্ত ৪")
    keys.choose("decision-by", TEAM[0][0])
    keys.enter()
    attest(keys, "terms_accepted")
    keys.enter()
    attest(keys, "website_linked")
    attest(keys, "grs_on_page")
    keys.enter()


def declare(keys: Keyboard) -> None:
    keys.push("এডমিন টিম")
    for number in range(len(TEAM)):
        keys.go_to_table()  # with Tab its first row is the current one
        if number:
            keys.press_down()
        keys.settle()
        keys.tick("attest-declaration")
        keys.push("ঘোষণা সংরক্ষণ করুন")


def issue(keys: Keyboard) -> str:
    keys.push("সনদ ও নথি")
    keys.push("সনদ দিন")
    (issued,) = keys.desk.session.snapshot.certificates
    file = keys.desk.session.folder / "papers" / f"সনদ-{issued.serial}.pdf"
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))


def facebook_page(keys: Keyboard) -> str:
    """Walk from the empty register to the certificate of a page that its admins reach by their own profiles.

    It asks for four pictures on the way. Returns the certificate's text.
    """
    describe_the_office(keys)
    walk_to_the_password(keys, ADDRESS)
    assert keys.desk.session.facts.accounts[0].name == OFFICE
    # Nobody can attest yet: the description is kept, and its word is given once there is a team.
    keys.go_to(NEXT)
    keys.enter()
    add_the_team(keys)
    keys.push("ব্যানার: ছবি বাছাই করুন…")
    keys.push("প্রোফাইল ছবি: ছবি বাছাই করুন…")
    attest(keys, "no_personal_picture")
    keys.enter()
    for member in (member for member in keys.desk.session.facts.members if member.role is Role.ADMIN):
        keys.tick(f"own-password-{member.id}")
    keys.go_to(NEXT)
    keys.enter()
    finish(keys)
    keys.push("বর্ণনা")
    describe_and_show(keys)
    keys.push("সারসংক্ষেপ")
    keys.push("সনদে যান")
    assert keys.desk.session.facts.accounts[0].state is State.ACTIVE
    declare(keys)
    assert keys.desk.session.snapshot.assessment is not None
    assert [f.clause for f in keys.desk.session.snapshot.assessment.unmet] == []
    return issue(keys)
