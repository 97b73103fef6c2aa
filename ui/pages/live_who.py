"""The first line of an item: who it is, what one should know, and the last rating."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import LevelChip, Tag
from ui.widgets.text import Label, ShortLabel
from workbench.live import ItemDetails


class WhoLine(QWidget):
    """Name, facts, the kind of case and the last level; and what the hidden pane holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._facts = Label("", Type.NAME), ShortLabel("", Type.BODY, "text2")
        self._kind, self._new = Tag("", parent=self), Tag("", parent=self)
        self._before, self._chip = Label("上次", Type.NOTE, "text2"), LevelChip()
        self.pane_button = Button("", Kind.GHOST, keys="F6")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._name)
        line.addWidget(self._facts, 1)
        shown = (self._new, self._kind, self._before, self._chip, self.pane_button)
        for widget in shown:
            line.addWidget(widget)

    def show_item(self, item: ItemDetails) -> None:
        """Say whom it is about."""
        is_case = item.tier != "matter"
        self._name.setText(item.masked)
        facts = [item.case_number, *item.facts] if is_case else [item.tier.label]
        self._facts.setText("·".join(fact for fact in facts if fact))
        self._kind.show_text(item.kind)
        proposed = is_case and item.case_id is None
        self._new.show_text("建议入组" if proposed else "", "warn")
        self._before.setVisible(item.previous_level is not None)
        self._chip.show_level(None if item.previous_level is None else int(item.previous_level))

    def show_pane_hint(self, words: str) -> None:
        """Say what the hidden pane holds."""
        self.pane_button.setVisible(bool(words))
        self.pane_button.setText(words)
        self.pane_button.setAccessibleName(words)
        self.pane_button.updateGeometry()
