"""What locks the office's secrets: the desk passphrase, or the KeePass file in a keyring's place."""

from pathlib import Path

from coopdesk.desk.parts import Parts
from coopdesk.desk.password import PATIENCE, judge_for
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Facts
from coopdesk.passwords.judge import Judge
from coopdesk.passwords.policy import Policy, is_strong
from coopdesk.vault.vault import entries_of


def unlock(parts: Parts, passphrase: str) -> None:
    """Unlock the secrets until they are locked again.

    Raises:
        CoopDeskError: the passphrase is wrong (`vault.passphrase`), too many wrong ones came (`vault.wait`), or the
            keyring or the file refuses.
    """
    parts.vault().home.unlock(passphrase, _entries(parts))


def turn_on(parts: Parts, judge: Judge, passphrase: str, who: str) -> None:
    """Seal every secret with a desk passphrase from now on.

    Raises:
        CoopDeskError: the passphrase is not strong enough (`desk.weak_passphrase`), a secret is too long to be sealed
            (`vault.too_long_sealed`), or the keyring refuses.
    """
    see_that_strong(parts.facts(), parts.rulebook.values, judge, passphrase)
    parts.vault().home.turn_on(passphrase, _entries(parts))
    _write_down(parts, "turn_on_passphrase", who)


def change(parts: Parts, judge: Judge, old: str, new: str, who: str) -> None:
    """Seal every secret anew, under another desk passphrase.

    Raises:
        CoopDeskError: the old one is wrong, the new one is not strong enough, or the keyring refuses.
    """
    see_that_strong(parts.facts(), parts.rulebook.values, judge, new)
    parts.vault().home.change_passphrase(old, new, _entries(parts))
    _write_down(parts, "change_passphrase", who)


def turn_off(parts: Parts, passphrase: str, who: str) -> None:
    """Keep every secret unsealed from now on.

    Raises:
        CoopDeskError: the passphrase is wrong, or the keyring refuses.
    """
    parts.vault().home.turn_off(passphrase, _entries(parts))
    _write_down(parts, "turn_off_passphrase", who)


def stay_open(parts: Parts, minutes: int) -> None:
    """Set the idle time that locks the secrets again.

    Raises:
        CoopDeskError: the disk refuses.
    """
    parts.vault().home.stay_open(minutes)


def use_file(parts: Parts, judge: Judge, file: Path, passphrase: str, who: str) -> None:
    """Keep the secrets in a KeePass file from now on: a new one, or one that is there.

    Args:
        parts: the desk.
        judge: who judges a new file's passphrase.
        file: where it lies; it gets the ending .kdbx where it has none.
        passphrase: what opens it.
        who: who sits at the desk.

    Raises:
        CoopDeskError: a new file's passphrase is not strong enough, an old file does not open with it (`keepass.*`),
            or the disk refuses. The secrets are where they were then.
    """
    file = file if file.suffix else file.with_suffix(".kdbx")
    if not file.exists():
        see_that_strong(parts.facts(), parts.rulebook.values, judge, passphrase)
    parts.vault().home.move_to_file(file, passphrase, _entries(parts))
    _write_down(parts, "use_keepass", who, file.name)


def use_keyring(parts: Parts, who: str) -> None:
    """Keep the secrets in the computer's keyring again.

    Raises:
        Locked: the file's passphrase is wanted first.
        CoopDeskError: there is no usable keyring. The secrets are where they were then.
    """
    parts.vault().home.move_to_keyring(_entries(parts))
    _write_down(parts, "use_keyring", who)


def see_that_strong(facts: Facts | None, values: Policy, judge: Judge, passphrase: str) -> None:
    """See that a passphrase for the desk is strong enough; `facts` are None where no office is described yet.

    Raises:
        CoopDeskError: `desk.weak_passphrase`, it is not.
    """
    # It guards against whoever sits at this computer; each guess costs half a second, as two-step login slows others.
    strength = judge_for(facts, judge, None, passphrase, PATIENCE)
    if not is_strong(strength, two_step=True, values=values):
        raise CoopDeskError("desk.weak_passphrase")


def _entries(parts: Parts) -> tuple[str, ...]:
    return entries_of(account.id for account in parts.facts().accounts)


def _write_down(parts: Parts, deed: str, who: str, subject: str = "") -> None:
    with parts.register.deed(deed, who, subject or parts.facts().office.name):
        return
