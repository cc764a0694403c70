"""Handing the desk over: one file for who comes next, which KeePassXC opens too."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from coopdesk.desk.check import assess_office
from coopdesk.desk.example import make_example
from coopdesk.desk.handover import Handover, hand_over, take_over
from coopdesk.desk.paperwork import kept_file
from coopdesk.desk.parts import Parts
from coopdesk.desk.recovery import Code, Recovery, keep_recovery, recovery_of
from coopdesk.errors import CoopDeskError
from coopdesk.passwords.codes import ALPHABET, as_spoken, spoken_code
from coopdesk.vault.handover import HandedSecret, write_file
from tests.keyring_fixture import GnomeKeyring

SECRET = "Vq7#mulberry-Trombone%91"
GIVER, TAKER = "রেহানা পারভীন", "নাজমুল হক"
RECOVERY = Recovery(
    (Code("4471-0093"), Code("5512-8834", used=True)), "SMS", "কার্যালয়ের ফোন", "dco@example.gov.bd", "02-1"
)


@pytest.fixture
def desk(data_dir: Path, gnome_keyring: GnomeKeyring) -> Parts:
    """Return the desk of an office with a password in the keyring and a complaint that waits."""
    parts = make_example(data_dir, unmet=True)
    with parts.register.deed("describe_office", "tester") as writer:
        writer.put(replace(parts.facts().office, example=False))
    account = parts.facts().accounts[1].id
    parts.vault().keep(account, SECRET)
    keep_recovery(parts, account, RECOVERY, GIVER)
    return parts


@pytest.fixture
def given(desk: Parts, tmp_path: Path) -> Handover:
    """Return what was handed over."""
    return hand_over(desk, tmp_path / "stick" / "handover", GIVER, TAKER, "bn", GIVER)


def _keepassxc(file: Path, passphrase: str, *command: str) -> str:
    verb, *rest = command
    done = subprocess.run(
        ["keepassxc-cli", verb, "--quiet", str(file), *rest],
        input=f"{passphrase}\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_keepassxc_opens_it_in_bangla(given: Handover, desk: Parts) -> None:
    account = desk.facts().accounts[1]
    everything = _keepassxc(given.file, given.passphrase, "export", "--format", "xml")
    assert "4471-0093" in everything
    assert "কার্যালয়ের ফোন" in everything
    (title,) = [line for line in _keepassxc(given.file, given.passphrase, "ls").splitlines() if "ইউটিউব" in line]
    fields = ("Title", "UserName", "Password", "URL", "Notes")
    shown = [
        _keepassxc(given.file, given.passphrase, "show", "--show-protected", "--attributes", field, title).strip()
        for field in fields
    ]
    assert shown == [f"{account.name} · ইউটিউব চ্যানেল", account.handle, SECRET, account.address, account.description]


def test_who_takes_over_has_register_and_secrets(given: Handover, desk: Parts, tmp_path: Path) -> None:
    before = desk.facts()
    desk.vault().forget(before.accounts[1].id)
    parts = take_over(given.file, given.passphrase.lower().replace("-", " "), tmp_path / "other", TAKER)
    assert parts.facts().accounts == before.accounts
    assert parts.vault().reveal(before.accounts[1].id) == SECRET
    assert recovery_of(parts, before.accounts[1].id, TAKER) == RECOVERY
    (reason,) = [f.reason("bn") for f in assess_office(parts)[1].unmet if f.clause == "03.5"]
    assert "সন্দেহ" in reason
    assert parts.register.evidence.files()
    parts.register.close()


def test_the_passphrase_and_the_secret_stand_nowhere_else(given: Handover, desk: Parts) -> None:
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(given.note.pdf()))
    assert GIVER.split(maxsplit=1)[0] in text
    assert "ঋণের কিস্তির" in text.replace("\r\n", " ")
    (kept,) = desk.register.kept_papers()
    assert (kept.kind, kept.subject) == ("handover", TAKER)
    assert kept_file(desk, kept).read_bytes() == given.note.pdf()
    files = [given.file, *(file for file in desk.register.folder.rglob("*") if file.is_file())]
    for secret in (SECRET, given.passphrase, "4471-0093"):
        assert secret not in text
        assert not any(secret.encode() in file.read_bytes() for file in files)


@pytest.mark.parametrize("spoil", ["code", "cut", "foreign file", "foreign database", "missing"])
def test_a_wrong_file_or_code_changes_nothing(given: Handover, desk: Parts, tmp_path: Path, spoil: str) -> None:
    file, code, key = given.file, given.passphrase, "handover.damaged"
    match spoil:
        case "code":
            code, key = spoken_code(), "handover.passphrase"
        case "cut":
            file.write_bytes(file.read_bytes()[:300])
        case "foreign file":
            file.write_bytes(b"no database at all " * 40)
        case "foreign database":
            write_file(file, code, (HandedSecret("a", "t", "u", "", "s"),), b"")
            key = "handover.damaged"
        case "missing":
            file, key = tmp_path / "nothing.kdbx", "handover.unreadable"
    other = tmp_path / "other"
    with pytest.raises(CoopDeskError) as refused:
        take_over(file, code, other, TAKER)
    assert refused.value.key in {key, "backup.unreadable", "backup.foreign"}
    assert not (other / "register.sqlite").exists()


def test_a_code_is_easy_to_say_and_hard_to_guess() -> None:
    codes = {spoken_code() for _ in range(200)}
    assert len(codes) == 200
    assert {letter for code in codes for letter in code} == {*ALPHABET, "-"}
    assert not set("01OIL") & set(ALPHABET)
    code = codes.pop()
    assert as_spoken(code.lower().replace("-", " ")) == code
