"""A certificate's life: whether it is in force, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coopdesk.bangla.digits import to_bangla
from coopdesk.bangla.names import tidy
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import IssuedCertificate
from coopdesk.order.findings import Assessment
from coopdesk.texts import Said, Text, say


@dataclass(frozen=True, slots=True)
class Standing:
    """How a certificate stands: "valid", "lapsed", "expired", "replaced" or "withdrawn", and that in words."""

    state: str
    said: Said


def standing(
    certificate: IssuedCertificate,
    issued: Sequence[IssuedCertificate],
    assessment: Assessment | None,
    today: date,
) -> Standing:
    """Return how a certificate stands among all that were `issued`, as of today's assessment.

    Withdrawn and replaced are for good. It lapses by itself for as long as a clause is not met; without an assessment
    nothing is said of that.
    """
    if certificate.withdrawn_on is not None:
        reason = certificate.withdrawn_reason
        return Standing("withdrawn", say("certificates", "state.withdrawn", on=certificate.withdrawn_on, reason=reason))
    if later := replaced_by(certificate, issued):
        return Standing("replaced", say("certificates", "state.replaced", serial=later))
    if certificate.valid_until < today:
        return Standing("expired", say("certificates", "state.expired", on=certificate.valid_until))
    if assessment is not None and not assessment.compliant:
        clauses = dict.fromkeys(finding.clause for finding in assessment.unmet)
        numbers = tuple(Text(to_bangla(clause), clause) for clause in clauses)
        key = "state.lapsed" if numbers else "state.nothing_left"
        return Standing("lapsed", say("certificates", key, **({"clauses": numbers} if numbers else {})))
    return Standing("valid", say("certificates", "state.valid", on=certificate.valid_until))


def replaced_by(certificate: IssuedCertificate, issued: Sequence[IssuedCertificate]) -> str:
    """Return the serial number of the certificate that took the place of another, or nothing."""
    return next((one.serial for one in issued if one.replaces == certificate.serial), "")


def to_replace(issued: Sequence[IssuedCertificate], language: str, today: date) -> str:
    """Return the serial number of the certificate that a new one takes the place of, or nothing.

    It is the newest one in the same language that is not expired, withdrawn or replaced: an office may have its
    certificate in both languages, but only one of each.
    """
    for one in issued:
        if one.language == language and standing(one, issued, None, today).state == "valid":
            return one.serial
    return ""


def withdraw_certificate(parts: Parts, certificate_id: str, reason: str, who: str) -> IssuedCertificate:
    """Take a certificate back: its file stays, and every check from here on says that it is withdrawn.

    Raises:
        CoopDeskError: no reason is written (`desk.no_withdrawal_reason`), the register has no such certificate
            (`desk.gone`), or it was withdrawn before (`desk.withdrawn_before`).
    """
    if not reason.strip():
        raise CoopDeskError("desk.no_withdrawal_reason")
    found = next((one for one in parts.register.certificates() if one.id == certificate_id), None)
    if found is None:
        raise CoopDeskError("desk.gone")
    if found.withdrawn_on is not None:
        raise CoopDeskError("desk.withdrawn_before", serial=found.serial)
    withdrawn = replace(found, withdrawn_on=parts.today(), withdrawn_reason=tidy(reason))
    with parts.register.deed("withdraw_certificate", who, found.serial, reason=withdrawn.withdrawn_reason) as writer:
        writer.put(withdrawn)
    return withdrawn
