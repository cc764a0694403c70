"""What a file is: a certificate of CoopDesk's as it was signed, one that was altered since, or something else.

A signature counts where it is the only one and covers every byte of the file but itself: then nothing was changed,
added or taken away since, whatever a reader makes of the file. Whose key it is, the desk knows.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coopdesk.papers import pdfium
from coopdesk.papers.proof import ATTACHMENT, CODE, FORMAT, code_of, digest
from coopdesk.papers.signing import EXAMPLE, fingerprint_of, signer_name

if TYPE_CHECKING:
    from asn1crypto import cms
    from asn1crypto.x509 import Certificate
    from pypdfium2 import PdfDocument


class Kind(StrEnum):
    """What a file is, by itself."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    ALTERED = "altered"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is, what it says of itself (nothing where it is foreign), and the fingerprint of its signer's key.

    Only of a SIGNED file it is sure that the signer says so.
    """

    kind: Kind
    says: Mapping[str, Any]
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Signer:
    key: str
    name: str
    example: bool


def look(pdf: bytes) -> Looked:
    """Tell what a file is.

    Raises:
        pdfium.NoPdf, pdfium.Locked: it cannot be read.
    """
    with pdfium.opened(pdf) as document:
        attached = _attached(document)
        keyword = document.get_metadata_value("Keywords")
        signatures = _signatures(document)
    if not attached and not keyword.startswith(CODE):
        return Looked(Kind.FOREIGN, {})
    says = _said(attached[0]) if len(attached) == 1 else None
    if says is None or code_of(says) != keyword:
        return Looked(Kind.ALTERED, says or {})
    if not signatures:
        # One that names a key was signed by it.
        return Looked(Kind.ALTERED if says["signed_with"] else Kind.UNSIGNED, says)
    signer = _signer(pdf, *signatures[0]) if len(signatures) == 1 else None
    office = says["facts"]["office"]
    if signer is None or (signer.name, signer.example) != (signer_name(office["code"]), office["example"]):
        return Looked(Kind.ALTERED, says)
    return Looked(Kind.SIGNED, says, signer.key)


def _attached(document: "PdfDocument") -> list[bytes]:
    """Return what is in each attachment of the name that ours has."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - loaded by now

    found = []
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if attachment.get_name() == ATTACHMENT:
            try:
                found.append(bytes(attachment.get_data()))
            except PdfiumError:
                found.append(b"")  # there is nothing in it, or nothing that can be read
    return found


def _said(attached: bytes) -> dict[str, Any] | None:
    """Return what the attachment says, or None where it is not whole: its facts do not have the digest it names."""
    try:
        says = json.loads(attached)
        whole = says["format"] == FORMAT and digest(says["facts"]) == says["facts_sha256"] and bool(code_of(says))
        named = all(isinstance(says[key], str) for key in ("serial", "issued_at", "replaces", "language"))
        office = says["facts"]["office"]
        named = named and isinstance(office["name"], str) and isinstance(office["example"], bool)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return says if whole and named else None


def _signatures(document: "PdfDocument") -> list[tuple[bytes, list[int]]]:
    """Return what is in each signature, and the bytes it speaks of: start and length, twice."""
    from ctypes import c_char, c_int  # noqa: PLC0415 - loaded by now, with PDFium

    from pypdfium2 import raw  # noqa: PLC0415 - as above

    found = []
    for number in range(raw.FPDF_GetSignatureCount(document)):
        signature = raw.FPDF_GetSignatureObject(document, number)
        contents = (c_char * raw.FPDFSignatureObj_GetContents(signature, None, 0))()
        raw.FPDFSignatureObj_GetContents(signature, contents, len(contents))
        ranges = (c_int * raw.FPDFSignatureObj_GetByteRange(signature, None, 0))()
        raw.FPDFSignatureObj_GetByteRange(signature, ranges, len(ranges))
        found.append((bytes(contents), list(ranges)))
    return found


def _signer(pdf: bytes, contents: bytes, ranges: list[int]) -> _Signer | None:
    """Return who signed, or None where the signature does not hold for every byte of the file but itself."""
    if len(ranges) != 4 or min(ranges) < 0:
        return None
    start, before, after, rest = ranges
    if start != 0 or after + rest != len(pdf) or pdf[before:after] != b"<" + contents.hex().upper().encode() + b">":
        return None
    covered = hashlib.sha256(pdf[:before])
    covered.update(pdf[after:])
    return _who_signed(contents, covered.digest())


def _who_signed(contents: bytes, covered: bytes) -> _Signer | None:
    """Check a CMS signature of the one form that CoopDesk makes: one signer, its certificate, SHA-256, ECDSA."""
    from asn1crypto import cms, tsp  # noqa: F401, PLC0415 - only who verifies needs it; tsp knows what PAdES adds
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.serialization import load_der_public_key  # noqa: PLC0415 - as above

    try:
        whole = cms.ContentInfo.load(contents)
        if contents.strip(b"\0") != whole.dump().strip(b"\0"):
            return None  # something hides behind it
        signed = whole["content"]
        (info,), (certificate,) = signed["signer_infos"], signed["certificates"]
        certificate = certificate.chosen
        if not _speaks_of(info, certificate, covered):
            return None
        key = load_der_public_key(certificate.public_key.dump())
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            return None
        key.verify(info["signature"].native, info["signed_attrs"].untag().dump(), ec.ECDSA(hashes.SHA256()))
        name = certificate.subject.native
    except (InvalidSignature, ValueError, TypeError, LookupError, AttributeError):
        return None
    return _Signer(fingerprint_of(key), name["common_name"], name.get("organization_name") == EXAMPLE)


def _speaks_of(info: "cms.SignerInfo", certificate: "Certificate", covered: bytes) -> bool:
    """Tell whether what was signed names these very bytes and this very certificate."""
    told = {attribute["type"].native: attribute["values"] for attribute in info["signed_attrs"]}
    named = told["signing_certificate_v2"][0]["certs"][0]["cert_hash"].native
    return (
        len(told) == len(info["signed_attrs"])
        and info["digest_algorithm"]["algorithm"].native == "sha256"
        and told["content_type"].native == ["data"]
        and told["message_digest"].native == [covered]
        and named == hashlib.sha256(certificate.dump()).digest()
    )
