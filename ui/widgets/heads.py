"""Headings: of a page, and of a section inside it; the latter replaces every group box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Type, theme
from ui.widgets.text import Label, ShortLabel


class SectionHead(QWidget):
    """A title, a quiet count or hint, at most one thing at the right; a hairline for lists."""

    def __init__(
        self, title: str, hint: str = "", *, ruled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title, self._hint = Label(title, Type.HEAD), ShortLabel(hint, Type.NOTE, "text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 5 if ruled else 3)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._hint, 1)
        self._row = row

    def set_title(self, title: str) -> None:
        """Rename the section."""
        self._title.setText(title)

    def set_hint(self, hint: str, colour: str = "text3") -> None:
        """Say a count or a hint after the title."""
        self._hint.setText(hint)
        self._hint.set_colour(colour)

    def add_right(self, widget: QWidget) -> None:
        """Put one thing at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
            painter.end()


class PageHeader(QWidget):
    """The line at the top of a page: title, facts, and its buttons at the right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title, self._facts = Label(title, Type.TITLE), ShortLabel("", Type.NOTE, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 14, 9)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._facts, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row.addLayout(self._buttons)

    def show_words(self, title: str, facts: str) -> None:
        """Change title and facts."""
        self._title.setText(title)
        self._facts.setText(facts)

    def add_right(self, widget: QWidget) -> None:
        """Put a button after the others."""
        self._buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))
        painter.end()
