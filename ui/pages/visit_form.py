"""The fields of one visit, section by section; two columns where there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.choices import LEVELS
from ui.models.days import day_box, given_day
from ui.theme import Type, theme
from ui.widgets.answer_rows import AnswerRow, RowState
from ui.widgets.answers import Answer, DayAnswer, LineAnswer, TextAnswer
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import SectionHead
from ui.widgets.numbered_answers import LevelAnswer, ManyAnswer, OneAnswer, TimesAnswer
from ui.widgets.tabbing import follow_the_eye
from ui.widgets.text import Label
from workbench.rules.visit_questions import AnswerKind, Filled, Question
from workbench.rules.visit_questions import Section as Questions
from workbench.rules.visit_sections import SECTIONS
from workbench.screen import FormVersion

LEFT = ("本次随访", "没有访到", "死亡", "精神状况", "社会功能", "上次随访以来")
MEDICATION, FIRST_OF_MEDICATION = "用药", "adherence"
WORDS, NEXT_DAY = "words", "next_visit_on"
HINTS = {WORDS: "实际服药与医嘱不同的、家里的变化，写在这里"}
COPY = "写实际服法"
SIDE_BY_SIDE, STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class VisitForm(QWidget):
    """Shows answers and tells what they are now. It neither weighs nor records them."""

    ready = Signal()
    given = Signal(str)
    left = Signal()
    on_wanted = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._version: FormVersion | None = None  # built once somebody writes
        self._waiting: list[Questions] = []
        self._rows: dict[str, AnswerRow] = {}
        self._parts: list[tuple[QWidget, Questions]] = []
        self._in_use: tuple[str, ...] = ()
        self._medicines, self._copy = Label("", Type.BODY, wrap=True), QWidget()
        self._columns = QBoxLayout(SIDE_BY_SIDE, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(20)
        self._sides: list[QVBoxLayout] = []

    def ask(self, version: FormVersion) -> None:
        """Ask what one version of the form asks; `ready` follows.

        So many fields take a moment to make, so the screen may breathe between two sections.
        """
        if version is self._version and not self._waiting:
            self.ready.emit()
            return
        begun = bool(self._waiting)
        self._version, self._waiting = version, list(SECTIONS)
        self._clear()
        if not begun:
            self._build()

    def show_filled(self, filled: Filled) -> None:
        """Fill everything in, without announcing it."""
        for item, row in self._rows.items():
            row.answer.show_value(filled.get(item))

    def show_answer(self, item: str, value: object) -> None:
        """Fill one answer in, without announcing it."""
        self._rows[item].answer.show_value(value)

    def filled(self) -> dict[str, object]:
        """What the fields say."""
        return {item: row.answer.value() for item, row in self._rows.items()}

    def require_read(self) -> None:
        """Refuse a day on show that nobody can read."""
        for row in self._rows.values():
            if isinstance(row.answer, DayAnswer) and not row.isHidden():
                given_day(row.answer.box)

    def show_states(self, states: Mapping[str, RowState]) -> None:
        """Show the questions that are asked, each marked; hide all others."""
        for item, row in self._rows.items():
            row.setVisible(item in states)
            row.show_state(states.get(item, RowState()))
        for part, questions in self._parts:
            part.setVisible(any(q.item in states for q in questions.questions))

    def show_last_level(self, level: int | None) -> None:
        """Write on its button which level it was last time."""
        answer = self._rows["level"].answer
        if isinstance(answer, LevelAnswer):
            answer.mark_previous(level)

    def show_medicines(self, medicines: Sequence[str]) -> None:
        """Say what is in use, above what is really taken."""
        self._in_use = tuple(medicines)
        self._medicines.setText("\n".join(medicines) or "用药记录里没有在用的药。")
        self._copy.setVisible(bool(medicines))

    def explain(self, item: str, words: str) -> None:
        """Say under an answer what speaks for it."""
        self._rows[item].explain(words)

    def states(self) -> dict[str, RowState]:
        """How the questions on show are marked."""
        return {item: row.state() for item, row in self._rows.items() if not row.isHidden()}

    def row(self, item: str) -> AnswerRow:
        """The whole row of one question."""
        return self._rows[item]

    def take_caret_at(self, item: str) -> None:
        """Let the keyboard in at one question."""
        self._rows[item].answer.take_caret()

    def item_with_caret(self) -> str:
        """The question that holds the keyboard, if one does."""
        holder = self.window().focusWidget()
        held = (i for i, row in self._rows.items() if holder and row.isAncestorOf(holder))
        return next(held, "")

    def fit(self, width: int) -> None:
        """Take one column or two."""
        wide = width >= theme().px(1080)
        self._columns.setDirection(SIDE_BY_SIDE if wide else STACKED)
        for row in self._rows.values():
            if isinstance(row.answer, LevelAnswer):
                row.answer.levels.remeasure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which no field wanted, leads on."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.on_wanted.emit(self.item_with_caret())
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._rows, self._parts = {}, []
        while (item := self._columns.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        self._sides = [self._side(), self._side()]

    def _side(self) -> QVBoxLayout:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addStretch(1)
        self._columns.addWidget(whole, 1)
        return column

    @Slot()
    def _build(self) -> None:
        section, version = self._waiting.pop(0), self._version
        if version is not None:
            side = self._sides[0 if section.title in LEFT else 1]
            side.insertWidget(side.count() - 1, self._section(section, version))
        if self._waiting:
            QTimer.singleShot(0, self, self._build)
            return
        follow_the_eye(self._tab_stops())
        self.ready.emit()

    def _tab_stops(self) -> list[QWidget]:
        stops: list[QWidget] = []
        for item, row in self._rows.items():
            stops += [self._copy] if item == FIRST_OF_MEDICATION else []
            stops += row.answer.tab_stops()
        return stops

    def _section(self, section: Questions, version: FormVersion) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(section.title, ruled=True))
        if section.title == MEDICATION:
            column.addLayout(self._medicines_part())
        for question in section.questions:
            row = AnswerRow(question.title, self._answer(question, version), question.note)
            row.answer.given.connect(partial(self.given.emit, question.item))
            row.answer.left.connect(self.left)
            row.answer.settled.connect(partial(self.on_wanted.emit, question.item))
            self._rows[question.item] = row
            column.addWidget(row)
        self._parts.append((part, section))
        return part

    def _medicines_part(self) -> QHBoxLayout:
        self._medicines = Label("", Type.BODY, wrap=True)
        copy = Button(COPY, Kind.GHOST)
        copy.clicked.connect(self._copy_medicines)
        self._copy = copy
        row = QHBoxLayout()
        row.setContentsMargins(8, 5, 4, 3)
        row.addWidget(self._medicines, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @Slot()
    def _copy_medicines(self) -> None:
        """Put what is prescribed into the words, for what is really taken to be written after."""
        answer = self._rows[WORDS].answer
        if isinstance(answer, TextAnswer):
            answer.write_after("\n".join(f"{line}，实际服用：" for line in self._in_use))
            answer.take_caret()

    def _answer(self, question: Question, version: FormVersion) -> Answer:
        name = question.title
        choices = [(o.number, o.words, o.value) for o in question.options(version)]
        match question.kind:
            case AnswerKind.ONE:
                return OneAnswer(name, choices)
            case AnswerKind.MANY:
                return ManyAnswer(name, choices)
            case AnswerKind.TIMES:
                return TimesAnswer(name, choices)
            case AnswerKind.LEVEL:
                return LevelAnswer(name, choices, [level.meaning for level in LEVELS])
            case AnswerKind.LINE:
                return LineAnswer(name, HINTS.get(question.item, ""))
            case AnswerKind.TEXT:
                return TextAnswer(name, HINTS.get(question.item, ""))
            case AnswerKind.DAY:
                ahead = question.item == NEXT_DAY
                return DayAnswer(day_box(name, self._today, ahead=ahead))
