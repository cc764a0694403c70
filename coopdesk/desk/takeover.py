"""Taking the desk over: a handed-over register and its secrets put in place on another PC."""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from coopdesk.desk.books import rulebook
from coopdesk.desk.locking import see_that_strong, use_file
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.password import NOTE, under_way
from coopdesk.errors import CoopDeskError
from coopdesk.files import disk_troubles, make_folder, temporary_folder
from coopdesk.log import LOGGER
from coopdesk.passwords.codes import as_spoken
from coopdesk.passwords.judge import Judge
from coopdesk.register.backup import backup, restore
from coopdesk.vault.handover import HandedSecret, read_file
from coopdesk.vault.home import Home
from coopdesk.vault.place import place_in, put_place
from coopdesk.vault.vault import SIGNING_KEY, Vault, entries_of
from coopdesk.vault.vaults import Vaults

_BESIDE = ".takeover-"


@dataclass(frozen=True, slots=True)
class Instead:
    """The KeePass file for the secrets, where a computer has no keyring; its passphrase, and who judges it."""

    file: Path
    passphrase: str = field(repr=False)
    judge: Judge


def take_over(file: Path, passphrase: str, folder: Path, who: str, instead: Instead | None = None) -> Parts:
    """Put a handed-over register and its secrets in place; each password is due for change from then on.

    The register that stood in `folder` is kept aside. It must not be open. The secrets go to the keyring, or
    `instead` into a KeePass file. All is made ready beside; the register comes last, in one step.

    Returns:
        The open desk.

    Raises:
        CoopDeskError: the file or the passphrase is wrong (`handover.*`), the keyring cannot be used (`vault.*`),
            the passphrase of a new file is not strong enough, or the disk refuses. Nothing is changed then.
    """
    secrets, register = read_file(file, as_spoken(passphrase))
    if instead is not None:
        see_that_strong(None, rulebook().values, instead.judge, instead.passphrase)
    elif secrets:
        Home("probe", folder).see_that_it_works()  # a keyring that is missing or locked says so before anything changes
    vaults = Vaults(folder)
    make_folder(folder)
    with disk_troubles(folder), ExitStack() as undo:
        for left_over in folder.glob(f"{_BESIDE}*"):
            shutil.rmtree(left_over)
        with temporary_folder(_BESIDE, folder) as made:
            beside, copy = made / "desk", made / "register.zip"
            copy.write_bytes(register)
            restore(copy, beside)
            parts = replace(open_desk(beside), vaults=vaults)
            with closing(parts.register):
                if instead is not None:
                    undo.callback(put_place, folder, place_in(folder))
                    use_file(parts, instead.judge, instead.file, instead.passphrase, who)
                for secret in secrets:
                    _keep(parts.vault(), secret, undo)
                _note_down(parts, secrets, who)
                backup(beside, copy)
            restore(copy, folder)
        undo.pop_all()
    return replace(open_desk(folder), vaults=vaults)


def _keep(vault: Vault, secret: HandedSecret, undo: ExitStack) -> None:
    undo.callback(_put_back, vault, {entry: vault.reveal(entry) for entry in entries_of([secret.account])})
    keep_handed(vault, secret)


def keep_handed(vault: Vault, secret: HandedSecret) -> None:
    """Keep what was handed of an account: the password, the one that waits, the way back, the old ones' hashes."""
    if secret.secret:
        vault.keep(secret.account, secret.secret)
    if secret.waiting:
        vault.begin_change(secret.account, secret.waiting)
    if secret.recovery:
        vault.keep_recovery(secret.account, secret.recovery)
    if secret.past:
        vault.keep_past(secret.account, secret.past)


def _put_back(vault: Vault, before: Mapping[str, str | None]) -> None:
    """Let the entries hold what they held before the take-over failed."""
    try:
        for entry, held in before.items():
            if held is None:
                vault.forget(entry)
            else:
                vault.keep(entry, held)
    except CoopDeskError:
        LOGGER.warning("a take-over failed, and an entry could not be put back", exc_info=True)


def drop_notes(parts: Parts, secrets: Iterable[HandedSecret]) -> None:
    """Forget each change under way whose waiting password was not handed."""
    for account in under_way(parts) - {secret.account for secret in secrets if secret.waiting}:
        parts.register.drop_draft(f"{NOTE}{account}")


def _note_down(parts: Parts, secrets: tuple[HandedSecret, ...], who: str) -> None:
    """Let the register say which passwords came along, and that each is to be changed."""
    drop_notes(parts, secrets)
    given = {secret.account for secret in secrets if secret.secret and secret.account != SIGNING_KEY}
    with parts.register.deed("take_over", who, parts.facts().office.name, secrets=str(len(given))) as writer:
        writer.put_all(
            replace(fact, suspected=True, stored=fact.stored and fact.account in given)
            for fact in parts.facts().passwords
        )
