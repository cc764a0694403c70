"""The office's logo: any picture, however odd, or a clear word."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coopdesk.errors import CoopDeskError
from coopdesk.papers import certificate

from .conftest import MakeFacts

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


@pytest.mark.parametrize("damage", ["text", "cut", "missing", "enormous"])
def test_what_is_no_picture_is_said(make_facts: MakeFacts, tmp_path: Path, damage: str) -> None:
    logo = tmp_path / "logo.png"
    if damage == "text":
        logo.write_text("no picture")
    elif damage == "cut":
        Image.effect_noise((200, 200), 60).save(logo)
        logo.write_bytes(logo.read_bytes()[:3000])
    elif damage == "enormous":
        Image.new("1", (9000, 9000)).save(logo)
    with pytest.raises(CoopDeskError) as raised:
        certificate(make_facts(logo=logo), "bn")
    assert raised.value.key == "papers.logo_unreadable"
    assert "logo.png" in raised.value.said.bn
