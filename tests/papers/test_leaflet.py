"""The leaflet beside the installer: one page, whose words come back whole, in the bundled fonts."""

import io
import runpy
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst

from coopdesk import __version__
from coopdesk.bangla.digits import to_bangla

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "packaging" / "leaflet" / "leaflet.typ"
leaflet = runpy.run_path(str(TEMPLATE.with_name("make.py")))["leaflet"]


def test_it_is_one_page_that_says_what_to_do() -> None:
    with pypdfium2.PdfDocument(leaflet(TEMPLATE.read_bytes())) as document:
        (page,) = document
        text = " ".join(page.get_textpage().get_text_range().split())
        assert (round(page.get_width()), round(page.get_height())) == (595, 842)
    for words in (
        f"CoopDesk-{__version__}-setup.exe", to_bangla(__version__), "শুধু আমার জন্য", "Run anyway", "ব্যাকআপ নিন…",
        "দায়িত্ব হস্তান্তর করুন", "হালনাগাদ", "পাসফ্রেজ ভুলে গেলে", "রেজিস্টার না খুললে", "সহায়তাকারী", "রেজিস্টার কম্পিউটারে থেকে যায়",
    ):  # fmt: skip
        assert words in text


def test_it_lasts_and_can_be_read_aloud() -> None:
    with pikepdf.open(io.BytesIO(leaflet(TEMPLATE.read_bytes()))) as file:
        parts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in parts if one.get("/Type") == "/FontDescriptor"]
        names = {str(font.FontName).partition("+")[2].partition("-")[0] for font in fonts}
        assert names == {"NotoSansBengali", "NotoSans"}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        told = file.open_metadata()
        assert (told["pdfaid:part"], told["pdfuaid:part"]) == ("3", "1")
        pictures = [one for one in parts if one.get("/S") == "/Figure"]
        assert [bool(str(one.Alt)) for one in pictures] == [True, True]


def test_its_buttons_are_called_as_in_the_window() -> None:
    said = TEMPLATE.read_text("utf-8")
    window = (ROOT / "translations" / "coopdesk_bn.ts").read_text("utf-8")
    for word in ("সংরক্ষণ করে শুরু করুন", "একাউন্ট যোগ করুন", "ব্যাকআপ নিন…", "দায়িত্ব হস্তান্তর করুন", "সমস্যার ফাইল তৈরি করুন…"):
        assert f"#said[{word}]" in said
        assert f"<translation>{word}</translation>" in window


def test_the_setups_buttons_are_called_as_on_its_pages() -> None:
    said = TEMPLATE.read_text("utf-8")
    pages = "".join(
        (ROOT / "packaging/windows" / name).read_text("utf-8") for name in ("Bangla.nlf", "Bangla.nsh", "texts.nsh")
    )
    for word, there in (
        ("শুধু আমার জন্য", '"শুধু আমার জন্য"'),
        ("পরবর্তী", "\nপরবর্তী >"),
        ("ইনস্টল করুন", "\nইনস্টল করুন\n"),
        ("শেষ", 'MUI_BUTTONTEXT_FINISH "শেষ"'),
    ):
        assert f"#said[{word}]" in said
        assert there in pages


@pytest.mark.parametrize(
    ("change", "trouble"),
    [(("/docs/setup-bn.png", "/docs/gone.png"), typst.TypstError), (("size: 10.4pt", "size: 14pt"), ValueError)],
    ids=["a picture is missing", "it grows beyond its page"],
)
def test_it_is_not_made_where_something_is_wrong(change: tuple[str, str], trouble: type[Exception]) -> None:
    written = TEMPLATE.read_text("utf-8")
    assert change[0] in written
    with pytest.raises(trouble):
        leaflet(written.replace(*change).encode())
