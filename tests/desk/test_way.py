"""The whole way by the desk's deeds alone: from an empty folder to the certificate, and what undoes it again."""

import base64
import hashlib
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from coopdesk.desk import accounts, certify, glance
from coopdesk.desk.attest import attest, take_back_waiver, waive
from coopdesk.desk.check import assess_office
from coopdesk.desk.complaints import put_complaint
from coopdesk.desk.exchange import export_file
from coopdesk.desk.office import describe_office
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import set_password, suspect_password
from coopdesk.desk.safekeeping import save_backup
from coopdesk.desk.tables import KINDS, save_table
from coopdesk.desk.team import leave_team, put_member, serve_account
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint, Member, Office, Role, Setting, State, Tier
from coopdesk.order.findings import Status
from coopdesk.passwords.judge import Judge
from tests.keyring_fixture import GnomeKeyring

WHO = "রেহানা পারভীন"
SECRET = "Vq7#mulberry-Trombone%91"


def _office(parts: Parts) -> Office:
    office = Office("", Tier.DISTRICT, "Dhaka/Gopalganj", "", "", "", website="cooperative.gopalganj.gov.bd")
    office = replace(office, grs_url="https://www.grs.gov.bd", grievance_officer="কামরুল হাসান", memo_prefix="৪৭.৬১")
    return describe_office(parts, office, WHO)


def _team(parts: Parts, account: str) -> list[Member]:
    people = ((WHO, Role.ADMIN), ("সাইফুল ইসলাম", Role.MODERATOR), ("তানজিলা আক্তার", Role.AUTHORITY))
    since, served = parts.today() - timedelta(days=30), frozenset({account})
    return [
        put_member(parts, Member("", name, "পরিদর্শক", role, since, phone="01712", accounts=served), WHO)
        for name, role in people
    ]


def _account(parts: Parts, picture: Path, address: str) -> str:
    account = accounts.add_account(parts, address, None, WHO)
    accounts.name_account(parts, account.id, parts.facts().office.name, False, WHO)
    accounts.choose_uses(parts, account.id, ("02.6", "02.1"), WHO)
    accounts.describe_account(parts, account.id, "সেবা ও তথ্য।", "সবার জন্য।", "এডমিন টিম।", WHO)
    for member in _team(parts, account.id):
        attest(parts, "declaration", member.name, WHO, member=member.id)
    accounts.keep_picture(parts, account.id, "banner", picture, WHO)
    accounts.keep_picture(parts, account.id, "profile", picture, WHO)
    kind = parts.platforms.kind_of(parts.facts().accounts[0])
    choices: dict[Setting, str] = {setting: next(iter(offered)) for setting, offered in kind.settings.items()}
    accounts.choose_settings(parts, account.id, choices, "সভা ৪", parts.today(), WHO, WHO)
    attest(parts, "description_visible", WHO, WHO, account=account.id, evidence=[picture])
    for topic in ("no_personal_picture", "terms_accepted", "website_linked", "grs_on_page"):
        attest(parts, topic, WHO, WHO, account=account.id)
    return account.id


def _unmet(parts: Parts, today: date | None = None) -> list[str]:
    return [finding.clause for finding in assess_office(parts, today)[1].unmet]


@pytest.fixture
def ready(parts: Parts, picture: Path) -> Parts:
    """Return a desk on which every clause is met, for a page reached through its admins' profiles."""
    _office(parts)
    account = _account(parts, picture, "facebook.com/dco.gopalganj")
    waive(parts, "03.5", "নিজস্ব পাসওয়ার্ড নেই", WHO, WHO, account)
    attest(parts, "own_password", WHO, WHO, member=parts.facts().members[0].id)
    accounts.finish_account(parts, account, WHO)
    return parts


def test_the_whole_way_ends_with_a_certificate(ready: Parts) -> None:
    assert _unmet(ready) == []
    issued, file = certify.issue_certificate(ready, "bn", WHO)
    assert issued.serial == f"COOP-GOPALGANJ-{ready.today().year}-0001"
    assert issued.memo == "৪৭.৬১-১"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == issued.file_sha256
    assert ready.register.certificates() == (issued,)
    again, _ = certify.issue_certificate(ready, "en", WHO, memo="৯৯")
    assert (again.serial[-4:], again.memo) == ("0002", "৯৯")
    assert again.facts_sha256 == issued.facts_sha256
    accounts.choose_uses(ready, ready.facts().accounts[0].id, ("02.3",), WHO)
    assert certify.issue_certificate(ready, "bn", WHO)[0].facts_sha256 != issued.facts_sha256


def test_each_deed_has_its_line(ready: Parts) -> None:
    deeds = [line.deed for line in ready.register.journal()]
    assert deeds[-1] == "describe_office"
    assert deeds[0] == "finish_account"
    assert {"add_account", "name_account", "add_member", "attest", "waive", "keep_banner"} <= set(deeds)


def test_a_deed_that_changes_nothing_writes_no_line(ready: Parts) -> None:
    before = ready.register.journal()
    account = ready.facts().accounts[0]
    accounts.name_account(ready, account.id, account.name, False, WHO)
    assert ready.register.journal() == before


def _new_banner(parts: Parts, account: str, picture: Path) -> None:
    other = picture.with_name("other.png")
    Image.new("RGB", (60, 20), "red").save(other)
    accounts.keep_picture(parts, account, "banner", other, WHO)


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (_new_banner, "03.4"),
        (lambda parts, account, _: accounts.describe_account(parts, account, "ক", "খ", "গ", WHO), "03.2"),
        (lambda parts, account, _: accounts.choose_uses(parts, account, (), WHO), "02"),
        (lambda parts, account, _: accounts.name_account(parts, account, "DCO Gopalganj", False, WHO), "03.1"),
        (lambda parts, account, _: serve_account(parts, account, frozenset(), WHO), "03.3"),
        (lambda parts, account, _: take_back_waiver(parts, "03.5", WHO, account), "03.5"),
        (lambda parts, account, _: accounts.choose_settings(parts, account, {}, "", None, "", WHO), "03.6"),
        (lambda parts, account, _: accounts.change_address(parts, account, "x.com/dco", None, WHO), "03.7"),
        (lambda parts, _a, _: describe_office(parts, replace(parts.facts().office, website=""), WHO), "03.8"),
        (lambda parts, _a, _: describe_office(parts, replace(parts.facts().office, grievance_officer=""), WHO), "03.9"),
    ],
    ids=["03.4", "03.2", "02", "03.1", "03.3", "03.5", "03.6", "03.7", "03.8", "03.9"],
)
def test_what_changes_ends_what_was_met(
    ready: Parts, picture: Path, change: Callable[[Parts, str, Path], object], clause: str
) -> None:
    change(ready, ready.facts().accounts[0].id, picture)
    assert clause in _unmet(ready)
    with pytest.raises(certify.NotCompliant) as refused:
        certify.issue_certificate(ready, "bn", WHO)
    assert clause in [finding.clause for finding in refused.value.assessment.unmet]
    assert ready.register.certificates() == ()
    assert certify.report_paper(ready, "bn").pdf().startswith(b"%PDF")


def test_a_complaint_waits_its_days(ready: Parts) -> None:
    account, today = ready.facts().accounts[0].id, ready.today()
    complaint = put_complaint(ready, Complaint("", account, today, "রসিদ দেওয়া হচ্ছে না।"), WHO)
    days = ready.rulebook.values.grs_days
    assert [f.status for f in assess_office(ready)[1].findings if f.clause == "03.9"] == [Status.ATTENTION]
    assert "03.9" not in _unmet(ready, today + timedelta(days=days))
    assert "03.9" in _unmet(ready, today + timedelta(days=days + 1))
    entered = put_complaint(ready, replace(complaint, grs_number="GRS-1", asker="  করিম ", grs_on=today), WHO)
    assert (entered.asker, entered.grs_on) == ("করিম", today)
    assert "03.9" not in _unmet(ready, today + timedelta(days=days + 1))


def test_a_declaration_is_asked_of_who_comes_new(ready: Parts) -> None:
    put_member(ready, Member("", "নতুন সদস্য", "পরিদর্শক", Role.MODERATOR, ready.today(), phone="1"), WHO)
    assert _unmet(ready) == ["03.10"]


def test_an_address_is_in_the_register_once(ready: Parts) -> None:
    with pytest.raises(CoopDeskError) as refused:
        accounts.add_account(ready, "https://facebook.com/dco.gopalganj/?ref=x", None, WHO)
    assert refused.value.key == "desk.known_address"
    accounts.close_account(ready, ready.facts().accounts[0].id, WHO)
    assert accounts.add_account(ready, "https://facebook.com/dco.gopalganj", None, WHO).state is State.SETTING_UP


def test_a_clause_that_always_applies_is_never_waived(ready: Parts) -> None:
    with pytest.raises(CoopDeskError) as refused:
        waive(ready, "03.1", "কারণ", WHO, WHO, ready.facts().accounts[0].id)
    assert refused.value.key == "desk.never_waived"


def _with_password(parts: Parts, picture: Path, judge: Judge) -> str:
    _office(parts)
    account = _account(parts, picture, "x.com/dcogopalganj")
    set_password(parts, judge, account, SECRET, WHO, WHO)
    return account


def test_a_password_falls_due(parts: Parts, picture: Path, gnome_keyring: GnomeKeyring) -> None:
    with Judge() as judge:
        account = _with_password(parts, picture, judge)
        assert _unmet(parts) == []
        assert SECRET.encode() in gnome_keyring.entries().values()
        today = parts.today()
        assert "03.5" not in _unmet(parts, today + timedelta(days=90))
        assert "03.5" in _unmet(parts, today + timedelta(days=91))
        leave_team(parts, parts.facts().members[2].id, today + timedelta(days=1), WHO)
        assert "03.5" in _unmet(parts, today + timedelta(days=2))
        suspect_password(parts, account, WHO)
        assert "03.5" in _unmet(parts)
        for secret, key in ((SECRET, "desk.same_password"), ("gopalganj2024", "desk.weak"), ("", "desk.weak")):
            with pytest.raises(CoopDeskError) as refused:
                set_password(parts, judge, account, secret, WHO, WHO)
            assert refused.value.key == key
        other = accounts.add_account(parts, "youtube.com/@dco", None, WHO).id
        with pytest.raises(CoopDeskError) as refused:
            set_password(parts, judge, other, SECRET, WHO, WHO)
        assert refused.value.key == "desk.reused"


def test_who_serves_one_account_no_more_makes_its_password_due(
    parts: Parts, picture: Path, gnome_keyring: GnomeKeyring
) -> None:
    with Judge() as judge:
        account = _with_password(parts, picture, judge)
    facts = parts.facts()
    with parts.register.deed("set_password", WHO) as writer:
        writer.put(replace(facts.passwords[0], set_on=parts.today() - timedelta(days=5)))
    put_member(parts, Member("", "আরেকজন", "পরিদর্শক", Role.ADMIN, facts.members[0].since, phone="1"), WHO)
    first, second, third, fourth = parts.facts().members
    serve_account(parts, account, frozenset({second.id, third.id, fourth.id}), WHO)
    assert "03.5" in _unmet(parts)
    reason = next(f for f in assess_office(parts)[1].findings if f.clause == "03.5").reason("bn")
    assert first.name in reason


def test_the_secret_is_nowhere_but_in_the_keyring(
    parts: Parts, picture: Path, tmp_path: Path, gnome_keyring: GnomeKeyring
) -> None:
    with Judge() as judge:
        _with_password(parts, picture, judge)
        with pytest.raises(CoopDeskError) as refused:
            set_password(parts, judge, parts.facts().accounts[0].id, SECRET, WHO, WHO)
    assert SECRET not in repr(refused.getrepr(showlocals=False, style="native"))
    certify.issue_certificate(parts, "bn", WHO)
    export_file(parts, tmp_path / "out" / "e.json")
    for kind in KINDS:
        save_table(parts, kind, tmp_path / "out" / f"{kind}.csv", "bn")
    save_backup(parts.register.folder, tmp_path / "out" / "b.zip")
    zipfile.ZipFile(tmp_path / "out" / "b.zip").extractall(tmp_path / "out" / "b")
    facts, assessment = assess_office(parts)
    parts.register.close()
    glance.keep(glance.look(facts, assessment, parts.rulebook, ()), parts.register.folder)
    raw = SECRET.encode()
    forms = {raw, SECRET.encode("utf-16-le"), SECRET.encode("utf-16-be"), raw.hex().encode(), base64.b64encode(raw)}
    files = [
        file for folder in (parts.register.folder, tmp_path / "out") for file in folder.rglob("*") if file.is_file()
    ]
    assert len(files) > 5
    for file in files:
        content = file.read_bytes()
        assert not any(form in content for form in forms), file


def test_an_example_keeps_no_real_password(example: Parts) -> None:
    with Judge() as judge, pytest.raises(CoopDeskError) as refused:
        set_password(example, judge, example.facts().accounts[1].id, SECRET, WHO, WHO)
    assert refused.value.key == "desk.example"
