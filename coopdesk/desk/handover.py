"""Handing the desk over: register and secrets in one file for who comes next, and taking them in on another PC."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from coopdesk import papers
from coopdesk.desk.certify import paper_facts
from coopdesk.desk.memos import next_memo
from coopdesk.desk.opening import open_desk
from coopdesk.desk.paperwork import keep
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.assess import assess
from coopdesk.order.facts import Account, Facts, State
from coopdesk.passwords.codes import as_spoken, spoken_code
from coopdesk.register.backup import backup, restore
from coopdesk.register.files import write_whole
from coopdesk.texts import Language
from coopdesk.vault.handover import HandedSecret, read_file, write_file
from coopdesk.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Handover:
    """What was handed over: the file, the passphrase to be told (it is kept nowhere), and the note to sign."""

    file: Path
    passphrase: str
    secrets: int
    note: papers.Paper


def hand_over(parts: Parts, file: Path, giver: str, taker: str, language: Language, who: str) -> Handover:
    """Write the handover file with all secrets and the register, and make the note that both sign.

    The note is kept under the next memo number, where the office has a prefix for them.

    Args:
        parts: the desk.
        file: where the file goes; it gets the ending .kdbx where it has none.
        giver: who hands over.
        taker: who takes over.
        language: of the note.
        who: who sits at the desk.

    Raises:
        CoopDeskError: somebody is not named (`desk.no_by`), the keyring refuses or has a secret no more (`vault.*`), or
            the disk refuses. The file is whole or not there.
    """
    if not (giver.strip() and taker.strip()):
        raise CoopDeskError("desk.no_by")
    facts, file = parts.facts(), file if file.suffix else file.with_suffix(".kdbx")
    secrets = tuple(_secrets(parts, facts))
    passphrase = spoken_code()
    with TemporaryDirectory(prefix=".handover-", dir=parts.register.folder) as made:
        copy = Path(made) / "register.zip"
        backup(parts.register.folder, copy)
        register = copy.read_bytes()
    write_whole(file, lambda beside: write_file(beside, passphrase, secrets, register))
    memo = next_memo(parts)
    with parts.register.deed("hand_over", who, taker, giver=giver, secrets=str(len(secrets))):
        note = _note(parts, facts, giver, taker, len(secrets), memo, language)
    if memo:
        keep(parts, "handover", memo, taker, language, note, who)
    return Handover(file, passphrase, len(secrets), note)


def take_over(file: Path, passphrase: str, folder: Path, who: str) -> Parts:
    """Put a handed-over register and its secrets in place; each password is due for change from then on.

    The register that stood in `folder` is kept aside. It must not be open.

    Returns:
        The open desk.

    Raises:
        CoopDeskError: the file or the passphrase is wrong (`handover.*`), there is no usable keyring (`vault.none`), or
            the disk refuses. Nothing is changed then.
    """
    secrets, register = read_file(file, as_spoken(passphrase))
    if secrets and Vault("probe").status().keyring is None:
        raise CoopDeskError("vault.none")
    with TemporaryDirectory(prefix="coopdesk-") as made:
        copy = Path(made) / "register.zip"
        copy.write_bytes(register)
        restore(copy, folder)
    parts = open_desk(folder)
    for secret in secrets:
        parts.vault().keep(secret.account, secret.secret)
        if secret.recovery:
            parts.vault().keep_recovery(secret.account, secret.recovery)
    with parts.register.deed("take_over", who, parts.facts().office.name, secrets=str(len(secrets))) as writer:
        writer.put_all(replace(fact, suspected=True) for fact in parts.facts().passwords)
    return parts


def _secrets(parts: Parts, facts: Facts) -> list[HandedSecret]:
    kept = {fact.account for fact in facts.passwords if fact.stored}
    accounts = [account for account in facts.accounts if account.id in kept and account.state is not State.CLOSED]
    if not accounts:
        return []
    vault = parts.vault()
    return [
        _secret(parts, account, vault.reveal_kept(account.id), vault.recovery(account.id) or "") for account in accounts
    ]


def _secret(parts: Parts, account: Account, secret: str, recovery: str) -> HandedSecret:
    kind = parts.platforms.kind_of(account).name
    title = f"{account.name or account.address} · {kind.bn}"
    return HandedSecret(account.id, title, account.handle, account.address, secret, account.description, recovery)


def _note(
    parts: Parts, facts: Facts, giver: str, taker: str, secrets: int, memo: str, language: Language
) -> papers.Paper:
    waiting = [complaint for complaint in facts.complaints if not complaint.grs_number]
    assessment = assess(facts, parts.rulebook, parts.today())
    told = paper_facts(parts, facts, assessment, "", memo, None)
    return papers.handover_note(told, giver, taker, secrets, waiting, language)
