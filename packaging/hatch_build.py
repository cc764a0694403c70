"""Keeps a wheel or an sdist from being built without its compiled translations."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SeeTranslations(BuildHookInterface):  # type: ignore[type-arg]
    """What git does not keep and what a window without it could not speak."""

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        """Stop where a translation is not compiled; an editable copy takes them from the checkout."""
        if version == "editable":
            return
        for source in (Path(self.root) / "translations").glob("*.ts"):
            if not source.with_suffix(".qm").exists():
                raise FileNotFoundError(f"{source.with_suffix('.qm')} is missing: make translations")
