"""What a deed refuses: it says why, and leaves neither a change nor a line in the journal."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from coopdesk.desk import accounts, certify
from coopdesk.desk.attest import attest, waive
from coopdesk.desk.check import assess_office
from coopdesk.desk.complaints import put_complaint
from coopdesk.desk.example import make_example
from coopdesk.desk.office import describe_office
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.team import leave_team, put_member
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Complaint, Member, Role, State, Tier
from coopdesk.order.findings import Status

WHO = "রেহানা পারভীন"
LONG = "ক" * 10_000
TODAY = date(2026, 1, 1)

Deed = Callable[[Parts, str], object]


def _office(**changes: object) -> Deed:
    return lambda parts, _: describe_office(parts, replace(parts.facts().office, **changes), WHO)  # type: ignore[arg-type]


def _member(**changes: object) -> Deed:
    member = Member("", "নাম", "পদ", Role.ADMIN, TODAY)
    return lambda parts, _: put_member(parts, replace(member, **changes), WHO)  # type: ignore[arg-type]


def _complaint(**changes: object) -> Deed:
    return lambda parts, account: put_complaint(
        parts,
        replace(Complaint("", account, TODAY, "কী"), **changes),  # type: ignore[arg-type]
        WHO,
    )


REFUSED: list[tuple[Deed, str]] = [
    *(
        (lambda parts, _, address=address: accounts.add_account(parts, address, None, WHO), key)
        for address, key in {
            "javascript:alert(1)": "address.scheme",
            "file:///etc/passwd": "address.scheme",
            "ftp://example.com/page": "address.scheme",
            "কোনো ঠিকানা নয়": "address.not_web",
            "": "address.not_web",
            "facebook.com/" + "a" * 10_000: "address.not_web",
        }.items()
    ),
    (lambda parts, one: accounts.change_address(parts, one, "javascript:alert(1)", None, WHO), "address.scheme"),
    (lambda parts, one: accounts.name_account(parts, one, LONG, False, WHO), "register.field"),
    (lambda parts, one: accounts.name_account(parts, one, "ক\x00খ", False, WHO), "register.field"),
    (lambda parts, one: accounts.name_account(parts, one, "ক\u202eখ", False, WHO), "register.field"),
    (lambda parts, one: accounts.describe_account(parts, one, LONG, "খ", "গ", WHO), "register.field"),
    (lambda parts, one: accounts.choose_settings(parts, one, {}, LONG, TODAY, WHO, WHO), "register.field"),
    (lambda parts, _: accounts.name_account(parts, "nobody", "নাম", False, WHO), "desk.gone"),
    (_office(head_name=LONG), "register.field"),
    (_office(head_name="ক\x1bখ"), "register.field"),
    (_office(website="javascript:alert(1)"), "address.scheme"),
    (_office(grs_url="file:///etc/passwd"), "address.scheme"),
    (_office(place="Dhaka/Nowhere"), "desk.place"),
    (_office(tier=Tier.UPAZILA), "desk.place"),
    (_office(id="another"), "register.other_office"),
    (_member(name=LONG), "register.field"),
    (_member(name="  "), "desk.no_name"),
    (_member(phone="০১৭\x07"), "register.field"),
    (_member(until=TODAY - timedelta(days=1)), "desk.until_before_since"),
    (_member(accounts=frozenset({"nobody"})), "register.unlinked"),
    (lambda parts, _: leave_team(parts, "nobody", TODAY, WHO), "desk.gone"),
    (_complaint(what=LONG), "register.field"),
    (_complaint(what=" "), "desk.no_complaint"),
    (_complaint(received_on=date(2999, 1, 1)), "desk.future"),
    (_complaint(account="nobody"), "register.unlinked"),
    (_complaint(grs_on=date(2999, 1, 1)), "desk.future"),
    (_complaint(grs_on=TODAY - timedelta(days=1)), "desk.entered_early"),
    (_complaint(asker=LONG), "register.field"),
    (_complaint(officer="ক\x00খ"), "register.field"),
    (lambda parts, one: attest(parts, "terms_accepted", " ", WHO, account=one), "desk.no_by"),
    (lambda parts, one: attest(parts, "terms_accepted", LONG, WHO, account=one), "register.field"),
    (lambda parts, one: attest(parts, "terms_accepted", WHO, WHO, account=one, note=LONG), "register.field"),
    (lambda parts, one: waive(parts, "03.5", " ", WHO, WHO, one), "desk.no_reason"),
    (lambda parts, one: waive(parts, "03.5", LONG, WHO, WHO, one), "register.field"),
    (lambda parts, one: waive(parts, "03.5", "কারণ", "", WHO, one), "desk.no_by"),
    (lambda parts, _: certify.issue_certificate(parts, "bn", WHO, memo=LONG), "register.field"),
    *(
        (lambda parts, one, clause=clause: waive(parts, clause, "কারণ", WHO, WHO, one), "desk.never_waived")
        for clause in ("02", "03.1", "03.2", "03.3", "03.7", "03.9", "03.10")
    ),
]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """Return the desk of one example for all refusals: none of them may change it."""
    return make_example(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize(("deed", "key"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_refused_deed_leaves_nothing(standing: Parts, deed: Deed, key: str) -> None:
    before = standing.facts(), standing.register.journal(), standing.register.certificates()
    papers = sorted(standing.register.folder.glob("papers/*"))
    with pytest.raises(CoopDeskError) as refused:
        deed(standing, standing.facts().accounts[0].id)
    assert refused.value.key == key
    assert len(refused.value.said.bn) < 600
    assert (standing.facts(), standing.register.journal(), standing.register.certificates()) == before
    assert sorted(standing.register.folder.glob("papers/*")) == papers


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"no picture at all", "evidence.not_a_picture"),
        (b"", "evidence.not_a_picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * (20 * 1024 * 1024), "evidence.huge"),
    ],
    ids=["text", "empty", "huge"],
)
def test_evidence_that_is_no_picture(standing: Parts, tmp_path: Path, content: bytes, key: str) -> None:
    (tmp_path / "picture.png").write_bytes(content)
    before, one = standing.facts(), standing.facts().accounts[0].id
    for deed in (
        lambda: accounts.keep_picture(standing, one, "banner", tmp_path / "picture.png", WHO),
        lambda: attest(standing, "terms_accepted", WHO, WHO, account=one, evidence=[tmp_path / "picture.png"]),
    ):
        with pytest.raises(CoopDeskError) as refused:
            deed()
        assert refused.value.key == key
    assert standing.facts() == before


def test_a_serial_number_given_meanwhile_keeps_its_paper(example: Parts) -> None:
    other = open_desk(example.register.folder)

    def meanwhile() -> object:
        certify.issue_certificate(other, "bn", WHO)
        return example.now()

    with pytest.raises(CoopDeskError) as refused:
        certify.issue_certificate(replace(example, now=meanwhile), "en", WHO)  # type: ignore[arg-type]
    assert refused.value.key == "register.serial_taken"
    (issued,) = example.register.certificates()
    assert certify.filed_certificate(example, issued.serial).pdf()
    file = certify.certificate_file(example, issued.serial)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == issued.file_sha256
    other.register.close()


def test_a_closed_account_is_judged_no_more_until_it_is_opened_again(example: Parts) -> None:
    first, second = (account.id for account in example.facts().accounts)
    accounts.choose_uses(example, second, (), WHO)
    accounts.close_account(example, second, WHO)
    assert assess_office(example)[1].compliant
    assert second not in {finding.account for finding in assess_office(example)[1].findings}
    assert accounts.reopen_account(example, second, WHO).state is State.ACTIVE
    assert not assess_office(example)[1].compliant
    for account in (first, second):
        accounts.close_account(example, account, WHO)
    with pytest.raises(CoopDeskError) as refused:
        assess_office(example)
    assert refused.value.key == "desk.no_accounts"


def test_what_was_closed_before_it_was_ready_is_set_up_further(example: Parts) -> None:
    account = accounts.add_account(example, "instagram.com/dco.gopalganj", None, WHO)
    accounts.close_account(example, account.id, WHO)
    assert accounts.reopen_account(example, account.id, WHO).state is State.SETTING_UP


def test_an_address_taken_since_keeps_an_account_closed(example: Parts) -> None:
    closed = example.facts().accounts[0]
    accounts.close_account(example, closed.id, WHO)
    accounts.add_account(example, closed.address.upper().replace("HTTPS", "https"), None, WHO)
    with pytest.raises(CoopDeskError) as refused:
        accounts.reopen_account(example, closed.id, WHO)
    assert refused.value.key == "desk.known_address"


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_an_example_is_met_today(data_dir: Path, count: int) -> None:
    parts = make_example(data_dir, count)
    facts, assessment = assess_office(parts)
    assert assessment.compliant
    assert len(facts.accounts) == count
    assert assessment.lapsing == ()
    assert [line.deed for line in parts.register.journal()] == ["make_example"]
    parts.register.close()


def test_an_example_with_something_left(data_dir: Path) -> None:
    parts = make_example(data_dir, 3, unmet=True)
    _, assessment = assess_office(parts)
    statuses = {finding.status for finding in assessment.findings}
    assert statuses == {Status.MET, Status.NOT_MET, Status.ATTENTION, Status.NOT_APPLICABLE}
    assert {finding.clause for finding in assessment.unmet} == {"03.2", "03.5", "03.9"}
    parts.register.close()


def test_an_example_of_a_thousand_accounts(data_dir: Path) -> None:
    parts = make_example(data_dir, 1000)
    facts, assessment = assess_office(parts)
    assert assessment.compliant
    assert len({account.address for account in facts.accounts}) == 1000
    assert len(parts.register.evidence.files()) == 2
    parts.register.close()
