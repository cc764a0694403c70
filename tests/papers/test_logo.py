"""The office's logo: any picture, however odd, or a clear word."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from coopdesk.errors import CoopDeskError
from coopdesk.papers import PaperFacts, certificate

from .conftest import MakeFacts, office

PICTURES: dict[str, Callable[[], Image.Image]] = {
    "plain.png": lambda: Image.new("RGB", (300, 200), "green"),
    "clear.png": lambda: Image.new("RGBA", (300, 300), (0, 106, 78, 40)),
    "palette.gif": lambda: Image.new("P", (20, 900)),
    "print.jpg": lambda: Image.new("CMYK", (400, 400), (80, 0, 60, 20)),
    "large.png": lambda: Image.new("L", (5000, 5000), 90),
    "dot.png": lambda: Image.new("1", (1, 1)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_any_picture_stands_on_the_paper(make_facts: MakeFacts, tmp_path: Path, name: str) -> None:
    logo = tmp_path / name
    PICTURES[name]().save(logo)
    file = certificate(make_facts(logo=logo), "bn").pdf()
    assert len(file) < 400_000
    with pikepdf.open(BytesIO(file)) as pdf:
        assert [image for page in pdf.pages for image in page.get_images()]


def colour_on_paper(facts: PaperFacts) -> tuple[int, ...]:
    """Return the colour in the middle of the logo, as PDFium draws it on the page."""
    document = pypdfium2.PdfDocument(certificate(facts, "bn").pdf())
    page = document[0]
    (image,) = [one for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = image.get_bounds()
    drawn = page.render(scale=1).to_pil().convert("RGB")
    colour = drawn.getpixel((round((left + right) / 2), round(page.get_height() - (bottom + top) / 2)))
    document.close()
    assert isinstance(colour, tuple)
    return colour


@pytest.mark.parametrize(
    ("name", "picture", "colour"),
    [
        ("plain.png", Image.new("RGB", (300, 300), (0, 106, 78)), (0, 106, 78)),
        ("half.png", Image.new("RGBA", (300, 300), (0, 0, 0, 128)), (127, 127, 127)),
        ("clear.png", Image.new("RGBA", (300, 300), (0, 0, 0, 0)), (255, 255, 255)),
        ("print.jpg", Image.new("CMYK", (300, 300), (255, 0, 255, 0)), (0, 255, 0)),
        ("black.jpg", Image.new("CMYK", (300, 300), (0, 0, 0, 255)), (0, 0, 0)),
    ],
)
def test_its_colours_are_those_of_the_picture_on_white_paper(
    make_facts: MakeFacts, tmp_path: Path, name: str, picture: Image.Image, colour: tuple[int, ...]
) -> None:
    logo = tmp_path / name
    picture.save(logo)
    facts = make_facts(logo=logo, office=office(example=False))
    assert colour_on_paper(facts) == pytest.approx(colour, abs=6)


@pytest.mark.parametrize("damage", ["text", "cut", "missing", "enormous", "bomb"])
def test_what_is_no_picture_is_said(make_facts: MakeFacts, tmp_path: Path, damage: str) -> None:
    logo = tmp_path / "logo.png"
    if damage == "text":
        logo.write_text("no picture")
    elif damage == "cut":
        Image.effect_noise((200, 200), 60).save(logo)
        logo.write_bytes(logo.read_bytes()[:3000])
    elif damage == "enormous":
        Image.new("1", (9000, 9000)).save(logo)
    elif damage == "bomb":
        _claim_to_be(logo, 60_000)
    with pytest.raises(CoopDeskError) as raised:
        certificate(make_facts(logo=logo), "bn")
    assert raised.value.key == "papers.logo_unreadable"
    assert "logo.png" in raised.value.said.bn


def _claim_to_be(file: Path, side: int) -> None:
    """Write a small PNG whose head says that it is `side` pixels wide and high."""
    Image.new("L", (8, 8)).save(file)
    data = bytearray(file.read_bytes())
    data[16:24] = struct.pack(">LL", side, side)
    data[29:33] = struct.pack(">L", zlib.crc32(data[12:29]))
    file.write_bytes(data)
