"""Make the paper's Bangla face from Noto Serif Bengali: signs keep their place along the line, and stay on one level.

A sign that is raised or lowered against its letter is written into a PDF on a line of its own, and readers then copy
the whole syllable twice ('নমুমুনা' for 'নমুনা'). Noto moves its signs by a few hundredths of the letter's height only, so
levelling them can hardly be seen, and every word copies out as it was put in.

    python packaging/fonts/level_marks.py NotoSerifBengali-Regular.ttf CoopDeskSerifBengali-Regular.ttf

Needs fontTools. The result is under the SIL Open Font License, as its source is, and bears a name of its own.
"""

import sys
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_SOURCE, _FAMILY = "Noto Serif Bengali", "CoopDesk Serif Bengali"
_MARK_TO_BASE, _MARK_TO_MARK = 4, 6


def level(font: TTFont) -> None:
    """Put all anchors of marks on one level, and name the font after what it is now."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            plain = getattr(subtable, "ExtSubTable", subtable)
            for anchor in _anchors(plain):
                anchor.YCoordinate = 0
    for record in font["name"].names:
        text = record.toUnicode()
        plain_name, new_name = _SOURCE.replace(" ", ""), _FAMILY.replace(" ", "")
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = text.replace(_SOURCE, _FAMILY).replace(plain_name, new_name)


def _anchors(subtable: Any) -> list[Any]:
    if subtable.LookupType == _MARK_TO_BASE:
        marks, bases = subtable.MarkArray, [base.BaseAnchor for base in subtable.BaseArray.BaseRecord]
    elif subtable.LookupType == _MARK_TO_MARK:
        marks, bases = subtable.Mark1Array, [base.Mark2Anchor for base in subtable.Mark2Array.Mark2Record]
    else:
        return []
    return [record.MarkAnchor for record in marks.MarkRecord] + [anchor for base in bases for anchor in base if anchor]


def main(source: Path, target: Path) -> None:
    """Read the font `source` and write the levelled one to `target`, the same bytes every time."""
    with TTFont(source, recalcTimestamp=False) as font:
        level(font)
        font.save(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
