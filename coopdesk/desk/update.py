"""Updating CoopDesk from a file that the person chose.

The order is always the same: whose the file is and whether it is whole; a backup, and the new version's own trial on a
copy of the register; only then is anything changed. On Linux all of it is done here, and an administrator's CoopDesk,
which looks at the file again, gives it to the package manager; on Windows the setup in the file does the last two, and
keeps the old version where the trial fails.
"""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from coopdesk import __version__
from coopdesk.desk.parts import Parts
from coopdesk.errors import CoopDeskError
from coopdesk.files import CHUNK, disk_troubles, make_folder, temporary_folder
from coopdesk.launch import COMMAND, start_command
from coopdesk.log import LOGGER
from coopdesk.release import HERE, MOST, WINDOWS, Progress, Release, precedes, publisher_key, read_release
from coopdesk.texts import Language

_COPIES = "usr/lib/coopdesk"  # in a package, with a folder for the version in it
_APT = "/usr/bin/apt-get"
# Nothing is downgraded (apt refuses that unless told otherwise) or removed; another one's work is waited for a minute.
_INSTALL = ("install", "-y", "--no-remove", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=60")
_NOT_ALLOWED = {126, 127}  # pkexec's: the person or the system said no, or nobody could be asked
_ROOTS = Path("/var/cache")  # nobody but root writes there
_LOCALES = {"bn": 2117, "en": 1033}  # as the setup names its languages, which are Windows' numbers for them
_LOOK = 0.2  # seconds between two looks whether to stop


class Course:
    """How far an update is, and whether it is to stop. Told and asked on any thread."""

    def __init__(self, tell: Callable[[str, int, int], None] = lambda _step, _done, _of: None) -> None:
        """Say to `tell` which step ("check", "copy", "try", "install") is how far, of how much."""
        self.stopped = Event()
        self._tell = tell

    def at(self, step: str, done: int = 0, of: int = 0) -> None:
        """Say how far it is.

        Raises:
            CoopDeskError: it is to stop (`update.stopped`).
        """
        if self.stopped.is_set():
            raise CoopDeskError("update.stopped", here=__version__)
        self._tell(step, done, of)

    def within(self, step: str) -> Progress:
        """Return what hears how far a step is."""
        return lambda done, of: self.at(step, done, of)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an update went: it is done, or an administrator does the rest.

    `start` starts the new version, once this one has ended; empty where the setup does. `command` is what is left to an
    administrator, empty where nothing is. `backup` is the register's, None where the setup takes it or there is none.
    """

    start: tuple[str, ...] = ()
    command: str = ""
    backup: Path | None = None


def offered(file: Path, course: Course) -> Release:
    """Return the newer CoopDesk that a file holds.

    Raises:
        CoopDeskError: it is none of the publisher's for this system, or not whole (`release.…`); it holds this version
            or an older one (`update.same`, `update.older`).
    """
    found = read_release(file, _key(), HERE, course.within("check"))
    if precedes(found.version, __version__):
        raise CoopDeskError("update.older", name=file.name, version=found.version, here=__version__)
    if not precedes(__version__, found.version):
        raise CoopDeskError("update.same", name=file.name, here=__version__)
    return found


def carry_out(file: Path, wanted: Release, folder: Path, language: Language, course: Course) -> Outcome:
    """Update to the release that was offered in `file`, and that opens the register in `folder`.

    All works on a copy of the file that only this person can write, which is checked anew.

    Raises:
        CoopDeskError: the file is another one by now, the disk refuses, the new version does not open the register,
            the system does not install it, or it was stopped. This version stays then, and the register as it was.
    """
    copy = _copied(file, _emptied(_place()), wanted, course)
    if HERE == WINDOWS:
        _start_setup(copy, folder, language)
        return Outcome()
    backup = _tried(copy, wanted, folder, language, course)
    command = (COMMAND, "install-release", str(copy))
    if shutil.which("pkexec") is None:
        return Outcome(command=_by_hand(command), backup=backup)
    course.at("install")
    _ask_to_install(command)
    return Outcome(start=(*start_command(), "--data-dir", str(folder.absolute())), backup=backup)


def install_release(file: Path) -> int:
    """Install a newer release on this Linux system, as the administrator whom the window, or a person, asks for it.

    It is checked where nobody else can write: what the person's own CoopDesk saw may be another file by now.

    Returns:
        The code that apt-get ended with, 0 where it is installed.

    Raises:
        CoopDeskError: this CoopDesk is none of a Debian package (`update.no_package`), the file is no newer release of
            the publisher's, or the disk refuses. Nothing is changed then.
    """
    if publisher_key() is None or HERE == WINDOWS:
        raise CoopDeskError("update.no_package")
    found = offered(file, Course())
    with disk_troubles(_ROOTS):
        for left_over in _ROOTS.glob("coopdesk-*"):  # a power cut's
            shutil.rmtree(left_over)
    with disk_troubles(_ROOTS), temporary_folder("coopdesk-", _ROOTS) as place:
        place.chmod(0o755)  # apt reads it as a user of its own
        copy = _copied(file, place, found, Course())
        return subprocess.run((_APT, *_INSTALL, str(copy)), check=False).returncode  # noqa: S603 - it was checked


def note_change(parts: Parts, before: str, file: str, who: str) -> None:
    """Write into the journal that another version than `before` runs now; `file` is what it came from, where known."""
    subject = f"{before} → {__version__}" + (f" ({file})" if file else "")
    with parts.register.deed("change_version", who, subject):
        LOGGER.info("another version: %s", subject)


def clear_away() -> None:
    """Take away what an update left: its copy of the file."""
    shutil.rmtree(_place(), ignore_errors=True)


def backup_before(folder: Path) -> Path | None:
    """Return the last backup that this version made before it took an older one's place; None where there is none."""
    return max((folder / "backups").glob(f"before-{__version__}-*.zip"), default=None)


def _key() -> bytes:
    key = publisher_key()
    if key is None:
        raise RuntimeError("a copy without the publisher's key is not updated from a file")
    return key


def _place() -> Path:
    """Return the folder that updates work in: on the disk of the person's home, and theirs alone."""
    import platformdirs  # noqa: PLC0415 - only who updates needs it

    return platformdirs.user_cache_path("CoopDesk", appauthor=False) / "update"


def _emptied(place: Path) -> Path:
    with disk_troubles(place):
        if place.exists():
            shutil.rmtree(place)
    make_folder(place)
    return place


def _copied(file: Path, place: Path, wanted: Release, course: Course) -> Path:
    copy = place / wanted.name  # the name that was signed: apt goes by its ending
    with disk_troubles(copy), copy.open("wb") as target:
        for piece in _pieces(file, course):
            target.write(piece)
    if read_release(copy, _key(), HERE) != wanted:
        raise CoopDeskError("release.not_whole", name=copy.name)
    return copy


def _pieces(file: Path, course: Course) -> Iterator[bytes]:
    try:
        with file.open("rb") as source:
            size, done = os.fstat(source.fileno()).st_size, 0
            while done <= MOST and (piece := source.read(CHUNK)):
                done += len(piece)
                course.at("copy", done, size)
                yield piece
    except OSError as error:
        raise CoopDeskError("release.unreadable", name=file.name) from error


def _tried(copy: Path, wanted: Release, folder: Path, language: Language, course: Course) -> Path | None:
    """Let the new version back the register up and try it on a copy; return the backup."""
    course.at("try")
    unpacked = copy.parent / "unpacked"
    try:
        done = _ran(("dpkg-deb", "-x", str(copy), str(unpacked)), course)
        if done.returncode:
            LOGGER.warning("dpkg-deb: %s", done.stderr)
            raise CoopDeskError("update.not_unpacked", path=str(copy.parent))
        python = unpacked / _COPIES / wanted.version / "bin" / "python3"
        if not python.exists():
            raise CoopDeskError("update.does_not_run", version=wanted.version, here=__version__)
        command = (str(python), "-I", "-m", "coopdesk", "--data-dir", str(folder.absolute()))
        # What it leaves when it is stopped lies in a folder that goes.
        done = _ran((*command, "try-register"), course, COOPDESK_LANG=language, TMPDIR=str(unpacked))
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    said = done.stderr.strip()
    if done.returncode == 2 and said:
        raise CoopDeskError("update.refused", version=wanted.version, here=__version__, why=said.splitlines()[-1])
    if done.returncode:
        LOGGER.error("the new version's trial ended with %s: %s", done.returncode, said)
        raise CoopDeskError("update.does_not_run", version=wanted.version, here=__version__)
    backup = done.stdout.strip()
    return Path(backup) if backup else None


def _ask_to_install(command: Sequence[str]) -> None:
    # Without a desktop's own agent pkexec would ask on a terminal, where nobody looks.
    done = _ran(("pkexec", "--disable-internal-agent", *command), None)
    if done.returncode in _NOT_ALLOWED:
        raise CoopDeskError("update.not_allowed", here=__version__, command=_by_hand(command))
    if done.returncode:
        LOGGER.error("the installation ended with %s: %s", done.returncode, done.stderr)
        lines = done.stderr.strip().splitlines()
        # apt-get's own reason, else what was said last.
        why = next((line for line in lines if line.startswith("E: ")), lines[-1] if lines else str(done.returncode))
        raise CoopDeskError("update.not_installed", here=__version__, why=why, command=_by_hand(command))


def _by_hand(command: Sequence[str]) -> str:
    return shlex.join(("sudo", *command))


def _start_setup(setup: Path, folder: Path, language: Language) -> None:
    # The setup, and the new version that it tries and starts, shall work on this very register.
    data = folder.absolute()
    os.environ["COOPDESK_DATA_DIR"] = str(data)
    words = f'/UPDATE /LANG={_LOCALES[language]} /DATA="{data}"'
    try:
        os.startfile(setup, arguments=words)  # type: ignore[attr-defined]  # noqa: S606 - it was checked, and may ask for an administrator
    except OSError as error:
        raise CoopDeskError("update.no_setup", here=__version__) from error


def _ran(command: Sequence[str], course: Course | None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, or until `course` is to stop."""
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own words, and the path of a file that was checked
        command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, encoding="utf-8", errors="replace",
        env={**os.environ, **environment},
    ) as process:  # fmt: skip
        while True:
            try:
                told, complained = process.communicate(timeout=_LOOK)
            except subprocess.TimeoutExpired:
                if course is not None and course.stopped.is_set():
                    process.kill()
                    course.at("stop")
            else:
                return subprocess.CompletedProcess(command, process.returncode, told, complained)
