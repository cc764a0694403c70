"""The way back into an account, shown on demand: codes, the used ones crossed off, the second step, the contacts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coopdesk.desk.recovery import Code, Recovery, keep_recovery, recovery_of
from coopdesk.errors import CoopDeskError
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.cover import Cover, mark_secret
from coopdesk.ui.widgets.fields import Field, line, lines

_SHOWN, _ROW = 5, 30  # codes shown at once, and pixels for each


class RecoveryPanel(QWidget):
    """Asks the keyring only when the person wants to see it, and hides it when the window loses the focus.

    What is typed and not saved yet stands there when it is opened again. No input has a name: no draft keeps it.
    """

    def __init__(self, session: Session, account_id: str) -> None:
        """Work on the way back into an account."""
        super().__init__()
        self._session, self._account_id = session, account_id
        self._kept = Recovery()
        self._unsaved: Recovery | None = None
        self._open = button(self.tr("Ways back into the account"))
        self._open.clicked.connect(self._on_open)
        self._told = label("", "muted")
        self._inside = QWidget()
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._open, self._told, stretch=1))
        column.addWidget(self._inside)
        self._build()
        mark_secret(self._inside)
        Cover(session, self).wanted.connect(self.hide_secret)

    def hide_secret(self) -> None:
        """Take away what is shown."""
        if not self._inside.isHidden():
            typed = self._typed()
            self._unsaved = None if typed == self._kept else typed
            self._fill(Recovery())
            self._inside.hide()

    def _build(self) -> None:
        self._codes = QListWidget()
        self._codes.setAccessibleName(self.tr("Recovery codes; tick the used ones"))
        self._codes.itemChanged.connect(self._cross_off)
        self._new = lines("", 64)
        self._method, self._holder, self._email, self._phone = line(), line(), line(), line()
        grid = QGridLayout()
        grid.setSpacing(12)
        captions = (
            (self.tr("The second step: app, SMS or key"), self._method),
            (self.tr("Who holds it"), self._holder),
            (self.tr("Recovery e-mail"), self._email),
            (self.tr("Recovery phone"), self._phone),
        )
        for place, (caption, control) in enumerate(captions):
            grid.addWidget(Field(caption, control), place // 2, place % 2)
        keep = button(self.tr("Save the ways back"))
        keep.clicked.connect(self._on_keep)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Recovery codes; tick the used ones")))
        column.addWidget(self._codes)
        column.addWidget(Field(self.tr("New codes, one a line"), self._new))
        column.addLayout(grid)
        column.addLayout(row(keep, None))

    def _on_open(self) -> None:
        account_id, who = self._account_id, self._session.who
        self._session.ask(
            self, lambda parts: recovery_of(parts, account_id, who), self._show, self._on_trouble, key="recovery"
        )

    def _show(self, recovery: Recovery) -> None:
        self._told.setText("")
        self._kept = recovery
        self._fill(self._unsaved or recovery)
        self._inside.show()

    def _fill(self, recovery: Recovery) -> None:
        self._codes.clear()
        for code in recovery.codes:
            item = QListWidgetItem(code.text, self._codes)
            item.setCheckState(Qt.CheckState.Checked if code.used else Qt.CheckState.Unchecked)
            self._cross_off(item)
        self._codes.setFixedHeight(max(1, min(_SHOWN, self._codes.count())) * _ROW + 6)
        self._new.clear()
        for field, text in (
            (self._method, recovery.method),
            (self._holder, recovery.holder),
            (self._email, recovery.email),
            (self._phone, recovery.phone),
        ):
            field.setText(text)

    def _cross_off(self, item: QListWidgetItem) -> None:
        font = item.font()
        crossed = item.checkState() is Qt.CheckState.Checked
        if font.strikeOut() != crossed:
            font.setStrikeOut(crossed)
            item.setFont(font)

    def _typed(self) -> Recovery:
        items = [self._codes.item(place) for place in range(self._codes.count())]
        codes = [Code(item.text(), item.checkState() is Qt.CheckState.Checked) for item in items]
        codes += [Code(text) for text in self._new.toPlainText().splitlines() if text.strip()]
        texts = (field.text() for field in (self._method, self._holder, self._email, self._phone))
        return Recovery(tuple(codes), *texts)

    def _on_keep(self) -> None:
        account_id, who, recovery = self._account_id, self._session.who, self._typed()
        self._session.do(
            self, lambda parts: keep_recovery(parts, account_id, recovery, who), self._on_kept, self._on_trouble
        )

    def _on_kept(self, _nothing: object) -> None:
        self._unsaved = None
        self._on_open()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._told.setText(words.say(trouble.said))
