"""Words that belong to one member alone: what the absent wrote, and what somebody reserves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.people import person_text
from ui.pages.live_parts import emptied
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Choice, GrowingBox
from ui.widgets.text import Label
from workbench.at_table import talks
from workbench.live import OpinionRow

NOBODY = (None, "选择成员")


class _Boxes(QWidget):
    """A box for each of some members under one head."""

    touched = Signal()
    left = Signal()
    title = noun = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[OpinionRow, ...] = ()
        self._boxes: dict[int, GrowingBox] = {}
        self.head = SectionHead(self.title, ruled=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.head)
        self.column.addLayout(self._rows)

    def words(self) -> dict[int, str]:
        """What stands in the boxes, by member."""
        typed = {key: box.toPlainText() for key, box in self._boxes.items()}
        return {key: words for key, words in typed.items() if words.strip()}

    def _offer(self, members: Sequence[OpinionRow]) -> None:
        """Have boxes for these members; those there stay as they are."""
        if [m.member_id for m in members] == list(self._boxes):
            return
        kept = {key: box.toPlainText() for key, box in self._boxes.items()}
        self._boxes.clear()
        emptied(self._rows)
        for member in members:
            who = person_text(member.role.label, member.name)
            reason = "" if member.present else "（未到会）"
            box = GrowingBox(f"{who}的{self.noun}")
            box.setPlainText(kept.get(member.member_id, ""))
            box.textChanged.connect(self.touched)
            box.left.connect(self.left)
            self._rows.addWidget(Label(f"{who}{reason}", Type.NOTE, "text2"))
            self._rows.addWidget(box)
            self._boxes[member.member_id] = box

    def _fill(self, words: Mapping[int, str]) -> None:
        for key, box in self._boxes.items():
            if box.toPlainText() != words.get(key, ""):
                box.blockSignals(True)
                box.setPlainText(words.get(key, ""))
                box.blockSignals(False)


class WrittenPart(_Boxes):
    """书面意见: a box for each member who is not at the table."""

    title = noun = "书面意见"

    def show_members(self, members: tuple[OpinionRow, ...]) -> None:
        """Offer a box to everybody who writes instead of speaking."""
        absent = [member for member in members if not talks(member)]
        self._offer(absent)
        self.setVisible(bool(absent))

    def show_words(self, words: Mapping[int, str]) -> None:
        """Fill the boxes in, without announcing it."""
        self._fill(words)
        self.head.set_hint(str(len(self.words())) if self.words() else "")


class DissentPart(_Boxes):
    """保留意见: a box for each member who has one; others are added by name."""

    title = noun = "保留意见"

    def __init__(self, reserve: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head.add_right(Button.of(reserve, Kind.GHOST))
        self._whose = Choice("谁有保留意见", [NOBODY])
        self._whose.activated.connect(self._add_chosen)
        self._whose.hide()
        self.column.addWidget(self._whose)

    def show_members(self, members: tuple[OpinionRow, ...]) -> None:
        """Whoever may reserve an opinion."""
        if members != self._members:
            self._members = members
            named = [(m.member_id, person_text(m.role.label, m.name)) for m in members]
            self._whose.offer([NOBODY, *named])

    def show_words(self, words: Mapping[int, str]) -> None:
        """Fill the boxes in, without announcing it; an empty box goes once it is left alone."""
        holds = {key for key, box in self._boxes.items() if box.hasFocus()}
        self._offer([m for m in self._members if m.member_id in words or m.member_id in holds])
        self._fill(words)
        self.head.set_hint(str(len(words)))
        self._whose.hide()

    def reserve(self, member_id: int | None) -> None:
        """Go to the box of a member, or ask whose it is."""
        if member_id is None:
            self._whose.show()
            self._whose.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        there = {*self._boxes, member_id}
        self._offer([m for m in self._members if m.member_id in there])
        self._boxes[member_id].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _add_chosen(self) -> None:
        chosen = self._whose.value()
        if isinstance(chosen, int):
            self._whose.show_value(None)
            self._whose.hide()
            self.reserve(chosen)
