"""What was seen at one place on a sheet: signed or not, the true day, and the word beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.choices import SLOT_STATES, slot_state_of
from ui.models.days import day_box, given_day
from ui.models.people import person_text
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.inputs import Field, LineBox
from ui.widgets.notices import Banner
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label, ShortLabel
from workbench.screen import SlotState
from workbench.signatures import SlotRow

HINTS = {
    SlotState.TO_SIGN: "纸上这一格还空着。",
    SlotState.SIGNED: "在会上签的，日期可以空着。",
    SlotState.LATE: "会后补签的，请照纸上写的真实日期填写。",
    SlotState.PROXY: "由别人代签的，请写明代签人和委托关系。",
    SlotState.ABSENT: "没有到会、也不签的，请写明缺席原因。",
}
TAKES_TAB = Qt.FocusPolicy.StrongFocus
NOTE_NAMES = {SlotState.PROXY: "代签人和委托关系", SlotState.ABSENT: "缺席原因"}


class SignatureFields(QWidget):
    """Shows what is recorded; nothing is kept before it is saved."""

    def __init__(
        self, today: Callable[[], date], rest: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._person = ShortLabel("", Type.NAME)
        self._facts = Label("", Type.NOTE, "text2")
        self.choice = Segmented("签字情况", [(each, each.label) for each in SLOT_STATES])
        self.choice.chosen.connect(self._explain)
        self._hint = Label("", Type.NOTE, "text2", wrap=True)
        self.signed_on = day_box("签名日期", today, hint="没有写")
        self.now = Button("今天")
        self.now.clicked.connect(self._take_today)
        self.words = LineBox("说明")
        self._words_field = Field("说明", self.words)
        self.banner = Banner()
        self._lay_out(rest)

    def show_place(self, row: SlotRow | None) -> None:
        """Show what is recorded of a place."""
        self.setEnabled(row is not None)
        self._person.setText(person_text(row.role, row.name).strip() if row else "")
        self._facts.setText(f"第{row.page}页" if row else "")
        self.choice.show_value(row.state if row else None)
        self.signed_on.show_day(row.true_on if row else None)
        self.words.setText(row.note if row else "")
        self.banner.say("")
        self._explain()

    def begin(self) -> None:
        """Let the keyboard in at what was seen."""
        stops = (each for each in self.choice.tab_stops() if each.focusPolicy() == TAKES_TAB)
        for stop in stops:
            stop.setFocus()

    def state(self) -> SlotState:
        """What was seen."""
        return slot_state_of(self.choice.value())

    def day(self) -> date | None:
        """The day that stands on the paper."""
        return given_day(self.signed_on)

    def note(self) -> str:
        """The word beside it."""
        return self.words.text()

    def _lay_out(self, rest: Button) -> None:
        day = QHBoxLayout()
        day.setSpacing(8)
        day.addWidget(Field("签名日期", self.signed_on), 1)
        day.addWidget(self.now, 0, Qt.AlignmentFlag.AlignBottom)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._person, 1)
        head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 0, 3, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.choice)
        column.addWidget(self._hint)
        column.addLayout(day)
        column.addWidget(self._words_field)
        column.addWidget(self.banner)
        column.addSpacing(6)
        column.addWidget(rest)
        column.addStretch(1)

    @Slot()
    def _explain(self) -> None:
        state = self.state()
        self._hint.setText(HINTS[state])
        self._words_field.set_note(NOTE_NAMES.get(state, ""), "warn")

    @Slot()
    def _take_today(self) -> None:
        self.signed_on.show_day(self._today())
