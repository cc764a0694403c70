"""Qt on Linux brings ICU's data of all languages, 32 MB: this leaves Bangla's, English's and what all share."""

import re
import subprocess
from pathlib import Path

KEPT = re.compile(r"(bn|en)(_(BD|GB|US|001|150|IN))?|root|pool|res_index|ucadata")
# A data item named for its language, alone ("bn_BD.res") or in a matter's folder ("lang/bn.res"); others are shared.
LANGUAGE = re.compile(r"(?:(?:curr|zone|lang|region|unit|coll|rbnf)/)?([a-z]{2,3}(?:_\w*)?)\.res")
# Old code pages, transliteration, and the borders of words and lines: Qt has tables of its own for those.
OTHER = re.compile(r".+\.cnv|translit/.+|brkitr/.+")
ASSEMBLY = """.section .note.GNU-stack,"",%progbits
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
.size {symbol}, {size}
{symbol}: .incbin "{data}"
"""


def trim_icu(folder: Path, work: Path) -> None:
    """Replace the one `libicudata.so.*` in `folder` by a smaller one of the same name; `work` is for what lies between.

    Raises:
        subprocess.CalledProcessError: a tool (binutils, icu-devtools, gcc) refused; it says why itself.
    """
    [library] = folder.glob("libicudata.so.*")
    version = library.name.rpartition(".")[2]
    # A package's items bear its file's name: the smaller one has the same, in another folder.
    data, smaller = work / f"icudt{version}l.dat", work / "smaller" / f"icudt{version}l.dat"
    smaller.parent.mkdir()
    _run("objcopy", "-O", "binary", "--only-section=.rodata", library, data)
    listed = _run("icupkg", "-l", data).split()
    unwanted = work / "unwanted.txt"
    unwanted.write_text("\n".join(name for name in listed if not is_kept(name)) + "\n", encoding="ascii")
    _run("icupkg", "-r", unwanted, data, smaller)
    source = work / "data.S"
    symbol = f"icudt{version}_dat"
    source.write_text(ASSEMBLY.format(symbol=symbol, size=smaller.stat().st_size, data=smaller), encoding="utf-8")
    linked = (f"-Wl,-soname,{library.name}", "-Wl,--build-id=none", "-Wl,-z,noexecstack")
    _run("gcc", "-shared", "-nostdlib", *linked, "-o", library, source)


def is_kept(item: str) -> bool:
    """Tell whether a data item ("lang/bn.res") stays."""
    if OTHER.fullmatch(item):
        return False
    language = LANGUAGE.fullmatch(item)
    return language is None or KEPT.fullmatch(language[1]) is not None


def _run(*command: object) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
