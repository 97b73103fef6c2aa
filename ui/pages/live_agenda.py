"""The left pane of the meeting screen: the agenda, and how far one has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.agenda import live_face, live_spoken, with_headings
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.segments import Segments
from ui.widgets.text import Label
from workbench.live import AgendaRow


class AgendaPane(QWidget):
    """Says where a person wants to go; the page goes there."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: int | None = None
        head = SectionHead("议程")
        self._passed = Label("", Type.NOTE, "text2")
        head.add_right(self._passed)
        self._segments = Segments("议程")
        self._model: RowsModel[AgendaRow] = RowsModel(live_face, live_spoken, self)
        self.list = RowsList("议程", margin=14)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        top = QVBoxLayout()
        top.setContentsMargins(14, 8, 14, 2)
        top.setSpacing(2)
        top.addWidget(head)
        top.addWidget(self._segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)

    def show_rows(self, rows: list[AgendaRow]) -> None:
        """Show the agenda again, the same item marked."""
        self._passed.setText(f"{sum(row.settled for row in rows)}/{len(rows)} 已过")
        self._segments.show_items([(row.settled, row.tier == "focus") for row in rows])
        self._model.show(with_headings(rows))
        self._mark()

    def show_current(self, item_id: int | None) -> None:
        """Mark the item that is being talked about."""
        self._current = item_id
        self._mark()

    def mark_draft(self, item_id: int, present: bool) -> None:
        """Show that something about an item is typed and not confirmed, or no longer."""
        self._change(item_id, lambda row: replace(row, has_draft=present))

    def mark_settled(self, item_id: int) -> None:
        """Show at once what was just recorded; what is read again says the rest."""
        self._change(item_id, lambda row: replace(row, settled=True, has_draft=False))

    def neighbour(self, item_id: int, step: int) -> int | None:
        """The item before or after another one, as listed."""
        keys = [row.id for row in self._model.rows()]
        place = keys.index(item_id) + step if item_id in keys else -1
        return keys[place] if 0 <= place < len(keys) else None

    def first_waiting(self) -> int | None:
        """The first item without a conclusion, else the first."""
        rows = self._model.rows()
        waiting = [row.id for row in rows if not row.settled]
        return next(iter(waiting or [row.id for row in rows]), None)

    def _change(self, item_id: int, change: Callable[[AgendaRow], AgendaRow]) -> None:
        rows = self._model.rows()
        changed = [change(row) if row.id == item_id else row for row in rows]
        if changed != rows:
            self.show_rows(changed)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.wanted.emit(row.id)

    def _mark(self) -> None:
        keys = [row.id for row in self._model.rows()]
        self._segments.show_current(keys.index(self._current) if self._current in keys else None)
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            row = index.data(ROW_ROLE)
            if row is not None and row.id == self._current:
                self.list.setCurrentIndex(index)
