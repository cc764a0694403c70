"""A judge who answers in time: zxcvbn in a process of its own, which is ended when it takes too long."""

import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import IO, Self, cast

import coopdesk
from coopdesk.errors import CoopDeskError
from coopdesk.passwords import worker
from coopdesk.passwords.strength import Strength, too_complex

_START_SECONDS = 20.0
"""An ageing office PC under its virus scanner may need this long to start a process."""


class Judge:
    """Judges passwords one after the other, from any thread, each within a time.

    zxcvbn can hang on what is typed (50 characters such as `4@8({[` take seconds, dwolfhub/zxcvbn-python issue 70), and
    a thread cannot be ended; so it works in a process, which is kept between verdicts. A password goes there through
    a pipe alone, never on a command line or in the environment.
    """

    def __init__(self, seconds: float = 0.25) -> None:
        """Give each verdict `seconds`; nothing is started yet."""
        self._seconds = seconds
        self._lock = Lock()
        self._worker: _Worker | None = None

    def start(self) -> None:
        """Start the process ahead of the first verdict, without waiting for it."""
        with self._lock:
            self._running()

    def judge(self, password: str, context: Iterable[str] = (), seconds: float | None = None) -> Strength:
        """Judge a password as `strength.judge` does, or say that it is too complex to judge quickly.

        Args:
            password: as it was typed.
            context: names and words that others know of the owner.
            seconds: the time for this verdict, where nobody waits at the keyboard; None for the judge's own.

        Returns:
            The verdict; after `seconds` the safe one, a score of 0 with that reason.

        Raises:
            CoopDeskError: the process cannot be started, or ends by itself twice.
        """
        asked = worker.question(password, tuple(context))
        with self._lock:
            try:
                # A process that others ended is found out by asking it: then a new one is asked.
                patience = seconds or self._seconds
                line = self._ask(asked, patience) or self._ask(asked, patience)
            except Empty:
                self._end()
                self._running()  # so that the next verdict need not wait for it
                return too_complex(password)
        if not line:
            raise CoopDeskError("password.no_judge")
        return worker.verdict(line)

    def close(self) -> None:
        """End the process; a further verdict would start another one."""
        with self._lock:
            self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, asked: bytes, seconds: float) -> bytes:
        line = self._running().answer(asked, seconds)
        if not line:
            self._end()
        return line

    def _running(self) -> "_Worker":
        if self._worker is None:
            self._worker = _Worker()
        return self._worker

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None


class _Worker:
    """One running process and the thread that reads its answers: a pipe of Windows cannot be waited on for a time."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", worker.__name__],  # our own program, and no shell
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a traceback might say what was typed
                cwd=Path(coopdesk.__file__).parents[1],  # `-m` looks there first: our own folder, not the person's
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise CoopDeskError("password.no_judge") from error
        self._questions = cast("IO[bytes]", self._process.stdin)
        self._lines = cast("IO[bytes]", self._process.stdout)
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._reader = Thread(target=self._read, name="password judge", daemon=True)
        self._reader.start()
        self._ready = False

    def answer(self, asked: bytes, seconds: float) -> bytes:
        """Return the answer to a question, or nothing when the process has ended.

        Raises:
            Empty: there is none within `seconds`.
        """
        if not self._ready and not self._starts():
            return b""
        try:
            self._questions.write(asked)
            self._questions.flush()
        except OSError:
            return b""
        return self._answers.get(timeout=seconds)

    def _starts(self) -> bool:
        try:
            self._ready = bool(self._answers.get(timeout=_START_SECONDS))
        except Empty:
            return False
        return self._ready

    def end(self) -> None:
        """Kill the process, now, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self._lines.close()
        with suppress(OSError):  # a question that the process did not live to read
            self._questions.close()

    def _read(self) -> None:
        for line in self._lines:
            self._answers.put(line)
        self._answers.put(b"")
