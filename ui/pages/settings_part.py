"""One subject of the settings: a sheet of its own, with its actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.theme import Type, theme
from ui.widgets.text import Label
from ui.widgets.windows import Ground, ScrollColumn

LABELS = 88


class SettingsPart(Page):
    """Fills its column top down. Changes take effect at once; there is nothing to save.

    A part that is a list says so: its list scrolls, and the rest stays in sight.
    """

    title = ""
    is_list = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = Ground("sheet")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(28, 18, 28, 18)
        self.column.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        if self.is_list:
            self.column.setContentsMargins(16, 10, 16, 12)
            whole.addWidget(inside, 1)
        else:
            self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
            whole.addWidget(ScrollColumn(self.title, inside), 1)


def labelled(label: str, *widgets: QWidget) -> QHBoxLayout:
    """Widgets in a line behind a quiet word, which may be empty."""
    row = QHBoxLayout()
    row.setSpacing(12)
    words = Label(label, Type.BODY, "text2")
    words.setMinimumWidth(theme().px(LABELS))
    if label:
        row.addWidget(words)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def in_a_row(*widgets: QWidget) -> QHBoxLayout:
    """Buttons below a list, from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
