"""Any of several short words, or one of many, in lines of pills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.flow import Flow
from ui.widgets.pills import Pill
from ui.widgets.tabbing import stop_at_choice


class Ticks(QWidget):
    """Pills that stay down. Only a person's choice is announced."""

    ticked = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        *,
        many: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        flow = Flow()
        self.setLayout(flow)
        for number, (_, text) in enumerate(choices):
            pill = Pill(text, self)
            self._group.addButton(pill, number)
            flow.addWidget(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        stop_at_choice(self._group)
        self._group.idClicked.connect(self._tell)
        theme().changed.connect(self._remeasure)
        self._remeasure()

    def values(self) -> tuple[object, ...]:
        """What is chosen, in the order it is offered."""
        down = (self._group.button(number).isChecked() for number in range(len(self._values)))
        return tuple(v for v, checked in zip(self._values, down, strict=True) if checked)

    def show_values(self, values: Sequence[object]) -> None:
        """Fill in what is known, without announcing it."""
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for number, value in enumerate(self._values):
            self._group.button(number).setChecked(value in values)
        self._group.setExclusive(exclusive)
        stop_at_choice(self._group)

    def choose(self, value: object) -> None:
        """What a click does: choose, or take back, and say so."""
        self._group.button(self._values.index(value)).click()

    def tab_stops(self) -> list[QWidget]:
        """What the keyboard can stop at."""
        return list(self._group.buttons())

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.ticked.emit(self._values[number])

    @Slot()
    def _remeasure(self) -> None:
        for button in self._group.buttons():
            button.setFixedSize(button.sizeHint())
        self.updateGeometry()
