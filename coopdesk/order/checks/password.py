"""Checks on an account's password, from what is known of it (03.5). The password itself is never here."""

from datetime import timedelta

from coopdesk.order.checks.case import Case, Outcome, fails, holds
from coopdesk.order.facts import RESTORED
from coopdesk.order.rulebook import Check

KEYRING_FAILS = "password.keyring_fails"
_OUT_OF_REACH = {
    "vault.none": "password.keyring_none",
    "vault.locked": "password.keyring_locked",
    "vault.refused": "password.keyring_refused",
    "keepass.unreadable": "password.file_gone",
}
"""What to say of a keyring that cannot be looked into just now: it held the password when it was kept (03.5)."""
UNSEEN = frozenset({KEYRING_FAILS, *_OUT_OF_REACH.values()})
"""The reasons that say so."""


def password_kept(case: Case, _check: Check) -> Outcome:
    """Strong when set, not reused, in the keyring, changed within the interval and since the last person left.

    The interval is the office's own where it has chosen a shorter one than the rulebook's.
    """
    fact = case.known.passwords.get(case.of.id)
    if fact is None or fact.set_on > case.today:
        return fails("password.none", "set_password")
    if not fact.stored:
        return fails("password.not_stored", "store_password")
    least = case.values.length_two_step if case.of.two_step else case.values.length
    if fact.score < case.values.score:
        return fails("password.weak", "change_password", score=fact.score)
    if fact.length < least:
        return fails("password.short", "lengthen_password", length=fact.length, least=least)
    if fact.reused_with is not None:
        return fails("password.reused", "change_password")
    if fact.suspected:
        return fails("password.suspected", "change_now")
    restored = case.known.attestations.get((RESTORED, case.of.id, None))
    if restored is not None and restored.about == fact.id:
        return fails("password.restored", "change_now", on=restored.on)
    left = case.known.last_left.get(case.of.id)
    if left is not None and left.until is not None and fact.set_on < left.until:
        return fails("password.member_left", "change_now", member=left.name, on=left.until)
    days = min(case.office.rotation_days or case.values.password_days, case.values.password_days)
    age = (case.today - fact.set_on).days
    if age > days:
        return fails("password.overdue", "change_password", age=age, days=days)
    if case.known.vault_trouble:
        return holds(_OUT_OF_REACH.get(case.known.vault_trouble, KEYRING_FAILS), case.today, "mend_keyring")
    return holds("password.kept", fact.set_on + timedelta(days=days), "change_in_time", on=fact.set_on, days=days)


def two_step_on(case: Case, _check: Check) -> Outcome:
    """Advice: two-step login is on."""
    return holds("password.two_step") if case.of.two_step else fails("password.one_step", "turn_on_two_step")
