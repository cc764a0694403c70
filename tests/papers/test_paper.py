"""The file: what it promises to archives and screen readers, and that its pictures are the same pages."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coopdesk.papers import certificate, report
from coopdesk.texts import LANGUAGES, Language

from .conftest import MakeFacts, squeezed

OURS = {"CoopDeskSerifBengali-Regular", "CoopDeskSerifBengali-Bold", "NotoSerif", "NotoSerif-Regular", "NotoSerif-Bold"}


@pytest.fixture
def saved(tmp_path: Path, make_facts: MakeFacts) -> Path:
    path = tmp_path / "certificate.pdf"
    path.write_bytes(certificate(make_facts(accounts=12), "bn").pdf())
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["certificate", "report"])
def test_it_is_pdf_a_and_pdf_ua(make_facts: MakeFacts, language: Language, kind: str) -> None:
    make = {"certificate": certificate, "report": report}[kind]
    paper = make(make_facts(), language)
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
