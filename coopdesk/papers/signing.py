"""The office's key, and its signature on a file: PAdES, ECDSA on P-256, nothing asked of any network.

A key is kept as PEM (PKCS 8). What stands for it is its fingerprint: the first half of the SHA-256 of its public half,
32 hexadecimal digits, short enough to be told by telephone and too long to be met by chance or by search.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

FINGERPRINT = 32
"""Hexadecimal digits of a fingerprint."""
EXAMPLE = "CoopDesk example"
"""The organisation in the name of a key that signs examples."""

_FIELD = "CoopDesk"
_NAME_MOST = 64
_FIRST, _LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


def new_key() -> str:
    """Return a new key, as PEM."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - a tenth of a second
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    key = ec.generate_private_key(ec.SECP256R1())
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, plain).decode()


def fingerprint(key: str) -> str:
    """Return the fingerprint of a key (PEM).

    Raises:
        ValueError: it is no key of CoopDesk's kind.
    """
    return fingerprint_of(_read(key).public_key())


def fingerprint_of(public: "EllipticCurvePublicKey") -> str:
    """Return the fingerprint of a key by its public half."""
    from hashlib import sha256  # noqa: PLC0415 - stands with its like

    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - loaded by now

    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return sha256(public.public_bytes(serialization.Encoding.DER, form)).hexdigest()[:FINGERPRINT]


def in_groups(print_: str) -> str:
    """Return a fingerprint as it is told: in groups of four."""
    return " ".join(print_[start : start + 4] for start in range(0, len(print_), 4)).upper()


def signer_name(office_code: str) -> str:
    """Return the name that stands in the signature: as much of the office's code as it holds, 64 bytes."""
    return office_code.encode()[:_NAME_MOST].decode("utf-8", "ignore") or "OFFICE"


def sign(pdf: bytes, key: str, office_code: str, serial: str, *, example: bool = False) -> bytes:
    """Return a file with the office's signature on it; it stays PDF/A and PDF/UA, and allows no change.

    Args:
        pdf: the file.
        key: the office's key, as PEM.
        office_code: stands in the signature as the signer's name.
        serial: the certificate's serial number.
        example: the signer is named an example.

    Raises:
        ValueError: the key is none of CoopDesk's kind.
    """
    # pyHanko takes most of a second to load.
    from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12  # noqa: PLC0415
    from pyhanko.pdf_utils.generic import pdf_name  # noqa: PLC0415
    from pyhanko.sign import fields, signers  # noqa: PLC0415

    private = _read(key)
    both = pkcs12.serialize_key_and_certificates(
        None, private, _certificate(private, office_code, example), None, NoEncryption()
    )
    signer = signers.SimpleSigner.load_pkcs12_data(both, other_certs=[])
    meaning = signers.PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=office_code,
        reason=serial,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    # No box on the page: it would be content that no screen reader knows. Outside of it PDF/UA asks for no tag.
    field = fields.SigFieldSpec(
        _FIELD,
        invis_sig_settings=fields.InvisSigSettings(box_out_of_bounds=True),
        readable_field_name=f"CoopDesk: {office_code}, {serial}",
    )
    writer = _writer(pdf)
    page, _ = writer.find_page_for_modification(0)  # type: ignore[no-untyped-call]
    page.get_object()[pdf_name("/Tabs")] = pdf_name("/S")  # PDF/UA asks it of a page with a field
    signed = signers.PdfSigner(meaning, signer, new_field_spec=field).sign_pdf(writer)
    return bytes(signed.getvalue())


def _writer(pdf: bytes) -> "IncrementalPdfFileWriter":
    from pyhanko.pdf_utils.extensions import DeveloperExtension  # noqa: PLC0415 - loaded by now
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - as above

    class Writer(IncrementalPdfFileWriter):
        """Leaves the file PDF 1.7, as PDF/A-3 and PDF/UA-1 are: pyHanko calls it 2.0 where ECDSA signs."""

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            if version <= (1, 7):
                super().ensure_output_version(version)  # type: ignore[no-untyped-call]

        def register_extension(self, ext: DeveloperExtension) -> None:
            if ext.base_version == "/1.7":
                super().register_extension(ext)

    return Writer(BytesIO(pdf))


def _read(key: str) -> "EllipticCurvePrivateKey":
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - a tenth of a second
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    try:
        read = serialization.load_pem_private_key(key.encode(), password=None)
    except (ValueError, TypeError):
        read = None
    if not isinstance(read, ec.EllipticCurvePrivateKey) or not isinstance(read.curve, ec.SECP256R1):
        raise ValueError("no key of CoopDesk's kind") from None  # without the cause, which may quote the key
    return read


def _certificate(key: "EllipticCurvePrivateKey", office_code: str, example: bool) -> "x509.Certificate":
    """Return the key's own certificate: the same for the same key, so that it need not be kept."""
    from cryptography import x509  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - as above
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - as above

    parts = [x509.NameAttribute(NameOID.COMMON_NAME, signer_name(office_code))]
    if example:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, EXAMPLE))
    name = x509.Name(parts)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(int(fingerprint_of(key.public_key()), 16) | 1)
        .not_valid_before(_FIRST)
        .not_valid_after(_LAST)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    )
