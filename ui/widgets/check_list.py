"""Several of a few sentences, each with a box to tick, in two columns where they are short."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

SHORT = 12  # longer words get a line of their own


class CheckList(QWidget):
    """Announces only what a person ticks."""

    ticked = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._boxes: dict[object, QCheckBox] = {}
        columns = 2 if all(len(text) <= SHORT for _, text in choices) else 1
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for number, (value, text) in enumerate(choices):
            box = QCheckBox(text, self)
            box.setAccessibleName(text)
            box.clicked.connect(lambda: self.ticked.emit())
            self._boxes[value] = box
            grid.addWidget(box, number // columns, number % columns)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def values(self) -> tuple[object, ...]:
        """Whatever is ticked, in the order in which it is offered."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def show_values(self, values: Collection[object]) -> None:
        """Fill in what is known, without announcing it."""
        for value, box in self._boxes.items():
            box.setChecked(value in values)
