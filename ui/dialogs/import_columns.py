"""Which column of a list means what: as it was recognised, and as somebody says instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.inputs import Choice
from ui.widgets.text import ShortLabel
from ui.widgets.windows import ScrollColumn
from workbench.imports.fields import fields_of
from workbench.imports.headings import ColumnRow
from workbench.imports.mapping import Columns

UNUSED = "不导入"


class ColumnsPane(QWidget):
    """One line for each column. Only a person's choice is announced."""

    meant = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = ScrollColumn("各列的含义", QWidget())
        # However many columns there are, the rows beside them say how tall this is.
        self._body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def show_columns(self, columns: Columns, rows: Sequence[ColumnRow]) -> None:
        """Show every column with what it means."""
        offered: list[tuple[object, str]] = [(None, UNUSED)]
        offered += [(field.key, field.label) for field in fields_of(columns.kind)]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(6)
        for number, row in enumerate(rows):
            title = ShortLabel(row.header or f"第{row.letters}列", Type.NOTE_BOLD, "text2")
            choice = Choice(f"{title.text()}是什么", offered)
            choice.show_value(row.key)
            choice.activated.connect(partial(self._tell, row.position, choice))
            head = QVBoxLayout()
            head.setSpacing(0)
            head.addWidget(title)
            head.addWidget(ShortLabel(row.sample, Type.NOTE, "text3"))
            grid.addLayout(head, number, 0)
            grid.addWidget(choice, number, 1)
        grid.setRowStretch(len(rows), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._body.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _tell(self, position: int, choice: Choice, _: int) -> None:
        self.meant.emit(position, choice.value())
