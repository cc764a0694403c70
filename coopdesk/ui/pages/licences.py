"""The parts that CoopDesk is made of: who wrote it besides, in which version, under which licence."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from coopdesk.desk.components import Component, components
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.basics import Card, button, label
from coopdesk.ui.widgets.table import TablePanel

_WHOLE_LINE = 50  # letters: a longer line was broken to fit, a shorter one ends a paragraph or a heading


class LicencesPage(Page):
    """A list of the parts, and beside it the text of the one that is chosen."""

    key = "licences"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Parts and licences")

    def build(self) -> None:
        """The list at the left, the text at the right."""
        back = button(self.tr("Back to the settings"), "quiet")
        back.clicked.connect(self._on_back)
        self.head.addWidget(back)
        told = self.tr("CoopDesk is made with the work of many others, who gave it away freely. Thanks to all of them.")
        self.column.addWidget(label(told, "muted"))
        columns: tuple[Column[Component], ...] = (
            Column(self.tr("Part"), lambda part: part.name),
            Column(self.tr("Version"), lambda part: part.version, width=104),
            Column(self.tr("Licence"), lambda part: part.licence, width=150),
        )
        self.table = TablePanel(columns, self.tr("The parts are being read…"), self.heading())
        self.table.selected.connect(self._on_selected)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.table, 6)
        middle.addWidget(self._build_text(), 5)
        self.column.addLayout(middle, 1)
        # Some sixty files are read: not on the window's thread.
        self.session.runner.run(self, components, self._on_read, lane="side")

    def refresh(self) -> None:
        """The parts do not change while CoopDesk runs."""

    def _build_text(self) -> Card:
        card = Card()
        self._name, self._source = label("", "heading"), label("", "muted")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The licence's text"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        column: QVBoxLayout = card.body
        column.addWidget(self._name)
        column.addWidget(self._source)
        column.addWidget(self.text, 1)
        return card

    def _on_read(self, parts: tuple[Component, ...]) -> None:
        self.table.show_records(parts)
        self.table.view.selectRow(0)

    def _on_selected(self, part: Component | None) -> None:
        if part is None:
            return
        self._name.setText(f"{part.name} {part.version}")
        self._source.setText(f"{part.licence}\n{part.source}".strip())
        self.text.setPlainText(_unbroken(part.text))

    def _on_back(self) -> None:
        self.wants_page.emit("settings")


def _unbroken(text: str) -> str:
    """Return the text with its paragraphs in one line each, as the window breaks lines by its own width."""
    told: list[str] = []
    before = ""
    for line in text.splitlines():
        if len(before) > _WHOLE_LINE and line[:1].isalnum():
            told[-1] += f" {line}"
        else:
            told.append(line)
        before = line
    return "\n".join(told)
