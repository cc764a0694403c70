"""Make the JSON Schema of an export from its dataclasses: `python packaging/schema/make_schema.py [FILE]`.

Writes `resources/export.schema.json`. Needs no network.
"""

import json
import sys
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, with_config

from coopdesk import resources
from coopdesk.register.exchange import ExportFile


def main(file: Path) -> None:
    """Write the schema to `file`."""
    strict = with_config(ConfigDict(extra="forbid", strict=True))
    schema = TypeAdapter(strict(ExportFile)).json_schema()
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    file.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.path("export.schema.json"))
