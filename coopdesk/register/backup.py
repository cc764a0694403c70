"""The whole desk in one ZIP file and back: the register, its evidence and the papers issued. Never a secret."""

import errno
import json
import re
import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from coopdesk.errors import CoopDeskError
from coopdesk.files import copy_counted, disk_troubles, make_folder, put_in_place, sha256, temporary_folder, write_whole
from coopdesk.register import schema, sqlite
from coopdesk.register.evidence import MOST_BYTES, NAME, EvidenceStore
from coopdesk.register.schema import FILE

FORMAT, VERSION = "coopdesk-backup", 1
_MANIFEST = "manifest.json"
_MOST = {FILE: 1 << 30, _MANIFEST: 32 << 20, "evidence": MOST_BYTES, "papers": 100 << 20}  # bytes in one file
_PAPER = re.compile(r"papers(?:/[^/\\:*?\"<>|\x00-\x1f.][^/\\:*?\"<>|\x00-\x1f]*){1,3}")
_REPLACEABLE = frozenset({"register.damaged", "register.foreign", "register.newer"})


def backup(folder: Path, target: Path) -> None:
    """Write the register of `folder`, its evidence and its papers to the ZIP file `target`, with their SHA-256.

    The register may be open. `target` is replaced in one step, or stays as it was.

    Raises:
        CoopDeskError: there is no register (`backup.nothing`), it is damaged, or the disk refuses.
    """
    version = sqlite.look(folder / FILE)
    if version is None:
        raise CoopDeskError("backup.nothing", path=str(folder))
    make_folder(target.parent)
    # Beside the target: the register's own disk may be the full one.
    with disk_troubles(target), temporary_folder(".backup-", target.parent) as made:
        copied = Path(made) / FILE
        sqlite.copy(folder / FILE, copied)
        write_whole(target, lambda beside: _write(beside, copied, folder, version))


@contextmanager
def on_a_copy(folder: Path) -> Iterator[Path | None]:
    """Yield a temporary folder with a copy of the register of `folder`, which may be open; None where there is none.

    Raises:
        CoopDeskError: it is newer than this program, foreign or damaged, or the disk refuses. What is wrong with the
            copy, found inside, is said of the register itself.
    """
    register = folder / FILE
    version = sqlite.look(register)
    if version is None:
        yield None
        return
    if schema.is_newer(version):
        raise CoopDeskError("register.newer", path=str(register))
    with temporary_folder("coopdesk-") as made:
        sqlite.copy(register, made / FILE)
        try:
            yield made
        except CoopDeskError as error:
            if error.key in _REPLACEABLE:
                raise CoopDeskError(error.key, path=str(register)) from error
            raise


def restore(source: Path, folder: Path) -> Path | None:
    """Put what the backup `source` holds in place of the register of `folder`, which must not be open.

    All of the backup is checked first. Evidence and papers are added to those that are there. The register changes in
    one step: a crash leaves the old one or the new one, whole.

    Returns:
        The folder in which what was replaced was put aside; None where there was no register.

    Raises:
        CoopDeskError: it is no backup (`backup.foreign`, `backup.unreadable`), a damaged or a newer one, the present
            register is in use (`register.locked`), or the disk refuses. The present register is as it was then.
    """
    make_folder(folder)
    with disk_troubles(folder):
        for left_over in folder.glob(".restore-*"):
            shutil.rmtree(left_over)
        with temporary_folder(".restore-", folder) as unpacked:
            names = _unpack(source, unpacked)
            _check_register(source, unpacked / FILE)
            aside = folder / "backups" / f"replaced-{schema.stamp()}"
            others = [name for name in names - {FILE} if not _add(unpacked / name, folder / name)]
            replaced = _set_aside(folder / FILE, aside / FILE)
            put_in_place(unpacked / FILE, folder / FILE)
            for name in others:
                _replace(unpacked / name, folder / name, aside / name)
    return aside if replaced else None


def _write(beside: Path, register: Path, folder: Path, version: str) -> None:
    # The register was copied first: what it names was there by then.
    files = {FILE: register}
    files |= {path.relative_to(folder).as_posix(): path for path in EvidenceStore(folder / "evidence").files()}
    papers = {path.relative_to(folder).as_posix(): path for path in sorted((folder / "papers").glob("**/*"))}
    files |= {name: path for name, path in papers.items() if path.is_file() and _PAPER.fullmatch(name)}
    with ZipFile(beside, "w", allowZip64=True) as archive:
        listed = {name: _pack(archive, name, path) for name, path in files.items()}
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        manifest = {"format": FORMAT, "version": VERSION, "made_at": made_at, "register": version, "files": listed}
        archive.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1), ZIP_DEFLATED)


def _pack(archive: ZipFile, name: str, path: Path) -> dict[str, object]:
    info = ZipInfo(name, datetime.now(UTC).timetuple()[:6])
    info.compress_type = ZIP_DEFLATED if name == FILE else ZIP_STORED  # pictures are compressed already
    with path.open("rb") as file, archive.open(info, "w", force_zip64=True) as entry:
        digest, size = copy_counted(file, entry, path.stat().st_size)  # type: ignore[arg-type]
    return {"sha256": digest, "size": size}


def _unpack(source: Path, into: Path) -> set[str]:
    """Unpack all files that the manifest names, having compared each with it; return their names."""
    with _zip_troubles(source), source.open("rb") as file, ZipFile(file) as archive:
        entries = {info.filename: info for info in archive.infolist()}
        if _MANIFEST not in entries:
            raise CoopDeskError("backup.foreign", path=str(source))
        files = _manifest(source, archive, entries[_MANIFEST])
        if set(entries) != {*files, _MANIFEST} or len(entries) != len(archive.infolist()) or FILE not in files:
            raise _damaged(source, _MANIFEST)
        for name, (_, size) in files.items():
            if not _is_ours(name) or size > _most(name) or entries[name].file_size != size:
                raise _damaged(source, name)
        if sum(size for _, size in files.values()) > shutil.disk_usage(into).free:
            raise CoopDeskError("register.full", path=str(into.parent))
        for name, listed in files.items():
            if _extract(archive, entries[name], into / name) != listed:
                raise _damaged(source, name)
    return set(files)


def _manifest(source: Path, archive: ZipFile, entry: ZipInfo) -> dict[str, tuple[str, int]]:
    """Return the SHA-256 and the size in bytes of each file, by name."""
    if entry.file_size > _MOST[_MANIFEST]:
        raise _damaged(source, _MANIFEST)
    try:
        manifest: Any = json.loads(archive.read(entry))
        if manifest["format"] != FORMAT:
            raise CoopDeskError("backup.foreign", path=str(source))
        if manifest["version"] > VERSION:
            raise CoopDeskError("backup.newer", path=str(source))
        return {str(name): (str(file["sha256"]), int(file["size"])) for name, file in manifest["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(source, _MANIFEST) from error


def _extract(archive: ZipFile, entry: ZipInfo, target: Path) -> tuple[str, int]:
    with disk_troubles(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, target.open("wb") as file:
            return copy_counted(packed, file, entry.file_size)  # type: ignore[arg-type]


def _is_ours(name: str) -> bool:
    """Tell whether a backup may hold a file of this name: nothing that could land outside the folder."""
    if name == FILE:
        return True
    folder, _, rest = name.partition("/")
    if folder == "evidence":
        start, _, file = rest.partition("/")
        return NAME.fullmatch(file) is not None and start == file[:2]
    return _PAPER.fullmatch(name) is not None


def _most(name: str) -> int:
    return _MOST[name.partition("/")[0]]


def _check_register(source: Path, register: Path) -> None:
    try:
        version = sqlite.look(register)
        if version is None:
            raise _damaged(source, FILE)
        sqlite.check(register)
    except CoopDeskError as error:
        if error.key in _REPLACEABLE:
            raise _damaged(source, FILE) from error
        raise
    if schema.is_newer(version):
        raise CoopDeskError("backup.newer", path=str(source))


def _add(new: Path, target: Path) -> bool:
    """Put a file in its place; False where another one of its name stands there."""
    if target.exists():
        return sha256(target) == sha256(new)
    make_folder(target.parent)
    put_in_place(new, target)
    return True


def _replace(new: Path, target: Path, aside: Path) -> None:
    """Put a file in the place of another one, which is kept aside."""
    write_whole(aside, lambda beside: _copy(target, beside))
    put_in_place(new, target)


def _set_aside(register: Path, aside: Path) -> bool:
    """Keep the present register aside and leave its file ready to be replaced; False where there is none."""
    present = [path for path in (register, *sqlite.companions(register)) if path.exists()]
    try:
        if register.exists() and sqlite.look(register) is not None:
            sqlite.copy(register, aside)
            sqlite.fold_up(register)
            return True
    except CoopDeskError as error:
        if error.key not in _REPLACEABLE:
            raise
    # What can't be read as a register is kept as it lies.
    for path in present:
        write_whole(aside.with_name(path.name), lambda beside, path=path: _copy(path, beside))  # type: ignore[misc]
    for companion in sqlite.companions(register):
        companion.unlink(missing_ok=True)
    return bool(present)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


@contextmanager
def _zip_troubles(source: Path) -> Iterator[None]:
    try:
        yield
    except BadZipFile as error:
        with source.open("rb") as file:
            begun = file.read(4) == b"PK\x03\x04"
        if begun:
            raise _damaged(source, source.name) from error
        raise CoopDeskError("backup.foreign", path=str(source)) from error
    except (zlib.error, struct.error, EOFError, ValueError, RuntimeError) as error:  # garbled, or encrypted
        raise _damaged(source, source.name) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # it points outside itself
            raise _damaged(source, source.name) from error
        raise CoopDeskError("backup.unreadable", path=str(source)) from error


def _damaged(source: Path, name: str) -> CoopDeskError:
    return CoopDeskError("backup.damaged", path=str(source), name=name)
