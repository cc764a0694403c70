"""The process that judges passwords: `python -m coopdesk.passwords.worker`, kept and ended by `Judge`.

Questions come as lines of JSON on standard input, `{"password", "context"}`; answers go as lines of JSON to standard
output. The first line says that it is ready. It ends as soon as its standard input does: with its parent.
"""

import json
import os
import sys
from queue import SimpleQueue
from threading import Thread
from typing import Any

from coopdesk.passwords.strength import Strength, judge
from coopdesk.texts import Said, Text


def question(password: str, context: tuple[str, ...]) -> bytes:
    """Return the line that asks for a verdict."""
    return _line({"password": password, "context": context})


def verdict(line: bytes) -> Strength:
    """Return the verdict that a line of the worker's says."""
    answer = json.loads(line)
    return Strength(**{**answer, "reasons": tuple(Said(Text(**text)) for text in answer["reasons"])})


def main() -> None:
    """Judge until standard input ends."""
    judge("ready")  # reads zxcvbn's word lists and our texts before the first question
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(lines,), daemon=True).start()
    _answer({"ready": True})
    while True:
        asked = json.loads(lines.get())
        _answer(_said_of(judge(asked["password"], asked["context"])))


def _said_of(strength: Strength) -> dict[str, Any]:
    return {
        "score": strength.score,
        "guesses_log10": strength.guesses_log10,
        "length": strength.length,
        # The reasons are written out, so their texts are all there is to them.
        "reasons": [{"bn": said.text.bn, "en": said.text.en} for said in strength.reasons],
    }


def _listen(lines: SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        lines.put(line)
    # The parent is gone: don't finish a long judgement for nobody.
    os._exit(0)


def _answer(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(_line(message))
    sys.stdout.buffer.flush()


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode("ascii") + b"\n"


if __name__ == "__main__":
    main()
