"""What proves a certificate: the code on it, the facts in it, the office's signature over it."""

import hashlib
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from coopdesk.papers import FiledPaper, certificate, proof, signing
from coopdesk.papers.verifying import Kind, look
from coopdesk.texts import LANGUAGES, Language

from .conftest import SERIAL, MakeFacts, office, squeezed, text_of

CODE_WIDTH_MM = 30


@pytest.fixture(scope="session")
def key() -> str:
    return signing.new_key()


@pytest.fixture(scope="session")
def signed(make_facts: MakeFacts, key: str) -> bytes:
    """Return a signed certificate of two pages."""
    facts = make_facts(signed_with=signing.fingerprint(key))
    return signing.sign(certificate(facts, "bn").pdf(), key, "GOPALGANJ", SERIAL, example=True)


def test_a_signed_certificate_is_known_by_its_key(signed: bytes, key: str) -> None:
    looked = look(signed)
    assert (looked.kind, looked.key) == (Kind.SIGNED, signing.fingerprint(key))
    assert looked.says["serial"] == SERIAL
    assert looked.says["facts"]["office"]["example"] is True


def test_poppler_agrees(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    told = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told
    assert "CN=GOPALGANJ,O=CoopDesk example" in told or "O=CoopDesk example" in told


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_pyhanko_agrees(signed: bytes) -> None:
    (signature,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    trusted = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, trusted)
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.coverage.name == "ENTIRE_FILE"


def test_signing_keeps_what_archives_and_screen_readers_ask(signed: bytes, make_facts: MakeFacts) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        root, page = pdf.Root, pdf.pages[0]
        with pdf.open_metadata() as marks:
            assert (marks["pdfaid:part"], marks["pdfaid:conformance"], marks["pdfuaid:part"]) == ("3", "A", "1")
            assert marks["pdf:Keywords"] == str(pdf.docinfo["/Keywords"])
            assert marks["pdf:Producer"] == str(pdf.docinfo["/Producer"])
            changed = str(pdf.docinfo["/ModDate"])[2:16]
            assert changed == "".join(sign for sign in marks["xmp:ModifyDate"][:19] if sign.isdigit())
        assert str(root.Lang) == "bn"
        assert root.OutputIntents[0].S == "/GTS_PDFA1"
        assert bool(root.MarkInfo.Marked)
        assert not pdf.is_encrypted
        (attached,) = root.AF
        assert attached.AFRelationship == "/Data"
        assert attached.EF.F.Subtype == "/application/json"
        assert attached.F == attached.UF == proof.ATTACHMENT
        # PDF/A: a field is printed and never hidden. PDF/UA: it has a name, is out of sight, and its page an order.
        (field,) = page.Annots
        assert int(field.F) & 0b100110 == 0b100
        assert SERIAL in str(field.TU)
        assert max(map(int, field.Rect)) < 0
        assert page.Tabs == "/S"
    assert text_of(signed) == text_of(certificate(make_facts(signed_with=look(signed).key), "bn").pdf())


def test_the_facts_ride_in_the_file(signed: bytes, tmp_path: Path, make_facts: MakeFacts) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    subprocess.run(["pdfdetach", "-save", "1", "-o", tmp_path / "facts.json", file], check=True)
    says = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))
    told = json.dumps(says["facts"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(told.encode()).hexdigest() == says["facts_sha256"]
    facts = make_facts()
    assert [one["address"] for one in says["facts"]["accounts"]] == [one.address for one in facts.accounts]
    assert len(says["facts"]["findings"]) == len(facts.assessment.findings)
    assert [one["name"] for one in says["facts"]["team"]] == ["মোছাঃ রেহানা পারভীন"]
    assert (says["serial"], says["valid_until"], says["memo"]) == (SERIAL, "2027-11-23", facts.memo)
    for private in (facts.office.head_phone, facts.office.head_email):
        assert private not in (tmp_path / "facts.json").read_text(encoding="utf-8")


def test_the_digest_hangs_on_the_facts_alone(make_facts: MakeFacts) -> None:
    one, other = make_facts(), make_facts(serial="COOP-GOPALGANJ-2026-0004", signed_with="00" * 16)
    assert proof.digest(proof.told_facts(one)) == proof.digest(proof.told_facts(other))
    changed = make_facts(accounts=3)
    assert proof.digest(proof.told_facts(one)) != proof.digest(proof.told_facts(changed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_is_drawn_large_and_whole_on_the_paper(make_facts: MakeFacts, language: Language) -> None:
    facts = make_facts(signed_with="c1e4db386d3a625a6f0e3488a995421e")
    says = proof.certified(facts, language)
    code = proof.code_of(says)
    assert code.split(":")[2:5] == [SERIAL, "GOPALGANJ", "20271123"]
    assert code.split(":")[5:] == [says["facts_sha256"].upper(), facts.signed_with.upper()]
    drawn = segno.make(code, error="m", micro=False, boost_error=False)
    assert drawn.mode == "alphanumeric"
    modules = [[bool(module) for module in row] for row in drawn.matrix]
    assert _read_from(certificate(facts, language).pages(300)[-1], len(modules)) == modules
    assert CODE_WIDTH_MM / (len(modules) + 8) > 0.4, "a phone reads modules of 0.4 mm and more from paper"


def _read_from(picture: bytes, size: int) -> list[list[bool]]:
    """Return the modules of the code as they stand on the page: its rows are much darker than those of text."""
    with Image.open(BytesIO(picture)) as page:
        dark = page.convert("L").point(lambda light: 255 if light < 100 else 0)
    mm = 300 / 25.4
    column = dark.crop((int(27 * mm), 0, int(54 * mm), dark.height))
    inked = column.resize((1, column.height), Image.Resampling.BOX).tobytes()
    runs = "".join("#" if share > 15 else " " for share in inked).split(" ")
    longest = max(runs, key=len)
    top, width = " ".join(runs).index(longest), len(longest)
    box = column.crop((0, top, column.width, top + width)).getbbox()
    assert box is not None
    left, step = box[0], width / size
    assert box[2] - left == pytest.approx(width, abs=2), "it is square"
    assert width > CODE_WIDTH_MM * 0.8 * mm
    return [
        [column.getpixel((int(left + (x + 0.5) * step), int(top + (y + 0.5) * step))) == 255 for x in range(size)]
        for y in range(size)
    ]


def test_a_phone_gets_the_same_line_that_the_file_holds(signed: bytes) -> None:
    document = pypdfium2.PdfDocument(signed)
    try:
        assert document.get_metadata_value("Keywords") == proof.code_of(look(signed).says)
    finally:
        document.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_tells_of_its_key_and_of_what_it_replaces(make_facts: MakeFacts, language: Language) -> None:
    facts = make_facts(signed_with="c1e4db386d3a625a6f0e3488a995421e", replaces="COOP-GOPALGANJ-2026-0001")
    told = "".join(text_of(certificate(facts, language).pdf()))
    assert "C1E4DB386D3A625A6F0E3488A995421E" in told
    replaced = {"bn": f"{facts.replaces} নং সনদের স্থলে", "en": f"replaces certificate No. {facts.replaces}"}
    assert squeezed(replaced[language]) in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unsigned_certificate_says_so(make_facts: MakeFacts, language: Language) -> None:
    pdf = certificate(make_facts(), language).pdf()
    says = {"bn": "ফাইলে ডিজিটাল স্বাক্ষর নেই", "en": "bears no digital signature"}
    assert squeezed(says[language]) in "".join(text_of(pdf))
    looked = look(pdf)
    assert (looked.kind, looked.key) == (Kind.UNSIGNED, "")
    assert proof.code_of(looked.says).endswith(":UNSIGNED")


def test_a_certificate_that_is_only_looked_at_proves_nothing(make_facts: MakeFacts) -> None:
    pdf = certificate(make_facts(serial=""), "bn").pdf()
    assert look(pdf).kind is Kind.FOREIGN
    assert squeezed("সনদ দেওয়ার সময় এখানে QR কোড বসবে") in "".join(text_of(pdf))


def test_before_it_is_signed_it_is_the_same_file_each_time(make_facts: MakeFacts) -> None:
    facts = make_facts(signed_with="c1e4db386d3a625a6f0e3488a995421e")
    assert certificate(facts, "bn").pdf() == certificate(facts, "bn").pdf()


def test_a_certificate_without_a_last_day_has_a_code_too(make_facts: MakeFacts) -> None:
    assert "::" in proof.code_of(proof.certified(make_facts(valid_until=None), "bn"))


def test_a_key_is_known_by_a_print_that_can_be_told(key: str) -> None:
    print_ = signing.fingerprint(key)
    assert len(print_) == signing.FINGERPRINT
    assert print_ != signing.fingerprint(signing.new_key())
    assert signing.in_groups(print_).split(" ") == [print_[place : place + 4].upper() for place in range(0, 32, 4)]
    assert len(key) < 300, "it fits into every keyring"


@pytest.mark.parametrize("other", ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_what_is_no_key_is_not_repeated_in_the_error(other: str) -> None:
    with pytest.raises(ValueError, match="no key of CoopDesk's kind") as raised:
        signing.fingerprint(other)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize(
    "code", ["CHATTOGRAMHILLTRACTS-KHAGRACHHARISADAR", "ক/খ: x 'y' (z)\\", "গ" * 300, "", "🌾"], ids=range(5)
)
def test_any_office_code_goes_into_code_and_signature(make_facts: MakeFacts, key: str, code: str) -> None:
    facts = make_facts(accounts=1, office=office(code=code), signed_with=signing.fingerprint(key))
    pdf = signing.sign(certificate(facts, "en").pdf(), key, code, SERIAL, example=True)
    assert look(pdf).kind is Kind.SIGNED


def test_a_screen_reader_hears_what_the_code_is(signed: bytes, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(signed)) as pdf:
        said = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert any("QR" in text for text in said)
        assert [image for page in pdf.pages for image in page.get_images()] == [], "it is drawn in lines, not in dots"


def test_files_are_read_on_several_threads_at_once(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)
    with ThreadPoolExecutor(4) as pool:
        looked = [pool.submit(look, signed) for _ in range(20)]
        drawn = [pool.submit(FiledPaper("x", file, "bn").pages, 20.0) for _ in range(8)]
        assert {one.result().kind for one in looked} == {Kind.SIGNED}
        assert len({one.result() for one in drawn}) == 1
