"""The walk by real key events on the program of this source tree, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from tests.packages.checks import check_certificate, check_picture
from tests.packages.walker import LostWay, Walker

HEADING = "স্বাগতম। এটি কোন কার্যালয়?"


def test_the_program_is_walked_to_its_certificate(recorded: Path, display: str, kept: Path, tmp_path: Path) -> None:
    register = tmp_path / "walked"
    with subprocess.Popen([Path(sys.executable).parent / "coopdesk", "--data-dir", register]) as program:
        try:
            walker = Walker(recorded, display, kept)
            walker.walk()
        finally:
            program.terminate()
    assert program.returncode == 0
    for step in walker.steps:
        if step.headings:
            check_picture(kept / step.value, recorded / step.value, step.headings)
    (certificate,) = (register / "papers").glob("সনদ-*.pdf")
    check_certificate(certificate)


def test_a_program_that_goes_elsewhere_is_found_out(recorded: Path, display: str, kept: Path, tmp_path: Path) -> None:
    """An English window: the first page is not what was walked through."""
    register = tmp_path / "english"
    register.mkdir()
    (register / "desk.ini").write_text("[General]\nlanguage=en\n", "utf-8")
    with subprocess.Popen([Path(sys.executable).parent / "coopdesk", "--data-dir", register]) as program:
        try:
            walker = Walker(recorded, display, kept)
            walker.patience = 4
            with pytest.raises(LostWay, match="seen-000"):
                walker.walk()
        finally:
            program.terminate()
    assert (kept / "lost.png").exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("shift", [0, 2])
def test_shaped_letters_pass(tmp_path: Path, shift: int) -> None:
    expected, box = _drawn(tmp_path / "expected.png", [HEADING])
    seen, _ = _drawn(tmp_path / "seen.png", [HEADING], shift)
    check_picture(seen, expected, (box,))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "broken", [list(HEADING), ["□" if letter.isalpha() else letter for letter in HEADING], [HEADING[::-1]]]
)
def test_letters_that_are_not_shaped_fail(tmp_path: Path, broken: list[str]) -> None:
    """Each letter by itself; boxes for want of a font; the wrong order."""
    expected, box = _drawn(tmp_path / "expected.png", [HEADING])
    seen, _ = _drawn(tmp_path / "seen.png", broken)
    with pytest.raises(AssertionError, match="alike"):
        check_picture(seen, expected, (box,))


@pytest.mark.usefixtures("qapp")
def test_letters_without_their_conjuncts_fail(tmp_path: Path) -> None:
    """A font that shapes vowels, but joins no letters: ক্র as ক্‌র."""
    text = "জেলা সমবায় কর্মকর্তা"
    expected, box = _drawn(tmp_path / "expected.png", [text])
    seen, _ = _drawn(tmp_path / "seen.png", [text.replace("\u09cd", "\u09cd\u200c")])
    with pytest.raises(AssertionError, match="alike"):
        check_picture(seen, expected, (box,))


def test_an_empty_screen_fails(tmp_path: Path) -> None:
    Image.new("L", (600, 60), 255).save(tmp_path / "seen.png")
    expected, box = _drawn(tmp_path / "expected.png", [HEADING])
    with pytest.raises(AssertionError, match="alike"):
        check_picture(tmp_path / "seen.png", expected, (box,))


def _drawn(file: Path, pieces: list[str], shift: int = 0) -> tuple[Path, tuple[int, int, int, int]]:
    """Draw the pieces of a text one after the other, and return the picture and where its text stands."""
    picture = QImage(600, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    font = QFont()
    font.setPixelSize(22)
    painter = QPainter(picture)
    painter.setFont(font)
    x = 20 + shift
    for piece in pieces:
        painter.drawText(x, 35, piece)
        x += QFontMetrics(font).horizontalAdvance(piece)
    painter.end()
    picture.save(str(file))
    return file, (10, 5, 590, 55)
