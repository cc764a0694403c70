"""Starting the secrets anew where their passphrase is forgotten: from a handover file, or with none."""

from dataclasses import replace
from pathlib import Path

from coopdesk.desk.parts import Parts
from coopdesk.desk.takeover import drop_notes, keep_handed
from coopdesk.passwords.codes import as_spoken
from coopdesk.vault.handover import read_file
from coopdesk.vault.vault import SIGNING_KEY, entries_of


def start_anew(parts: Parts, file: Path | None, code: str, who: str) -> int:
    """Delete what the forgotten passphrase seals, and bring back what a handover file holds.

    Each password that comes back is due for change: the file may be older than the last change. What does not come
    back is missing from then on, and 03.5 says so.

    Args:
        parts: the desk.
        file: the handover file, None for none.
        code: what opens it.
        who: who sits at the desk.

    Returns:
        How many passwords came back.

    Raises:
        CoopDeskError: the file or its code is wrong (`handover.*`; nothing is deleted then), or the keyring refuses. It
            can be done again then.
    """
    facts, vault = parts.facts(), parts.vault()
    known = {account.id for account in facts.accounts} | {SIGNING_KEY}
    handed = read_file(file, as_spoken(code))[0] if file is not None else ()
    ours = {secret.account: secret for secret in handed if secret.account in known}
    vault.home.start_anew(entries_of(account.id for account in facts.accounts))
    for secret in ours.values():
        keep_handed(vault, secret)
    drop_notes(parts, ours.values())
    back = {account for account, secret in ours.items() if secret.secret and account != SIGNING_KEY}
    with parts.register.deed("start_anew", who, facts.office.name, secrets=str(len(back))) as writer:
        writer.put_all(
            replace(fact, stored=fact.account in back, suspected=fact.suspected or fact.account in back)
            for fact in facts.passwords
        )
    return len(back)
