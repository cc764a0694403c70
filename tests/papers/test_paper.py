"""The file: what it promises to archives and screen readers, and that its pictures are the same pages."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from coopdesk.papers import certificate
from coopdesk.papers.content import in_digits
from coopdesk.texts import LANGUAGES, Language, say, table

from .conftest import MakeFacts, office, squeezed, text_of
from .every import FORMS, PAPERS, with_name

OURS = {"CoopDeskSerifBengali-Regular", "CoopDeskSerifBengali-Bold", "NotoSerif", "NotoSerif-Regular", "NotoSerif-Bold"}
STANDARD = frozenset(
    (
        "/Document",
        "/Part",
        "/Div",
        "/P",
        "/H1",
        "/H2",
        "/H3",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/Table",
        "/THead",
        "/TBody",
        "/TFoot",
        "/TR",
        "/TH",
        "/TD",
        "/Span",
        "/Figure",
    )
)
"""The kinds of structure that a reader knows."""


@pytest.fixture
def saved(tmp_path: Path, make_facts: MakeFacts) -> Path:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(certificate(make_facts(accounts=12), "bn").pdf())
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAPERS)
def test_it_is_pdf_a_and_pdf_ua(make_facts: MakeFacts, language: Language, kind: str) -> None:
    paper = PAPERS[kind](make_facts(), language)
    with pikepdf.open(BytesIO(paper.pdf())) as pdf:
        root = pdf.Root
        assert str(root.Lang) == language
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert root.OutputIntents[0].S == "/GTS_PDFA1"
        assert not pdf.is_encrypted
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261124080500Z"
        with pdf.open_metadata() as marks:
            assert (marks["pdfaid:part"], marks["pdfaid:conformance"], marks["pdfuaid:part"]) == ("3", "A", "1")
            assert marks["dc:title"] == paper.title
        elements = list(_elements(root.StructTreeRoot))
        kinds = [str(element.S) for element in elements]
        headings = [kind for kind in kinds if kind in ("/H1", "/H2", "/H3")]
        assert headings[0] == "/H1"
        assert set(headings[1:]) <= {"/H2"}
        assert all("/Alt" in element for element in elements if element.S == "/Figure")
        assert kinds.count("/TH") >= 4 * kinds.count("/Table") or "/Table" not in kinds
        assert set(kinds) <= STANDARD | {str(role) for role in root.StructTreeRoot.get("/RoleMap", {})}
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert all("/ToUnicode" in font for font in fonts)


def _elements(element: Any) -> Iterator[Any]:
    """Yield every structure element below one."""
    below = element.get("/K", [])
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


@pytest.mark.parametrize("kind", FORMS)
def test_where_nothing_is_known_there_are_dotted_lines(make_facts: MakeFacts, kind: str) -> None:
    bare = office(website="", head_name="", head_post="", head_phone="", head_email="", name_en="")
    file = FORMS[kind](make_facts(office=bare, memo=""), "bn").pdf()
    assert "None" not in "".join(text_of(file))
    with pikepdf.open(BytesIO(file)) as pdf:
        dashes = [o for page in pdf.pages for o in pikepdf.parse_content_stream(page) if str(o.operator) == "d"]
        assert sum(len(dash.operands[0]) > 0 for dash in dashes) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind", [kind for kind in PAPERS if kind not in ("checklist", "declaration", "decision", "wall")]
)
def test_a_hundred_accounts_flow_over_pages_with_repeated_heads(
    make_facts: MakeFacts, kind: str, language: Language
) -> None:
    pages = text_of(PAPERS[kind](make_facts(accounts=100), language).pdf())
    assert len(pages) >= (4 if kind != "complaint_register" else 1)
    head = table("papers")["accounts.number"].in_(language)
    assert sum(squeezed(head) in page for page in pages) >= (3 if kind != "complaint_register" else 1)
    last = in_digits(len(pages), language)
    word = table("papers")["frame.page"].in_(language)
    for number, page in enumerate(pages, start=1):
        assert f"{word}{in_digits(number, language)}/{last}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_certificate_for_the_wall_is_one_page(make_facts: MakeFacts, language: Language) -> None:
    for facts in (make_facts(accounts=1), make_facts(accounts=100), with_name(make_facts(accounts=100), "সমবায় " * 40)):
        (page,) = text_of(PAPERS["wall"](facts, language).pdf())
        assert facts.serial in page
    assert squeezed(say("registers", "wall.more", count=88).in_(language)) in page


def test_only_the_bundled_fonts_are_in_it_each_with_its_letters(saved: Path) -> None:
    with pikepdf.open(saved) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert {str(font.BaseFont).split("+")[1] for font in fonts} <= OURS
        for font in fonts:
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_a_screen_reader_finds_headings_and_tables_but_no_decoration(saved: Path) -> None:
    struct = subprocess.run(["pdfinfo", "-struct-text", saved], capture_output=True, check=True).stdout
    # Poppler writes a text that stands in the file as UTF-16 as it is.
    lines = [line.strip() for line in struct.decode(errors="replace").splitlines()]
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 4
    assert kinds.index("H1") < kinds.index("H2")
    assert kinds.count("Table") == 3
    assert kinds.count("TH") >= 15
    read = squeezed("".join(line for line in lines if line.startswith('"')).replace('"', ""))
    assert "নমুনা" not in read
    assert "পৃষ্ঠা" not in read
    assert "COOP-GOPALGANJ" not in read


def test_poppler_copies_the_chief_words_too(saved: Path) -> None:
    read = squeezed(subprocess.run(["pdftotext", saved, "-"], capture_output=True, check=True, text=True).stdout)
    for words in ("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "সমবায় কার্যালয়", "স্মারক", "বঙ্গাব্দ"):
        assert squeezed(words) in read


def test_the_same_paper_is_the_same_file(make_facts: MakeFacts) -> None:
    assert certificate(make_facts(), "bn").pdf() == certificate(make_facts(), "bn").pdf()


def test_the_pictures_are_the_same_pages(make_facts: MakeFacts) -> None:
    paper = certificate(make_facts(accounts=12), "bn")
    with pikepdf.open(BytesIO(paper.pdf())) as pdf:
        count = len(pdf.pages)
    pictures = paper.pages(110)
    assert len(pictures) == count > 1
    for picture in pictures:
        with Image.open(BytesIO(picture)) as page:
            assert page.format == "PNG"
            assert page.size == pytest.approx((210 / 25.4 * 110, 297 / 25.4 * 110), abs=1)
            assert page.convert("L").getextrema()[0] < 40


def test_papers_are_made_on_several_threads_at_once(make_facts: MakeFacts) -> None:
    papers = [certificate(make_facts(accounts=number), "bn") for number in (1, 2, 3, 4)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda paper: paper.pdf(), papers))
    assert together == [paper.pdf() for paper in papers]


def test_a_time_without_its_zone_is_a_mistake(make_facts: MakeFacts) -> None:
    facts = make_facts()
    with pytest.raises(ValueError, match="zone"):
        certificate(replace(facts, made_at=facts.made_at.replace(tzinfo=None)), "bn").pdf()
