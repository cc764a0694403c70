"""Every file that a person asks for: on a full disk, in a place that takes none, on a stick that is pulled out."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from coopdesk.desk.accounts import keep_picture
from coopdesk.desk.certify import issue_certificate, report_paper, save_copy
from coopdesk.desk.diary import save_diary
from coopdesk.desk.exchange import export_file
from coopdesk.desk.parts import Parts
from coopdesk.desk.safekeeping import save_backup
from coopdesk.desk.tables import save_table
from coopdesk.errors import CoopDeskError
from coopdesk.files import write_whole
from coopdesk.vault.handover import write_file
from tests.small_disk import small_disk

Save = Callable[[Parts, Path], object]
OLD = b"the file that was there before"


def _kdbx(parts: Parts, target: Path) -> None:
    """Write what a handover writes; an example hands nothing over, and knows no keyring."""
    backup = parts.register.folder / "backup.zip"
    save_backup(parts.register.folder, backup)
    write_whole(target, lambda beside: write_file(beside, "সাতটি নীল হাঁস", (), backup.read_bytes()))


SAVERS: dict[str, Save] = {
    "paper.pdf": lambda parts, target: save_copy(report_paper(parts, "bn").pdf(), target),
    "table.xlsx": lambda parts, target: save_table(parts, "findings", target, "bn"),
    "table.csv": lambda parts, target: save_table(parts, "findings", target, "bn"),
    "export.json": export_file,
    "backup.zip": lambda parts, target: save_backup(parts.register.folder, target),
    "handover.kdbx": _kdbx,
    "days.ics": lambda parts, target: save_diary(parts, target, "bn"),
}
"""One that writes each kind of file. Each is larger than the room that the small disk has."""


def trouble_of(save: Save, parts: Parts, target: Path) -> str:
    """Save, and return the key of the trouble that came of it; both languages say it."""
    with pytest.raises(CoopDeskError) as raised:
        save(parts, target)
    assert all(raised.value.said.in_(language) for language in ("bn", "en"))
    return raised.value.key


@pytest.mark.parametrize("name", SAVERS)
def test_a_full_disk_leaves_the_old_file(example: Parts, tmp_path: Path, name: str) -> None:
    target = tmp_path / "stick" / name
    target.parent.mkdir()
    target.write_bytes(OLD)
    before = example.register.journal()
    with small_disk(1_000):
        assert trouble_of(SAVERS[name], example, target) in {"register.full", "register.disk"}  # SQLite's word for it
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]
    assert example.register.journal() == before
    SAVERS[name](example, target)
    assert target.read_bytes() != OLD


@pytest.mark.parametrize("name", SAVERS)
def test_a_place_that_takes_no_file(example: Parts, name: str) -> None:
    nowhere = Path("/sys/kernel")  # not even root can make a file there
    assert trouble_of(SAVERS[name], example, nowhere / name) == "register.not_writable"


@pytest.mark.parametrize("name", SAVERS)
def test_a_stick_that_is_pulled_out(example: Parts, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, flush = tmp_path / "stick", os.fsync
    target = stick / name

    def pull(handle: int) -> None:
        if stick.exists() and str(stick) in str(Path(f"/proc/self/fd/{handle}").readlink()):
            shutil.rmtree(stick)
            raise OSError(errno.EIO, "input/output error")
        flush(handle)

    monkeypatch.setattr(os, "fsync", pull)
    monkeypatch.setattr(Path, "unlink", _unlink_on_no_stick(stick))
    before = example.register.journal()
    assert trouble_of(SAVERS[name], example, target) == "register.disk"
    assert not stick.exists()
    assert example.register.journal() == before


def _unlink_on_no_stick(stick: Path) -> Callable[..., None]:
    unlink = Path.unlink

    def taking(path: Path, missing_ok: bool = False) -> None:
        if path.is_relative_to(stick) and not stick.exists():
            raise OSError(errno.EIO, "input/output error")  # what is pulled out answers so, not that nothing is there
        unlink(path, missing_ok)

    return taking


def test_no_certificate_is_given_that_could_not_be_filed(example: Parts) -> None:
    before = example.register.certificates(), example.register.journal()
    with small_disk(1_000):
        trouble_of(lambda parts, _target: issue_certificate(parts, "bn", "tester"), example, Path())
    assert (example.register.certificates(), example.register.journal()) == before
    assert not list(example.register.folder.glob("papers/*"))
    certificate, file = issue_certificate(example, "bn", "tester")
    assert certificate.serial.endswith("-0001")
    assert file.exists()


def test_a_picture_that_could_not_be_kept_is_not_counted(example: Parts, tmp_path: Path) -> None:
    picture = tmp_path / "banner.png"
    Image.effect_noise((200, 200), 60).save(picture)
    kept = sorted(example.register.evidence.folder.rglob("*"))
    before, one = example.facts(), example.facts().accounts[0].id  # type: ignore[union-attr]
    with small_disk(1_000):
        trouble = trouble_of(lambda parts, file: keep_picture(parts, one, "banner", file, "tester"), example, picture)
    assert trouble == "register.full"
    assert example.facts() == before
    assert [file for file in example.register.evidence.folder.rglob("*") if file.is_file() and file not in kept] == []
