"""Handing the desk over: the register, and the secrets that are chosen, in one file for who comes next."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from coopdesk import papers
from coopdesk.desk.certify import paper_facts
from coopdesk.desk.memos import next_memo
from coopdesk.desk.paperwork import keep
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import under_way
from coopdesk.desk.recovery import readable
from coopdesk.errors import CoopDeskError
from coopdesk.files import temporary_folder, write_whole
from coopdesk.order.assess import assess
from coopdesk.order.facts import Account, Complaint, Facts, State
from coopdesk.passwords.codes import spoken_code
from coopdesk.register.backup import backup
from coopdesk.texts import Language, table
from coopdesk.vault.handover import HandedSecret, write_file
from coopdesk.vault.vault import SIGNING_KEY, Vault


@dataclass(frozen=True, slots=True)
class Handing:
    """What is to be handed over: by whom, to whom, the accounts (ids), and whether more goes along.

    `recovery` lets the ways back into the accounts go along; `complaints` lets the note name those that are pending.
    """

    giver: str
    taker: str
    accounts: frozenset[str]
    recovery: bool = True
    complaints: bool = True


@dataclass(frozen=True, slots=True)
class Handover:
    """What was handed over: the file, the passphrase to be told (it is kept nowhere), and the note to sign.

    `secrets` counts the accounts whose password is in the file, `recoveries` those whose way back is, `complaints` the
    pending ones that the note names.
    """

    file: Path
    passphrase: str = field(repr=False)
    secrets: int
    recoveries: int
    complaints: int
    note: papers.Paper


def to_hand(facts: Facts) -> tuple[Account, ...]:
    """Return the accounts that can be handed over: all that are not closed."""
    return tuple(account for account in facts.accounts if account.state is not State.CLOSED)


def pending(facts: Facts) -> tuple[Complaint, ...]:
    """Return the complaints that are not in the GRS yet."""
    return tuple(complaint for complaint in facts.complaints if not complaint.grs_number)


def hand_over(parts: Parts, file: Path, handing: Handing, language: Language, who: str) -> Handover:
    """Write the handover file with the secrets that are chosen and the whole register, and make the note to sign.

    The note is kept under the next memo number, where the office has a prefix for them.

    Args:
        parts: the desk.
        file: where the file goes; it gets the ending .kdbx where it has none.
        handing: what is handed, by whom and to whom.
        language: of the note.
        who: who sits at the desk.

    Raises:
        CoopDeskError: somebody is not named (`handover.unnamed`), the file with the added ending is there already
            (`handover.exists`) or holds the secrets themselves (`handover.in_use`), the keyring has a secret no more
            (`handover.gone`) or refuses (`vault.*`), or the disk refuses. The file is whole or not there.
    """
    if not (handing.giver.strip() and handing.taker.strip()):
        raise CoopDeskError("handover.unnamed")
    target = _with_ending(file)
    facts = parts.facts()
    used = parts.vaults.of(facts.office.id).home.file
    if used is not None and used.resolve() == target.resolve():
        raise CoopDeskError("handover.in_use", file=target.name)
    secrets = _secrets(parts, facts, handing)
    handed = (*secrets, *_signing_key(parts, facts))
    passphrase = spoken_code()
    with temporary_folder(".handover-", parts.register.folder) as made:
        copy = made / "register.zip"
        backup(parts.register.folder, copy)
        register = copy.read_bytes()
    passwords = sum(bool(secret.secret or secret.waiting) for secret in secrets)
    recoveries = sum(bool(secret.recovery) for secret in secrets)
    waiting = pending(facts) if handing.complaints else ()
    memo = next_memo(parts)
    told = {"giver": handing.giver, "secrets": str(passwords), "recoveries": str(recoveries)}
    note = _note(parts, facts, handing, secrets, memo, language)
    note.pdf()  # a note that cannot be set says so before there is a file
    with parts.register.deed("hand_over", who, handing.taker, **told):
        write_whole(target, lambda beside: write_file(beside, passphrase, handed, register))
    if memo:
        keep(parts, "handover", memo, handing.taker, language, note, who)
    return Handover(target, passphrase, passwords, recoveries, len(waiting), note)


def _with_ending(file: Path) -> Path:
    """Return the file with its ending; who was asked about overwriting was not asked about the longer name."""
    if file.suffix:
        return file
    ended = file.with_suffix(".kdbx")
    if ended.exists():
        raise CoopDeskError("handover.exists", file=ended.name)
    return ended


def _secrets(parts: Parts, facts: Facts, handing: Handing) -> tuple[HandedSecret, ...]:
    """Return what the keyring holds of the chosen accounts."""
    chosen = [account for account in to_hand(facts) if account.id in handing.accounts]
    kept = {fact.account for fact in facts.passwords if fact.stored}
    changing = under_way(parts)
    if not chosen:
        return ()
    vault = parts.vault()
    if not kept | changing and not _has_a_place(vault):
        return ()  # nothing was ever kept here
    found = []
    for account in chosen:
        present = _present(vault, account) if account.id in kept else ""
        waiting = (vault.pending(account.id) or "") if account.id in changing else ""
        recovery = (vault.recovery(account.id) or "") if handing.recovery else ""
        past = vault.past(account.id) or ""
        if present or waiting or recovery or past:
            found.append(_secret(parts, account, present, waiting, recovery, past))
    return tuple(found)


def _signing_key(parts: Parts, facts: Facts) -> tuple[HandedSecret, ...]:
    """Return the key that signs the office's certificates: whoever takes over goes on signing with it."""
    if not any(certificate.signed_with for certificate in parts.register.certificates()) or facts.office.example:
        return ()  # no certificate needs it
    key = parts.vault().signing_key()
    title = table("vault")["handed.signing_key"]
    if key is None:
        return ()  # deleted by hand: the next certificate makes a new one
    return (HandedSecret(SIGNING_KEY, f"{title.bn} · {title.en}", facts.office.code, facts.office.website, key),)


def _has_a_place(vault: Vault) -> bool:
    """Tell whether there is a place that secrets could lie in; one that is locked says so.

    Raises:
        CoopDeskError: the place cannot be read now (`vault.*`, `keepass.*`).
    """
    try:
        vault.home.see_that_it_works()
    except CoopDeskError as error:
        if error.key != "vault.none":
            raise
        return False
    return True


def _present(vault: Vault, account: Account) -> str:
    secret = vault.reveal(account.id)
    if secret is None:
        raise CoopDeskError("handover.gone", name=account.name or account.address)
    return secret


def _secret(parts: Parts, account: Account, present: str, waiting: str, recovery: str, past: str) -> HandedSecret:
    kind = parts.platforms.kind_of(account).name
    return HandedSecret(
        account=account.id,
        title=f"{account.name or account.address} · {kind.bn}",
        user=account.handle,
        address=account.address,
        secret=present,
        notes=account.description,
        waiting=waiting,
        recovery=recovery,
        past=past,
        readable=readable(recovery),
    )


def _note(
    parts: Parts, facts: Facts, handing: Handing, secrets: tuple[HandedSecret, ...], memo: str, language: Language
) -> papers.Paper:
    chosen = tuple(account for account in to_hand(facts) if account.id in handing.accounts)
    told = paper_facts(
        parts, replace(facts, accounts=chosen), assess(facts, parts.rulebook, parts.today()), "", memo, None
    )
    handed = papers.Handed(
        giver=handing.giver,
        taker=handing.taker,
        passwords=frozenset(one.account for one in secrets if one.secret or one.waiting),
        recoveries=frozenset(one.account for one in secrets if one.recovery),
        waiting=pending(facts) if handing.complaints else None,
    )
    return papers.handover_note(told, handed, language)
