"""The setup wizard: an account in the order of the clauses, to be left at any page and gone on with later."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Account, State
from coopdesk.order.findings import Status
from coopdesk.ui import theme, words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets import drafts
from coopdesk.ui.widgets.basics import Card, button, label, row
from coopdesk.ui.widgets.chip import draw_sign
from coopdesk.ui.widgets.scrolling import scrolled
from coopdesk.ui.wizard.description import DescriptionStep
from coopdesk.ui.wizard.identity import AddressStep, NameStep, UsesStep
from coopdesk.ui.wizard.links import LinksStep
from coopdesk.ui.wizard.password import PasswordStep
from coopdesk.ui.wizard.people import TeamStep
from coopdesk.ui.wizard.pictures import PicturesStep
from coopdesk.ui.wizard.rules import SettingsStep, TermsStep
from coopdesk.ui.wizard.step import Step
from coopdesk.ui.wizard.summary import SummaryStep
from coopdesk.ui.words import QT_TRANSLATE_NOOP

STEPS: dict[type[Step], str] = {
    AddressStep: QT_TRANSLATE_NOOP("Wizard", "Address"),
    NameStep: QT_TRANSLATE_NOOP("Wizard", "Name"),
    UsesStep: QT_TRANSLATE_NOOP("Wizard", "Uses"),
    DescriptionStep: QT_TRANSLATE_NOOP("Wizard", "Description"),
    TeamStep: QT_TRANSLATE_NOOP("Wizard", "Admin team"),
    PicturesStep: QT_TRANSLATE_NOOP("Wizard", "Pictures"),
    PasswordStep: QT_TRANSLATE_NOOP("Wizard", "Password"),
    SettingsStep: QT_TRANSLATE_NOOP("Wizard", "Settings"),
    TermsStep: QT_TRANSLATE_NOOP("Wizard", "Rules and terms"),
    LinksStep: QT_TRANSLATE_NOOP("Wizard", "Website and complaints"),
    SummaryStep: QT_TRANSLATE_NOOP("Wizard", "Summary"),
}
_KEYS = [step.key for step in STEPS]
_DRAFT_PAUSE = 800  # milliseconds after the last key before a half-typed page is kept


class Wizard(QWidget):
    """Hosts one step after the other. What is half-typed is kept in the register, and stands there again."""

    left = Signal()
    """The person leaves the wizard; nothing is lost."""
    wants_page = Signal(str)
    """Another page of the window is asked for."""

    def __init__(self, session: Session, account_id: str | None = None, step: str = "address") -> None:
        """Go through the account of an id, from `step` on; without an id, add a new one."""
        super().__init__()
        self.setObjectName("page")
        self._session = session
        self.account_id = account_id
        self.step: Step | None = None
        self._typed: drafts.Fields = {}
        self._shown: drafts.Fields = {}
        self._wanted = ""
        self._keeper = QTimer(self)
        self._keeper.setInterval(_DRAFT_PAUSE)
        self._keeper.timeout.connect(self.keep_draft)
        self._build()
        self._connect()
        self.go_to(step)

    def go_to(self, key: str) -> None:
        """Show a step by its key."""
        self.keep_draft()
        made = next(step for step in STEPS if step.key == key)(self._session, self.account_id)
        made.wants_page.connect(self.wants_page)
        made.wants_step.connect(self.go_to)
        # Taken out, not replaced: the old step may be the one whose button asks for this.
        old = self._place.takeWidget()
        if old is not None:
            old.deleteLater()
        self.step = made
        self._place.setWidget(made)
        made.setObjectName("scrolled")
        self._typed = self._shown = drafts.typed(made)
        self._session.ask(self, lambda parts: parts.register.draft(self._draft_key(key)), self._on_draft, key="draft")
        self._keeper.start()
        self._show_progress()
        self._focus_first()

    def keep_draft(self) -> None:
        """Keep what was typed since it was kept last: over a switch of page or language, a closed lid, a power cut."""
        if self.step is None or not self._session.is_open or self._session.snapshot.facts is None:
            return
        fields = drafts.typed(self.step)
        if fields != self._typed and not self._session.holding.read_only:
            self._typed, key = fields, self._draft_key(self.step.key)
            self._session.ask(self._session, lambda parts: parts.register.keep_draft(key, fields), _nothing)

    @property
    def place(self) -> tuple[str | None, str]:
        """Which account and step is shown."""
        return self.account_id, self.step.key if self.step else "address"

    def _build(self) -> None:
        self._title = label("", "title", wrap=False)
        self._progress = label("", "muted", wrap=False)
        self._buttons: dict[str, QPushButton] = {}
        steps = Card()
        steps.setFixedWidth(240)
        steps.body.setContentsMargins(1, 8, 1, 8)
        steps.body.setSpacing(0)
        for step, name in STEPS.items():
            made = button(words.translate("Wizard", name), "step")
            made.setCheckable(True)
            made.setIconSize(QSize(16, 16))
            made.setProperty("step", step.key)
            made.clicked.connect(self._on_step)
            self._buttons[step.key] = made
            steps.body.addWidget(made)
        steps.body.addStretch(1)
        self._place = scrolled(QWidget())
        self._leave = button(self.tr("Save and close"))
        self._back = button(self.tr("Back"))
        self._next = button(self.tr("Next"), "primary")
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self._place, 1)
        right.addLayout(row(self._leave, None, self._back, self._next))
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(steps)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addLayout(row(self._title, None, self._progress))
        column.addLayout(middle, 1)
        # By keyboard the question comes first, then the buttons below it, the list of steps last.
        for first, second in ((self._place, self._next), (self._next, self._back), (self._back, self._leave)):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self._on_back)
        self._leave.clicked.connect(self._on_leave)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            enter = QShortcut(QKeySequence(key), self)
            enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            enter.activated.connect(self._on_enter)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_leave)

    def _draft_key(self, step: str) -> str:
        return f"{self.account_id or 'new'}:{step}"

    def _show_progress(self) -> None:
        assert self.step is not None  # noqa: S101 - called once a step is shown
        key = self.step.key
        account = self._session.account(self.account_id)
        kind = words.say(self._session.kind_of(account).name) if account else ""
        self._title.setText(self.tr("Account: {0}").format(kind) if kind else self.tr("New account"))
        here, of = words.number(_KEYS.index(key) + 1), words.number(len(_KEYS))
        self._progress.setText(self.tr("Step {0} of {1} · you may go on later").format(here, of))
        for name, step_button in self._buttons.items():
            step_button.setChecked(name == key)
            step_button.setEnabled(self.account_id is not None or name == "address")
            status = self._status_of(name)
            step_button.setIcon(_sign(status, self.devicePixelRatioF()))
            told = words.status(status) if status else ""
            step_button.setAccessibleDescription(told)
        self._back.setEnabled(key != _KEYS[0])
        self._next.setText(self.tr("To the certificate") if key == _KEYS[-1] else self.tr("Next"))
        self._next.setAccessibleName(self._next.text())

    def _status_of(self, key: str) -> str | None:
        if self.account_id is None or key == "summary":
            return None
        if key == "address":
            return "met"
        clauses = next(step for step in STEPS if step.key == key).clauses
        found = [f.status for f in self._session.findings_of(self.account_id) if f.clause in clauses]
        worst = (Status.NOT_MET, Status.ATTENTION, Status.MET, Status.NOT_APPLICABLE)
        account = self._session.account(self.account_id)
        if Status.NOT_MET in found and account is not None and account.state is State.SETTING_UP:
            return None  # still to come: no fault
        return next((status.value for status in worst if status in found), None)

    def _focus_first(self) -> None:
        assert self.step is not None  # noqa: S101
        widgets = self.step.findChildren(QWidget)
        first = next((w for w in widgets if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _on_draft(self, fields: drafts.Fields | None) -> None:
        if fields and self.step is not None:
            self.step.unfold(fields)
            drafts.restore(self.step, fields)
            self._typed = drafts.typed(self.step)

    def _on_step(self) -> None:
        self._leave_for(str(self.sender().property("step")))

    def _leave_for(self, key: str) -> None:
        """Go to another step; what was written on this one is kept first, as by 'next'."""
        assert self.step is not None  # noqa: S101
        written = self.account_id is not None and drafts.typed(self.step) != self._shown
        deed = self.step.deed() if written else None
        if deed is None:
            self.go_to(key)
            return
        self._wanted = key
        self._session.do(self, deed, self._on_left_kept, self._on_trouble)

    def _on_left_kept(self, _result: object) -> None:
        self._forget_draft()
        self.go_to(self._wanted)

    def _on_next(self) -> None:
        assert self.step is not None  # noqa: S101
        self._keeper.stop()
        deed = self.step.deed()
        if deed is None:
            self._forget_draft()
            self._go_on()
            return
        self._next.setEnabled(False)
        self._session.do(self, deed, self._on_kept, self._on_trouble)

    def _on_kept(self, result: object) -> None:
        self._next.setEnabled(True)
        self._forget_draft()
        if self.account_id is None and isinstance(result, Account):
            self.account_id = result.id
        if self.step is not None and self.step.stays(result):
            self.go_to(self.step.key)
        else:
            self._go_on()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self._next.setEnabled(True)
        self._keeper.start()
        if self.step is not None:
            self.step.show_trouble(trouble)

    def _go_on(self) -> None:
        assert self.step is not None  # noqa: S101
        if self.step.key == _KEYS[-1]:
            self.wants_page.emit("certificates")
        else:
            self.go_to(_KEYS[_KEYS.index(self.step.key) + 1])

    def _forget_draft(self) -> None:
        assert self.step is not None  # noqa: S101
        key = self._draft_key(self.step.key)
        self._typed = drafts.typed(self.step)
        if not self._session.holding.read_only:
            self._session.ask(self._session, lambda parts: parts.register.drop_draft(key), _nothing)

    def _on_back(self) -> None:
        assert self.step is not None  # noqa: S101
        self._leave_for(_KEYS[max(_KEYS.index(self.step.key) - 1, 0)])

    def _on_leave(self) -> None:
        self.keep_draft()
        self.left.emit()

    def _on_enter(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif self._next.isVisible():
            self._next.click()


def _nothing(_answer: object) -> None:
    """Hear of nothing: a draft is kept or dropped silently."""


def _sign(status: str | None, scale: float) -> QIcon:
    pixmap = QPixmap(QSize(16, 16) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if status is None:
        painter.setPen(theme.colour("muted"))
        painter.drawEllipse(QRectF(3, 3, 10, 10))
    else:
        draw_sign(painter, QRectF(3, 3, 10, 10), status)
    painter.end()
    return QIcon(pixmap)
