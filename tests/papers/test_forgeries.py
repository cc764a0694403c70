"""What can be done to a signed certificate: none of it passes for one that was signed so."""

import json
import re
import subprocess
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import NoEncryption, load_pem_private_key, pkcs12
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import ArrayObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from coopdesk.papers import certificate, pdfium, proof, signing
from coopdesk.papers.verifying import Kind, look

from .conftest import SERIAL, MakeFacts, office

KEY, OTHERS_KEY = signing.new_key(), signing.new_key()


@pytest.fixture(scope="module")
def unsigned(make_facts: MakeFacts) -> bytes:
    """Return a certificate as it is before it is signed."""
    return certificate(make_facts(accounts=1, signed_with=signing.fingerprint(KEY)), "bn").pdf()


@pytest.fixture(scope="module")
def signed(unsigned: bytes) -> bytes:
    return signing.sign(unsigned, KEY, "GOPALGANJ", SERIAL, example=True)


@pytest.fixture(scope="module")
def others(make_facts: MakeFacts) -> bytes:
    """Return a genuine certificate of another office."""
    rangpur = office(code="RANGPUR", name="জেলা সমবায় কার্যালয়, রংপুর")
    facts = make_facts(accounts=2, office=rangpur, signed_with=signing.fingerprint(OTHERS_KEY))
    return signing.sign(certificate(facts, "bn").pdf(), OTHERS_KEY, "RANGPUR", SERIAL, example=True)


def _gap(pdf: bytes) -> tuple[int, int]:
    """Return where the last signature's own place begins and ends."""
    ranges = re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]", pdf)[-1]
    return int(ranges[1]), int(ranges[2])


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def _on_top(pdf: bytes, content: bytes) -> bytes:
    """Put an incremental update on a file that draws `content` on its first page, as any editor may."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    page, _ = writer.find_page_for_modification(0)
    drawn = page.get_object()
    streams = [drawn.raw_get("/Contents"), writer.add_object(StreamObject(stream_data=content))]
    drawn["/Contents"] = ArrayObject(streams)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _text_changed(signed: bytes, **_: bytes) -> bytes:
    with pikepdf.open(BytesIO(signed)) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents.write(page.Contents.read_bytes().replace(b"Tj", b"TJ", 1) + b"\n")
        return _saved(pdf)


def _byte_changed_in_place(signed: bytes, **_: bytes) -> bytes:
    at = signed.index(b"stream\n") + 200
    return signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]


def _page_replaced(signed: bytes, others: bytes, **_: bytes) -> bytes:
    with pikepdf.open(BytesIO(signed)) as pdf, pikepdf.open(BytesIO(others)) as foreign:
        del foreign.pages[0].Annots
        pdf.pages.append(foreign.pages[0])
        del pdf.pages[0]
        return _saved(pdf)


def _update_on_top(signed: bytes, **_: bytes) -> bytes:
    return _on_top(signed, b"q 1 1 1 rg 100 500 300 200 re f Q")


def _empty_update_on_top(signed: bytes, **_: bytes) -> bytes:
    return signed + b"\n% nothing at all\n"


def _signed_again_on_top(signed: bytes, **_: bytes) -> bytes:
    """Put another office's signature beside ours, whose word that nothing may change is taken out first."""
    with pikepdf.open(BytesIO(signed)) as pdf:
        del pdf.Root.Perms
        del pdf.Root.AcroForm.Fields[0].V.Reference
        writer = IncrementalPdfFileWriter(BytesIO(_saved(pdf)))
    key = load_pem_private_key(OTHERS_KEY.encode(), None)
    assert isinstance(key, EllipticCurvePrivateKey)
    own = signing._certificate(key, "GOPALGANJ", example=True)
    both = pkcs12.serialize_key_and_certificates(None, key, own, None, NoEncryption())
    signer = signers.SimpleSigner.load_pkcs12_data(both, other_certs=[])
    meaning = signers.PdfSignatureMetadata(field_name="second", subfilter=fields.SigSeedSubFilter.PADES)
    return signers.sign_pdf(writer, meaning, signer).getvalue()


def _attachment_swapped(signed: bytes, **_: bytes) -> bytes:
    with pikepdf.open(BytesIO(signed)) as pdf:
        file = pdf.attachments[proof.ATTACHMENT].get_file()
        says = json.loads(file.read_bytes())
        says["valid_until"] = "2036-11-23"
        del pdf.attachments[proof.ATTACHMENT]
        pdf.attachments[proof.ATTACHMENT] = pikepdf.AttachedFileSpec(pdf, json.dumps(says).encode())
        return _saved(pdf)


def _attachment_swapped_in_place(signed: bytes, **_: bytes) -> bytes:
    """Change the attachment's own bytes where it lies in the file, its length kept."""
    for match in re.finditer(rb"/EmbeddedFile.*?stream\n(.*?)\nendstream", signed, re.DOTALL):
        packed = match.group(1)
        try:
            plain, filtered = zlib.decompress(packed), True
        except zlib.error:
            plain, filtered = packed, False
        changed = plain.replace(b"2027-11-23", b"2036-11-23")
        new = zlib.compress(changed, 9) if filtered else changed
        new = new.ljust(len(packed), b"\n")[: len(packed)]
        return signed[: match.start(1)] + new + signed[match.end(1) :]
    raise AssertionError("no attachment")


def _attachment_taken_out(signed: bytes, **_: bytes) -> bytes:
    with pikepdf.open(BytesIO(signed)) as pdf:
        del pdf.attachments[proof.ATTACHMENT]
        return _saved(pdf)


def _signature_stripped(signed: bytes, **_: bytes) -> bytes:
    with pikepdf.open(BytesIO(signed)) as pdf:
        del pdf.Root.AcroForm
        del pdf.Root.Perms
        del pdf.pages[0].Annots
        return _saved(pdf)


def _signature_cut_off(signed: bytes, unsigned: bytes, **_: bytes) -> bytes:
    assert signed.startswith(unsigned)
    return unsigned


def _signature_emptied(signed: bytes, **_: bytes) -> bytes:
    before, after = _gap(signed)
    return signed[: before + 1] + b"0" * (after - before - 2) + signed[after - 1 :]


def _signature_of_another_file(signed: bytes, others: bytes, **_: bytes) -> bytes:
    (start, end), (first, last) = _gap(signed), _gap(others)
    theirs = others[first + 1 : last - 1].ljust(end - start, b"0")[: end - start - 2]
    return signed[: start + 1] + theirs + signed[end - 1 :]


def _hidden_in_the_signature(signed: bytes, **_: bytes) -> bytes:
    _, after = _gap(signed)
    return signed[: after - 9] + b"DEADBEEF" + signed[after - 1 :]


def _speaks_of_less(signed: bytes, **_: bytes) -> bytes:
    """Let the signature speak of fewer bytes than there are, the list as long as before."""
    ranges = re.findall(rb"/ByteRange \[\d+ \d+ \d+ (\d+)\]", signed)[-1]
    at = signed.rindex(ranges + b"]")
    return signed[:at] + str(int(ranges) - 20).encode().rjust(len(ranges), b"0") + signed[at + len(ranges) :]


FORGERIES: list[Callable[..., bytes]] = [
    _text_changed, _byte_changed_in_place, _page_replaced, _update_on_top, _empty_update_on_top, _signed_again_on_top,
    _attachment_swapped, _attachment_swapped_in_place, _attachment_taken_out, _signature_stripped, _signature_cut_off,
    _signature_emptied, _signature_of_another_file, _hidden_in_the_signature, _speaks_of_less,
]  # fmt: skip


def test_the_good_one_passes(signed: bytes, others: bytes) -> None:
    assert (look(signed).kind, look(signed).key) == (Kind.SIGNED, signing.fingerprint(KEY))
    assert (look(others).kind, look(others).key) == (Kind.SIGNED, signing.fingerprint(OTHERS_KEY))


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda forge: forge.__name__.strip("_"))
def test_a_forgery_is_seen(
    forge: Callable[..., bytes], signed: bytes, unsigned: bytes, others: bytes, tmp_path: Path
) -> None:
    forged = forge(signed=signed, unsigned=unsigned, others=others)
    assert forged != signed
    assert look(forged).kind is Kind.ALTERED


def test_a_changed_page_is_really_seen_by_a_reader(signed: bytes, tmp_path: Path) -> None:
    """The update on top is no broken file: a reader that asks for no signature shows what it draws."""
    (tmp_path / "forged.pdf").write_bytes(_on_top(signed, b"q 1 1 1 rg 100 500 300 200 re f Q"))
    told = subprocess.run(["pdfsig", "-nocert", tmp_path / "forged.pdf"], capture_output=True, text=True, check=False)
    assert "Not total document signed" in told.stdout
    with pdfium.opened((tmp_path / "forged.pdf").read_bytes()) as forged, pikepdf.open(BytesIO(signed)) as before:
        assert len(forged) == len(before.pages)


def test_with_another_offices_key_it_is_that_keys(unsigned: bytes) -> None:
    """Who signs our paper anew under our name is told by the key; under their own name the paper contradicts them."""
    ours_by_theirs = signing.sign(unsigned, OTHERS_KEY, "GOPALGANJ", SERIAL, example=True)
    assert (look(ours_by_theirs).kind, look(ours_by_theirs).key) == (Kind.SIGNED, signing.fingerprint(OTHERS_KEY))
    assert look(signing.sign(unsigned, OTHERS_KEY, "RANGPUR", SERIAL, example=True)).kind is Kind.ALTERED


def test_an_examples_key_signs_examples_alone(make_facts: MakeFacts) -> None:
    real = certificate(make_facts(office=office(example=False), signed_with=signing.fingerprint(KEY)), "bn").pdf()
    assert look(signing.sign(real, KEY, "GOPALGANJ", SERIAL, example=True)).kind is Kind.ALTERED
    assert look(signing.sign(real, KEY, "GOPALGANJ", SERIAL)).kind is Kind.SIGNED


def _seen(pdf: bytes) -> Kind | None:
    try:
        return look(pdf).kind
    except (pdfium.NoPdf, pdfium.Locked):
        return None


@settings(max_examples=60)
@given(st.data())
def test_no_byte_can_be_changed(signed: bytes, data: st.DataObject) -> None:
    before, after = _gap(signed)
    outside = st.integers(0, before - 1) | st.integers(after, len(signed) - 1)
    at, other = data.draw(outside), data.draw(st.integers(1, 255))
    changed = bytearray(signed)
    changed[at] ^= other
    assert _seen(bytes(changed)) is not Kind.SIGNED


@settings(max_examples=25)
@given(st.data())
def test_nothing_can_be_cut_off(signed: bytes, data: st.DataObject) -> None:
    assert _seen(signed[: data.draw(st.integers(0, len(signed) - 1))]) is not Kind.SIGNED


@settings(max_examples=25)
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_nothing_can_stand_around_it(signed: bytes, before: bytes, after: bytes) -> None:
    if before or after:
        assert _seen(before + signed + after) is not Kind.SIGNED


@pytest.mark.parametrize(
    "content", [b"", b"no pdf", b"%PDF-1.7\n", b"\0" * 5000], ids=["empty", "text", "head", "zeros"]
)
def test_what_is_no_pdf_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(pdfium.NoPdf):
        look(content)


@pytest.mark.parametrize("user", ["secret", ""], ids=["to open", "to change"])
def test_an_encrypted_file_is_not_judged(signed: bytes, user: str) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        target = BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user=user))
    with pytest.raises(pdfium.Locked):
        look(target.getvalue())


def test_another_pdf_is_not_ours() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        assert look(_saved(pdf)).kind is Kind.FOREIGN


@pytest.mark.parametrize(
    "attached",
    [b"", b"{", b"[]", b"null", b'{"format": 1}', b"\xff\xfe", b"[" * 100_000, b'{"format":"coopdesk-certificate-1"}'],
    ids=["empty", "half", "list", "null", "other", "no text", "deep", "bare"],
)
def test_an_attachment_of_our_name_that_says_nothing_is_no_certificate(attached: bytes) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[proof.ATTACHMENT] = pikepdf.AttachedFileSpec(pdf, attached)
        assert look(_saved(pdf)).kind is Kind.ALTERED
