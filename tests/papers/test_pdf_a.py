"""PDF/A-3 at level A (ISO 19005-3), rule by rule, each test named after its clause.

What checks is pikepdf, which did not write the files. Each rule is held for a paper of each kind, and for a certificate
that is signed and carries its facts.
"""

import re
from collections.abc import Iterator

import pikepdf

from . import pdf_rules as rules
from .conftest import Made


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
