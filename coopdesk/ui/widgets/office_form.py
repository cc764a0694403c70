"""The form that describes the office: at the first start, and in the settings."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from coopdesk.desk.office import GRS, describe_office
from coopdesk.errors import CoopDeskError
from coopdesk.order.facts import Office, Tier
from coopdesk.order.names import official_name
from coopdesk.ui import words
from coopdesk.ui.session import Session
from coopdesk.ui.widgets.basics import button, label, row
from coopdesk.ui.widgets.fields import Field, choice, line
from coopdesk.ui.widgets.pictures import PicturePicker

_DEPTHS = {Tier.DEPARTMENT: 0, Tier.DIVISION: 1, Tier.DISTRICT: 2, Tier.UPAZILA: 3}
_TEXTS = (
    "website", "grs_url", "grievance_officer", "grievance_contact",
    "head_name", "head_post", "head_phone", "head_email", "memo_prefix",
)  # fmt: skip


class OfficeForm(QWidget):
    """Asks for tier and place, makes the official name of both, and asks for what papers and clauses need."""

    kept = Signal()

    def __init__(self, session: Session, save_text: str) -> None:
        """Show the office that is described, or an empty form."""
        super().__init__()
        self._session = session
        self._office = session.snapshot.facts.office if session.snapshot.facts else None
        self._trouble = label("", "error")
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._build_place())
        self._name = label("", "heading")
        column.addWidget(self._name)
        column.addLayout(self._build_texts())
        kept = self._office.logo if self._office else None
        self._logo = PicturePicker(session, self.tr("The office's logo, for papers"), kept, "office-logo")
        column.addWidget(self._logo)
        column.addWidget(self._trouble)
        self.save = button(save_text, "primary")
        self.save.clicked.connect(self._on_save)
        column.addLayout(row(self.save, None))
        self._on_place()

    def _build_place(self) -> QGridLayout:
        office = self._office
        tiers = [(tier.value, _tier_word(tier)) for tier in Tier]
        self._tier = choice(tiers, office.tier if office else Tier.DISTRICT)
        parts = office.place.split("/") if office and office.place else []
        self._places: list[QComboBox] = []
        captions = (self.tr("Division"), self.tr("District"), self.tr("Upazila"))
        self._place_fields = []
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(Field(self.tr("Tier of the office"), self._tier, name="office-tier"), 0, 0)
        for depth, caption in enumerate(captions):
            box = choice((), prompt=self.tr("Choose"))
            field = Field(caption, box, name=f"office-place-{depth}")
            self._places.append(box)
            self._place_fields.append(field)
            grid.addWidget(field, (depth + 1) // 2, (depth + 1) % 2)
        for depth in range(len(captions)):
            self._fill(depth)
            if len(parts) > depth:
                box = self._places[depth]
                box.setCurrentIndex(box.findData("/".join(parts[: depth + 1])))
        self._places[0].currentIndexChanged.connect(self._on_division)
        self._places[1].currentIndexChanged.connect(self._on_district)
        self._places[2].currentIndexChanged.connect(self._on_place)
        self._tier.currentIndexChanged.connect(self._on_place)
        return grid

    def _build_texts(self) -> QGridLayout:
        captions = {
            "website": self.tr("Website (empty if there is none)"),
            "grs_url": self.tr("Address of the Grievance Redress System"),
            "grievance_officer": self.tr("Grievance officer"),
            "grievance_contact": self.tr("The officer's phone or e-mail"),
            "head_name": self.tr("Head of office: name"),
            "head_post": self.tr("Head of office: post"),
            "head_phone": self.tr("Head of office: phone"),
            "head_email": self.tr("Head of office: e-mail"),
            "memo_prefix": self.tr("Memo number without its last part"),
        }
        grid = QGridLayout()
        grid.setSpacing(12)
        self._texts = {name: line(getattr(self._office, name, ""), limit=300) for name in _TEXTS}
        if not self._texts["grs_url"].text():
            self._texts["grs_url"].setText(GRS)
        for place, name in enumerate(_TEXTS):
            field = Field(captions[name], self._texts[name], name=f"office-{name}")
            grid.addWidget(field, place // 2, place % 2)
        return grid

    def _fill(self, depth: int) -> None:
        box = self._places[depth]
        above = str(self._places[depth - 1].currentData() or "") if depth else ""
        box.blockSignals(True)
        box.clear()
        box.addItem(self.tr("Choose"), "")
        if not depth or above:
            for place in self._session.parts.gazetteer.within(above):
                box.addItem(words.say(place.name), place.path)
        box.blockSignals(False)

    def _on_division(self) -> None:
        self._fill(1)
        self._on_district()

    def _on_district(self) -> None:
        self._fill(2)
        self._on_place()

    def _on_place(self) -> None:
        tier = Tier(self._tier.currentData())
        for depth, field in enumerate(self._place_fields):
            field.setVisible(depth < _DEPTHS[tier])
        place = self._place()
        fits = self._session.parts.gazetteer.fits(tier, place)
        if fits:
            rules, gazetteer = self._session.parts.rulebook.names, self._session.parts.gazetteer
            name = official_name(rules, gazetteer, tier, place)
            self._name.setText(self.tr("Official name: {0}").format(name.bn))
            self._suggest_website(place)
        else:
            self._name.setText(self.tr("Choose the place: the official name is made from it."))
        self.save.setEnabled(fits)

    def _suggest_website(self, place: str) -> None:
        url = self._session.parts.gazetteer.at(place).url if place else "www.coop.gov.bd"
        site = url.replace("www.", "cooperative." if place else "www.", 1)
        self._texts["website"].setPlaceholderText(f"https://{site}" if url else "")

    def _place(self) -> str:
        depth = _DEPTHS[Tier(self._tier.currentData())]
        return str(self._places[depth - 1].currentData() or "") if depth else ""

    def _on_save(self) -> None:
        tier, who = Tier(self._tier.currentData()), self._session.who
        office = self._office or Office("", tier, self._place(), "", "", "")
        texts = {name: text.text() for name, text in self._texts.items()}
        office = replace(office, tier=tier, place=self._place(), **texts)  # type: ignore[arg-type]
        logo = self._logo.chosen
        self._trouble.hide()
        self.save.setEnabled(False)
        self._session.do(self, lambda parts: describe_office(parts, office, who, logo), self._on_kept, self._on_trouble)

    def _on_kept(self, office: Office) -> None:
        self._office = office
        self.save.setEnabled(True)
        self.kept.emit()

    def _on_trouble(self, trouble: CoopDeskError) -> None:
        self.save.setEnabled(True)
        self._trouble.setText(words.say(trouble.said))
        self._trouble.show()


def _tier_word(tier: Tier) -> str:
    match tier:
        case Tier.DEPARTMENT:
            text = words.QT_TRANSLATE_NOOP("OfficeForm", "The department")
        case Tier.DIVISION:
            text = words.QT_TRANSLATE_NOOP("OfficeForm", "Divisional office")
        case Tier.DISTRICT:
            text = words.QT_TRANSLATE_NOOP("OfficeForm", "District office")
        case Tier.UPAZILA:
            text = words.QT_TRANSLATE_NOOP("OfficeForm", "Upazila office")
    return words.translate("OfficeForm", text)
