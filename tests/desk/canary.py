"""Finding a planted secret, however it is written: as it is, as UTF-16, in base64, in hexadecimal, escaped in JSON."""

import base64
import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2


def traces(secret: str) -> frozenset[bytes]:
    """Return every way in which a secret may stand among other bytes."""
    found = {json.dumps(secret)[1:-1].encode(), json.dumps(secret, ensure_ascii=False)[1:-1].encode()}
    for raw in (secret.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")):
        found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
        found |= {_in_base64(raw, before) for before in range(3)}
    return frozenset(found | {trace.translate(_URL_SAFE) for trace in found})


_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def _in_base64(raw: bytes, before: int) -> bytes:
    """Return the letters that do not hang on what stands before and behind, where `before` bytes do (of three)."""
    letters = base64.b64encode(bytes(before) + raw)
    return letters[-(-before * 8 // 6) : (before + len(raw)) * 8 // 6]


def found_in(content: bytes, secrets: Iterable[str]) -> list[str]:
    """Return the secrets that stand in some bytes."""
    return [secret for secret in secrets if any(trace in content for trace in traces(secret))]


def found_in_files(folder: Path, secrets: Iterable[str]) -> list[str]:
    """Return where below `folder` a secret stands: in a file, packed into it, or in its name.

    What a KeePass file seals is not opened.
    """
    wanted = {secret: traces(secret) for secret in secrets}
    places = []
    for file in sorted(folder.rglob("*")):
        for where, content in _contents(file, folder):
            places += [f"{where}: {secret}" for secret, ways in wanted.items() if any(way in content for way in ways)]
    return places


def _contents(file: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name, what stands in a file as it lies, and what its kind packs or frees."""
    where = str(file.relative_to(folder))
    yield f"the name {where}", os.fsencode(where)
    if file.is_file():
        yield from _unpacked(where, file.read_bytes())
    if file.suffix == ".sqlite" and file.is_file():
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            yield f"{where}, dumped", "\n".join(connection.iterdump()).encode()


def _unpacked(where: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield where, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _unpacked(f"{where}/{name}", archive.read(name))
    elif content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as paper:
            for part in paper.objects:
                yield (
                    f"{where}, a part",
                    part.read_bytes() if isinstance(part, pikepdf.Stream) else bytes(str(part), "utf-8"),
                )
        with closing(pypdfium2.PdfDocument(content)) as pages:
            yield f"{where}, its text", "".join(page.get_textpage().get_text_range() for page in pages).encode()


def told_to_the_system(process: int) -> bytes:
    """Return the arguments and the environment of a process and of all that it started, as the system shows them."""
    told = b""
    for one in _family(process):
        for name in ("cmdline", "environ"):
            try:
                told += Path(f"/proc/{one}/{name}").read_bytes()
            except OSError:
                told += b""  # it has ended meanwhile
    return told


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    for child in children:
        yield from _family(int(child))
