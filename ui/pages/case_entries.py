"""A list of what is on file, and beside it the chosen entry in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.cases import Entry, entry_face, entry_spoken
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.lists import Face, RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.text import Label
from ui.widgets.windows import ScrollColumn

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class CaseEntries(QWidget):
    """Reads only. Steps that answer an entry stand under it while they make sense."""

    chosen = Signal()

    def __init__(self, name: str, empty: str, how: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RowsModel[Entry] = RowsModel(entry_face, entry_spoken, self)
        self.list = RowsList(name, margin=12)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.above, self.steps = QHBoxLayout(), QHBoxLayout()
        self._whole = QStackedWidget()
        self._whole.addWidget(EmptyState("document", empty, how))
        self._whole.addWidget(self._list_and_text(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.above)
        column.addWidget(self._whole, 1)

    def show_entries(self, lines: Sequence[Entry | Face]) -> None:
        """Show other entries, staying at the same place in the list."""
        kept = self.list.currentIndex().row()
        self._model.show(lines)
        rows = [n for n, line in enumerate(lines) if isinstance(line, Entry)]
        self._whole.setCurrentIndex(1 if rows else 0)
        if rows:
            row = kept if kept in rows else rows[0]
            self.list.setCurrentIndex(self._model.index(row, 0))
        self._show_chosen()

    def entry(self) -> Entry | None:
        """The chosen one."""
        entry: Entry | None = self.list.currentIndex().data(ROW_ROLE)
        return entry

    def take_caret(self) -> None:
        """The list."""
        self.list.setFocus()

    def offer(self, *buttons: Button) -> None:
        """Steps that may answer an entry."""
        for button in buttons:
            self.steps.addWidget(button)
        self.steps.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setFixedWidth(max(min(theme().px(420), self.width() * 9 // 20), 120))
        super().resizeEvent(event)

    def _list_and_text(self, name: str) -> QWidget:
        self._title = Label("", Type.HEAD, wrap=True)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(20, 8, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._title)
        self._parts: list[Label] = []
        self._column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(ScrollColumn(f"{name}内容", self._inside), 1)
        right.addLayout(self.steps)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        return whole

    @Slot()
    def _show_chosen(self) -> None:
        entry = self.entry()
        for part in self._parts:
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts = []
        self._title.setText(entry.title if entry else "")
        for head, words in entry.paragraphs if entry else ():
            self._add(Label(head, Type.NOTE_BOLD, "text2"), 8)
            self._add(Label(words, Type.BODY, wrap=True), 0)
        self.chosen.emit()

    def _add(self, part: Label, above: int) -> None:
        part.setContentsMargins(0, above, 0, 0)
        part.setTextInteractionFlags(SELECTABLE)
        self._parts.append(part)
        self._column.insertWidget(self._column.count() - 1, part)
