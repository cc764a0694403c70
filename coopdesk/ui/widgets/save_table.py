"""The quiet button of a list that takes it along as a spreadsheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton

from coopdesk.desk.parts import Parts
from coopdesk.desk.tables import WRITERS, save_table, title_of
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session

_FILTERS = {".xlsx": "Excel (*.xlsx)", ".csv": "CSV (*.csv)"}


class SaveTable(QPushButton):
    """Asks where to, and saves one of the tables there. `saved` carries the file's name, `troubled` what went wrong."""

    saved = Signal(str)
    troubled = Signal(object)

    def __init__(self, session: Session, kind: str) -> None:
        """Save the table of a kind (a key of the desk's tables)."""
        super().__init__(self.tr("Save as a table…"))
        self.setObjectName("quiet")
        self.setAccessibleName(self.text())
        self._session, self._kind = session, kind
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        day = self._session.snapshot.today.isoformat()
        name, filters = f"{words.say(title_of(self._kind))}-{day}.xlsx", ";;".join(_FILTERS.values())
        chosen, chosen_filter = QFileDialog.getSaveFileName(self, self.text(), name, filters)
        if chosen:
            self._save(Path(chosen), chosen_filter)

    def _save(self, chosen: Path, chosen_filter: str) -> None:
        target, kind, language = _with_end(chosen, chosen_filter), self._kind, words.language()

        def save(parts: Parts) -> str:
            if target != chosen and target.exists():  # the dialogue asked about another one
                raise CoopDeskError("tables.exists", file=target.name)
            save_table(parts, kind, target, language)
            return target.name

        self._session.ask(self, save, self.saved.emit, self.troubled.emit)


def _with_end(chosen: Path, chosen_filter: str) -> Path:
    """Return the file's name with the end of the kind that was chosen: the dialogue leaves it as it was typed."""
    typed = chosen.suffix.casefold()
    end = next((end for end, name in _FILTERS.items() if name == chosen_filter), typed)
    if typed == end:
        return chosen
    return chosen.with_suffix(end) if typed in WRITERS else chosen.with_name(f"{chosen.name}{end}")
