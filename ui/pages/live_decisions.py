"""What was decided on an item, and the line where the next decision is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.entry import NewDecision
from ui.models.people import person_text
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Choice, DateBox, LineBox
from ui.widgets.text import Label
from workbench.live import DecisionRow, OpinionRow
from workbench.words import masked

NOBODY = (None, "责任人")


class DecisionsBlock(QWidget):
    """Rows for what is recorded; below them text, implementer and day, and the button."""

    touched = Signal()
    left = Signal()
    wanted = Signal()
    withdrawn = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = SectionHead("会议决定")
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(1, 1)
        self.text = LineBox("会议决定", "要做什么")
        self.implementer = Choice("责任人", [NOBODY])
        self.due_on = DateBox("完成时限", undecided="时限未定")
        self.add = Button("添加", keys="Enter")
        self._shown: tuple[DecisionRow, ...] = ()
        self._backs: list[Button] = []
        self._set_up()

    def show_members(self, opinions: tuple[OpinionRow, ...]) -> None:
        """Offer these people as implementers."""
        kept = self.implementer.value()
        people = [(o.member_id, person_text(o.role.label, o.name)) for o in opinions]
        self.implementer.offer([NOBODY, *people])
        self.implementer.show_value(kept)

    def show_decisions(self, decisions: tuple[DecisionRow, ...]) -> None:
        """Show what is recorded."""
        self._head.set_hint(f"{len(decisions)}条" if decisions else "写明责任人和完成时限")
        if decisions == self._shown:
            return
        self._shown = decisions
        self._clear()
        for number, decision in enumerate(decisions):
            self._add_row(number, decision)

    def decision(self) -> NewDecision:
        """What the line says."""
        who = self.implementer.value()
        return NewDecision(
            self.text.text(), who if isinstance(who, int) else None, self.due_on.day()
        )

    def show_decision(self, decision: NewDecision) -> None:
        """Fill the line in, without announcing it."""
        if self.text.text() != decision.text:
            self.text.setText(decision.text)
        self.implementer.show_value(decision.implementer_id)
        self.due_on.show_day(decision.due_on)

    def tab_stops(self) -> list[QWidget]:
        """The buttons of the recorded decisions, then the line below them."""
        return [*self._backs, self.text, self.implementer, self.due_on, self.add]

    def begin(self) -> None:
        """Put the caret where the next decision is written."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_up(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.implementer.setFixedWidth(theme().px(150))
        line.addWidget(self.text, 1)
        line.addWidget(self.implementer)
        line.addWidget(self.due_on)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        column.addLayout(line)
        self.text.textEdited.connect(self.touched)
        self.text.editingFinished.connect(self.left)
        self.text.returnPressed.connect(self._go_on)
        self.implementer.activated.connect(self.touched)
        self.due_on.dateChanged.connect(self.touched)
        self.add.clicked.connect(self.wanted)

    def _add_row(self, number: int, decision: DecisionRow) -> None:
        words = Label(decision.text, Type.BODY, wrap=True)
        due = f"{decision.due_on:%Y-%m-%d}" if decision.due_on else ""
        who = masked(decision.implementer) if decision.implementer else ""
        facts = "·".join(part for part in (who, due) if part) or decision.kind.label
        back = Button("撤回…", Kind.GHOST)
        back.setAccessibleName(f"撤回第{number + 1}条决定")
        back.clicked.connect(partial(self._withdraw, decision.id))
        self._rows.addWidget(Label(str(number + 1), Type.NOTE, "text3"), number, 0)
        self._rows.addWidget(words, number, 1)
        self._rows.addWidget(Label(facts, Type.NOTE, "text2"), number, 2)
        self._rows.addWidget(back, number, 3)
        self._backs.append(back)

    def _clear(self) -> None:
        self._backs.clear()
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _withdraw(self, decision_id: int, _: bool = False) -> None:
        self.withdrawn.emit(decision_id)

    @Slot()
    def _go_on(self) -> None:
        """Enter adds a complete decision; otherwise it leads to what is missing."""
        if self.text.text().strip() and self.implementer.value() is None:
            self.implementer.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.wanted.emit()
