"""What each member said: one line for each, with their own level and what they reserve."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from ui.models.choices import LEVELS
from ui.models.entry import Line
from ui.models.people import person_text
from ui.theme import Type, theme
from ui.widgets.inputs import Choice, GrowingBox
from ui.widgets.text import Label
from workbench.live import OpinionRow

LEVEL_CHOICES = [(None, "未评"), *((int(level), level.label) for level in LEVELS)]


class OpinionsTable(QWidget):
    """Fields for every expected member. Says when something was typed, and when left."""

    touched = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("各方意见")
        self._lines: dict[int, tuple[GrowingBox, Choice, GrowingBox]] = {}
        self._names: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._add_heads()

    def show_members(self, opinions: tuple[OpinionRow, ...]) -> None:
        """Offer a line for each member; the lines stay when the members do."""
        if list(self._lines) == [o.member_id for o in opinions]:
            return
        self._clear()
        for row, opinion in enumerate(opinions, start=1):
            self._add_line(row, opinion)

    def said(self) -> dict[int, Line]:
        """What the lines say."""
        return {
            key: Line(words.toPlainText(), _number(level.value()), dissent.toPlainText())
            for key, (words, level, dissent) in self._lines.items()
        }

    def show_said(self, said: dict[int, Line]) -> None:
        """Fill the lines in, without announcing it."""
        for key, (words, level, dissent) in self._lines.items():
            known = said.get(key, Line())
            for box, text in ((words, known.words), (dissent, known.dissent)):
                if box.toPlainText() != text:
                    box.blockSignals(True)
                    box.setPlainText(text)
                    box.blockSignals(False)
            level.show_value(known.level)

    def tab_stops(self) -> list[QWidget]:
        """The fields, line by line."""
        return [field for line in self._lines.values() for field in line]

    def reserve(self) -> None:
        """Go to 保留意见 of the member whose line has the caret, else of the first."""
        holder = QApplication.focusWidget()
        for line in self._lines.values():
            if holder in line:
                line[2].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        for line in self._lines.values():
            line[2].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < theme().px(640)
        for _, level, dissent in self._lines.values():
            dissent.setFixedWidth(theme().px(100 if narrow else 160))
            level.setFixedWidth(theme().px(78))
        super().resizeEvent(event)

    def _add_heads(self) -> None:
        for column, words in enumerate(("成员", "意见", "建议等级", "保留意见")):
            self._grid.addWidget(Label(words, Type.NOTE, "text3"), 0, column)

    def _add_line(self, row: int, opinion: OpinionRow) -> None:
        who = person_text(opinion.role.label, opinion.name)
        name = Label(who, Type.BODY, "text" if opinion.present else "text2")
        hint = "" if opinion.present else "未到会，可记书面意见"
        words = GrowingBox(f"{who}的意见", hint)
        level = Choice(f"{who}建议的等级", LEVEL_CHOICES)
        dissent = GrowingBox(f"{who}的保留意见")
        for box in (words, dissent):
            box.textChanged.connect(self.touched)
            box.left.connect(self.left)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        level.activated.connect(self.touched)
        self._lines[opinion.member_id] = (words, level, dissent)
        self._names.append(name)
        level.setFixedHeight(words.height())
        for column, widget in enumerate((name, words, level, dissent)):
            self._grid.addWidget(widget, row, column)

    @Slot()
    def _clear(self) -> None:
        for line, name in zip(self._lines.values(), self._names, strict=True):
            for widget in (*line, name):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._lines.clear()
        self._names.clear()


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
