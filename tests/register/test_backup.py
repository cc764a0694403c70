"""The backup and the way back: whole, checked before anything changes, and nothing lost of what was there."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from coopdesk.errors import CoopDeskError
from coopdesk.register.backup import backup, restore
from coopdesk.register.schema import FILE
from coopdesk.register.store import Register
from tests.register import examples
from tests.register.examples import all_of, write


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), "green").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def saved(full: Register, tmp_path: Path) -> Path:
    """Return a backup of the full register, a picture and a paper, made while it is open."""
    full.evidence.add_bytes(_picture())
    (full.folder / "papers").mkdir()
    (full.folder / "papers" / "সনদ GOP-1.pdf").write_bytes(b"a paper")
    backup(full.folder, tmp_path / "saved.zip")
    return tmp_path / "saved.zip"


def _held(folder: Path) -> tuple[object, ...]:
    with closing(Register.open(folder)) as register:
        return all_of(register)


def test_all_comes_back_in_an_empty_folder(full: Register, saved: Path, tmp_path: Path) -> None:
    assert restore(saved, tmp_path / "new") is None
    with closing(Register.open(tmp_path / "new")) as register:
        assert all_of(register) == all_of(full)
        assert register.journal() == full.journal()
        assert [file.read_bytes() for file in register.evidence.files()] == [_picture()]
    assert (tmp_path / "new" / "papers" / "সনদ GOP-1.pdf").read_bytes() == b"a paper"
    assert not list((tmp_path / "new").glob(".*"))


def test_what_is_not_yet_folded_into_the_file_is_saved_too(full: Register, tmp_path: Path) -> None:
    write(full, replace(examples.COMPLAINT, outcome="নিষ্পন্ন"))
    assert (full.folder / f"{FILE}-wal").stat().st_size > 0
    backup(full.folder, tmp_path / "b.zip")
    restore(tmp_path / "b.zip", tmp_path / "new")
    assert _held(tmp_path / "new") == all_of(full)


def test_what_is_replaced_is_kept_aside(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "present"
    with closing(Register.open(folder)) as register:
        write(register, replace(examples.OFFICE, head_name="আগের জন"))
        before = all_of(register)
        other = register.evidence.add_bytes(_picture()[:-12] + _picture()[-12:] + b"\n")
    (folder / "papers").mkdir()
    (folder / "papers" / "সনদ GOP-1.pdf").write_bytes(b"another paper")
    aside = restore(saved, folder)
    assert aside is not None
    assert _held(aside) == before
    assert (aside / "papers" / "সনদ GOP-1.pdf").read_bytes() == b"another paper"
    assert (folder / "papers" / "সনদ GOP-1.pdf").read_bytes() == b"a paper"
    with closing(Register.open(folder)) as register:
        assert register.evidence.has(other), "what came after the backup stays"
        facts = register.facts()
        assert facts is not None
        assert facts.office == examples.OFFICE


def test_a_damaged_register_is_replaced_and_kept_as_it_lay(full: Register, saved: Path) -> None:
    expected = all_of(full)
    full.close()
    (full.folder / FILE).write_bytes(b"SQLite format 3\0" + b"\xff" * 8_000)
    aside = restore(saved, full.folder)
    assert aside is not None
    assert (aside / FILE).read_bytes() == b"SQLite format 3\0" + b"\xff" * 8_000
    assert _held(full.folder) == expected


def test_an_open_register_is_not_replaced(full: Register, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopdesk.register.sqlite.BUSY_MS", 50)
    before = all_of(full)
    with pytest.raises(CoopDeskError) as refused:
        restore(saved, full.folder)
    assert refused.value.key == "register.locked"
    write(full, replace(examples.COMPLAINT, outcome="নিষ্পন্ন"))
    assert all_of(full) != before


def test_nothing_to_back_up_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoopDeskError) as refused:
        backup(tmp_path, tmp_path / "b.zip")
    assert refused.value.key == "backup.nothing"
    assert list(tmp_path.iterdir()) == []


def test_a_backup_that_fails_leaves_the_one_before(full: Register, saved: Path) -> None:
    before = saved.read_bytes()
    full.close()
    content = bytearray((full.folder / FILE).read_bytes())
    content[4_096:8_192] = b"\xff" * 4_096
    (full.folder / FILE).write_bytes(content)
    with pytest.raises(CoopDeskError) as refused:
        backup(full.folder, saved)
    assert refused.value.key == "register.damaged"
    assert saved.read_bytes() == before
    assert not [path for path in saved.parent.iterdir() if path.name.startswith(".")]


def _rewritten(source: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Return a backup with other entries; names stand as they are given."""
    with ZipFile(source) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    target = source.with_name("changed.zip")
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target


def _in_manifest(change: Callable[[dict[str, object]], object]) -> Callable[[dict[str, bytes]], None]:
    def changed(entries: dict[str, bytes]) -> None:
        manifest = json.loads(entries["manifest.json"])
        change(manifest)
        entries["manifest.json"] = json.dumps(manifest).encode()

    return changed


def _listed(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    """Add an entry that the manifest names, with its right size and SHA-256."""

    def changed(entries: dict[str, bytes]) -> None:
        entries[name] = content
        manifest = json.loads(entries["manifest.json"])
        manifest["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        entries["manifest.json"] = json.dumps(manifest).encode()

    return changed


BAD = {
    "slip": (_listed("../escaped.txt", b"x"), "backup.damaged"),
    "slip among papers": (_listed("papers/../../escaped.txt", b"x"), "backup.damaged"),
    "slip by Windows": (_listed("papers\\..\\escaped.txt", b"x"), "backup.damaged"),
    "absolute": (_listed("/escaped.txt", b"x"), "backup.damaged"),
    "evidence by another name": (_listed("evidence/aa/run.exe", b"x"), "backup.damaged"),
    "unlisted": (lambda entries: entries.update({"papers/more.pdf": b"x"}), "backup.damaged"),
    "missing": (lambda entries: entries.pop("papers/সনদ GOP-1.pdf"), "backup.damaged"),
    "another size": (_in_manifest(lambda manifest: manifest["files"][FILE].update(size=1)), "backup.damaged"),
    "another hash": (_in_manifest(lambda manifest: manifest["files"][FILE].update(sha256="0" * 64)), "backup.damaged"),
    "bomb": (_listed("evidence/00/" + "0" * 64 + ".png", b"\0" * (21 << 20)), "backup.damaged"),
    "no register": (_in_manifest(lambda manifest: manifest["files"].pop(FILE)), "backup.damaged"),
    "no manifest": (lambda entries: entries.pop("manifest.json"), "backup.foreign"),
    "garbled manifest": (lambda entries: entries.update({"manifest.json": b"[1"}), "backup.damaged"),
    "another program's": (_in_manifest(lambda manifest: manifest.update(format="songs")), "backup.foreign"),
    "newer": (_in_manifest(lambda manifest: manifest.update(version=2)), "backup.newer"),
    "a register that is none": (_listed(FILE, b"no register at all" * 400), "backup.damaged"),
    "an empty register": (_listed(FILE, b""), "backup.damaged"),
    "a garbled register": (_listed(FILE, b"SQLite format 3\0" + b"\xff" * 8_000), "backup.damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "key"), BAD.values(), ids=BAD)
def test_a_bad_backup_changes_nothing(
    full: Register, saved: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], key: str
) -> None:
    before = all_of(full)
    full.close()
    stored = (full.folder / FILE).read_bytes()
    changed = _rewritten(saved, change)
    with pytest.raises(CoopDeskError) as refused:
        restore(changed, full.folder)
    assert refused.value.key == key
    assert (full.folder / FILE).read_bytes() == stored
    assert _held(full.folder) == before
    assert not list(tmp_path.rglob("escaped*"))


def test_a_backup_of_a_newer_register_is_refused(full: Register, tmp_path: Path) -> None:
    with full._writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    backup(full.folder, tmp_path / "newer.zip")
    with pytest.raises(CoopDeskError) as refused:
        restore(tmp_path / "newer.zip", tmp_path / "new")
    assert refused.value.key == "backup.newer"
    assert not (tmp_path / "new" / FILE).exists()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (None, "backup.unreadable"),
        (b"", "backup.foreign"),
        (b"%PDF-1.7", "backup.foreign"),
        (b"PK\x03\x04 and no end", "backup.damaged"),
    ],
)
def test_what_is_no_backup_is_said(tmp_path: Path, content: bytes | None, key: str) -> None:
    source = tmp_path / "file.zip"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(CoopDeskError) as refused:
        restore(source, tmp_path / "new")
    assert refused.value.key == key


def test_an_entry_named_twice_is_damage(saved: Path, tmp_path: Path) -> None:
    with warnings.catch_warnings(), ZipFile(saved, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(FILE, b"another")
    with pytest.raises(CoopDeskError) as refused:
        restore(saved, tmp_path / "new")
    assert refused.value.key == "backup.damaged"


def test_any_single_flipped_byte_is_noticed_or_harmless(full: Register, saved: Path, tmp_path: Path) -> None:
    expected, whole = all_of(full), saved.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        content = bytearray(whole)
        content[place] ^= 0xFF
        saved.write_bytes(content)
        folder = tmp_path / f"new-{place}"
        if (key := _trouble(saved, folder)) is None:
            assert _held(folder) == expected
        else:
            assert key.startswith("backup.")
            assert not (folder / FILE).exists()


def _trouble(source: Path, folder: Path) -> str | None:
    try:
        restore(source, folder)
    except CoopDeskError as trouble:
        return trouble.key
    return None


_KILLED = """
import os, signal, sys
from pathlib import Path
from coopdesk.register import backup
calls = 0
def watched(place, before):
    def call(*arguments):
        global calls
        calls += 1
        if calls == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        return place(*arguments)
    return call
for name in ("put_in_place", "_set_aside", "_add", "_check_register", "_unpack"):
    setattr(backup, name, watched(getattr(backup, name), name))
backup.restore(Path(sys.argv[1]), Path(sys.argv[2]))
print("done")
"""


def test_a_power_cut_leaves_the_old_register_or_the_new_one(full: Register, saved: Path, tmp_path: Path) -> None:
    new = all_of(full)
    seen = set()
    for step in range(1, 30):
        folder = tmp_path / f"cut-{step}"
        with closing(Register.open(folder)) as register:
            write(register, replace(examples.OFFICE, head_name="আগের জন"))
            old = all_of(register)
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, saved, folder, str(step)],
            capture_output=True, text=True, check=False, env=os.environ,
        )  # fmt: skip
        held = _held(folder)
        assert held in (old, new), step
        seen.add(held == new)
        if done.returncode == 0:
            assert held == new
            assert restore(saved, folder) is not None
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        restore(saved, folder)
        assert _held(folder) == new
        assert not list(folder.glob(".restore-*")), "what was cut off is tidied up"
    else:
        pytest.fail("the restore never came to its end")
    assert seen == {True, False}
