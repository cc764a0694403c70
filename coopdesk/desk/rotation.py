"""Changing a password in the right order: the old one stays readable until the platform is known to have taken the new.

First the register notes that a change is under way, then the new secret waits in the keyring beside the old one. A
crash at any point leaves both, and the note asks which is valid. Once the keyring is told to take the new one, the note
says so too: the old one can be gone from then on.
"""

from coopdesk.desk.parts import Parts, account_of, new_id
from coopdesk.desk.password import NOTE, PATIENCE, context_of, judged_strong, refuse_anothers, refuse_reused
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import PasswordFact
from coopdesk.passwords.judge import Judge

_TAKEN = "taken"


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
    refuse_reused(parts, facts, account, secret)
    before = parts.register.draft(f"{NOTE}{account_id}")
    parts.register.keep_draft(f"{NOTE}{account_id}", {"by": by})
    try:
        vault.begin_change(account_id, secret)
    except CoopDeskError:
        _note(parts, account_id, before)
        raise
    with parts.register.deed("begin_change", who, account.name or account.address, by=by):
        return


def confirm_change(parts: Parts, judge: Judge, account_id: str, who: str) -> PasswordFact:
    """Take the new password as the valid one: the platform has it.

    Where an earlier try was ended after the keyring took it, the rest is done now.

    Raises:
        CoopDeskError: no change is under way (`vault.gone`), another account has the same password by now
            (`desk.reused`), or the keyring refuses; both stay then.
    """
    facts = parts.facts()
    account = account_of(facts, account_id)
    vault, note = parts.vault(), parts.register.draft(f"{NOTE}{account_id}")
    waiting = vault.pending(account_id)
    if waiting is None and note is None:
        raise CoopDeskError("vault.gone")
    secret = waiting if waiting is not None else vault.reveal_kept(account_id)
    strength = judge.judge(secret, context_of(facts, account), PATIENCE)
    by = (note or {}).get("by", who)
    if waiting is not None:
        refuse_anothers(parts, facts, account, waiting)
        _note(parts, account_id, {"by": by, _TAKEN: "yes"})
        vault.accept_change(account_id)
    fact = PasswordFact(new_id(), account_id, parts.today(), strength.score, strength.length, stored=True, by=by)
    with parts.register.deed("set_password", who, account.name or account.address, by=by) as writer:
        writer.put(fact)
    parts.register.drop_draft(f"{NOTE}{account_id}")
    return fact


def drop_change(parts: Parts, account_id: str, who: str) -> None:
    """Forget the new password: the old one is still the valid one.

    Raises:
        CoopDeskError: the keyring refuses; both stay then. `desk.change_taken`: the new one has taken the old one's
            place already.
    """
    account = account_of(parts.facts(), account_id)
    vault = parts.vault()
    note = parts.register.draft(f"{NOTE}{account_id}") or {}
    if _TAKEN in note and vault.pending(account_id) in {None, vault.reveal(account_id)}:
        raise CoopDeskError("desk.change_taken")
    vault.drop_change(account_id)
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


def _note(parts: Parts, account_id: str, fields: dict[str, str] | None) -> None:
    """Let the note of an account's change hold these fields; None takes it away."""
    if fields is None:
        parts.register.drop_draft(f"{NOTE}{account_id}")
    else:
        parts.register.keep_draft(f"{NOTE}{account_id}", fields)
