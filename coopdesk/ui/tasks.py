"""The one task runner: work goes off the GUI thread, its result comes back to it.

Rules: nothing run here touches a widget. `done` and `failed` are called on the GUI thread, and never once their owner
is gone. Work in the lane "desk" (the register, the keyring) is done one after the other on a thread of its own.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from coopdesk.errors import CoopDeskError
from coopdesk.log import LOGGER

T = TypeVar("T")
Lane = Literal["desk", "side"]


@dataclass(frozen=True, slots=True)
class _Answer:
    owner: QObject
    key: str
    number: int
    done: Callable[[Any], None]
    failed: Callable[[CoopDeskError], None] | None
    result: Any = None
    trouble: CoopDeskError | None = None
    bug: bool = False


class TaskRunner(QObject):
    """Runs work for the window. Make one, and close it when the window closes."""

    troubled = Signal(object)
    """A CoopDeskError that no one asked to hear of."""
    bug_found = Signal()
    """Work ended with an error that is a bug; it stands in the log."""
    busy = Signal(bool)
    """Whether any work is under way."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            "desk": ThreadPoolExecutor(1, thread_name_prefix="desk"),
            "side": ThreadPoolExecutor(2, thread_name_prefix="side"),
        }
        self._numbers: dict[tuple[int, str], int] = {}
        self._under_way = 0
        self._closed = False
        self._answered.connect(self._deliver)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[CoopDeskError], None] | None = None,
        *,
        lane: Lane = "desk",
        key: str = "",
    ) -> None:
        """Do `work` off the GUI thread, then call `done` with its result, or `failed` with its known trouble.

        Args:
            owner: the page or window that asks; when it is gone, the answer is dropped.
            work: what to do; it touches no widget.
            done: gets the result.
            failed: gets a CoopDeskError; without it, `troubled` is sent.
            lane: "desk" for the register and the keyring, "side" for what may run beside it.
            key: where given, only the newest answer of this key counts; the older ones are dropped.
        """
        if self._closed:
            return  # the window is going; what a late timer of it asks for, nobody waits for
        number = self._numbers[id(owner), key] = self._numbers.get((id(owner), key), 0) + 1
        self._under_way += 1
        self.busy.emit(True)
        asked = _Answer(owner, key, number, done, failed)
        self._lanes[lane].submit(self._work, work, asked)

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way."""
        return self._under_way > 0

    def close(self) -> None:
        """Do what the desk was still asked to do, drop the rest, and take no more."""
        self._closed = True
        self._lanes["side"].shutdown(wait=True, cancel_futures=True)
        self._lanes["desk"].shutdown(wait=True)

    def _work(self, work: Callable[[], Any], asked: _Answer) -> None:
        told = {name: getattr(asked, name) for name in ("owner", "key", "number", "done", "failed")}
        try:
            answer = _Answer(**told, result=work())
        except CoopDeskError as trouble:
            answer = _Answer(**told, trouble=trouble)
        except Exception:  # noqa: BLE001 - the task runner: all else is a bug, and goes to the log
            LOGGER.exception("a task failed")
            answer = _Answer(**told, bug=True)
        self._answered.emit(answer)

    def _deliver(self, answer: _Answer) -> None:
        self._under_way -= 1
        self.busy.emit(self._under_way > 0)
        if answer.bug:
            self.bug_found.emit()
        if not isValid(answer.owner) or (
            answer.key and answer.number != self._numbers.get((id(answer.owner), answer.key))
        ):
            return
        if answer.trouble is not None:
            (answer.failed or self.troubled.emit)(answer.trouble)
        elif not answer.bug:
            answer.done(answer.result)
