"""Taking in a spreadsheet of accounts: what its columns hold, what each row becomes, and what is wrong with it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.desk.intake import Row, Sheet, guess_fields, look_at, open_sheet, take_in
from coopdesk.desk.parts import Parts
from coopdesk.ui import words
from coopdesk.ui.models.table import Column
from coopdesk.ui.pages.page import Page
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.columns import ColumnFields
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.widgets.table import TablePanel
from coopdesk.ui.widgets.ticks import TickLine

_COLUMNS_WIDTH = 280
_FILTER = "Excel, CSV (*.xlsx *.xlsm *.csv *.txt *.tsv)"


class IntakePage(Page):
    """The columns at the left, the rows as they would come in at the right; nothing comes in before it was seen."""

    key = "intake"

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Accounts from a table")

    def build(self) -> None:
        """The choice of a file above, columns and rows below it, and the button that takes them in."""
        self._sheet: Sheet | None = None
        self._choose = button(self.tr("Choose a file…"))
        self._choose.clicked.connect(self._on_choose)
        self.head.addWidget(self._choose)
        self._told = label("", "muted")
        self.column.addWidget(self._told)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._build_columns())
        middle.addLayout(self._build_rows(), 1)
        self.column.addLayout(middle, 1)
        self._take_in, back = button(self.tr("Take in"), "primary"), button(self.tr("Cancel"), "quiet")
        self._take_in.clicked.connect(self._on_take_in)
        back.clicked.connect(self._on_back)
        self.column.addLayout(row(self._count, None, back, self._take_in))
        self._forget()

    def refresh(self) -> None:
        """Look at the rows anew: the register may hold other accounts now."""
        sheet, fields = self._sheet, self._fields.fields
        if sheet is not None:
            self.session.ask(
                self, lambda parts: look_at(parts, sheet, fields), self._on_looked, self.show_trouble, key="rows"
            )

    def read(self, file: Path, fields: tuple[str, ...] = ()) -> None:
        """Read a file and show it; `fields` are what its columns were said to hold, nothing where it is new."""

        def work(parts: Parts) -> tuple[str, Sheet, tuple[str, ...]]:
            sheet = open_sheet(parts, file)
            known = fields if len(fields) == len(sheet.heads) else guess_fields(parts, sheet)
            return str(file), sheet, known

        self.show_trouble(None)
        self.session.ask(self, work, self._on_read, self.show_trouble, lane="side", key="read")

    def _build_columns(self) -> QWidget:
        self._columns = QWidget()
        self._fields = ColumnFields("intake-fields")
        self._fields.chosen.connect(self.refresh)
        self._fields.wanted.connect(self._on_wanted)
        holder = QWidget()  # the area gives it a name of its own
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.addWidget(self._fields)
        column = QVBoxLayout(self._columns)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("What the columns hold"), "heading"))
        column.addWidget(scrolled(holder), 1)
        self._columns.setFixedWidth(_COLUMNS_WIDTH)
        self._columns.hide()
        return self._columns

    def _build_rows(self) -> QVBoxLayout:
        columns: tuple[Column[Row], ...] = (
            Column(self.tr("Row"), lambda one: one.number),
            Column(self.tr("State"), self._status_word, _status),
            Column(self.tr("Outcome"), self._outcome),
            Column(self.tr("Address"), _address, width=170),
        )
        empty = self.tr("No file is chosen yet.")
        self._table = TablePanel(columns, empty, self.tr("Rows of the table"), grows=2)
        self._table.selected.connect(self._on_selected)
        self._whole = label()
        self._whole.hide()
        self._count = label("", "strong", wrap=False)
        self._leave_out = TickLine(self.tr("Leave out the rows with something wrong"), "intake-leave-out")
        self._leave_out.tick.toggled.connect(self._show_state)
        below = QVBoxLayout()
        below.addWidget(self._table, 1)
        below.addWidget(self._whole)
        below.addWidget(self._leave_out)
        return below

    def _status_word(self, one: Row) -> str:
        return self.tr("Wrong") if one.troubles else self.tr("Good")

    def _outcome(self, one: Row) -> str:
        if one.account is None:
            return "; ".join(words.say(trouble) for trouble in one.troubles)
        kind = words.say(self.session.kind_of(one.account).name)
        return f"{kind} · {one.account.name or one.account.handle}"

    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self._choose.text(), "", _FILTER)
        if file:
            self.read(Path(file))

    def _on_wanted(self, file: str, fields: tuple[str, ...]) -> None:
        self.read(Path(file), fields)

    def _on_read(self, found: tuple[str, Sheet, tuple[str, ...]]) -> None:
        file, self._sheet, fields = found
        self._told.setText(self._sheet.name)
        self._fields.show_sheet(file, self._sheet, fields)
        self._columns.show()
        self.refresh()

    def _on_looked(self, rows: tuple[Row, ...]) -> None:
        if self._sheet is not None:  # it may have been taken in, or left, by now
            self._show_rows(rows)

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._table.show_records(rows)
        self._on_selected(self._table.record)
        self._show_state()

    def _on_selected(self, one: Row | None) -> None:
        """Say in full what is wrong with the selected row: in the table it may end in dots."""
        self._whole.setText(self._outcome(one) if one is not None and one.troubles else "")
        self._whole.setVisible(bool(self._whole.text()))

    def _show_state(self) -> None:
        wrong = sum(bool(one.troubles) for one in self._rows)
        good = len(self._rows) - wrong
        told = self.tr("Good: {0} · something wrong: {1}").format(words.number(good), words.number(wrong))
        self._count.setText(told if self._rows else "")
        self._leave_out.setVisible(wrong > 0)
        self._take_in.setEnabled(good > 0 and (not wrong or self._leave_out.tick.isChecked()))

    def _on_take_in(self) -> None:
        sheet, fields, who, leave_out = self._sheet, self._fields.fields, self.session.who, self._leave_out.tick
        if sheet is not None:
            bad_stay = leave_out.isChecked()
            self.show_trouble(None)
            self.session.do(
                self,
                lambda parts: take_in(parts, sheet, fields, who, leave_out_bad=bad_stay),
                self._on_taken,
                self.show_trouble,
            )

    def _on_taken(self, _count: int) -> None:
        self._on_back()

    def _on_back(self) -> None:
        self._forget()
        self.wants_page.emit("accounts")

    def _forget(self) -> None:
        """Leave the page as it was found: the next table starts anew."""
        self._sheet = None
        self._told.setText(
            self.tr("Choose an Excel or CSV file with one account a row. You see each row before it is taken in.")
        )
        self._fields.forget()
        self._columns.hide()
        self._leave_out.tick.setChecked(False)
        self.show_trouble(None)
        self._show_rows(())


def _address(one: Row) -> str:
    return one.address.removeprefix("https://").removeprefix("www.")


def _status(one: Row) -> str:
    return "not_met" if one.troubles else "met"
