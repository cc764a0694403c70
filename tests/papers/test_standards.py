"""PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), rule by rule, each test named after its clause.

What checks is pikepdf and Poppler: neither wrote the files. Each rule is held for a paper of each kind, and for a
certificate that is signed and carries its facts.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coopdesk.papers import Handed, certificate, handover_note, report
from coopdesk.papers.signing import fingerprint, new_key, sign

from . import pdf_rules as rules
from .conftest import SERIAL, MakeFacts


@dataclass(frozen=True)
class Made:
    """A file, and what pikepdf reads in it."""

    name: str
    file: bytes
    pdf: pikepdf.Pdf

    @property
    def signed(self) -> bool:
        return self.name == "signed"

    @property
    def certifies(self) -> bool:
        return self.name in ("certificate", "signed")


@pytest.fixture(scope="module", params=["certificate", "report", "handover", "signed"])
def made(
    request: pytest.FixtureRequest, make_facts: MakeFacts, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Made]:
    """Return a paper of each kind, of more than one page, with a logo."""
    logo = tmp_path_factory.mktemp("logo") / "logo.png"
    Image.new("RGBA", (300, 200), (0, 106, 78, 200)).save(logo)
    key = new_key()
    signed_with = fingerprint(key) if request.param == "signed" else ""
    facts = make_facts(accounts=12, logo=logo, signed_with=signed_with)
    everything = frozenset(account.id for account in facts.accounts)
    match request.param:
        case "report":
            file = report(facts, "en").pdf()
        case "handover":
            file = handover_note(facts, Handed("রেহানা", "নাজমুল", everything, frozenset(), ()), "bn").pdf()
        case kind:
            file = certificate(facts, "bn").pdf()
            if kind == "signed":
                file = sign(file, key, "GOPALGANJ", SERIAL, example=True)
    with pikepdf.open(BytesIO(file)) as pdf:
        assert len(pdf.pages) > 1
        yield Made(request.param, file, pdf)


# ISO 19005-3, PDF/A-3


def test_a_6_1_2_header(made: Made) -> None:
    first, second = made.file.split(b"\n", 2)[:2]
    assert re.fullmatch(rb"%PDF-1\.[0-7]", first)
    assert second.startswith(b"%")
    assert sum(byte > 127 for byte in second[1:]) >= 4


def test_a_6_1_2_nothing_calls_it_a_later_pdf(made: Made) -> None:
    assert str(made.pdf.Root.get("/Version", "/1.7")) <= "/1.7"
    extensions = made.pdf.Root.get("/Extensions", pikepdf.Dictionary())
    assert all(str(one.BaseVersion) <= "/1.7" for one in extensions.values())


def test_a_6_1_3_trailer_has_an_id_and_no_encryption(made: Made) -> None:
    assert len(made.pdf.trailer.ID) == 2
    assert "/Encrypt" not in made.pdf.trailer
    assert not made.pdf.is_encrypted


def test_a_6_1_3_nothing_after_the_end(made: Made) -> None:
    assert made.file.rstrip(b"\r\n").endswith(b"%%EOF")


def test_a_6_1_6_and_13_strings_and_names_within_their_limits(made: Made) -> None:
    assert max(len(bytes(value)) for value in _values(made.pdf, pikepdf.String)) <= 32_767
    assert max(len(str(value).encode()) for value in _values(made.pdf, pikepdf.Name)) <= 127


def test_a_6_1_7_no_stream_lies_outside_of_the_file(made: Made) -> None:
    for stream in rules.streams(made.pdf):
        assert not {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys())


def test_a_6_1_7_no_filter_but_the_allowed_ones(made: Made) -> None:
    for stream in rules.streams(made.pdf):
        assert "LZW" not in str(stream.get("/Filter", "")) + repr(stream.get("/Filter", ""))
        assert "/Crypt" not in repr(stream.get("/Filter", ""))


def test_a_6_1_12_permissions_are_those_of_a_signature_alone(made: Made) -> None:
    permissions = made.pdf.Root.get("/Perms", pikepdf.Dictionary())
    assert set(permissions.keys()) == ({"/DocMDP"} if made.signed else set())
    for reference in (one for signature in permissions.values() for one in signature.Reference):
        assert not {"/DigestLocation", "/DigestMethod", "/DigestValue"} & set(reference.keys())


def test_a_6_2_3_output_intent(made: Made) -> None:
    (intent,) = made.pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert str(intent.OutputConditionIdentifier)
    profile = intent.DestOutputProfile
    content = profile.read_bytes()
    assert content[36:40] == b"acsp"
    assert {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}[content[16:20]] == int(profile.N)


def test_a_6_2_4_3_no_device_colour_that_the_output_intent_does_not_explain(made: Made) -> None:
    assert made.pdf.Root.OutputIntents[0].DestOutputProfile.N == 3
    for image in _images(made.pdf):
        assert image.get("/ColorSpace") != "/DeviceCMYK"
    used = {str(op) for page in made.pdf.pages for _, op in pikepdf.parse_content_stream(page)}
    assert not used & {"k", "K"}


def test_a_6_2_8_images_have_no_alternates_and_are_not_smoothed(made: Made) -> None:
    assert _images(made.pdf), "the logo"
    for image in _images(made.pdf):
        assert not {"/Alternates", "/OPI"} & set(image.keys())
        assert not bool(image.get("/Interpolate", False))


def test_a_6_2_9_no_reference_and_no_postscript(made: Made) -> None:
    for stream in rules.streams(made.pdf):
        assert stream.get("/Subtype") != "/PS"
        assert not {"/Ref", "/OPI", "/PS"} & set(stream.keys())


def test_a_6_2_11_3_2_glyphs_are_mapped(made: Made) -> None:
    for font in rules.fonts(made.pdf):
        assert font.Subtype == "/Type0"
        (descendant,) = font.DescendantFonts
        if descendant.Subtype == "/CIDFontType2":
            assert "/CIDToGIDMap" in descendant


def test_a_6_2_11_4_1_fonts_are_embedded(made: Made) -> None:
    assert rules.fonts(made.pdf)
    for font in rules.fonts(made.pdf):
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_a_6_2_11_7_2_every_glyph_has_its_letters(made: Made) -> None:
    for font in rules.fonts(made.pdf):
        letters = re.findall(rb"<([0-9A-Fa-f]{4,})>\s*(?=\n|\r|\])", font.ToUnicode.read_bytes())
        assert letters
        assert not {b"0000", b"FEFF", b"FFFE", b"feff", b"fffe"} & set(letters)


def test_a_6_3_annotations_are_seen_and_printed(made: Made) -> None:
    found = rules.annotations(made.pdf)
    assert [one.Subtype for _, one in found] == (["/Widget"] if made.signed else [])
    for _, one in found:
        hidden_or_not_viewed = 0b100011  # bits 1, 2 and 6: invisible, hidden, no view
        assert int(one.F) & 0b100, "printed"
        assert not int(one.F) & hidden_or_not_viewed


def test_a_6_3_3_annotations_have_a_look_unless_they_have_no_size(made: Made) -> None:
    for _, one in rules.annotations(made.pdf):
        left, bottom, right, top = map(float, one.Rect)
        assert "/AP" in one or (left == right and bottom == top)


def test_a_6_4_forms_do_nothing_by_themselves(made: Made) -> None:
    form = made.pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    assert not {"/XFA", "/NeedAppearances"} & set(form.keys())
    assert not any({"/A", "/AA"} & set(field.keys()) for field in form.get("/Fields", []))


def test_a_6_4_3_the_signature_covers_the_whole_file(made: Made) -> None:
    fields = made.pdf.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", [])
    assert len(fields) == made.signed
    for field in fields:
        start, before, after, rest = map(int, field.V.ByteRange)
        assert (start, after + rest) == (0, len(made.file))
        assert made.file[before : before + 1] + made.file[after - 1 : after] == b"<>"
        assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_a_6_5_nothing_is_started(made: Made) -> None:
    assert not {"/OpenAction", "/AA"} & set(made.pdf.Root.keys())
    started = {"/Launch", "/JavaScript", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/Rendition"}
    assert not any(one.get("/S") in started for one in rules.dictionaries(made.pdf))
    assert "/JavaScript" not in made.pdf.Root.get("/Names", pikepdf.Dictionary())


def test_a_6_6_2_metadata_is_there_for_a_plain_reader(made: Made) -> None:
    metadata = made.pdf.Root.Metadata
    assert (metadata.Type, metadata.Subtype) == ("/Metadata", "/XML")
    assert "/Filter" not in metadata
    packet = re.match(rb"<\?xpacket begin=[^>]*\?>", metadata.read_bytes())
    assert packet
    assert not re.search(rb"(bytes|encoding)=", packet.group())


def test_a_6_6_3_metadata_and_information_say_the_same(made: Made) -> None:
    with made.pdf.open_metadata() as marks:
        info = made.pdf.docinfo
        assert marks["dc:title"] == str(info["/Title"])
        assert marks["dc:creator"] == [str(info["/Author"])]
        assert _digits(marks["xmp:CreateDate"]) == _digits(str(info["/CreationDate"]))
        assert _digits(marks["xmp:ModifyDate"]) == _digits(str(info["/ModDate"]))


def test_a_6_6_4_it_says_which_part_and_level_it_keeps(made: Made) -> None:
    with made.pdf.open_metadata() as marks:
        assert (marks["pdfaid:part"], marks["pdfaid:conformance"]) == ("3", "A")


def test_a_6_7_2_2_it_is_tagged(made: Made) -> None:
    assert bool(made.pdf.Root.MarkInfo.Marked)


def test_a_6_7_3_3_the_structure_tree_holds_all_content(made: Made) -> None:
    tree = made.pdf.Root.StructTreeRoot
    assert tree.Type == "/StructTreeRoot"
    parents = pikepdf.NumberTree(tree.ParentTree)
    for page in made.pdf.pages:
        numbers = rules.content_numbers(page)
        assert numbers
        assert len(numbers) == len(set(numbers))
        above = parents[int(page.StructParents)]
        assert all(above[number].Type == "/StructElem" or "/S" in above[number] for number in numbers)


def test_a_6_7_3_4_other_types_are_mapped_to_standard_ones(made: Made) -> None:
    roles = rules.roles_of(made.pdf)
    assert set(roles.values()) <= rules.STANDARD_TYPES, "and so no map leads in a circle"
    assert {one.role for one in rules.elements(made.pdf)} <= rules.STANDARD_TYPES


def test_a_6_7_4_its_language(made: Made) -> None:
    assert str(made.pdf.Root.Lang) == ("en" if made.name == "report" else "bn")


def test_a_6_8_what_is_attached_says_what_it_is_to_the_paper(made: Made) -> None:
    attached = list(made.pdf.Root.get("/AF", []))
    assert len(attached) == made.certifies
    assert len(made.pdf.attachments) == len(attached)
    for one in attached:
        assert one.AFRelationship == "/Data"
        assert one.F == one.UF == "coopdesk-certificate.json"
        assert str(one.Desc)
        assert one.EF.F.Subtype == "/application/json"
        assert "/ModDate" in one.EF.F.Params
        assert int(one.EF.F.Params.Size) == len(one.EF.F.read_bytes())


def test_a_6_9_to_6_11_nothing_optional_no_slides_no_requirements(made: Made) -> None:
    assert not {"/OCProperties", "/Requirements", "/NeedsRendering"} & set(made.pdf.Root.keys())
    assert "/AlternatePresentations" not in made.pdf.Root.get("/Names", pikepdf.Dictionary())
    assert not any("/PresSteps" in page for page in made.pdf.pages)


# ISO 14289-1, PDF/UA-1


def test_ua_5_it_says_that_it_keeps_it(made: Made) -> None:
    with made.pdf.open_metadata() as marks:
        assert marks["pdfuaid:part"] == "1"


def test_ua_7_1_content_is_marked_or_an_artifact(made: Made) -> None:
    assert [rules.unmarked(page) for page in made.pdf.pages] == [[]] * len(made.pdf.pages)


def test_ua_7_1_no_suspects(made: Made) -> None:
    assert not bool(made.pdf.Root.MarkInfo.get("/Suspects", False))


def test_ua_7_1_standard_types_keep_their_meaning(made: Made) -> None:
    assert not set(rules.roles_of(made.pdf)) & rules.STANDARD_TYPES


def test_ua_7_1_the_title_is_told_and_shown(made: Made) -> None:
    with made.pdf.open_metadata() as marks:
        assert str(marks["dc:title"]).strip()
    assert bool(made.pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_ua_7_2_text_in_another_language_says_which(made: Made) -> None:
    spoken = {str(one.object.Lang) for one in rules.elements(made.pdf) if "/Lang" in one.object}
    assert spoken <= {"bn", "en"}
    assert ("bn" in spoken) is (made.name == "report"), "the Bangla day on an English paper"


def test_ua_7_3_figures_have_another_text(made: Made) -> None:
    figures = [one for one in rules.elements(made.pdf) if one.role in ("Figure", "Formula")]
    assert len(figures) == (2 if made.certifies else 1), "the logo, and the code"
    for figure in figures:
        assert str(figure.object.get("/Alt", "")).strip()


def test_ua_7_4_2_headings_begin_with_the_first_and_skip_none(made: Made) -> None:
    levels = [int(one.role[1:]) for one in rules.elements(made.pdf) if re.fullmatch(r"H[1-6]", one.role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


def test_ua_7_4_4_headings_are_numbered_or_not_but_never_both(made: Made) -> None:
    assert "H" not in {one.role for one in rules.elements(made.pdf)}


def test_ua_7_5_tables_have_heads_that_say_what_they_head(made: Made) -> None:
    tables = [one for one in rules.elements(made.pdf) if one.role == "Table"]
    assert len(tables) >= 2
    heads = [one for one in rules.elements(made.pdf) if one.role == "TH"]
    for head in heads:
        assert _attribute(head.object, "/Scope") in ("/Column", "/Row", "/Both")
    assert {table.object.objgen for table in tables} == {_table_of(head).object.objgen for head in heads}


def test_ua_7_5_rows_stand_in_tables_and_cells_in_rows(made: Made) -> None:
    within = {
        "TR": {"Table", "THead", "TBody", "TFoot"},
        "TH": {"TR"},
        "TD": {"TR"},
        "THead": {"Table"},
        "TBody": {"Table"},
    }
    for one in rules.elements(made.pdf):
        if one.role in within:
            assert one.above is not None
            assert one.above.role in within[one.role]


def test_ua_7_11_attachments_are_named_twice(made: Made) -> None:
    for one in rules.dictionaries(made.pdf):
        if one.get("/Type") == "/Filespec" or "/EF" in one:
            assert {"/F", "/UF"} <= set(one.keys())


def test_ua_7_16_nothing_keeps_a_screen_reader_out(made: Made) -> None:
    assert made.pdf.allow.accessibility
    assert "/Encrypt" not in made.pdf.trailer


def test_ua_7_17_a_long_paper_has_an_outline(made: Made) -> None:
    with made.pdf.open_outline() as outline:
        assert len(outline.root) == 1
        assert len(outline.root[0].children) >= 2


def test_ua_7_18_1_what_no_reader_is_told_of_is_out_of_sight(made: Made) -> None:
    for page, one in rules.annotations(made.pdf):
        left, bottom, right, top = map(float, page.mediabox)
        box = list(map(float, one.Rect))
        outside = box[2] < left or box[0] > right or box[3] < bottom or box[1] > top
        assert outside or "/StructParent" in one


def test_ua_7_18_1_fields_have_a_name_to_be_said(made: Made) -> None:
    for _, one in rules.annotations(made.pdf):
        assert str(one.TU).strip()


def test_ua_7_18_3_pages_with_annotations_go_by_structure(made: Made) -> None:
    for page, _ in rules.annotations(made.pdf):
        assert page.Tabs == "/S"


def test_ua_7_20_no_content_of_another_file(made: Made) -> None:
    assert not any("/Ref" in stream for stream in rules.streams(made.pdf) if stream.get("/Subtype") == "/Form")


def test_ua_7_21_4_2_fonts_hold_every_glyph_that_is_drawn(made: Made) -> None:
    """Poppler looks into each font: embedded, a subset, and with its letters."""
    told = subprocess.run(["pdffonts", "-"], input=made.file, capture_output=True, check=True).stdout.decode()
    rows = [line.split() for line in told.splitlines()[2:]]
    assert rows
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def test_what_is_not_marked_is_seen() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"/Artifact BMC (a) Tj EMC /P <</MCID 7>> BDC (b) Tj EMC /P BMC (c) Tj f EMC")
        assert rules.unmarked(page) == ["Tj", "f"]
        assert rules.content_numbers(page) == [7]


# Poppler, asked for a second opinion


def test_poppler_reads_the_headings_in_order_and_heads_in_each_table(made: Made, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(made.file)
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True)
    lines = [line.strip().split(" ")[0] for line in told.stdout.decode(errors="replace").splitlines()]
    assert "Document" in lines[:1]
    headings = [line for line in lines if re.fullmatch(r"H[1-6]", line)]
    assert headings == ["H1", *["H2"] * (len(headings) - 1)]
    parts = " ".join(line for line in lines if line in ("Table", "TH", "TD"))
    tables = parts.split("Table")[1:]
    assert len(tables) >= 2
    assert all(re.fullmatch(r"( TH)+( TD)* ?", table) for table in tables), "heads first, then cells"


def _values(pdf: pikepdf.Pdf, kind: type) -> Iterator[pikepdf.Object]:
    pending: list[object] = list(pdf.objects)
    while pending:
        one = pending.pop()
        if isinstance(one, kind):
            yield one  # type: ignore[misc]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            pending += [value for value in one.values() if not getattr(value, "is_indirect", False)]
            if kind is pikepdf.Name:
                pending += [pikepdf.Name(name) for name in one.keys()]  # noqa: SIM118 - pikepdf's
        elif isinstance(one, pikepdf.Array):
            pending += [value for value in one if not getattr(value, "is_indirect", False)]


def _images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [stream for stream in rules.streams(pdf) if stream.get("/Subtype") == "/Image"]


def _digits(moment: str) -> str:
    return re.sub(r"\D", "", moment)[:14]


def _attribute(element: pikepdf.Object, name: str) -> object:
    found = element.get("/A", pikepdf.Array())
    owners = found if isinstance(found, pikepdf.Array) else [found]
    return next((one[name] for one in owners if isinstance(one, pikepdf.Dictionary) and name in one), None)


def _table_of(element: rules.Element) -> rules.Element:
    above = element.above
    while above is not None and above.role != "Table":
        above = above.above
    assert above is not None
    return above
