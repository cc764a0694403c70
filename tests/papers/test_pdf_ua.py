"""PDF/UA-1 (ISO 14289-1), rule by rule, each test named after its clause; and what Poppler reads in them.

Neither pikepdf nor Poppler wrote the files.
"""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf

from . import pdf_rules as rules
from .conftest import Made


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
    assert len(figures) == (2 if made.certifies or made.name == "wall" else 1), "the logo, and the code"
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
    assert len(tables) >= made.tables
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
        assert len(outline.root[0].children) == sum(one.role == "H2" for one in rules.elements(made.pdf))


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
    assert len(tables) >= made.tables
    assert all(re.fullmatch(r"( TH)+( TD)* ?", table) for table in tables), "heads first, then cells"


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
