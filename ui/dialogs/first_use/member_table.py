"""A table one types members into; rows copied from a sheet come in as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.models.choices import MEMBER_ROLES, role_of
from ui.theme import Type, theme
from ui.widgets.inputs import Choice, LineBox
from ui.widgets.tabbing import follow_the_eye, is_enter
from ui.widgets.text import Label
from ui.widgets.windows import ScrollColumn
from workbench.member_lists import MemberLine

HEADS = ("姓名", "角色", "单位", "电话")
WIDTHS = (5, 6, 7, 6)
LAST = 1000  # below every row there is room left over
_FREE = QSizePolicy.Policy.Ignored  # columns share the width alike, whatever stands in them
NO_ROLE = "选择角色"
FIRST_HINT = "输入姓名"


class CellBox(LineBox):
    """A cell that hands on whole rows instead of taking them as one line."""

    rows_pasted = Signal(str)
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif control and event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take words; several cells are the business of the whole table."""
        text = QGuiApplication.clipboard().text()
        if "\t" in text or "\n" in text.strip():
            self.rows_pasted.emit(text)
        else:
            super().paste()


class MemberRow(QObject):
    """The four cells of one line."""

    changed = Signal()
    rows_pasted = Signal(str)
    left = Signal()

    def __init__(self, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self._line = MemberLine()
        self.name = CellBox(f"第{number}行姓名", FIRST_HINT)
        self.role = Choice(f"第{number}行角色", [(None, NO_ROLE)])
        self.role.offer([(None, NO_ROLE), *((role, role.label) for role in MEMBER_ROLES)])
        self.unit, self.phone = CellBox(f"第{number}行单位"), CellBox(f"第{number}行电话")
        self.cells: tuple[QWidget, ...] = (self.name, self.role, self.unit, self.phone)
        for box in (self.name, self.unit, self.phone):
            box.textChanged.connect(self.changed)
            box.rows_pasted.connect(self.rows_pasted)
            box.cleared.connect(self._clear)
        self.role.currentIndexChanged.connect(self.changed)
        self.role.installEventFilter(self)
        self.name.returnPressed.connect(self._leave_name)
        self.unit.returnPressed.connect(self.phone.setFocus)
        self.phone.returnPressed.connect(self.left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leaves the role for the next cell."""
        if not is_enter(event):
            return False
        self.unit.setFocus()
        return True

    def show_line(self, line: MemberLine) -> None:
        """Fill in what is known."""
        self._line = line
        self.name.setText(line.name)
        self.role.show_value(line.role)
        self.unit.setText(line.unit)
        self.phone.setText(line.phone)

    def line(self) -> MemberLine:
        """What stands in the cells."""
        return MemberLine(
            self.name.text(),
            role_of(self.role.value()),
            self.unit.text(),
            self.phone.text(),
            self._line.post,
            self._line.id,
        )

    @Slot()
    def _leave_name(self) -> None:
        if self.line().empty:
            self.left.emit()
        else:
            self.role.setFocus()

    @Slot()
    def _clear(self) -> None:
        for box in (self.name, self.unit, self.phone):
            box.clear()
        self.role.setCurrentIndex(0)
        self.name.setFocus()


class MemberTable(QWidget):
    """Always has one empty row at its end; leaving that row says that the list is done."""

    changed = Signal()
    rows_pasted = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[MemberRow] = []
        inside, heads = QWidget(), QWidget()
        self._grid = _columns(inside)
        self._grid.setRowStretch(LAST, 1)
        row = _columns(heads)
        for column, head in enumerate(HEADS):
            label = Label(head, Type.NOTE, "text2")
            label.setSizePolicy(_FREE, QSizePolicy.Policy.Fixed)
            row.addWidget(label, 0, column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(heads)
        whole.addWidget(ScrollColumn("成员名单", inside), 1)
        self._add_row()

    def sizeHint(self) -> QSize:
        """Room for a few rows; the rest is scrolled to."""
        return QSize(theme().px(400), theme().px(180))

    def lines(self) -> list[MemberLine]:
        """Every row, empty ones too, so that a row keeps its number."""
        return [row.line() for row in self._rows]

    def show_lines(self, lines: Sequence[MemberLine]) -> None:
        """Replace everything."""
        self.blockSignals(True)
        while len(self._rows) <= len(lines):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.show_line(lines[number] if number < len(lines) else MemberLine())
        self.blockSignals(False)
        self.changed.emit()

    def add_lines(self, lines: Sequence[MemberLine]) -> None:
        """Put further lines after what is filled in."""
        filled = [line for line in self.lines() if not line.empty or line.id is not None]
        self.show_lines([*filled, *lines])

    def take_caret(self) -> None:
        """Go to the first empty row."""
        empty = next((row for row in self._rows if row.line().empty), self._rows[-1])
        empty.name.setFocus()

    def _add_row(self) -> None:
        number = len(self._rows) + 1
        row = MemberRow(number, self)
        if self._rows:
            last = self._rows[-1]
            last.name.setPlaceholderText("")
        for column, cell in enumerate(row.cells):
            cell.setSizePolicy(_FREE, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(cell, number, column)
        follow_the_eye([*(self._rows[-1].cells if self._rows else ()), *row.cells])
        row.changed.connect(self._note_change)
        row.rows_pasted.connect(self.rows_pasted)
        row.left.connect(self._leave_row)
        self._rows.append(row)

    @Slot()
    def _note_change(self) -> None:
        if not self._rows[-1].line().empty:
            self._add_row()
        self.changed.emit()

    @Slot()
    def _leave_row(self) -> None:
        row = self.sender()
        here = self._rows.index(row) if isinstance(row, MemberRow) else len(self._rows) - 1
        if here + 1 < len(self._rows):
            self._rows[here + 1].name.setFocus()
        else:
            self.finished.emit()


def _columns(of: QWidget) -> QGridLayout:
    grid = QGridLayout(of)
    grid.setContentsMargins(0, 0, theme().px(12), 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(4)
    for column, width in enumerate(WIDTHS):
        grid.setColumnStretch(column, width)
    return grid
