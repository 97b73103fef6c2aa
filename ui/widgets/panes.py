"""What the pages about a list are made of: the list under its head, and a column at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.heads import SectionHead
from ui.widgets.windows import Ground, ScrollColumn


class HeadedList(QWidget):
    """A list that takes all the height its head leaves."""

    def __init__(self, head: SectionHead, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        top = QVBoxLayout()
        top.setContentsMargins(18, 10, 16, 6)
        top.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(view, 1)


class EdgeColumn(Ground):
    """Parts one below the other along the right edge; where there is no room they scroll."""

    def __init__(
        self, name: str, colour: str, parts: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(colour, edge="left", parent=parent)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 0, 0, 0)  # beside the hairline
        around.addWidget(ScrollColumn(name, inside))
