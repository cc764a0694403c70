"""Which version of the register this program knows, and the way there from an older one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coopdesk.errors import CoopDeskError
from coopdesk.files import make_folder
from coopdesk.register import sqlite


@dataclass(frozen=True, slots=True)
class Schema:
    """The newest version, and the folder of the migrations that lead to it."""

    head: str
    migrations: Path


FILE = "register.sqlite"
CURRENT = Schema("0002", Path(__file__).with_name("migrations"))


def prepare(path: Path, schema: Schema = CURRENT) -> None:
    """Make the register `path` if there is none, or bring it to the version of `schema` after a backup copy.

    Raises:
        CoopDeskError: it is newer than this program, foreign, damaged, or the disk refuses; it is left as it was.
    """
    make_folder(path.parent)
    version = sqlite.look(path)
    if version == schema.head:
        return
    if is_newer(version, schema):
        raise CoopDeskError("register.newer", path=str(path))
    if version is not None:
        sqlite.copy(path, path.parent / "backups" / f"before-upgrade-{version}-{stamp()}.sqlite")
    with sqlite.troubles(path):
        _upgrade(path, schema)


def is_newer(version: str | None, schema: Schema = CURRENT) -> bool:
    """Tell whether a register of `version` was made by a later CoopDesk."""
    return version is not None and int(version) > int(schema.head)


def stamp() -> str:
    """Return the moment as part of a file's name, in UTC, to the millisecond."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")[:-3]


def _upgrade(path: Path, schema: Schema) -> None:
    from alembic import command  # noqa: PLC0415 - costs 0.1 s, and most starts need no migration
    from alembic.config import Config  # noqa: PLC0415 - likewise

    config = Config()
    config.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = sqlite.engine(path, upgrading=True)
    try:
        # One transaction for all steps: a crash in the middle leaves the older register.
        with engine.connect().execution_options(**{sqlite.WRITING: True}) as connection, connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, schema.head)
            sqlite.mark(connection)
            if broken := sqlite.broken_links(connection):
                raise RuntimeError(f"the upgrade to {schema.head} broke {len(broken)} links")
    finally:
        engine.dispose()
