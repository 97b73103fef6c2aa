"""The lights before a meeting, and the way out of each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.checkup import counts_text, gist_text, light_face, light_spoken
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground
from workbench.checkup import Light


class Checkup(Ground):
    """What is missing, the weightiest first; a row leads to where it is dealt with."""

    way_wanted = Signal(object)

    def __init__(self, back: QAction, parent: QWidget | None = None) -> None:
        super().__init__("window", edge="left", parent=parent)
        self._model: RowsModel[Light] = RowsModel(light_face, light_spoken, self)
        self.lights = RowsList("会前体检列表")
        self.lights.setModel(self._model)
        self.lights.activated.connect(self._follow)
        self.lights.clicked.connect(self._follow)
        self._head, self._back = SectionHead("会前体检"), Button.of(back)
        self._head.add_right(self._back)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 4, 14, 0)
        foot.setSpacing(6)
        foot.addWidget(Label("▲ 不影响开会，会写进记录", Type.NOTE, "text2"))
        foot.addLayout(self._buttons)
        top = QVBoxLayout()
        top.setContentsMargins(18, 14, 16, 2)
        top.addWidget(self._head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.lights, 1)
        column.addLayout(foot)

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        """Show these, staying at the same row."""
        number = max(self.lights.currentIndex().row(), 0)
        self._model.show(lights)
        self._head.set_hint(counts_text(lights), "text2")
        if lights:
            self.lights.setCurrentIndex(self._model.index(min(number, len(lights) - 1), 0))

    def offer_back(self, wanted: bool) -> None:
        """Show the way back to the agenda, where the lights stand in its place."""
        self._back.setVisible(wanted)

    def offer(self, *actions: QAction) -> None:
        """Put buttons about the people at the foot."""
        for action in actions:
            self._buttons.addWidget(Button.of(action))
        self._buttons.addStretch(1)

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        light: Light | None = index.data(ROW_ROLE)
        if light is not None and light.missing:
            self.way_wanted.emit(light)


class CheckupStrip(Ground):
    """The same in one line, where there is no room for more."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._counts = Label("", Type.NOTE_BOLD, "warn")
        self._gist = ShortLabel("", Type.NOTE, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(10)
        row.addWidget(self._counts)
        row.addWidget(self._gist, 1)
        row.addWidget(Button.of(action))

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        """Say how many there are of each weight, and what the weightiest are."""
        self._counts.setText(counts_text(lights))
        self._gist.setText(gist_text(lights))
