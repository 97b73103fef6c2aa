"""Where talk is written down: speakers stand out, and are offered behind an @."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.inputs import LineBox, TextBox
from ui.widgets.offers import Offering, Source


class OfferingLine(LineBox):
    """One line that offers while one types."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, parent)
        self.offering = Offering(self, "可选的责任人", self._before, self._spot, self._replace)
        self.textChanged.connect(self.offering.refresh)

    def offer(self, sources: Sequence[Source]) -> None:
        """What is offered from now on."""
        self.offering.offer(sources)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Going on with what stands there must not replace it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.end(False)

    def _before(self) -> str:
        return self.text()[: self.cursorPosition()]

    def _spot(self) -> QRect:
        return self.cursorRect()

    def _replace(self, length: int, text: str) -> None:
        self.setSelection(self.cursorPosition() - length, length)
        self.insert(text)


class OfferingText(TextBox):
    """Several lines that offer while one types."""

    def __init__(
        self, name: str, hint: str = "", *, stretches: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, hint, lines=2, stretches=stretches, parent=parent)
        self.offering = Offering(self, "可选的内容", self._before, self._spot, self._replace)
        self.textChanged.connect(self.offering.refresh)

    def offer(self, sources: Sequence[Source]) -> None:
        """What is offered from now on."""
        self.offering.offer(sources)

    def fill(self, words: str) -> None:
        """Show a text, without announcing it; the caret stays where the same words stand."""
        if self.toPlainText() == words:
            return
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)

    def line(self) -> str:
        """The line the caret is in."""
        return self.textCursor().block().text()

    def _before(self) -> str:
        caret = self.textCursor()
        return caret.block().text()[: caret.positionInBlock()]

    def _spot(self) -> QRect:
        return self.cursorRect().translated(self.viewport().pos())

    def _replace(self, length: int, text: str) -> None:
        caret = self.textCursor()
        caret.movePosition(caret.MoveOperation.Left, caret.MoveMode.KeepAnchor, length)
        caret.insertText(text)
        self.setTextCursor(caret)


class TalkBox(OfferingText):
    """As tall as there is room, from two lines up; who speaks is written in the accent."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, hint, stretches=True, parent=parent)
        self._tags = _Tags(self)

    def mark(self, speakers: Sequence[str]) -> None:
        """Let these words stand out where a line begins with them."""
        self._tags.mark(speakers)


class _Tags(QSyntaxHighlighter):
    def __init__(self, box: TalkBox) -> None:
        super().__init__(box.document())
        self._pattern: re.Pattern[str] | None = None
        theme().changed.connect(self._redress)

    def mark(self, speakers: Sequence[str]) -> None:
        ways = sorted(map(re.escape, speakers), key=len, reverse=True)
        pattern = re.compile("(?:" + "|".join(ways) + ")(?=[：:])") if ways else None
        if pattern != self._pattern:
            self._pattern = pattern
            self.rehighlight()

    @Slot()
    def _redress(self) -> None:
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found = self._pattern.match(text) if self._pattern else None
        if found is not None:
            look = QTextCharFormat()
            look.setForeground(theme().colour("accent"))
            look.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(0, found.end() + 1, look)
