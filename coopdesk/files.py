"""Files written whole or not at all, and what can go wrong with them."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from coopdesk.errors import CoopDeskError
from coopdesk.folders import PRIVATE

CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WINDOWS_IN_USE = frozenset({32, 33})


@contextmanager
def disk_troubles(path: Path) -> Iterator[None]:
    """Turn what the disk refuses, anywhere inside, into a `CoopDeskError` that names `path`."""
    try:
        yield
    except OSError as error:
        raise disk_trouble(error, path) from error


def disk_trouble(error: OSError, path: Path) -> CoopDeskError:
    """Say what the disk refused: it is full, `path` may not be written, it is in use, or the disk fails."""
    if error.errno in _FULL:
        return CoopDeskError("register.full", path=str(path))
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return CoopDeskError("register.locked", path=str(path))
    if error.errno in _DENIED:
        return CoopDeskError("register.not_writable", path=str(path))
    return CoopDeskError("register.disk", path=str(path))


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, for this user alone; on Windows for whom the folder above is.

    Raises:
        CoopDeskError: the disk refuses, or a file has that name.
    """
    with disk_troubles(folder):
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)


@contextmanager
def temporary_folder(prefix: str, place: Path | None = None) -> Iterator[Path]:
    """Yield a new folder of this user's in `place`, or where the system has temporary ones; it goes in the end.

    What still holds a file of it on Windows, such as a virus scanner, is no trouble of the deed's.

    Raises:
        OSError: it cannot be made.
    """
    from tempfile import gettempdir  # noqa: PLC0415 - not needed at every start

    # Not tempfile's own: on Windows that shuts out all others for good, also from what is moved out of it.
    made = (place or Path(gettempdir())) / f"{prefix}{uuid4().hex[:12]}"
    made.mkdir(mode=PRIVATE)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def write_whole(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a file beside `target`, then put it in its place in one step.

    After a crash `target` is the old file or the new one, whole.

    Raises:
        CoopDeskError: the disk refuses. The half-written file is gone then.
    """
    make_folder(target.parent)
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}")
    try:
        with disk_troubles(target):
            write(beside)
            put_in_place(beside, target)
    finally:
        with suppress(OSError):  # a stick that was pulled has nothing left to take away
            beside.unlink(missing_ok=True)


def put_in_place(made: Path, target: Path) -> None:
    """Flush `made` to the disk and give it the name `target`, replacing what stood there.

    Raises:
        OSError: the disk refuses.
    """
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(target)
    _flush_folder(target.parent)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_counted(source: BinaryIO, target: BinaryIO, most: int) -> tuple[str, int]:
    """Copy at most `most` bytes and one more; return the SHA-256 and the number of bytes copied."""
    digest, size = hashlib.sha256(), 0
    while size <= most and (piece := source.read(min(CHUNK, most + 1 - size))):
        digest.update(piece)
        target.write(piece)
        size += len(piece)
    return digest.hexdigest(), size


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders; it writes names through by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
