"""Lines of the big screen: a mark, what, who, and a word at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Type
from ui.widgets.big_screen import BigLabel, BigMark, Growing

TOP = Qt.AlignmentFlag.AlignTop
NO_BREAK = "\u2060"
INKS = {"late": "warn", "done": "accent"}


class BigLine(Protocol):
    """What a line says."""

    @property
    def words(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def right(self) -> str: ...
    @property
    def mark(self) -> str: ...


class _Row(NamedTuple):
    mark: BigMark
    words: BigLabel
    who: BigLabel
    right: BigLabel


class BigRows(Growing):
    """Lines under each other. Those no longer needed are emptied and kept for the next item."""

    def __init__(self, *, marked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked, self._factor = marked, 1.0
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, stretch in enumerate((0, 8, 7, 4)):
            self._grid.setColumnStretch(column, stretch)

    def show_lines(self, lines: Sequence[BigLine]) -> None:
        """Show these."""
        while len(self._rows) < len(lines):
            self._add_row()
        for number, row in enumerate(self._rows):
            self._fill(row, lines[number] if number < len(lines) else None)
        self.setVisible(bool(lines))

    def grow(self, factor: float) -> None:
        self._factor = factor
        self._grid.setHorizontalSpacing(round(12 * factor))
        self._grid.setVerticalSpacing(round(10 * factor))

    def _fill(self, row: _Row, line: BigLine | None) -> None:
        row.mark.show_mark(line.mark if line else "")
        row.words.setText(line.words if line else "")
        row.who.setText(_unbroken(line.who) if line else "")
        row.right.setText(line.right if line else "")
        row.right.set_colour(INKS.get(line.mark, "text") if line else "text")
        for part in row[1:]:
            part.setVisible(line is not None)
        row.mark.setVisible(self._marked and line is not None)

    def _add_row(self) -> None:
        row = _Row(
            BigMark(),
            BigLabel("", Type.BIG, wrap=True),
            BigLabel("", Type.BIG, "text2", wrap=True),
            BigLabel("", Type.BIG_BOLD if self._marked else Type.BIG),
        )
        row.mark.grow(self._factor)
        for part in row[1:]:
            part.grow(self._factor)
        row.right.setAlignment(Qt.AlignmentFlag.AlignRight | TOP)
        for column, each in enumerate(row):
            self._grid.addWidget(each, len(self._rows), column, TOP)
        self._rows.append(row)


def _unbroken(who: str) -> str:
    """A part and a name on two lines if need be, but the name on one."""
    part, _, name = who.rpartition(" ")
    return f"{part} {NO_BREAK.join(name)}" if part else who
