"""The one door to the data files that ship with CoopDesk."""

from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str = "resources") -> Path:
    """Return the folder `name` ("resources" or "translations").

    An installed CoopDesk carries it inside the package; a checkout has it beside the package.
    """
    inside = _PACKAGE / "_data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def path(*parts: str) -> Path:
    """Return the path of one resource, such as `path("rulebooks", "coop-2016.toml")`."""
    return folder().joinpath(*parts)


def toml(*parts: str) -> dict[str, Any]:
    """Read one TOML resource.

    Raises:
        FileNotFoundError: there is no such resource.
        tomllib.TOMLDecodeError: it is not TOML.
    """
    import tomllib  # noqa: PLC0415 - the first window reads none

    with path(*parts).open("rb") as file:
        return tomllib.load(file)
