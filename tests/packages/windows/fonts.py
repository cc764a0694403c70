"""A face for Bangla in a Windows of wine's, which has none: Windows itself brings Nirmala UI."""

from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from tests.packages.packages import SOURCE
from tests.packages.wine import Wine

_FACES = ("NotoSans-Regular.ttf", "NotoSansBengali-Regular.ttf")
_NAME = "Desk Sans"
_SUBSTITUTES = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes"
_FONTS = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Fonts"


def lend_bangla(wine: Wine, place: Path) -> None:
    """Let Windows' own windows speak in a face that has Latin and Bangla letters; `place` is a folder to make it in."""
    file = place / "desk.ttf"
    _merged(place).save(file)
    target = wine.path(rf"C:\windows\Fonts\{file.name}")
    target.write_bytes(file.read_bytes())
    wine.run("reg", "add", _FONTS, "/v", f"{_NAME} (TrueType)", "/d", file.name, "/f")
    for dialogs in ("MS Shell Dlg", "MS Shell Dlg 2", "Tahoma"):
        wine.run("reg", "add", _SUBSTITUTES, "/v", dialogs, "/d", _NAME, "/f")


def _merged(place: Path) -> TTFont:
    """Return the two faces as one. Of the Latin one the letters alone stay: its rules would hide the Bangla ones."""
    parts = []
    for name in _FACES:
        font = TTFont(SOURCE / "resources/fonts" / name)
        if "Bengali" not in name:
            options = subset.Options(layout_features=[], drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "STAT"])
            cut = subset.Subsetter(options)
            cut.populate(unicodes=[*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2030)])
            cut.subset(font)
        part = place / name
        font.save(part)
        parts.append(str(part))
    made = Merger().merge(parts)
    for record in made["name"].names:
        record.string = {1: _NAME, 4: _NAME, 6: _NAME.replace(" ", ""), 16: _NAME}.get(record.nameID, str(record))
    return made
