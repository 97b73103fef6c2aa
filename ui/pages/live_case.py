"""The middle of the meeting screen: one item, from who it is to what is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.choices import LEVELS, STABILITIES
from ui.models.entry import Entry
from ui.pages.live_decisions import DecisionsBlock
from ui.pages.live_opinions import OpinionsTable
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import LevelChip
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import TextBox
from ui.widgets.level_buttons import LevelButtons
from ui.widgets.segmented import Segmented
from ui.widgets.tabbing import follow_the_eye
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground
from workbench.live import ItemDetails

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CaseColumn(Ground):
    """Shows an item and an entry; tells what the fields say. It never records anything."""

    touched = Signal()
    left = Signal()
    level_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sheet", parent=parent)
        self._previous: int | None = None
        self.opinions, self.decisions = OpinionsTable(), DecisionsBlock()
        self._set_up()

    def show_item(self, item: ItemDetails) -> None:
        """Show what is known and recorded about an item."""
        is_case = item.tier != "matter"
        self._name.setText(item.masked)
        facts = [item.case_number, *item.facts] if is_case else [item.tier.label]
        self._facts.setText("·".join(fact for fact in facts if fact))
        self._before.setVisible(item.previous_level is not None)
        self._chip.show_level(None if item.previous_level is None else int(item.previous_level))
        for part in self._rating:
            part.setVisible(is_case)
        self.opinions.show_members(item.opinions)
        self.decisions.show_members(item.opinions)
        self.decisions.show_decisions(item.decisions)
        self._previous = None if item.previous_level is None else int(item.previous_level)
        self.levels.show_level(self.levels.level(), self._previous)
        follow_the_eye(
            [
                *self.levels.tab_stops(),
                *self.stability.tab_stops(),
                self.reason,
                *self.opinions.tab_stops(),
                *self.decisions.tab_stops(),
            ]
        )

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields in, without announcing it."""
        self.levels.show_level(entry.level, self._previous)
        self._explain_level()
        self.stability.show_value(entry.stability)
        if self.reason.toPlainText() != entry.reason:
            self.reason.blockSignals(True)
            self.reason.setPlainText(entry.reason)
            self.reason.blockSignals(False)
        self.opinions.show_said(entry.said)
        self.decisions.show_decision(entry.decision)

    def entry(self) -> Entry:
        """What the fields say."""
        stability = self.stability.value()
        return Entry(
            level=self.levels.level(),
            stability=str(stability) if stability is not None else None,
            reason=self.reason.toPlainText(),
            said=self.opinions.said(),
            decision=self.decisions.decision(),
        )

    def ask_reason(self, reasons: tuple[str, ...], *, take_caret: bool) -> None:
        """Ask for the written reason as long as there is something to explain."""
        self._reason_head.set_hint(f"必填，将印在评估表上：{'；'.join(reasons)}", "warn")
        self._reason_part.setVisible(bool(reasons) or bool(self.reason.toPlainText()))
        if reasons and take_caret:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where the talk about an item begins."""
        first = self.levels if self.levels.isVisibleTo(self) else self.decisions.text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pane_hint(self, words: str) -> None:
        """Say at the top what the hidden pane holds."""
        self.pane_button.setVisible(bool(words))
        self.pane_button.setText(words)
        self.pane_button.setAccessibleName(words)
        self.pane_button.updateGeometry()

    def _set_up(self) -> None:
        column = QVBoxLayout(self)
        self._column = column
        column.setContentsMargins(20, 10, 20, 12)
        column.setSpacing(4)
        column.addLayout(self._who_line())
        column.addWidget(self._rating_part())
        column.addWidget(self._reason_block())
        column.addWidget(SectionHead("各方意见", "谁说了什么，建议几级"))
        column.addWidget(self.opinions)
        column.addWidget(self.decisions)
        column.addStretch(1)
        for part in (self.opinions, self.decisions):
            part.touched.connect(self.touched)
            part.left.connect(self.left)
        self.reason.textChanged.connect(self.touched)
        self.reason.left.connect(self.left)
        self.levels.chosen.connect(self._choose_level)
        self.stability.chosen.connect(self.touched)

    def _who_line(self) -> QHBoxLayout:
        self._name, self._facts = Label("", Type.NAME), ShortLabel("", Type.BODY, "text2")
        self._before, self._chip = Label("上次", Type.NOTE, "text2"), LevelChip()
        self.pane_button = Button("", Kind.GHOST, keys="F6")
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._name)
        line.addWidget(self._facts, 1)
        for widget in (self._before, self._chip, self.pane_button):
            line.addWidget(widget)
        return line

    def _rating_part(self) -> QWidget:
        self._rating_head = SectionHead("集体评估", "Ctrl+0…5")
        self.levels = LevelButtons()
        self.stability = Segmented(
            "病情分类", [(str(each.value), each.label) for each in STABILITIES]
        )
        self._meaning = ShortLabel("", Type.NOTE, "text2")
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(10)
        self._choices.addWidget(self.levels, 0, LEFT)
        self._choices.addWidget(self.stability, 0, LEFT)
        self._choices.addStretch(1)
        column.addWidget(self._rating_head)
        column.addLayout(self._choices)
        column.addWidget(self._meaning)
        self._rating = (part,)
        return part

    def _reason_block(self) -> QWidget:
        self._reason_head = SectionHead("变动理由")
        self.reason = TextBox("变动理由", lines=2)
        self._reason_part = QWidget()
        column = QVBoxLayout(self._reason_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._reason_head)
        column.addWidget(self.reason)
        self._reason_part.hide()
        return self._reason_part

    @Slot(int)
    def _choose_level(self, level: int) -> None:
        self._explain_level()
        self.level_chosen.emit(level)
        self.touched.emit()

    def _explain_level(self) -> None:
        level = self.levels.level()
        self._meaning.setText("" if level is None else f"{level}级　{LEVELS[level].meaning}")

    def fit(self, window_width: int, room: int) -> None:
        """Take the sizes that suit the width of the window and the room that is left."""
        narrow = window_width < theme().px(1200)
        self.levels.remeasure()
        needed = self.levels.sizeHint().width() + self.stability.sizeHint().width() + 60
        self._choices.setDirection(BESIDE if room >= needed else BELOW)
        self._column.setContentsMargins(14 if narrow else 20, 8, 14 if narrow else 20, 12)
