"""What the answers come to, standing still at the foot while one goes through them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from ui.widgets.windows import Ground
from workbench.intake_sheet import Weighed


class IntakeFoot(Ground):
    """The conclusion, what is left to ask, and the step that records."""

    def __init__(self, *steps: Button, parent: QWidget | None = None) -> None:
        super().__init__("sheet", edge="top", parent=parent)
        self._words = Label("", Type.HEAD, wrap=True)
        self._asks = Label("", Type.NOTE, "warn", wrap=True)
        said = QVBoxLayout()
        said.setSpacing(2)
        for part in (self._words, self._asks):
            said.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 2)
        row.setSpacing(12)
        row.addLayout(said, 1)
        for step in steps:
            row.addWidget(step)

    def show_weighed(self, weighed: Weighed) -> None:
        """Say what the answers come to."""
        self._words.setText(f"结论：{weighed.words}")
        recorded = "、".join(fact.label for fact in weighed.recorded)
        asks = "；".join(weighed.asks)
        lines = (
            f"记录里有、还没有采用　{recorded}" if recorded else "",
            f"还不知道，要问　{asks}" if asks else "",
        )
        self._asks.setText("\n".join(filter(None, lines)))
        self._asks.setVisible(any(lines))
        self.setAccessibleName(f"结论：{weighed.words}")


def above_foot(form: QWidget, foot: IntakeFoot) -> QWidget:
    """A form that scrolls above the foot."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(form, 1)
    column.addWidget(foot)
    return whole
