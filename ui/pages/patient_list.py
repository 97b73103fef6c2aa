"""The register as a list: searched, filtered, ordered, and who of it is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.patients import (
    ALL,
    ASIDE,
    FILTERS,
    NARROW,
    ORDERS,
    case_managers,
    counted,
    filtered,
    illnesses,
    in_order,
    nearest_first,
    patient_face,
    patient_spoken,
    view_choices,
    villages,
)
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type
from ui.widgets.inputs import Choice, SearchBox
from ui.widgets.lists import RowsList
from ui.widgets.pills import Pills
from ui.widgets.text import Label
from workbench.patient_search import PatientIndex
from workbench.patient_standings import PatientStanding
from workbench.saved_views import Narrowing, View, ViewRow


class PatientList(QWidget):
    """Shows whom it is given; `selected` says that somebody else is meant, `opened` that they
    are to be opened."""

    selected = Signal()
    opened = Signal()
    narrowing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PatientStanding] = []
        self._index = PatientIndex(())
        self._wanted = 0
        self._narrowing = Narrowing()
        self._aside = False
        self._views: Sequence[ViewRow] = ()
        self._set_up()

    def show_register(
        self, rows: list[PatientStanding], index: PatientIndex, views: Sequence[ViewRow]
    ) -> None:
        """Show everybody, and by what they are found, keeping the same person selected."""
        self._rows, self._index, self._views = rows, index, views
        self._aside &= any(row.set_aside for row in rows)
        self.filter.show_counts(counted(rows))
        self._show_rows()

    def current(self) -> PatientStanding | None:
        """Whom actions are about."""
        row: PatientStanding | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def select(self, patient_id: int) -> None:
        """Choose somebody, as soon as they are listed."""
        self._wanted = patient_id
        self._show_rows()

    def shown(self) -> list[PatientStanding]:
        """Everybody in the list now, in its order."""
        return self._model.rows()

    def everybody(self) -> int:
        """How many there are, shown or not."""
        return len(self._rows)

    def villages(self) -> list[str]:
        """Where the people on the register live."""
        return villages(self._rows)

    def illnesses(self) -> list[str]:
        """What the people on the register suffer from."""
        return illnesses(self._rows)

    def case_managers(self) -> list[tuple[object, str]]:
        """Who is responsible for the people on the register."""
        return case_managers(self._rows)

    def view(self) -> View:
        """How the register is looked at now."""
        return View(str(self.filter.value()), str(self.order.value()), self._narrowing)

    def show_everybody(self) -> None:
        """Take back whatever the list was searched for and narrowed to."""
        self.search.clear()
        self._narrowing, self._aside = Narrowing(), False
        self.filter.choose(ALL)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only whom this leaves."""
        self._narrowing = narrowing
        self._show_rows()

    def _set_up(self) -> None:
        self._model: RowsModel[PatientStanding] = RowsModel(patient_face, patient_spoken, self)
        self.search = SearchBox("查找患者", "姓名、拼音、编号、证件后四位")
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.search.went_down.connect(self._enter_list)
        self.filter = Pills("显示哪些患者", FILTERS)
        self.filter.chosen.connect(self._take_filter)
        self.order = Choice("排列", ORDERS)
        self.order.activated.connect(self._show_rows)
        self.saved = Choice("常用筛选")
        self.saved.activated.connect(self._take_view)
        self._offer_views()
        self._count = Label("", Type.NOTE, "text2")
        self.list = RowsList("患者列表")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self.selected)
        self.list.activated.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above_list())
        column.addWidget(self.list, 1)

    def _above_list(self) -> QVBoxLayout:
        search = QHBoxLayout()
        search.setSpacing(10)
        search.addWidget(self.search, 1)
        search.addWidget(self._count)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.order, 1)
        line.addWidget(self.saved, 1)
        top = QVBoxLayout()
        top.setContentsMargins(14, 10, 14, 6)
        top.setSpacing(8)
        top.addLayout(search)
        top.addWidget(self.filter)
        top.addLayout(line)
        return top

    @Slot(str)
    def _search(self, words: str) -> None:
        """Whoever fits best stands first and is meant: Enter opens them."""
        self._show_found(words, kept=not words.strip())

    @Slot()
    def _show_rows(self) -> None:
        self._offer_views()
        self._show_found(self.search.text(), kept=True)

    def _show_found(self, words: str, *, kept: bool) -> None:
        before = self.current()
        wanted = self._wanted or (before.id if before and kept else 0)
        among = filtered(self._rows, ASIDE if self._aside else self.filter.value())
        rows = in_order([row for row in among if self._narrowing.meets(row)], self.order.value())
        if words.strip():
            rows = nearest_first(rows, self._index.find(words))
        self._model.show(rows)
        self._count.setText(f"{len(rows)}人")
        self._choose(rows, wanted)

    def _choose(self, rows: Sequence[PatientStanding], wanted: int) -> None:
        places: Mapping[int, int] = {row.id: number for number, row in enumerate(rows)}
        if wanted in places:
            self._wanted = 0
        if rows:
            self.list.setCurrentIndex(self._model.index(places.get(wanted, 0), 0))
            self.list.scrollTo(self.list.currentIndex())
        self.selected.emit()

    def _offer_views(self) -> None:
        narrowed = self._aside or self._narrowing != Narrowing()
        set_aside = sum(row.set_aside for row in self._rows)
        self.saved.offer(view_choices(self._views, narrowed=narrowed, set_aside=set_aside))
        chosen = [row.view for row in self._views if row.view == self.view()]
        self.saved.show_value(ASIDE if self._aside else chosen[0] if chosen else None)

    @Slot()
    def _take_filter(self) -> None:
        self._aside = False
        self._show_rows()

    @Slot()
    def _take_view(self) -> None:
        wanted = self.saved.value()
        if wanted == NARROW:
            self._offer_views()
            self.narrowing_wanted.emit()
            return
        self._aside = wanted == ASIDE or (wanted is None and self._aside)
        if isinstance(wanted, View):
            self._narrowing = wanted.narrowing
            self.order.show_value(wanted.sorted_by)
            self.filter.choose(wanted.shown)
        elif wanted is not None:
            self._narrowing = Narrowing()
        self._show_rows()

    @Slot()
    def _open_first(self) -> None:
        """Open whoever is selected; who has nothing to open is left selected in the list."""
        row = self.current()
        if row is not None and row.case is not None:
            self.opened.emit()
        else:
            self._enter_list()

    @Slot()
    def _enter_list(self) -> None:
        if self.current() is not None:
            self.list.setFocus()
