"""Whole Debian systems that a test may break: what it changes lies as a layer over a clean one, and goes with it."""

import hashlib
import os
import shutil
import signal
import stat
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOTS = Path(__file__).resolve().parents[2] / "build" / "roots"
PERSON = "desk"
HOME = Path("/home") / PERSON
_ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
_DEVICES = {"null": 3, "zero": 5, "full": 7, "random": 8, "urandom": 9}
_KEEP = "-oAPT::Keep-Downloaded-Packages=true"  # for the next clean system of this suite


class Root:
    """A running system in a folder. Paths are as the system itself names them."""

    def __init__(self, folder: Path) -> None:
        """Work on the system that is mounted at `folder`."""
        self.folder = folder
        self.environment: dict[str, str] = {}

    def path(self, inside: str | Path) -> Path:
        """Return where a path of the system lies on this machine."""
        return self.folder / str(inside).lstrip("/")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as root, and return what it said, its errors among it.

        Raises:
            AssertionError: it failed, and `check` is on; the message is what it said.
        """
        return self._run(self._entered(*command), _ENVIRONMENT | {"HOME": "/root"}, check)

    def as_person(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as the person of the office, without a keyring.

        Raises:
            AssertionError: as in `run`.
        """
        return self._run(self.persons_command(*command), self.persons(), check)

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start a command as root in a process group of its own."""
        environment = _ENVIRONMENT | {"HOME": "/root"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(self._entered(*command), env=environment, start_new_session=True, text=True, **quiet)

    @contextmanager
    def window(self, display: str) -> Iterator[None]:
        """Let the person open CoopDesk on a display, with a session bus and a keyring; close it after."""
        session = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec coopdesk"
        command = self.persons_command("dbus-run-session", "--", "sh", "-c", session)
        runtime = self.path("/run/desk")
        runtime.mkdir(mode=0o700, exist_ok=True)
        os.chown(runtime, *self.ids())
        environment = self.persons() | {"DISPLAY": display, "XDG_RUNTIME_DIR": "/run/desk"}
        with subprocess.Popen(command, env=environment, start_new_session=True) as program:
            try:
                yield
            finally:
                os.killpg(program.pid, signal.SIGTERM)

    def put(self, file: Path, inside: str | Path, *, persons: bool = False) -> str:
        """Copy a file of this machine into the system, and return how it is called there."""
        target = self.path(inside) / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        if persons:
            os.chown(target, *self.ids())
        return f"{inside}/{file.name}"

    def apt(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run apt-get, with nobody to answer its questions.

        Raises:
            AssertionError: as in `run`.
        """
        return self.run("apt-get", "-q", "-y", _KEEP, *words, check=check)

    def version(self) -> str:
        """Return the version that CoopDesk says it is."""
        return self.as_person("coopdesk", "--version").stdout.split()[-1]

    def persons_command(self, *command: str) -> list[str]:
        """Return what runs a command as the person."""
        user, group = self.ids()
        return self._entered("setpriv", f"--reuid={user}", f"--regid={group}", "--init-groups", *command)

    def persons(self) -> dict[str, str]:
        """Return the environment of the person's programs."""
        return _ENVIRONMENT | {"HOME": str(HOME), "USER": PERSON} | self.environment

    def ids(self) -> tuple[int, int]:
        """Return the person's numbers, its own and its group's."""
        home = self.path(HOME).stat()
        return home.st_uid, home.st_gid

    def _entered(self, *command: str) -> list[str]:
        return ["chroot", str(self.folder), *command]

    def _run(
        self, command: Sequence[str], environment: dict[str, str], check: bool
    ) -> subprocess.CompletedProcess[str]:
        # pkexec, apt and the program itself read nothing from a test's terminal.
        done = subprocess.run(
            command,
            env=environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=600,
            check=False,
        )
        assert not check or done.returncode == 0, f"{' '.join(command)}: {done.returncode}\n{done.stdout[-4000:]}"
        return done


@contextmanager
def system(suite: str, place: Path, *below: Path, archives: str = "") -> Iterator[Root]:
    """Mount a system of a suite, and take it down in the end.

    What is changed in it goes to `place`/changes. `below` are such changes of earlier systems that it starts from, the
    newest first. Two systems at a time may not download into the same `archives`: they are the suite's own by default.
    """
    changes, work, folder = (place / name for name in ("changes", "work", "root"))
    for made in (changes, work, folder):
        made.mkdir(parents=True)
    downloads = ROOTS / f"{archives or suite}-archives"
    (downloads / "partial").mkdir(parents=True, exist_ok=True)
    lower = ":".join(str(layer) for layer in (*below, ROOTS / suite))
    layers = f"lowerdir={lower},upperdir={changes},workdir={work}"
    with ExitStack() as mounted:
        _mount(mounted, folder, "-t", "overlay", "overlay", "-o", layers)
        _mount(mounted, folder / "proc", "-t", "proc", "proc")
        _mount(mounted, folder / "dev", "-t", "tmpfs", "-o", "mode=755", "tmpfs")
        _make_devices(folder / "dev")
        _mount(mounted, folder / "var/cache/apt/archives", "--bind", str(downloads))
        yield Root(folder)


@contextmanager
def small_disk(folder: Path, room: int) -> Iterator[None]:
    """Put what is in a folder on a disk of its own, with that many megabytes free."""
    kept = folder.with_name(f"{folder.name}-before")
    subprocess.run(["cp", "--archive", folder, kept], check=True)
    used = int(subprocess.run(["du", "-sm", kept], check=True, capture_output=True, text=True).stdout.split()[0])
    with ExitStack() as mounted:
        _mount(mounted, folder, "-t", "tmpfs", "-o", f"size={used + room}m,mode=755", "tmpfs")
        subprocess.run(["cp", "--archive", f"{kept}/.", folder], check=True)
        shutil.rmtree(kept)
        yield


def digest(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _make_devices(folder: Path) -> None:
    """Make the devices that programs want. This machine's own are not lent: a test may break what it has."""
    for name, number in _DEVICES.items():
        device = folder / name
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, number))
        device.chmod(0o666)
    (folder / "shm").mkdir(mode=0o1777)
    (folder / "shm").chmod(0o1777)
    (folder / "fd").symlink_to("/proc/self/fd")


def _mount(mounted: ExitStack, folder: Path, *words: str) -> None:
    subprocess.run(["mount", *words, str(folder)], check=True, capture_output=True)
    # Lazily: a process that was killed may still hold it for a moment.
    mounted.callback(subprocess.run, ["umount", "--recursive", "--lazy", str(folder)], check=True)
