"""The walk as it is written down: a line a step."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

_FILE = "walk.jsonl"
Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in dots of the screen."""


@dataclass(frozen=True)
class Step:
    """One thing that is done, or waited for.

    `value` is a key's name, a text to type, the name of a file to choose, or that of the picture to wait for;
    `headings` are where that picture has its headings.
    """

    kind: Literal["key", "text", "file", "seen"]
    value: str
    headings: tuple[Box, ...] = ()


def write_steps(folder: Path, steps: list[Step]) -> None:
    """Write a walk down in `folder`, beside its pictures."""
    lines = (json.dumps(asdict(step), ensure_ascii=False) for step in steps)
    (folder / _FILE).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def steps_in(folder: Path) -> tuple[Step, ...]:
    """Return the walk that is written down in `folder`."""
    return tuple(Step(**json.loads(line)) for line in (folder / _FILE).read_text("utf-8").splitlines())
