"""A certificate's life: signed by the office's key, verified, replaced, lapsed, expired, withdrawn."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from coopdesk.desk.certificates import standing, withdraw_certificate
from coopdesk.desk.certify import certificate_file, filed_certificate, issue_certificate
from coopdesk.desk.check import assess_office
from coopdesk.desk.example import make_example
from coopdesk.desk.glance import look
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.signing import EXAMPLE_KEY, key_fingerprint, signing_key
from coopdesk.desk.verify import MOST, Outcome, Verdict, verify_by, verify_file, verify_here
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import IssuedCertificate, State
from coopdesk.papers import signing
from coopdesk.register.glimpse import Glimpse, glimpse
from tests.keyring_fixture import GnomeKeyring

WHO = "রেহানা পারভীন"
NOTHING = Glimpse((), example=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an example register."""
    folder = tmp_path_factory.mktemp("made") / "CoopDesk"
    make_example(folder).register.close()
    return folder


@pytest.fixture
def example(made: Path, data_dir: Path) -> Iterator[Parts]:
    """Return the desk of a copy of it: quicker than a new one."""
    parts = open_desk(shutil.copytree(made, data_dir))
    yield parts
    parts.register.close()


def _real(parts: Parts) -> Parts:
    """Make it an office of its own, with no password that its keyring would have to hold."""
    facts = parts.facts()
    kept = {fact.account for fact in facts.passwords}
    with parts.register.deed("describe_office", WHO) as writer:
        writer.put(replace(facts.office, example=False))
        writer.put_all(replace(one, state=State.CLOSED) for one in facts.accounts if one.id in kept)
    return parts


def _stands(parts: Parts, certificate: IssuedCertificate, today: date | None = None) -> str:
    _, assessment = assess_office(parts, today)
    issued = parts.register.certificates()
    now = next(one for one in issued if one.id == certificate.id)
    return standing(now, issued, assessment, today or parts.today()).state


def _verdict(parts: Parts, file: Path, today: date | None = None) -> Verdict:
    register = Glimpse(parts.register.certificates(), example=parts.facts().office.example)
    return verify_file(file, register, today or parts.today())


def test_an_example_signs_with_a_key_in_its_own_folder(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    assert issued.signed_with == key_fingerprint(example)
    key = example.register.folder / EXAMPLE_KEY
    assert key.stat().st_mode & 0o777 == 0o600
    verdict = verify_here(example, file)
    assert (verdict.outcome, verdict.serial) == (Outcome.GENUINE, issued.serial)
    assert verdict.office.bn == example.facts().office.name
    told = "\n".join(said.en for said in verdict.lines())
    assert "EXAMPLE" in told.splitlines()[0]
    assert signing.in_groups(issued.signed_with) in told


def test_an_offices_key_is_made_once_and_kept_in_the_keyring_alone(example: Parts, gnome_keyring: GnomeKeyring) -> None:
    parts = _real(example)
    issued, file = issue_certificate(parts, "bn", WHO)
    key = signing_key(parts)
    assert key is not None
    assert key.encode() in gnome_keyring.entries().values()
    assert signing.fingerprint(key) == issued.signed_with
    again, _ = issue_certificate(parts, "en", WHO)
    assert again.signed_with == issued.signed_with
    verdict = verify_here(parts, file)
    assert (verdict.outcome, verdict.example) == (Outcome.GENUINE, None)
    secret = key.splitlines()[1].encode()
    for one in parts.register.folder.rglob("*"):
        assert one.is_dir() or secret not in one.read_bytes(), one
    told = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in told


# keyring leaves its connection open where a keyring refuses.
@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
def test_a_locked_keyring_is_said_and_nothing_is_issued(example: Parts, gnome_keyring: GnomeKeyring) -> None:
    parts = _real(example)
    gnome_keyring.lock()
    with pytest.raises(CoopDeskError) as refused:
        issue_certificate(parts, "bn", WHO)
    assert refused.value.key in {"vault.locked", "vault.refused"}
    assert parts.register.certificates() == ()


def test_without_a_keyring_it_is_issued_unsigned(example: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())
    parts = _real(example)
    issued, file = issue_certificate(parts, "bn", WHO)
    assert issued.signed_with == key_fingerprint(parts) == ""
    assert _verdict(parts, file).outcome is Outcome.UNSIGNED
    withdraw_certificate(parts, issued.id, "ভুল তথ্য", WHO)
    assert _verdict(parts, file).outcome is Outcome.WITHDRAWN


@pytest.mark.parametrize("content", ["", "no key"])
def test_a_damaged_key_is_said(example: Parts, content: str) -> None:
    (example.register.folder / EXAMPLE_KEY).write_text(content)
    with pytest.raises(CoopDeskError) as refused:
        issue_certificate(example, "bn", WHO)
    assert refused.value.key == "signing.damaged"


def test_a_key_is_known_by_the_register_or_by_what_was_told(example: Parts, tmp_path: Path) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    today, told = example.today(), signing.in_groups(issued.signed_with)
    assert verify_file(file, NOTHING, today).outcome is Outcome.UNKNOWN_KEY
    assert verify_file(file, NOTHING, today, told).outcome is Outcome.GENUINE
    assert verify_file(file, NOTHING, today, told.lower().replace(" ", ":")).outcome is Outcome.GENUINE
    other = "0" * 32
    assert verify_file(file, NOTHING, today, other).outcome is Outcome.UNKNOWN_KEY
    for wrong in ("abc", "x" * 32, told + "0"):
        with pytest.raises(CoopDeskError) as refused:
            verify_file(file, NOTHING, today, wrong)
        assert refused.value.key == "verify.key"


def test_another_office_signs_our_paper_in_vain(example: Parts, tmp_path: Path) -> None:
    """Its key is known here, as that of a neighbour; the register holds another file under the number."""
    issued, file = issue_certificate(example, "bn", WHO)
    key = signing.new_key()
    forged = tmp_path / "forged.pdf"
    unsigned = file.read_bytes()[: file.read_bytes().index(b"%%EOF") + 6]
    forged.write_bytes(signing.sign(unsigned, key, example.facts().office.code, issued.serial, example=True))
    register = Glimpse(example.register.certificates(), example=True)
    assert verify_file(forged, register, example.today()).outcome is Outcome.UNKNOWN_KEY
    assert verify_file(forged, register, example.today(), signing.fingerprint(key)).outcome is Outcome.ALTERED


def test_a_new_one_takes_the_place_of_the_one_in_its_language(example: Parts) -> None:
    first, first_file = issue_certificate(example, "bn", WHO)
    english, english_file = issue_certificate(example, "en", WHO)
    second, second_file = issue_certificate(example, "bn", WHO)
    assert (first.replaces, english.replaces, second.replaces) == ("", "", first.serial)
    assert [_stands(example, one) for one in (first, english, second)] == ["replaced", "valid", "valid"]
    outcomes = [_verdict(example, file).outcome for file in (first_file, english_file, second_file)]
    assert outcomes == [Outcome.REPLACED, Outcome.GENUINE, Outcome.GENUINE]
    assert second.serial in _verdict(example, first_file).said.bn
    assert first_file.read_bytes() == certificate_file(example, first.serial).read_bytes()


def test_a_withdrawn_one_is_withdrawn_for_good(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    with pytest.raises(CoopDeskError) as refused:
        withdraw_certificate(example, issued.id, " ", WHO)
    assert refused.value.key == "desk.no_withdrawal_reason"
    withdrawn = withdraw_certificate(example, issued.id, "  টিমের  তালিকা ভুল ছিল ", WHO)
    assert (withdrawn.withdrawn_on, withdrawn.withdrawn_reason) == (example.today(), "টিমের তালিকা ভুল ছিল")
    line = example.register.journal()[0]
    assert (line.deed, line.subject, line.details["reason"]) == (
        "withdraw_certificate",
        issued.serial,
        "টিমের তালিকা ভুল ছিল",
    )
    assert _stands(example, issued) == "withdrawn"
    verdict = _verdict(example, file)
    assert verdict.outcome is Outcome.WITHDRAWN
    assert "টিমের তালিকা ভুল ছিল" in verdict.said.bn
    with pytest.raises(CoopDeskError) as refused:
        withdraw_certificate(example, issued.id, "আবার", WHO)
    assert refused.value.key == "desk.withdrawn_before"
    with pytest.raises(CoopDeskError) as refused:
        withdraw_certificate(example, "nobody", "কারণ", WHO)
    assert refused.value.key == "desk.gone"
    assert issue_certificate(example, "bn", WHO)[0].replaces == "", "what is withdrawn is not replaced"


def test_the_overview_names_one_that_was_not_taken_back(example: Parts) -> None:
    english, _ = issue_certificate(example, "en", WHO)
    bangla, _ = issue_certificate(example, "bn", WHO)
    facts, assessment = assess_office(example)

    def named() -> str:
        return look(facts, assessment, example.rulebook, example.register.certificates()).last_serial

    assert named() == bangla.serial
    withdraw_certificate(example, bangla.id, "ভুল", WHO)
    assert named() == english.serial
    withdraw_certificate(example, english.id, "ভুল", WHO)
    assert named() == ""


def test_it_expires_on_its_last_day(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    last = issued.valid_until
    assert _verdict(example, file, last).outcome is Outcome.GENUINE
    for register in (NOTHING, Glimpse(example.register.certificates(), example=True)):
        day_after = last + timedelta(days=1)
        verdict = verify_file(file, register, day_after, signing.in_groups(issued.signed_with))
        assert verdict.outcome is Outcome.EXPIRED
    assert _stands(example, issued, last + timedelta(days=1)) == "expired"


def test_it_lapses_by_itself_when_a_clause_does(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    assert _stands(example, issued) == "valid"
    assert verify_here(example, file).outcome is Outcome.GENUINE
    later = example.today() + timedelta(days=100)
    _, assessment = assess_office(example, later)
    stands = standing(issued, (issued,), assessment, later)
    assert stands.state == "lapsed"
    assert "03.5" in stands.said.en
    assert "০৩.৫" in stands.said.bn
    parts = replace(example, today=lambda: later)
    assert verify_here(parts, file).outcome is Outcome.LAPSED
    nothing = replace(assessment, findings=())
    assert standing(issued, (issued,), nothing, later).said.en == "lapsed: no account is in use"


def test_a_glimpse_sees_what_an_open_register_does(example: Parts) -> None:
    assert glimpse(example.register.folder / "nothing here") == NOTHING
    issued, _ = issue_certificate(example, "bn", WHO)
    withdraw_certificate(example, issued.id, "কারণ", WHO)
    issue_certificate(example, "en", WHO)
    assert glimpse(example.register.folder) == Glimpse(example.register.certificates(), example=True)


def test_an_older_register_is_brought_up_to_date_to_verify_by(example: Parts, tmp_path: Path) -> None:
    _, file = issue_certificate(example, "bn", WHO)
    old = tmp_path / "old"
    old.mkdir()
    sample = Path(__file__).parent.parent / "register" / "samples" / "0001.sqlite"
    (old / "register.sqlite").write_bytes(sample.read_bytes())
    assert glimpse(old) is None
    assert verify_by(old, file).outcome is Outcome.UNKNOWN_KEY
    assert glimpse(old) is not None


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda file: file.write_bytes(b"no pdf at all"), "verify.no_pdf"),
        (lambda file: file.write_bytes(b""), "verify.no_pdf"),
        (lambda file: file.unlink(), "papers.missing"),
        (lambda file: (file.unlink(), file.mkdir()), "papers.missing"),
    ],
    ids=["text", "empty", "missing", "folder"],
)
def test_what_cannot_be_told_is_said(tmp_path: Path, spoil: Callable[[Path], object], key: str) -> None:
    file = tmp_path / "c.pdf"
    file.write_bytes(b"x")
    spoil(file)
    with pytest.raises(CoopDeskError) as refused:
        verify_file(file, NOTHING, date(2026, 11, 24))
    assert refused.value.key == key
    assert "c.pdf" in refused.value.said.bn


def test_two_hundred_megabytes_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as sparse:
        sparse.truncate(200_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _self: pytest.fail("it was read"))
    with pytest.raises(CoopDeskError) as refused:
        verify_file(file, NOTHING, date(2026, 11, 24))
    assert refused.value.key == "verify.too_large"
    assert MOST < 200_000_000


def test_a_copy_bears_its_mark_on_the_printed_pages_alone(example: Parts) -> None:
    issued, file = issue_certificate(example, "bn", WHO)
    before = file.read_bytes()
    filed, copy = filed_certificate(example, issued.serial), filed_certificate(example, issued.serial, copy="bn")
    plain, marked = filed.pages(40), copy.pages(40)
    assert len(plain) == len(marked)
    assert all(one != other for one, other in zip(plain, marked, strict=True))
    assert copy.pdf() == filed.pdf() == before
