"""What proves a certificate: its facts as JSON, which ride in the file, their digest, and the code that a phone reads.

The code is one line of text, so that any reader shows it: ``COOPDESK:1:<serial number>:<office code>:<last day,
YYYYMMDD>:<SHA-256 of the facts>:<fingerprint of the key>``, all in the letters of a QR code's alphanumeric mode. Where
the certificate is not signed, `UNSIGNED` stands for the fingerprint. The file's properties hold the same line as its
keyword, under the signature.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from coopdesk.order.facts import Account, Member
from coopdesk.order.findings import Finding
from coopdesk.papers.facts import PaperFacts
from coopdesk.papers.signing import in_groups

ATTACHMENT = "coopdesk-certificate.json"
"""The name of the facts among the file's attachments."""
FORMAT = "coopdesk-certificate-1"
CODE = "COOPDESK:1"
"""How every code begins."""
UNSIGNED = "UNSIGNED"


def certified(facts: PaperFacts, language: str) -> dict[str, Any]:
    """Return what a certificate says, as it rides in its file: who, when, until when, by which key, and the facts."""
    told = told_facts(facts)
    return {
        "format": FORMAT,
        "serial": facts.serial,
        "memo": facts.memo,
        "language": language,
        "issued_at": facts.made_at.isoformat(),
        "valid_until": _day(facts.valid_until),
        "replaces": facts.replaces,
        "signed_with": facts.signed_with,
        "facts_sha256": digest(told),
        "facts": told,
    }


def on_paper(facts: PaperFacts, language: str) -> dict[str, str]:
    """Return what proves a certificate, for its template: nothing yet, while it is only looked at."""
    if not facts.serial:
        return {}
    says = certified(facts, language)
    code = code_of(says)
    return {
        "code": code,
        "picture": drawn(code),
        "file": ATTACHMENT,
        "says": as_json(says),
        "key": in_groups(facts.signed_with),
    }


def on_wall(facts: PaperFacts, facts_sha256: str) -> dict[str, str]:
    """Return what the form for the wall shows of a certificate's proof: the picture alone, as the file is another.

    `facts_sha256` is the digest that the certificate was issued with, empty for that of these very facts.
    """
    if not facts.serial:
        return {}
    seal = facts_sha256 or digest(told_facts(facts)), facts.signed_with
    code = _code(facts.serial, facts.office.code, _day(facts.valid_until), *seal)
    return {"picture": drawn(code), "key": in_groups(facts.signed_with)}


def told_facts(facts: PaperFacts) -> dict[str, Any]:
    """Return the facts that a certificate stands on. No telephone, no e-mail and no complaint rides in a file."""
    office = facts.office
    addresses = {account.id: account.address for account in facts.accounts}
    return {
        "office": {
            "code": office.code,
            "tier": office.tier,
            "place": office.place,
            "name": office.name,
            "name_en": office.name_en,
            "website": office.website,
            "grs_url": office.grs_url,
            "grievance_officer": office.grievance_officer,
            "head_name": office.head_name,
            "head_post": office.head_post,
            "example": office.example,
        },
        "rulebook": facts.rulebook.id,
        "order": facts.rulebook.number,
        "examined_on": facts.assessment.on.isoformat(),
        "accounts": [_account(facts, account) for account in facts.accounts],
        "team": [_member(member, addresses) for member in facts.members if member.serves_on(facts.assessment.on)],
        "findings": [_finding(finding, addresses) for finding in facts.assessment.findings],
    }


def as_json(value: Mapping[str, Any]) -> str:
    """Return the one way in which CoopDesk writes a value as JSON: its digest hangs on every byte."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(told: Mapping[str, Any]) -> str:
    """Return the SHA-256 of facts, in hexadecimal."""
    return hashlib.sha256(as_json(told).encode()).hexdigest()


def code_of(certificate: Mapping[str, Any]) -> str:
    """Return the code of what `certified` returned.

    Raises:
        KeyError, TypeError, AttributeError: it is something else.
    """
    office, last_day = certificate["facts"]["office"]["code"], certificate["valid_until"]
    return _code(certificate["serial"], office, last_day, certificate["facts_sha256"], certificate["signed_with"])


def drawn(code: str) -> str:
    """Return a code as a picture (SVG) that a phone reads from paper, its quiet zone around it."""
    from io import BytesIO  # noqa: PLC0415 - with what draws it

    import segno  # noqa: PLC0415 - only a certificate bears a code

    picture = BytesIO()
    # Level M mends 15 % of it: a fold, a staple, a stamp beside it.
    code_drawn = segno.make(code, error="m", micro=False, boost_error=False)
    code_drawn.save(picture, kind="svg", xmldecl=False, border=4, light="#fff")
    return picture.getvalue().decode()


def _code(serial: str, office: str, last_day: str, facts_sha256: str, signed_with: str) -> str:
    last_day = last_day.replace("-", "")
    return ":".join((CODE, serial, office, last_day, facts_sha256.upper(), signed_with.upper() or UNSIGNED))


def _account(facts: PaperFacts, account: Account) -> dict[str, Any]:
    changed = next((password.set_on for password in facts.passwords if password.account == account.id), None)
    return {
        "platform": account.platform,
        "kind": account.kind,
        "address": account.address,
        "handle": account.handle,
        "name": account.name,
        "purpose": account.purpose,
        "audience": account.audience,
        "run_by": account.run_by,
        "uses": list(account.uses),
        "settings": dict(account.settings),
        "state": account.state,
        "password_changed_on": _day(changed),
    }


def _member(member: Member, addresses: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": member.name,
        "post": member.post,
        "role": member.role,
        "since": member.since.isoformat(),
        "accounts": sorted(addresses[account] for account in member.accounts if account in addresses),
    }


def _finding(finding: Finding, addresses: Mapping[str, str]) -> dict[str, Any]:
    return {
        "clause": finding.clause,
        "account": addresses.get(finding.account or ""),
        "status": finding.status,
        "reason_bn": finding.reason("bn"),
        "reason_en": finding.reason("en"),
        "until": _day(finding.until),
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
