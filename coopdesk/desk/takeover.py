"""Taking the desk over: a handed-over register and its secrets put in place on another PC."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from coopdesk.desk.books import rulebook
from coopdesk.desk.locking import see_that_strong, use_file
from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import Parts
from coopdesk.desk.rotation import NOTE, under_way
from coopdesk.passwords.codes import as_spoken
from coopdesk.passwords.judge import Judge
from coopdesk.register.backup import restore
from coopdesk.vault import Home
from coopdesk.vault.handover import HandedSecret, read_file
from coopdesk.vault.vault import SIGNING_KEY


@dataclass(frozen=True, slots=True)
class Instead:
    """The KeePass file for the secrets, where a computer has no keyring; its passphrase, and who judges it."""

    file: Path
    passphrase: str = field(repr=False)
    judge: Judge


def take_over(file: Path, passphrase: str, folder: Path, who: str, instead: Instead | None = None) -> Parts:
    """Put a handed-over register and its secrets in place; each password is due for change from then on.

    The register that stood in `folder` is kept aside. It must not be open. The secrets go to the keyring, or
    `instead` into a KeePass file.

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
    with TemporaryDirectory(prefix="coopdesk-") as made:
        copy = Path(made) / "register.zip"
        copy.write_bytes(register)
        restore(copy, folder)
    parts = open_desk(folder)
    if instead is not None:
        use_file(parts, instead.judge, instead.file, instead.passphrase, who)
    for secret in secrets:
        _keep(parts, secret)
    for account in under_way(parts) - {secret.account for secret in secrets if secret.waiting}:
        parts.register.drop_draft(f"{NOTE}{account}")  # the password that waits was not handed
    given = {secret.account for secret in secrets if secret.secret and secret.account != SIGNING_KEY}
    with parts.register.deed("take_over", who, parts.facts().office.name, secrets=str(len(given))) as writer:
        writer.put_all(
            replace(fact, suspected=True, stored=fact.stored and fact.account in given)
            for fact in parts.facts().passwords
        )
    return parts


def _keep(parts: Parts, secret: HandedSecret) -> None:
    vault = parts.vault()
    if secret.secret:
        vault.keep(secret.account, secret.secret)
    if secret.waiting:
        vault.begin_change(secret.account, secret.waiting)
    if secret.recovery:
        vault.keep_recovery(secret.account, secret.recovery)
