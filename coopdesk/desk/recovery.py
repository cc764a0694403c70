"""The way back into an account: recovery codes, the second step and who holds it, the recovery e-mail and phone.

All of it opens the account, so all of it stays in the keyring, beside the password.
"""

import json
from dataclasses import asdict, dataclass

from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts, account_of
from coopdesk.texts import table


@dataclass(frozen=True, slots=True)
class Code:
    """One recovery code; a platform takes each once."""

    text: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class Recovery:
    """What brings an office back into an account that is locked or taken over."""

    codes: tuple[Code, ...] = ()
    method: str = ""
    holder: str = ""
    email: str = ""
    phone: str = ""

    def to_json(self) -> str:
        """Return it as it stands in the keyring."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, source: str) -> "Recovery":
        """Read what stands in the keyring.

        Raises:
            ValueError, TypeError, KeyError: it is not what `to_json` wrote.
        """
        kept = json.loads(source)
        return cls(**{**kept, "codes": tuple(Code(**code) for code in kept["codes"])})


def recovery_of(parts: Parts, account_id: str, who: str) -> Recovery:
    """Return the way back into an account; that it was asked for stands in the journal.

    Raises:
        CoopDeskError: an example keeps none (`desk.example`), or the keyring refuses (`vault.*`).
    """
    account = account_of(parts.facts(), account_id)
    kept = parts.vault().recovery(account_id)
    if kept is None:
        return Recovery()
    with parts.register.deed("reveal_recovery", who, account.name or account.address):
        return Recovery.from_json(kept)


def keep_recovery(parts: Parts, account_id: str, recovery: Recovery, who: str) -> None:
    """Keep the way back into an account.

    Raises:
        CoopDeskError: an example keeps none (`desk.example`), it is longer than a keyring holds (`vault.too_long`), or
            the keyring refuses.
    """
    account = account_of(parts.facts(), account_id)
    codes = tuple(Code(code.text.strip(), code.used) for code in recovery.codes if code.text.strip())
    tidied = Recovery(
        codes, *(tidy(text) for text in (recovery.method, recovery.holder, recovery.email, recovery.phone))
    )
    parts.vault().keep_recovery(account_id, tidied.to_json())
    with parts.register.deed("keep_recovery", who, account.name or account.address):
        return


def readable(kept: str) -> dict[str, str]:
    """Return a way back, as it stands in the keyring, in words that a person reads without CoopDesk: name and text.

    Only what is written is there; nothing where it is no way back that CoopDesk wrote.
    """
    try:
        recovery = Recovery.from_json(kept)
    except (ValueError, TypeError, KeyError):
        return {}
    used = _in_both("used")
    codes = (f"{code.text} ({used})" if code.used else code.text for code in recovery.codes)
    texts = {
        "codes": "\n".join(codes),
        "method": recovery.method,
        "holder": recovery.holder,
        "email": recovery.email,
        "phone": recovery.phone,
    }
    return {_in_both(name): text for name, text in texts.items() if text}


def _in_both(name: str) -> str:
    said = table("vault")[f"handed.{name}"]
    return f"{said.bn} · {said.en}"
