"""The left pane of the meeting screen: the agenda, and how far one has come."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.agenda import agenda_face, agenda_spoken, with_headings
from ui.models.rows import ROW_ROLE, RowsModel
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from workbench.live import AgendaRow


class AgendaPane(QWidget):
    """Says where a person wants to go; the page goes there."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: int | None = None
        self._head = SectionHead("议程")
        self._model: RowsModel[AgendaRow] = RowsModel(agenda_face, agenda_spoken, self)
        self.list = RowsList("议程", margin=14)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 0)
        top.addWidget(self._head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)

    def show_rows(self, rows: list[AgendaRow]) -> None:
        """Show the agenda again, the same item marked."""
        self._head.set_hint(f"{sum(row.settled for row in rows)}/{len(rows)} 已过")
        self._model.show(with_headings(rows))
        self._mark()

    def show_current(self, item_id: int | None) -> None:
        """Mark the item that is being talked about."""
        self._current = item_id
        self._mark()

    def mark_draft(self, item_id: int, present: bool) -> None:
        """Show that something about an item is typed and not confirmed, or no longer."""
        rows = self._model.rows()
        marked = [replace(r, has_draft=present) if r.id == item_id else r for r in rows]
        if marked != rows:
            self.show_rows(marked)

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

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.wanted.emit(row.id)

    def _mark(self) -> None:
        for number in range(self._model.rowCount()):
            index = self._model.index(number, 0)
            row = index.data(ROW_ROLE)
            if row is not None and row.id == self._current:
                self.list.setCurrentIndex(index)
