"""A Windows of wine's in a clean Debian 13: what the setup does there, and what the program does that it installed."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from threading import Thread

from tests.packages.roots import HOME, Root

PREFIX = HOME / ".wine"
DRIVE = PREFIX / "drive_c"
# wine64 alone: no 32-bit programs, no .NET, no browser.
PACKAGES = ("wine", "wine64")
_QUIET = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", "WINEPREFIX": str(PREFIX)}
_PATIENCE = 180  # seconds


class Wine:
    """One person's Windows in a system. Paths of Windows are as Windows names them."""

    def __init__(self, root: Root, display: str, person: str = "desk") -> None:
        """Work in a system that has wine, on a display of this machine, as `person` is called in Windows."""
        self.root, self.person = root, person
        root.environment = _QUIET | {"DISPLAY": display, "USER": person, "LOGNAME": person}
        self.local = rf"C:\users\{person}\AppData\Local"
        self.data = rf"{self.local}\CoopDesk"

    def start(self) -> None:
        """Start Windows, and leave it on: what it starts on its way would otherwise hold a test's pipes."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.root.as_person("mkdir", "-p", str(PREFIX))
        for command in (["wineserver", "-p"], ["wine", "wineboot"]):
            subprocess.run(self.root.persons_command(*command), env=self.root.persons(), check=True, **quiet)

    def stop(self) -> None:
        """Shut Windows down; what it holds in memory, as its registry, is written."""
        with suppress(AssertionError):  # it is down already
            self.root.as_person("wineserver", "-k")
        self.root.as_person("wineserver", "-w")

    def cut_power(self) -> None:
        """End Windows and all that runs there at once."""
        self.root.as_person("wineserver", "-k9")

    def path(self, windows: str) -> Path:
        """Return where a file of drive C: lies on this machine."""
        return self.root.path(DRIVE / PureWindowsPath(windows).relative_to("C:\\").as_posix())

    def run(self, *command: str, code: int | None = 0) -> str:
        """Run a program to its end, and return what it said.

        Raises:
            AssertionError: its exit code is another than `code`; None takes any.
        """
        done = self.ran(*command)
        assert code in (None, done.returncode), f"{command}: {done.returncode}\n{done.stdout}"
        return done.stdout

    def ran(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end."""
        words = self.root.persons_command("wine", *command)
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        said: list[bytes] = []
        with subprocess.Popen(words, env=self.root.persons(), **pipes) as program:
            assert program.stdout is not None
            # Windows' own desktop, where the program was the first to want one, holds the pipe on.
            reader = Thread(target=_read, args=(program.stdout.fileno(), said), daemon=True)
            reader.start()
            try:
                code = program.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                program.kill()
                raise
            reader.join(0.5)
        return subprocess.CompletedProcess(words, code, b"".join(said).decode("utf-8", "replace"))

    def begin(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program, and let it run."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command = tuple(self.root.persons_command("wine", *command))
        return subprocess.Popen(command, env=self.root.persons(), start_new_session=True, **quiet)

    @contextmanager
    def window(self, folder: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Open CoopDesk's window out of the folder where it is installed; end it after."""
        with self.begin(rf"{folder}\coopdeskw.exe", *words) as program:
            try:
                yield program
            finally:
                self.ran("taskkill", "/f", "/im", "pythonw.exe")
                program.send_signal(signal.SIGTERM)

    def put(self, file: Path) -> str:
        """Copy a file of this machine to the person's own, and return how Windows calls it."""
        target = self.path(rf"C:\users\{self.person}") / file.name
        shutil.copyfile(file, target)
        shutil.chown(target, *self.root.ids())
        return self.windows_path(target)

    def windows_path(self, file: Path) -> str:
        """Return how Windows calls a file on drive C: of this machine."""
        return "C:\\" + str(PureWindowsPath(file.relative_to(self.root.path(DRIVE))))

    def registered(self, key: str, name: str) -> str:
        """Return a value of the registry, "" where there is none."""
        told = self.run("reg", "query", key, "/v", name, code=None)
        lines = (line.split(None, 2) for line in told.splitlines())
        return next((line[2].strip() for line in lines if len(line) == 3 and line[0] == name), "")


def _read(pipe: int, said: list[bytes]) -> None:
    with suppress(OSError):  # it was closed on this side
        while piece := os.read(pipe, 65536):
            said.append(piece)
