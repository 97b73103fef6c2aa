"""The questions of the first start once more, for whatever was left for later or has changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QThreadPool, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.first_use.pane import StepsPane
from ui.dialogs.first_use.panel import setup_steps
from ui.dialogs.first_use.step import Opened
from ui.preferences import Preferences
from ui.theme import theme
from ui.widgets.tabbing import is_enter
from workbench.bench import Bench


class SetUpDialog(QDialog):
    """Each page keeps its answer by itself; closing in the middle loses nothing kept."""

    def __init__(
        self, bench: Bench, pool: QThreadPool, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_dialog")
        self.setWindowTitle("设置向导")
        self.setAccessibleName("设置向导")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps = setup_steps(Opened(bench), pool, preferences)
        self._pane = StepsPane(steps, "完成")
        self._pane.finished.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane)
        theme().changed.connect(self._fit)
        self._fit()
        self._pane.start()

    def sizeHint(self) -> QSize:
        """As wide as the pages are at the first start."""
        return QSize(theme().px(680), theme().px(420))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the pages, which know what comes next; a dialog would press a button."""
        if not is_enter(event):
            super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
