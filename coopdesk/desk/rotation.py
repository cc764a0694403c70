"""Changing a password in the right order: the old one stays readable until the platform is known to have taken the new.

First the register notes that a change is under way, then the new secret waits in the keyring beside the old one. A
crash at any point leaves both, and the note asks which is valid.
"""

from coopdesk.desk.parts import Parts, account_of, new_id
from coopdesk.desk.password import PATIENCE, context_of, judged_strong, refuse_reused
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import PasswordFact
from coopdesk.passwords.judge import Judge

NOTE = "change:"
"""What the register's note of a change under way is called, before the account's id."""


def under_way(parts: Parts) -> frozenset[str]:
    """Return the accounts (ids) whose password change was begun and not yet decided."""
    return frozenset(key.removeprefix(NOTE) for key in parts.register.drafts(NOTE))


def begin_change(parts: Parts, judge: Judge, account_id: str, secret: str, by: str, who: str) -> None:
    """Keep a new password beside the present one.

    Raises:
        CoopDeskError: as `desk.password.set_password` does; nothing is changed then.
    """
    if not by.strip():
        raise CoopDeskError("desk.no_by")
    facts = parts.facts()
    account = account_of(facts, account_id)
    vault = parts.vault()
    judged_strong(parts, judge, facts, account, secret)
    refuse_reused(vault, facts, account, secret)
    parts.register.keep_draft(f"{NOTE}{account_id}", {"by": by})
    vault.begin_change(account_id, secret)
    with parts.register.deed("begin_change", who, account.name or account.address, by=by):
        return


def confirm_change(parts: Parts, judge: Judge, account_id: str, who: str) -> PasswordFact:
    """Take the new password as the valid one: the platform has it.

    Raises:
        CoopDeskError: no new one waits (`vault.gone`), or the keyring refuses; both stay then.
    """
    facts = parts.facts()
    account = account_of(facts, account_id)
    vault = parts.vault()
    secret = vault.pending(account_id)
    if secret is None:
        raise CoopDeskError("vault.gone")
    strength = judge.judge(secret, context_of(facts, account), PATIENCE)
    by = (parts.register.draft(f"{NOTE}{account_id}") or {}).get("by", who)
    vault.accept_change(account_id)
    fact = PasswordFact(new_id(), account_id, parts.today(), strength.score, strength.length, stored=True, by=by)
    with parts.register.deed("set_password", who, account.name or account.address, by=by) as writer:
        writer.put(fact)
    parts.register.drop_draft(f"{NOTE}{account_id}")
    return fact


def drop_change(parts: Parts, account_id: str, who: str) -> None:
    """Forget the new password: the old one is still the valid one.

    Raises:
        CoopDeskError: the keyring refuses; both stay then.
    """
    account = account_of(parts.facts(), account_id)
    parts.vault().drop_change(account_id)
    with parts.register.deed("drop_change", who, account.name or account.address):
        pass
    parts.register.drop_draft(f"{NOTE}{account_id}")


def reveal_new(parts: Parts, account_id: str, who: str) -> str:
    """Return the new password that waits; that it was asked for stands in the journal.

    Raises:
        CoopDeskError: none waits (`vault.gone`), or the keyring refuses.
    """
    account = account_of(parts.facts(), account_id)
    secret = parts.vault().pending(account_id)
    if secret is None:
        raise CoopDeskError("vault.gone")
    with parts.register.deed("reveal_password", who, account.name or account.address):
        return secret
