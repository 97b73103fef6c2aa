"""Answers chosen among several, by the digits the paper form numbers them with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Type
from ui.widgets.answers import Answer
from ui.widgets.flow import Flow
from ui.widgets.inputs import NumberBox
from ui.widgets.level_buttons import LevelButtons
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.ticks import Ticks

Options = Sequence[tuple[str, str, object]]  # the number on the form, the words, what is kept
MOST_SEGMENTS = 4
MOST_TIMES = 99
ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Numbered(Answer):
    """Digits choose, and erasing leaves the question open again."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._by_digit = {number: value for number, _, value in options if len(number) == 1}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit in self._by_digit:
            self._choose(self._by_digit[digit])
        elif event.key() in ERASING and self.value() is not None:
            self.show_value(None)
            self.given.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, value: object) -> None:
        raise NotImplementedError


class OneAnswer(_Numbered):
    """One of several; a few stand in one outline, more in lines of pills."""

    def __init__(self, name: str, options: Options) -> None:
        super().__init__(options)
        choices = [(value, f"{number} {words}") for number, words, value in options]
        self._few: Segmented | None = None
        self._more: Ticks | None = None
        if len(choices) <= MOST_SEGMENTS:
            self._few = Segmented(name, choices, tight=True)
            self._few.chosen.connect(self.given)
            self._hold(self._few)
        else:
            self._more = Ticks(name, choices, many=False)
            self._more.ticked.connect(self.given)
            self._hold(self._more, stretch=True)
            self.wraps = True

    def value(self) -> object:
        if self._few is not None:
            return self._few.value()
        chosen = self._more.values() if self._more else ()
        return chosen[0] if chosen else None

    def show_value(self, value: object) -> None:
        if self._few is not None:
            self._few.show_value(value)
        elif self._more is not None:
            self._more.show_values([value])

    def tab_stops(self) -> list[QWidget]:
        inside = self._few or self._more
        return inside.tab_stops() if inside else []

    def _choose(self, value: object) -> None:
        self.show_value(value)  # where Tab stops follows what is chosen
        self.take_caret()
        self.given.emit()
        self.settled.emit()


class ManyAnswer(_Numbered):
    """Any of several. Once touched, none ticked is an answer too."""

    wraps = True

    def __init__(self, name: str, options: Options) -> None:
        super().__init__(options)
        self._answered = False
        choices = [(value, f"{number} {words}") for number, words, value in options]
        self._ticks = Ticks(name, choices, many=True)
        self._ticks.ticked.connect(self._tell)
        self._hold(self._ticks, stretch=True)

    def value(self) -> object:
        return self._ticks.values() if self._answered else None

    def show_value(self, value: object) -> None:
        self._answered = value is not None
        self._ticks.show_values(value if isinstance(value, tuple) else ())

    def tab_stops(self) -> list[QWidget]:
        return self._ticks.tab_stops()

    def _choose(self, value: object) -> None:
        self._ticks.choose(value)

    @Slot()
    def _tell(self) -> None:
        self._answered = True
        self.given.emit()


class TimesAnswer(_Numbered):
    """What happened and how often; the last option says that nothing did."""

    wraps = True

    def __init__(self, name: str, options: Options) -> None:
        super().__init__(options)
        self._none = options[-1][2]
        choices = [(value, f"{number} {words}") for number, words, value in options]
        self._ticks = Ticks(name, choices, many=True)
        self._ticks.ticked.connect(self._tell)
        self._boxes: dict[object, tuple[QWidget, NumberBox]] = {}
        flow = Flow(14)
        for _, words, value in options[:-1]:
            self._boxes[value] = self._times(words, flow)
        self._lines = QWidget()
        self._lines.setLayout(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._ticks)
        column.addWidget(self._lines)
        self._show_boxes()

    def value(self) -> object:
        ticked = self._ticks.values()
        if self._none in ticked:
            return {self._none: 0}
        return {value: self._boxes[value][1].value() for value in ticked} or None

    def show_value(self, value: object) -> None:
        acts = value if isinstance(value, Mapping) else {}
        self._ticks.show_values(list(acts))
        for act, (_, box) in self._boxes.items():
            box.blockSignals(True)
            box.setValue(max(1, acts.get(act) or 1))
            box.blockSignals(False)
        self._show_boxes()

    def tab_stops(self) -> list[QWidget]:
        return [*self._ticks.tab_stops(), *(box for _, box in self._boxes.values())]

    def _times(self, words: str, flow: Flow) -> tuple[QWidget, NumberBox]:
        box = NumberBox(f"{words}次数", 1, MOST_TIMES)
        box.valueChanged.connect(self.given)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Label(words, Type.NOTE, "text2"))
        row.addWidget(box)
        row.addWidget(Label("次", Type.NOTE, "text2"))
        flow.addWidget(pair)
        return pair, box

    def _show_boxes(self) -> None:
        ticked = self._ticks.values()
        for act, (pair, _) in self._boxes.items():
            pair.setVisible(act in ticked)
        self._lines.setVisible(any(act in ticked for act in self._boxes))

    def _choose(self, value: object) -> None:
        self._ticks.choose(value)
        if value is self._none and value in self._ticks.values():
            self.take_caret()
            self.settled.emit()

    @Slot(object)
    def _tell(self, value: object) -> None:
        ticked = self._ticks.values()
        if value in ticked:
            only = [self._none] if value is self._none else [v for v in ticked if v != self._none]
            self._ticks.show_values(only)
        self._show_boxes()
        self.given.emit()


class LevelAnswer(_Numbered):
    """The danger level, with what the chosen one means below it."""

    def __init__(self, name: str, options: Options, meanings: Sequence[str]) -> None:
        super().__init__(options)
        self._values = {int(number): value for number, _, value in options}
        self._previous: int | None = None
        self._meanings = meanings
        self.levels = LevelButtons()
        self.levels.setAccessibleName(name)
        self.levels.chosen.connect(self._tell)
        self._meaning = Label("", Type.NOTE, "text2", wrap=True)
        self._meaning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.levels, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._meaning)

    def mark_previous(self, level: int | None) -> None:
        """Write on its button which level it was last time."""
        self._previous = level
        self.levels.show_level(self.levels.level(), level)

    def value(self) -> object:
        level = self.levels.level()
        return None if level is None else self._values[level]

    def show_value(self, value: object) -> None:
        self.levels.show_level(int(value) if isinstance(value, int) else None, self._previous)
        self._explain()

    def tab_stops(self) -> list[QWidget]:
        return self.levels.tab_stops()

    def _choose(self, value: object) -> None:
        self.show_value(value)
        self.take_caret()
        self.given.emit()
        self.settled.emit()

    @Slot()
    def _tell(self) -> None:
        self._explain()
        self.given.emit()

    def _explain(self) -> None:
        level = self.levels.level()
        self._meaning.setText("" if level is None else f"{level}级　{self._meanings[level]}")
        self._meaning.setVisible(level is not None)
