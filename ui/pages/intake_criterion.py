"""One criterion: what it says, the answer, and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.days import day_box
from ui.models.intakes import ANSWERS, UNKNOWN, record_words
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import GrowingBox, LineBox
from ui.widgets.segmented import Segmented
from ui.widgets.tabbing import follow_the_eye
from ui.widgets.text import Label, ShortLabel
from workbench.intakes import Evidence
from workbench.screen import Criterion

HINT, FIELDS = 0, 1


class CriterionRow(QWidget):
    """Fields come once there is an answer; before that the line says what the record knows."""

    answered = Signal()
    take_wanted = Signal()
    left = Signal()

    def __init__(
        self, criterion: Criterion, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._found = UNKNOWN
        name = criterion.label
        self.setAccessibleName(name)
        self._title = Label(name, Type.BODY, wrap=True)
        self.answer = Segmented(f"{name}：是否符合", ANSWERS, tight=True)
        self.words = GrowingBox(f"{name}：依据", "依据：看到、听到了什么")
        self.day = day_box(f"{name}：依据日期", today, hint="哪一天")
        self.source = LineBox(f"{name}：来源", "来源")
        self.take = Button("采用", Kind.GHOST)
        self._hint = ShortLabel("", Type.NOTE, "text2")
        self._differs = Label("", Type.NOTE, "text3", wrap=True)
        self._usual: date | None = None
        self._lay_out()
        self._connect()

    def show_answer(self, given: Evidence) -> None:
        """Fill in an answer, without announcing it."""
        self.answer.show_value("" if given.met is None else given.met)
        if self.words.toPlainText() != given.words:
            self.words.setPlainText(given.words)
        self.day.show_day(given.on)
        self.source.setText(given.source)
        self._refresh()

    def value(self) -> Evidence:
        """What stands in the fields."""
        met = self.answer.value()
        return Evidence(
            met if isinstance(met, bool) else None,
            self.words.toPlainText(),
            self.day.day(),
            self.source.text(),
        )

    def show_record(self, found: Evidence, hint: str, usual: date) -> None:
        """Say what the record knows of it; nothing is filled in. Evidence is usually of a day."""
        self._found, self._usual = found, usual
        self._hint.setText(hint)
        self._refresh()

    def found(self) -> Evidence:
        """What the record knows of it."""
        return self._found

    def says_something_else(self) -> bool:
        """Whether somebody typed what would be written over."""
        given = self.value()
        return bool(given.words.strip()) and given != self._found

    def begin(self) -> None:
        """Let the keyboard in: where something is missing, else at the answer."""
        given = self.value()
        if given.met and not given.words.strip():
            self.words.setFocus()
        elif given.met and given.on is None:
            self.day.setFocus()
        else:
            self.answer.begin()

    def fit(self, narrow: bool) -> None:
        """The words above the fields where the window is narrow."""
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._parts.setSpacing(2 if narrow else 14)
        self._title.setFixedWidth(theme().px(560 if narrow else 290))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint_part())
        self._stack.addWidget(self._field_part())
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.answer)
        line.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(line)
        right.addWidget(self._differs)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 3, 0, 3)
        self._parts.addWidget(self._title)
        self._parts.addLayout(right, 1)
        stops = self.answer.tab_stops()
        follow_the_eye([*stops, self.take, self.words, self.day, self.source])

    def _hint_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._hint)
        row.addWidget(self.take)
        row.addStretch(1)
        self.take.setAccessibleName(f"{self.criterion.label}：采用记录")
        return part

    def _field_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.day)
        row.addWidget(self.source)
        self._resize_fields()
        theme().changed.connect(self._resize_fields)
        return part

    def _connect(self) -> None:
        self.answer.chosen.connect(self._answer)
        self.take.clicked.connect(self.take_wanted)
        self.words.left.connect(self.left)
        self.day.day_changed.connect(self.left)
        self.source.editingFinished.connect(self.left)

    @Slot()
    def _resize_fields(self) -> None:
        self.day.setFixedWidth(theme().px(160))
        self.source.setFixedWidth(theme().px(132))

    @Slot()
    def _answer(self) -> None:
        if self.value().met is not None and self.day.day() is None:
            self.day.show_day(self._usual)
        self._refresh()
        self.answered.emit()

    def _refresh(self) -> None:
        """Until it is taken over, what the record says stays in sight."""
        given, found = self.value(), self._found
        self._stack.setCurrentIndex(HINT if given.met is None else FIELDS)
        self.take.setVisible(found.met is not None)
        differs = given.met is not None and found.met is not None and given != found
        self._differs.setText(record_words(found) if differs else "")
        self._differs.setVisible(differs)
