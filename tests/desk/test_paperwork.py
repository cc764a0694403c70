"""Papers under their memo numbers: made, issued, kept, and found again."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coopdesk.bangla.digits import to_ascii
from coopdesk.desk.certify import certificate_file, filed_certificate, issue_certificate
from coopdesk.desk.memos import next_memo
from coopdesk.desk.paperwork import KINDS, Asked, issue_paper, kept_file, kept_paper, leavers, make_paper, superior
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Member, Office, PasswordFact, Role, Tier
from coopdesk.papers.proof import code_of, drawn
from coopdesk.papers.verifying import look
from coopdesk.texts import LANGUAGES, Language
from tests.desk.test_way import WHO

PREFIX = "৪৭.৬১.৩৫০০.০০০.১৮.০০১.২৬"
KEPT = [kind for kind, one in KINDS.items() if one.kept]


def of(parts: Parts, kind: str) -> str:
    """Return the id of somebody or something that a paper of this kind can speak of."""
    facts = parts.facts()
    match KINDS[kind].about:
        case "account":
            return facts.accounts[0].id
        case "member":
            return facts.members[0].id
        case "leaver":
            return leavers(facts)[0].id
        case _:
            return ""


def change(parts: Parts, *records: Office | Member | PasswordFact) -> None:
    """Write records as they are."""
    with parts.register.deed("import", WHO) as writer:
        writer.put_all(records)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_can_be_looked_at_before_it_is_issued(example: Parts, kind: str, language: Language) -> None:
    paper = make_paper(example, Asked(kind, language, of(example, kind)))
    assert paper.pages(20)
    assert paper.data["memo"] in {
        f"{PREFIX}-১",
        "",
    }  # a checklist's is written in by hand, a wall's is its certificate's
    assert example.register.kept_papers() == ()


def test_every_kind_is_issued_under_a_number_of_its_own_and_kept(example: Parts) -> None:
    year = example.today().year
    for place, kind in enumerate(KEPT, start=1):
        kept = issue_paper(example, Asked(kind, "bn", of(example, kind)), WHO)
        assert to_ascii(kept.memo) == to_ascii(f"{PREFIX}-{place}")
        assert kept.file.endswith(f"-COOP-GOPALGANJ-{year}-0001.pdf")
        assert hashlib.sha256(kept_file(example, kept).read_bytes()).hexdigest() == kept.file_sha256
        assert kept_paper(example, kept).pages(20)
        line = example.register.journal()[0]
        assert (line.deed, line.who, line.details) == ("issue_paper", WHO, {"memo": kept.memo})
    assert [paper.kind for paper in example.register.kept_papers()] == KEPT


def test_names_of_files_count_up_by_kind(example: Parts) -> None:
    files = [issue_paper(example, Asked(kind, "en"), WHO).file for kind in ("order", "report", "order")]
    year = example.today().year
    assert files == [
        f"আদেশ-COOP-GOPALGANJ-{year}-0001.pdf",
        f"প্রতিবেদন-COOP-GOPALGANJ-{year}-0001.pdf",
        f"আদেশ-COOP-GOPALGANJ-{year}-0002.pdf",
    ]


def test_a_strange_number_that_was_imported_stops_no_other(example: Parts) -> None:
    kept = issue_paper(example, Asked("order", "bn"), WHO)
    issued, _ = issue_certificate(example, "bn", WHO)
    strange = replace(kept, id="k", memo="অন্য", file=kept.file.replace("0001", "0001ক"))
    other = replace(issued, id="c", serial=f"{issued.serial}ক")
    with example.register.deed("import", WHO) as writer:
        writer.put_all((strange, other))
    assert issue_paper(example, Asked("order", "bn"), WHO).file == kept.file.replace("0001", "0002")
    assert issue_certificate(example, "bn", WHO)[0].serial.endswith("-0002")


def test_memo_numbers_count_up_over_certificates_and_papers(example: Parts) -> None:
    first, _ = issue_certificate(example, "bn", WHO)
    second = issue_paper(example, Asked("order", "bn"), WHO)
    typed = issue_paper(example, Asked("report", "bn", memo=f" {PREFIX}-40 "), WHO)
    last, _ = issue_certificate(example, "bn", WHO)
    assert [one.memo for one in (first, second, typed, last)] == [
        f"{PREFIX}-১",
        f"{PREFIX}-২",
        f"{PREFIX}-40",
        f"{PREFIX}-৪১",
    ]


@pytest.mark.parametrize("typed", [f"{PREFIX}-১", f"{PREFIX}-1"])
def test_a_memo_number_is_never_given_twice(example: Parts, typed: str) -> None:
    issue_certificate(example, "bn", WHO)
    before = example.register.journal()
    for issue in (
        lambda: issue_paper(example, Asked("order", "bn", memo=typed), WHO),
        lambda: issue_certificate(example, "bn", WHO, memo=typed),
    ):
        with pytest.raises(CoopDeskError) as refused:
            issue()
        assert refused.value.key == "register.memo_taken"
    assert example.register.kept_papers() == ()
    assert len(example.register.certificates()) == 1
    assert example.register.journal() == before
    assert len(list((example.register.folder / "papers").iterdir())) == 1


def test_without_a_prefix_the_number_is_typed(example: Parts) -> None:
    change(example, replace(example.facts().office, memo_prefix=""))
    assert next_memo(example) == ""
    with pytest.raises(CoopDeskError) as refused:
        issue_paper(example, Asked("order", "bn"), WHO)
    assert refused.value.key == "desk.no_memo"
    assert issue_paper(example, Asked("order", "bn", memo="১২/ক"), WHO).memo == "১২/ক"


def test_certificates_filed_under_their_older_name_are_found(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    assert file.name == f"সনদ-{issued.serial}.pdf"
    assert certificate_file(example, issued.serial) == file
    older = file.rename(file.with_name(f"{issued.serial}.pdf"))
    assert certificate_file(example, issued.serial) == older
    assert filed_certificate(example, issued.serial).pdf() == older.read_bytes()


def test_the_certificate_for_the_wall_bears_the_code_of_the_one_in_its_language(example: Parts) -> None:
    codes = {}
    for language in LANGUAGES:
        _, file = issue_certificate(example, language, WHO)
        codes[language] = drawn(code_of(look(file.read_bytes()).says))
    change(example, replace(example.facts().office, head_name="মোঃ নাজমুল হক"))  # the facts are others now
    for language, code in codes.items():
        wall = make_paper(example, Asked("wall", language))
        assert wall.data["proof"]["picture"] == code  # type: ignore[index]
        assert look(wall.pdf()).kind == "foreign"  # the certificate itself is another file


def test_the_certificate_for_the_wall_bears_the_number_of_the_one_that_holds(example: Parts) -> None:
    wall = Asked("wall", "bn")
    assert make_paper(example, wall).data["serial"] == ""
    issued, _ = issue_certificate(example, "bn", WHO)
    assert issued.serial in str(make_paper(example, wall).data["serial"])
    with example.register.deed("withdraw", WHO) as writer:
        writer.put(replace(issued, withdrawn_on=example.today(), withdrawn_reason="ভুল ছিল"))
    assert make_paper(example, wall).data["serial"] == ""


@pytest.mark.parametrize("kind", ["order", "change_order"])
def test_an_order_names_no_team_that_the_order_does_not_allow(example: Parts, kind: str) -> None:
    two = [replace(member, accounts=frozenset[str]()) for member in example.facts().members[:1]]
    change(example, *two)
    with pytest.raises(CoopDeskError) as refused:
        make_paper(example, Asked(kind, "bn", of(example, kind)))
    assert refused.value.key == "papers.team_size"
    assert "২ জন" in refused.value.said.bn


def test_an_order_on_a_change_names_who_leaves_who_stays_and_the_order_before(example: Parts) -> None:
    before = issue_paper(example, Asked("order", "bn"), WHO)
    leaving = replace(example.facts().members[0], until=example.today() + timedelta(days=3))
    new = Member("new", "নাজমুল হক", "পরিদর্শক", Role.ADMIN, example.today(), "01712", accounts=leaving.accounts)
    change(example, leaving, new)
    data = make_paper(example, Asked("change_order", "bn", leaving.id)).data
    assert before.memo in str(data["reference"])
    assert leaving.name in str(data["leaves"])
    assert leaving.name not in str(data["team"])
    assert new.name in str(data["team"])
    assert any(leaving.name in copy for copy in data["copies"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("tier", "place", "above"),
    [
        (Tier.UPAZILA, "Dhaka/Gopalganj/Kotalipara", "জেলা সমবায় কার্যালয়, গোপালগঞ্জ"),
        (Tier.DISTRICT, "Dhaka/Gopalganj", "বিভাগীয় সমবায় কার্যালয়, ঢাকা"),
        (Tier.DIVISION, "Dhaka", "সমবায় অধিদপ্তর"),
        (Tier.DEPARTMENT, "", None),
    ],
)
def test_a_copy_goes_to_the_office_above(example: Parts, tier: Tier, place: str, above: str | None) -> None:
    change(example, replace(example.facts().office, tier=tier, place=place))
    found = superior(example)
    assert (found and found.bn) == above


def test_a_form_to_fill_in_names_nobody(example: Parts) -> None:
    data = make_paper(example, Asked("declaration", "bn")).data
    assert None in data["statement"]  # type: ignore[operator]
    assert data["member"] == {"name": "", "post": "", "phone": "", "email": ""}


def test_the_register_of_passwords_says_why_each_was_changed(example: Parts) -> None:
    account = example.facts().accounts[1].id
    days = (date(2025, 1, 1), date(2025, 1, 20), date(2025, 2, 1))
    facts = [PasswordFact(f"p{day}", account, day, 4, 18, True, WHO, suspected=day == days[1]) for day in days]
    change(example, *facts)
    rows = make_paper(example, Asked("password_register", "en")).data["rows"]
    reasons = [row["why"] for row in rows]  # type: ignore[attr-defined]
    assert reasons[:3] == [
        "Recorded for the first time",
        "For safety, before the interval was over",
        "Others may have known it",
    ]
    assert reasons[3].startswith("Left the team: আবদুল মান্নান")
