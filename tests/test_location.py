"""A register on a network, or in a cloud's folder, is known by the mount, the environment, the names and the marks."""

import os
from pathlib import Path, PurePosixPath

import pytest

from coopdesk.location import NETWORK, ORDINARY, Kind, Location, cloud_of, of_mount, warning, where_it_lies
from tests.cli.process import run

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /mnt/office rw shared:2 - cifs //server/office rw,vers=3.1.1
31 22 0:41 / /mnt/office\\040files\\134x rw - nfs4 server:/files rw
32 30 0:42 / /mnt/office/local rw - tmpfs tmpfs rw
33 22 0:43 / /media/far rw - fuse.sshfs me@far:/ rw
34 22 0:44 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:45 / /srv/me/drive rw - fuse.onedriver onedriver rw
36 22 0:46 / /srv/old rw - nfs server:/old rw
37 22 254:3 / /srv/old rw - ext4 /dev/vdb rw
a line that is no mount
"""


@pytest.mark.parametrize(
    ("folder", "location"),
    [
        ("/srv/me/.local/share/CoopDesk", ORDINARY),
        ("/mnt/office", NETWORK),
        ("/mnt/office/সমবায় কার্যালয়", NETWORK),
        ("/mnt/officers", ORDINARY),
        ("/mnt/office/local/CoopDesk", ORDINARY),
        ("/mnt/office files\\x/CoopDesk", NETWORK),
        ("/media/far/CoopDesk", NETWORK),
        ("/run/user/1000/gvfs/smb-share:server=pc/CoopDesk", NETWORK),
        ("/srv/me/drive/CoopDesk", Location(Kind.CLOUD, "OneDrive")),
        ("/srv/old/CoopDesk", ORDINARY),
    ],
)
def test_the_mount_that_lies_on_top_says_it(folder: str, location: Location) -> None:
    assert of_mount(PurePosixPath(folder), MOUNTS) == location


def test_nothing_is_known_of_an_empty_list() -> None:
    assert of_mount(PurePosixPath("/anywhere"), "") == ORDINARY


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("OneDrive/CoopDesk", "OneDrive"),
        ("OneDrive - সমবায় অধিদপ্তর/Documents/CoopDesk", "OneDrive"),
        ("Dropbox (Office)/CoopDesk", "Dropbox"),
        ("Google Drive/CoopDesk", "Google Drive"),
        ("My Drive/CoopDesk", "Google Drive"),
        ("iCloudDrive/CoopDesk", "iCloud"),
        ("Nextcloud2/CoopDesk", "Nextcloud"),
        ("ownCloud/CoopDesk", "ownCloud"),
        ("pCloudDrive/CoopDesk", "pCloud"),
        ("MEGAsync/CoopDesk", "MEGA"),
        ("Yandex.Disk/CoopDesk", "Yandex Disk"),
        ("Яндекс.Диск/CoopDesk", "Yandex Disk"),
        ("My drive notes/CoopDesk", None),
        ("Dropboxes/megaphone/CoopDesk", None),
    ],
)
def test_a_cloud_is_known_by_its_folders_name(parts: str, name: str | None) -> None:
    found = cloud_of(Path("/srv/me") / parts, {})
    assert (found.name if found else None) == name


@pytest.mark.parametrize(("mark", "name"), [(".dropbox", "Dropbox"), (".nextcloudsync.log", "Nextcloud")])
def test_a_cloud_is_known_by_what_its_program_leaves(tmp_path: Path, mark: str, name: str) -> None:
    inner = tmp_path / "office" / "CoopDesk"
    inner.mkdir(parents=True)
    assert cloud_of(inner, {}) is None
    (tmp_path / mark).touch()
    assert cloud_of(inner, {}) == Location(Kind.CLOUD, name)


def test_onedrive_is_known_by_the_environment_and_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "synced")
    assert where_it_lies(tmp_path / "link" / "to come") == ORDINARY
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "synced"))
    assert where_it_lies(tmp_path / "link" / "to come") == Location(Kind.CLOUD, "OneDrive")
    assert where_it_lies(tmp_path) == ORDINARY


def test_a_warning_says_why_and_what_to_do() -> None:
    cloud, network = warning(Location(Kind.CLOUD, "Dropbox")), warning(NETWORK)
    assert cloud is not None
    assert network is not None
    assert "Dropbox" in cloud.bn
    assert "IT staff" in cloud.en
    assert "IT staff" in network.en
    assert warning(ORDINARY) is None


def test_a_check_warns_beside_its_result(tmp_path: Path) -> None:
    run("demo", tmp_path / "Dropbox", at=tmp_path)
    done = run("--data-dir", "Dropbox", "check", "--json", at=tmp_path, COOPDESK_LANG="en")
    assert done.returncode == 0
    assert done.stdout.startswith("{")
    assert "Dropbox copies to the internet" in done.stderr
    assert os.linesep * 2 not in done.stderr
