"""Verifying a certificate's file: whether it is genuine and by whom, and whether it is still in force."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from coopdesk.desk.certificates import Standing, standing
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.assess import assess
from coopdesk.order.findings import Assessment
from coopdesk.papers import pdfium
from coopdesk.papers.signing import FINGERPRINT, in_groups
from coopdesk.papers.verifying import Kind, Looked, look
from coopdesk.register.glimpse import Glimpse, glimpse
from coopdesk.texts import Said, Text, say

MOST = 50_000_000
"""Bytes of a file that is looked at: a certificate of a thousand accounts has a hundredth of that."""


NOBODY = Text("", "")


class Outcome(StrEnum):
    """What a check says. Only the first is a certificate in force; LAPSED is for a register that is open to say."""

    GENUINE = "genuine"
    UNKNOWN_KEY = "unknown_key"
    UNSIGNED = "unsigned"
    ALTERED = "altered"
    FOREIGN = "foreign"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a file says.

    `said` is the verdict in words. `serial`, `office`, `issued_on` and `valid_until` are what the file says of itself,
    empty or None where it says nothing; `key` is the fingerprint of the key that signed it, empty where none did.
    `example` says that the file, or the register it was checked by, is an example, None where neither is.
    """

    outcome: Outcome
    said: Said
    example: Said | None
    serial: str = ""
    office: Text = NOBODY
    issued_on: date | None = None
    valid_until: date | None = None
    key: str = ""

    def lines(self) -> tuple[Said, ...]:
        """Return the verdict for a person: the word for an example first, then what the file says of itself."""
        told = [self.example] if self.example else []
        told.append(self.said)
        if self.serial:
            told.append(say("certificates", "line.serial", serial=self.serial))
        if self.issued_on:
            told.append(say("certificates", "line.issued", on=self.issued_on))
        if self.valid_until:
            told.append(say("certificates", "line.until", on=self.valid_until))
        if self.key:
            told.append(say("certificates", "line.key", key=in_groups(self.key)))
        return tuple(told)

    def as_json(self) -> str:
        """Return the verdict for a program."""
        told = {
            "verdict": self.outcome,
            "genuine": self.outcome is Outcome.GENUINE,
            "example": self.example is not None,
            "serial": self.serial,
            "office_bn": self.office.bn,
            "office_en": self.office.en,
            "issued_on": self.issued_on and self.issued_on.isoformat(),
            "valid_until": self.valid_until and self.valid_until.isoformat(),
            "key": self.key,
            "reason_bn": self.said.bn,
            "reason_en": self.said.en,
        }
        return json.dumps(told, ensure_ascii=False, indent=1)


def verify_file(
    file: Path, register: Glimpse, today: date, key: str = "", assessment: Assessment | None = None
) -> Verdict:
    """Check a file by what a register knows and, where it is given, by a key's fingerprint.

    Args:
        file: the file.
        register: what the register at hand knows; the keys that signed its certificates are known ones.
        today: the day to judge by.
        key: the fingerprint of one more known key, as it was told, in any grouping.
        assessment: today's, where it is known whether the register's own certificates lapsed.

    Raises:
        CoopDeskError: it could not be told: the file is missing (`papers.missing`), too large (`verify.too_large`), no
            PDF or a damaged one (`verify.no_pdf`), encrypted (`verify.locked`), or `key` is no fingerprint
            (`verify.key`).
    """
    known = {one.signed_with for one in register.certificates if one.signed_with}
    if key:
        known.add(_told_key(key))
    pdf = _read(file)
    try:
        looked = look(pdf)
    except pdfium.Locked:
        raise CoopDeskError("verify.locked", file=file.name) from None
    except pdfium.NoPdf:
        raise CoopDeskError("verify.no_pdf", file=file.name) from None
    ours = next((one for one in register.certificates if one.serial == looked.says.get("serial")), None)
    is_other = ours is not None and ours.file_sha256 != hashlib.sha256(pdf).hexdigest()
    stands = standing(ours, register.certificates, assessment, today) if ours else None
    outcome, said = _judge(looked, known, stands, today, is_other=is_other)
    return Verdict(outcome, said, _example(looked, register), **_told(looked))


def verify_here(parts: Parts, file: Path, key: str = "") -> Verdict:
    """Check a file by the register that is open, as `verify_file` does; its own certificates may have lapsed."""
    facts, today = parts.register.facts(), parts.today()
    register = Glimpse(parts.register.certificates(), example=facts is not None and facts.office.example)
    assessment = assess(facts, parts.rulebook, today) if facts else None
    return verify_file(file, register, today, key, assessment)


def verify_by(folder: Path, file: Path, key: str = "") -> Verdict:
    """Check a file by the register in `folder`, where there is one, as `verify_file` does."""
    register = glimpse(folder)
    if register is None:
        from coopdesk.desk.opening import open_desk  # noqa: PLC0415 - most of a second, for an older register alone

        return verify_here(open_desk(folder), file, key)
    return verify_file(file, register, date.today(), key)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST:
            raise CoopDeskError("verify.too_large", file=file.name, most=MOST // 1_000_000)
        return file.read_bytes()
    except OSError as error:
        raise CoopDeskError("papers.missing", file=str(file)) from error


def _told_key(key: str) -> str:
    digits = re.sub(r"[\s:.-]", "", key).lower()
    if not re.fullmatch(f"[0-9a-f]{{{FINGERPRINT}}}", digits):
        raise CoopDeskError("verify.key", digits=FINGERPRINT)
    return digits


def _judge(
    looked: Looked, known: set[str], stands: Standing | None, today: date, *, is_other: bool
) -> tuple[Outcome, Said]:
    """Return the outcome: first whether the file is what was signed, then by whom, then whether it is in force.

    `stands` is how the register's certificate of that number stands, `is_other` whether its file is another one.
    """
    if looked.kind in (Kind.ALTERED, Kind.FOREIGN):
        return Outcome(looked.kind.value), say("certificates", f"verdict.{looked.kind}")
    if looked.kind is Kind.SIGNED and looked.key not in known:
        return Outcome.UNKNOWN_KEY, say("certificates", "verdict.unknown_key", office=_office(looked))
    if is_other:
        return Outcome.ALTERED, say("certificates", "verdict.other", serial=looked.says["serial"])
    if stands is not None and stands.state != "valid":
        return Outcome(stands.state), stands.said
    last_day = _day(looked.says["valid_until"])
    if last_day is not None and last_day < today:
        return Outcome.EXPIRED, say("certificates", "state.expired", on=last_day)
    if looked.kind is Kind.UNSIGNED:
        return Outcome.UNSIGNED, say("certificates", "verdict.unsigned")
    return Outcome.GENUINE, say("certificates", "verdict.genuine", office=_office(looked))


def _told(looked: Looked) -> dict[str, Any]:
    if not looked.says:
        return {}
    says = looked.says
    return {
        "serial": says["serial"],
        "office": _office(looked),
        "issued_on": _day(says["issued_at"][:10]),
        "valid_until": _day(says["valid_until"]),
        "key": looked.key,
    }


def _office(looked: Looked) -> Text:
    office = looked.says["facts"]["office"]
    return Text(office["name"], office.get("name_en") or office["name"])


def _example(looked: Looked, register: Glimpse) -> Said | None:
    if looked.says and looked.says["facts"]["office"]["example"]:
        return say("certificates", "verdict.example")
    return say("certificates", "verdict.example_register") if register.example else None


def _day(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
