"""Handing the desk over: one file for who comes next, which KeePassXC opens too."""

import errno
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from coopdesk import papers
from coopdesk.desk.handover import Handing, Handover, hand_over
from coopdesk.desk.locking import unlock, use_file
from coopdesk.desk.paperwork import kept_file
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import retire_password, under_way
from coopdesk.desk.recovery import Code, keep_recovery
from coopdesk.desk.rotation import begin_change, confirm_change
from coopdesk.desk.takeover import take_over
from coopdesk.errors import CoopDeskError, Locked
from coopdesk.order.facts import IssuedCertificate
from coopdesk.papers.signing import fingerprint, new_key
from coopdesk.passwords.codes import ALPHABET, as_spoken, spoken_code
from coopdesk.passwords.judge import Judge
from coopdesk.vault.past import remember
from tests.desk.handed import GIVER, NEW, OLD, RECOVERY, SECRET, TAKER, everything


def _keepassxc(file: Path, passphrase: str, *command: str) -> str:
    verb, *rest = command
    done = subprocess.run(
        ["keepassxc-cli", verb, "--quiet", str(file), *rest],
        input=f"{passphrase}\n", capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def _shown(given: Handover, *fields: str) -> list[str]:
    """Return fields of the YouTube channel's entry, as KeePassXC shows them."""
    (title,) = [line for line in _keepassxc(given.file, given.passphrase, "ls").splitlines() if "ইউটিউব" in line]
    asked = [part for field in fields for part in ("--attributes", field)]
    return _keepassxc(given.file, given.passphrase, "show", "--show-protected", *asked, title).splitlines()


def test_keepassxc_opens_it_in_bangla(given: Handover, desk: Parts) -> None:
    account = desk.facts().accounts[1]
    shown = _shown(given, "Title", "UserName", "Password", "URL", "Notes")
    assert shown == [f"{account.name} · ইউটিউব চ্যানেল", account.handle, SECRET, account.address, account.description]
    names = ("পুনরুদ্ধার কোড · Recovery codes", "লগইনের দ্বিতীয় ধাপ · Second step of login")
    names += ("দ্বিতীয় ধাপ কার কাছে · Who holds the second step",)
    names += ("পুনরুদ্ধার ই-মেইল · Recovery e-mail", "পুনরুদ্ধার ফোন · Recovery phone")
    codes = ["4471-0093", "5512-8834 (ব্যবহৃত · used)"]
    assert _shown(given, *names) == [*codes, RECOVERY.method, RECOVERY.holder, RECOVERY.email, RECOVERY.phone]


def test_a_change_under_way_is_handed_with_both_passwords(desk: Parts, tmp_path: Path) -> None:
    account = desk.facts().accounts[1].id
    with Judge() as judge:
        desk.vault().keep_past(account, remember(None, OLD))
        begin_change(desk, judge, account, NEW, GIVER, GIVER)
        given = hand_over(desk, tmp_path / "both.kdbx", everything(desk), "bn", GIVER)
        assert _shown(given, "Password", "নতুন পাসওয়ার্ড, পরিবর্তন চলছে · New password, change under way") == [SECRET, NEW]
        desk.vault().drop_change(account)
        desk.vault().forget(f"{account}.past")
        parts = take_over(given.file, given.passphrase, tmp_path / "other", TAKER)
        assert (parts.vault().reveal(account), parts.vault().pending(account)) == (SECRET, NEW)
        assert under_way(parts) == {account}
        with pytest.raises(CoopDeskError) as refused:
            begin_change(parts, judge, account, OLD, TAKER, TAKER)
        assert refused.value.key == "desk.used_before"
        confirm_change(parts, judge, account, TAKER)
    assert parts.vault().reveal(account) == NEW
    parts.register.close()


def test_what_is_not_chosen_has_no_secret_in_the_file(desk: Parts, tmp_path: Path) -> None:
    one, other = (account.id for account in desk.facts().accounts[:2])
    desk.vault().keep(one, NEW)
    fact = desk.facts().passwords[0]
    with desk.register.deed("set_password", "tester") as writer:
        writer.put(replace(fact, id="of-the-first", account=one))
    keep_recovery(desk, one, replace(RECOVERY, codes=(Code("9090-7171"),)), GIVER)
    given = hand_over(desk, tmp_path / "one.kdbx", Handing(GIVER, TAKER, frozenset({one}), recovery=False), "en", GIVER)
    assert (given.secrets, given.recoveries) == (1, 0)
    everything = _keepassxc(given.file, given.passphrase, "export", "--format", "xml")
    assert NEW in everything
    assert not any(secret in everything for secret in (SECRET, "4471-0093", "9090-7171"))
    text = _text_of(given)
    assert "facebook" in text.lower()
    assert "youtube" not in text.lower().partition("admin team")[0]
    for account in (one, other):
        desk.vault().forget(account)
    parts = take_over(given.file, given.passphrase, tmp_path / "next", TAKER)
    assert {fact.account: fact.stored for fact in parts.facts().passwords} == {one: True, other: False}
    assert all(fact.suspected for fact in parts.facts().passwords)
    parts.register.close()


def _text_of(given: Handover) -> str:
    pages = pypdfium2.PdfDocument(given.note.pdf())
    return "".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", " ")


def test_a_password_that_was_deleted_is_named(desk: Parts, tmp_path: Path) -> None:
    account = desk.facts().accounts[1]
    desk.vault().forget(account.id)
    with pytest.raises(CoopDeskError) as refused:
        hand_over(desk, tmp_path / "x.kdbx", everything(desk), "bn", GIVER)
    assert refused.value.key == "handover.gone"
    assert account.name in refused.value.said.bn
    assert (
        hand_over(desk, tmp_path / "x.kdbx", replace(everything(desk), accounts=frozenset()), "bn", GIVER).secrets == 0
    )


def test_a_file_that_nobody_was_asked_about_stays(desk: Parts, tmp_path: Path) -> None:
    (tmp_path / "mine.kdbx").write_bytes(b"mine")
    with pytest.raises(CoopDeskError) as refused:
        hand_over(desk, tmp_path / "mine", everything(desk), "bn", GIVER)
    assert refused.value.key == "handover.exists"
    assert (tmp_path / "mine.kdbx").read_bytes() == b"mine"


@pytest.mark.parametrize("trouble", ["full", "pulled"])
def test_a_disk_that_ends_in_the_middle_leaves_nothing_half(
    desk: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    stick = tmp_path / "stick"
    write = Path.write_bytes

    def fail(file: Path, content: bytes) -> int:
        if trouble == "pulled":
            shutil.rmtree(stick)
            return write(file, content)
        write(file, content[:1000])
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(Path, "write_bytes", fail)
    before = desk.register.journal()
    with pytest.raises(CoopDeskError) as refused:
        hand_over(desk, stick / "handover.kdbx", everything(desk), "bn", GIVER)
    assert refused.value.key == ("register.full" if trouble == "full" else "register.disk")
    assert not stick.exists() or list(stick.iterdir()) == []
    assert not list(desk.register.folder.glob(".handover-*"))
    assert desk.register.journal() == before


def test_the_note_names_what_was_handed_and_no_secret_stands_elsewhere(given: Handover, desk: Parts) -> None:
    text = _text_of(given)
    assert GIVER.split(maxsplit=1)[0] in text
    assert "পুনরুদ্ধার কোড" in text
    assert "ঋণের কিস্তির" in text
    assert (given.secrets, given.recoveries, given.complaints) == (1, 1, 1)
    (kept,) = desk.register.kept_papers()
    assert (kept.kind, kept.subject) == ("handover", TAKER)
    assert kept_file(desk, kept).read_bytes() == given.note.pdf()
    files = [given.file, *(file for file in desk.register.folder.rglob("*") if file.is_file())]
    for secret in (SECRET, given.passphrase, "4471-0093"):
        assert secret not in text
        assert not any(secret.encode() in file.read_bytes() for file in files)


def test_a_code_is_easy_to_say_and_hard_to_guess() -> None:
    codes = {spoken_code() for _ in range(200)}
    assert len(codes) == 200
    assert {letter for code in codes for letter in code} == {*ALPHABET, "-"}
    assert not set("01OIL") & set(ALPHABET)
    code = codes.pop()
    assert as_spoken(code.lower().replace("-", " ")) == code


def test_who_takes_over_signs_with_the_same_key(desk: Parts, tmp_path: Path) -> None:
    key = new_key()
    desk.vault().keep_signing_key(key)
    day = desk.today()
    issued = IssuedCertificate(
        "c",
        "COOP-1",
        datetime(2026, 11, 24, 9, 0),
        "bn",
        "",
        "coop-2016",
        day,
        "0" * 64,
        "0" * 64,
        signed_with=fingerprint(key),
    )
    with desk.register.deed("issue_certificate", "tester") as writer:
        writer.put(issued)
    given = hand_over(desk, tmp_path / "key", everything(desk), "bn", GIVER)
    desk.vault().forget("signing-key")
    assert given.secrets == 1
    assert "সনদে স্বাক্ষরের চাবি" in _keepassxc(given.file, given.passphrase, "ls")
    parts = take_over(given.file, given.passphrase, tmp_path / "third", TAKER)
    assert parts.vault().signing_key() == key
    parts.register.close()


def test_a_note_that_cannot_be_made_leaves_no_file(
    desk: Parts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("no such letter")

    monkeypatch.setattr(papers.Paper, "pdf", fail)
    before = desk.register.journal()
    with pytest.raises(RuntimeError):
        hand_over(desk, tmp_path / "x.kdbx", everything(desk), "bn", GIVER)
    assert not (tmp_path / "x.kdbx").exists()
    assert desk.register.journal() == before


def test_the_file_that_holds_the_secrets_is_not_replaced(desk: Parts, tmp_path: Path) -> None:
    file = tmp_path / "office.kdbx"
    with Judge() as judge:
        use_file(desk, judge, file, "seven blue geese by a river", GIVER)
    before = file.read_bytes()
    with pytest.raises(CoopDeskError) as refused:
        hand_over(desk, tmp_path / "office", everything(desk), "bn", GIVER)
    assert refused.value.key == "handover.exists"
    with pytest.raises(CoopDeskError) as refused:
        hand_over(desk, tmp_path / "stick" / ".." / "office.kdbx", everything(desk), "bn", GIVER)
    assert refused.value.key == "handover.in_use"
    assert file.read_bytes() == before


def test_ways_back_in_a_locked_file_are_not_left_out_without_a_word(desk: Parts, tmp_path: Path) -> None:
    with Judge() as judge:
        use_file(desk, judge, tmp_path / "office.kdbx", "seven blue geese by a river", GIVER)
    retire_password(desk, desk.facts().accounts[1].id, GIVER)
    desk.vaults.lock()
    with pytest.raises(Locked):
        hand_over(desk, tmp_path / "x.kdbx", everything(desk), "bn", GIVER)
    assert not (tmp_path / "x.kdbx").exists()
    unlock(desk, "seven blue geese by a river")
    assert hand_over(desk, tmp_path / "x.kdbx", everything(desk), "bn", GIVER).recoveries == 1
