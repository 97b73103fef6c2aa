"""Several of a few options, each with a box to tick, in as many columns as their words leave."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QWidget

from ui.widgets.tabbing import stop_at_choice

ROOM = ((6, 4), (9, 3), (14, 2))  # so many characters at most, so many columns


class CheckList(QWidget):
    """Tab stops once, arrows go on from there. Announces only what a person ticks."""

    ticked = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(lambda _: self.ticked.emit())
        longest = max(len(text) for _, text in choices)
        columns = next((count for most, count in ROOM if longest <= most), 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for number, (_, text) in enumerate(choices):
            box = QCheckBox(text, self)
            box.setAccessibleName(text)
            self._group.addButton(box, number)
            grid.addWidget(box, number // columns, number % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        stop_at_choice(self._group)
        self.setFocusProxy(self._group.button(0))

    def values(self) -> tuple[object, ...]:
        """Whatever is ticked, in the order in which it is offered."""
        ticked = (self._group.button(number).isChecked() for number in range(len(self._values)))
        return tuple(value for value, on in zip(self._values, ticked, strict=True) if on)

    def show_values(self, values: Collection[object]) -> None:
        """Fill in what is known, without announcing it."""
        for number, value in enumerate(self._values):
            self._group.button(number).setChecked(value in values)
