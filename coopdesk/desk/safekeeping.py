"""Backing the register up, and putting a backup back."""

from contextlib import closing
from pathlib import Path

from coopdesk.desk.opening import open_desk
from coopdesk.desk.parts import new_id
from coopdesk.errors import CoopDeskError
from coopdesk.log import LOGGER
from coopdesk.order.facts import RESTORED, Attestation, Facts, PasswordFact
from coopdesk.register.backup import backup
from coopdesk.register.backup import restore as put_back
from coopdesk.register.schema import FILE
from coopdesk.register.store import Register

__all__ = ["backup", "restore", "save_backup"]


def save_backup(folder: Path, target: Path) -> Path:
    """Back the register of `folder` up into `target`, which gets the ending .zip where it has none; return its path.

    Raises:
        CoopDeskError: there is no register, it is damaged, or the disk refuses.
    """
    file = target if target.suffix else target.with_suffix(".zip")
    backup(folder, file)
    return file


def restore(source: Path, folder: Path, who: str) -> None:
    """Put a backup in the place of the register of `folder`, which is kept aside and must not be open.

    A password that was changed since the backup is due for change: the keyring may hold the newer one.

    Raises:
        CoopDeskError: it is no backup or a damaged one, or the disk refuses. The register is as it was then.
    """
    aside = put_back(source, folder)
    if aside is None:
        return
    parts = open_desk(folder)
    with closing(parts.register):
        facts = parts.register.facts()
        if facts is None:
            return
        changed = _changed_since(aside, facts, parts.register.password_history())
        words = [
            Attestation(new_id(), RESTORED, who, parts.today(), about=fact.id, account=fact.account)
            for fact in facts.passwords
            if fact.account in changed
        ]
        with parts.register.deed("restore", who, facts.office.name, outdated=str(len(words))) as writer:
            writer.put_all(words)


def _changed_since(aside: Path, facts: Facts, known: tuple[PasswordFact, ...]) -> frozenset[str]:
    """Return the accounts (ids) whose password was changed since; all, where what was put aside cannot tell."""
    everyone = frozenset(fact.account for fact in facts.passwords)
    if not (aside / FILE).exists():
        return everyone
    try:
        replaced = Register.open(aside)
        with closing(replaced):
            before, history = replaced.facts(), replaced.password_history()
    except CoopDeskError:
        LOGGER.warning("the register that was replaced cannot be read", exc_info=True)
        return everyone
    if before is None or before.office.id != facts.office.id:
        return frozenset()
    ids = {fact.id for fact in known}
    return frozenset(fact.account for fact in history if fact.id not in ids)
