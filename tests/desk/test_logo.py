"""A logo is looked at when it is chosen, not when a paper is due."""

from pathlib import Path

import pytest
from PIL import Image

from coopdesk.desk.certify import certificate_paper
from coopdesk.desk.office import describe_office
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError

WHO = "tester"


@pytest.mark.parametrize("picture", [Image.new("RGBA", (90, 60), (0, 106, 78, 9)), Image.new("CMYK", (90, 60))])
def test_any_colours_are_taken(example: Parts, tmp_path: Path, picture: Image.Image) -> None:
    logo = tmp_path / ("logo.jpg" if picture.mode == "CMYK" else "logo.png")
    picture.save(logo)
    described = describe_office(example, example.facts().office, WHO, logo)  # type: ignore[union-attr]
    assert described.logo
    assert certificate_paper(example, "bn").data["logo"]


@pytest.mark.parametrize("damage", ["text", "cut", "enormous", "paper"])
def test_what_no_paper_can_show_is_refused(example: Parts, tmp_path: Path, damage: str) -> None:
    logo = tmp_path / "logo.png"
    match damage:
        case "text":
            logo.write_text("no picture")
        case "cut":
            Image.effect_noise((200, 200), 60).save(logo)
            logo.write_bytes(logo.read_bytes()[:3000])
        case "enormous":
            Image.new("1", (7000, 7000)).save(logo)
        case "paper":
            logo.write_bytes(certificate_paper(example, "bn").pdf())
    before = example.facts(), example.register.journal()
    with pytest.raises(CoopDeskError) as refused:
        describe_office(example, example.facts().office, WHO, logo)  # type: ignore[union-attr]
    assert refused.value.key == "papers.logo_unreadable"
    assert (example.facts(), example.register.journal()) == before
    assert not list(example.register.evidence.folder.rglob("*.pdf"))
