"""What a register's folder lies on: a disk of this computer, a network folder, or one that a cloud program copies.

SQLite trusts the disk's locks and the order of its writes; network folders and cloud programs promise neither.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path, PurePath
from typing import NamedTuple

from coopdesk.texts import Said, say


class Kind(StrEnum):
    """What a folder lies on."""

    ORDINARY = "ordinary"
    NETWORK = "network"
    CLOUD = "cloud"


class Location(NamedTuple):
    """Where a folder lies; `name` is the cloud's."""

    kind: Kind
    name: str = ""


ORDINARY, NETWORK = Location(Kind.ORDINARY), Location(Kind.NETWORK)

_CLOUD_FOLDERS = {  # how each cloud's program calls its folder
    "OneDrive": r"onedrive( ?- .+)?",
    "Dropbox": r"dropbox( ?\(.+\))?",
    "Google Drive": r"google ?drive([ -].+)?|my drive",
    "iCloud": r"icloud ?drive|com~apple~clouddocs",
    "Nextcloud": r"nextcloud\d*",
    "ownCloud": r"owncloud\d*",
    "pCloud": r"pcloud ?(drive|sync)?",
    "MEGA": r"mega(sync)?",
    "Yandex Disk": r"yandex[. ]?disk|яндекс[. ]?диск",
}
_CLOUD_MARKS = {  # what a cloud's program leaves in its folder
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".megaignore": "MEGA",
    ".stfolder": "Syncthing",
}
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")  # the environment's names for its folders
_CLOUD_SYSTEMS = {"fuse.onedriver": "OneDrive", "fuse.google-drive-ocamlfuse": "Google Drive", "fuse.pcloud": "pCloud"}
_NETWORK_SYSTEMS = re.compile(
    r"9p|afs|ceph|cifs|coda|davfs|glusterfs|lustre|ncpfs|nfs4?|smb[23]|smbfs"
    r"|fuse\.(ceph|curlftpfs|davfs2|glusterfs|gvfsd-fuse|kio-fuse|rclone|s3fs|smbnetfs|sshfs)"
)
_MOUNTS = Path("/proc/self/mountinfo")


def where_it_lies(folder: Path) -> Location:
    """Return what `folder` lies on; it need not be there yet. What the system does not tell counts as ordinary.

    It asks the disk, and a network may let it wait: keep it off the GUI thread.
    """
    plain = Path(os.path.realpath(folder))
    return cloud_of(plain, os.environ) or _system_of(plain, folder)


def warning(location: Location) -> Said | None:
    """Return what to tell the person of a location: why it is a danger, and what to do; None where all is well."""
    match location.kind:
        case Kind.NETWORK:
            return say("location", "warning.network")
        case Kind.CLOUD:
            return say("location", "warning.cloud", name=location.name)
        case _:
            return None


def cloud_of(folder: Path, environment: Mapping[str, str]) -> Location | None:
    """Return the cloud whose program copies `folder`, by the names and marks in the way to it; None where none does."""
    for named in filter(None, map(environment.get, _ONEDRIVE)):
        if folder.is_relative_to(os.path.realpath(named)):
            return Location(Kind.CLOUD, "OneDrive")
    for part in reversed(folder.parts):
        for name, pattern in _CLOUD_FOLDERS.items():
            if re.fullmatch(pattern, part.casefold()):
                return Location(Kind.CLOUD, name)
    for above in (folder, *folder.parents):
        for mark, name in _CLOUD_MARKS.items():
            with suppress(OSError):
                if (above / mark).exists():
                    return Location(Kind.CLOUD, name)
    return None


def of_mount(folder: PurePath, mounts: str) -> Location:
    """Return what `folder` lies on by `mounts`, the text of Linux's mountinfo (proc(5))."""
    system, depth = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, told = before.split(), after.split()
        if len(fields) < 5 or not told:
            continue
        point = PurePath(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= depth:  # the later one lies on top
            system, depth = told[0].casefold(), len(point.parts)
    if system in _CLOUD_SYSTEMS:
        return Location(Kind.CLOUD, _CLOUD_SYSTEMS[system])
    return NETWORK if _NETWORK_SYSTEMS.fullmatch(system) else ORDINARY


if sys.platform == "win32":
    import ctypes

    _REMOTE = 4  # DRIVE_REMOTE

    def _system_of(plain: Path, folder: Path) -> Location:
        # A mapped drive is seen by its letter, a path through it by where it leads.
        for path in (plain, folder.absolute()):
            drive = path.drive.removeprefix("\\\\?\\")
            if drive.startswith(("\\\\", "UNC\\")) or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE:
                return NETWORK
        return ORDINARY

else:

    def _system_of(plain: Path, _folder: Path) -> Location:
        try:
            return of_mount(plain, _MOUNTS.read_text("utf-8", "surrogateescape"))
        except OSError:
            return ORDINARY
