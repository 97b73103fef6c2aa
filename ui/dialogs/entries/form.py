"""The fields of an entry in two columns, the rest behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.entries.asks import Ask
from ui.dialogs.entries.boxes import Box, box_for
from ui.dialogs.entries.kind import Values
from ui.models.days import CannotRead
from ui.widgets.buttons import Button
from ui.widgets.inputs import Field
from ui.widgets.tabbing import follow_the_eye
from workbench.bench import Bench
from workbench.errors import EmptyField, Refused

MUST = "必填"


class EntryForm(QWidget):
    """Knows what is asked; says what was answered by the names the record has for it."""

    edited = Signal()
    unfolded = Signal()

    def __init__(
        self, asks: Sequence[Ask], bench: Bench, patient_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._boxes = [box_for(ask, bench, patient_id) for ask in asks]
        self._fields = {box.ask.name: _field(box) for box in self._boxes}
        self._more = Button("", keys="Alt+M")
        self._behind = QWidget()
        self._lay_out()
        for box in self._boxes:
            box.changed.connect(self.edited)

    def values(self) -> dict[str, object]:
        """What the fields say; refuses the first that cannot be read or must be filled."""
        return {box.ask.name: box.value() for box in self._boxes}

    def show_values(self, values: Values) -> None:
        """Fill in what a record says."""
        for box in self._boxes:
            if box.ask.name in values:
                box.show(values[box.ask.name])
        self._unfold_if_used()

    def fill_gaps(self, values: Values) -> None:
        """Fill in only where nothing stands."""
        empty = {box.ask.name for box in self._boxes if not box.kept()}
        self.show_values({name: value for name, value in values.items() if name in empty})

    def said(self, name: str) -> object:
        """What one field says so far."""
        return next((box.kept() for box in self._boxes if box.ask.name == name), None)

    def kept(self) -> dict[str, object]:
        """What a draft keeps."""
        return {box.ask.name: box.kept() for box in self._boxes}

    def show_kept(self, kept: dict[str, object]) -> None:
        """Bring back what a draft kept."""
        for box in self._boxes:
            if box.ask.name in kept:
                box.show_kept(kept[box.ask.name])
        self._unfold_if_used()

    def words(self) -> str:
        """What was answered in front, in short, without names."""
        front = (box.words() for box in self._boxes if not box.ask.behind and not box.ask.quiet)
        return "，".join(filter(None, front))

    def absent(self) -> str:
        """What has to be written first, where there is nothing to choose from."""
        return "".join(box.ask.absent for box in self._boxes if box.has_nothing_to_offer())

    def take_caret(self) -> None:
        """The first field that waits for an answer; a day that stands there already does not."""
        waiting = (box for box in self._boxes if box.ask.required and box.ask.start is None)
        self._focus(next(waiting, self._boxes[0]))

    def point_at(self, refusal: Refused) -> None:
        """Put the caret into the field a refusal speaks of."""
        box = self._meant(refusal)
        for each in self._boxes:
            self._fields[each.ask.name].set_note(MUST if each.ask.required else "")
        if box is not None:
            if isinstance(refusal, EmptyField | CannotRead):
                note = "必填，还没有填" if isinstance(refusal, EmptyField) else "看不懂"
                self._fields[box.ask.name].set_note(note, "bad")
            self._focus(box)

    @Slot()
    def unfold(self) -> None:
        """Show the rest, or put it away again."""
        self._behind.setVisible(self._behind.isHidden())
        self._name_button()
        self.unfolded.emit()

    @Slot()
    def _look_behind(self) -> None:
        """The keyboard goes along, so that a low window shows what came to light."""
        self.unfold()
        if self._behind.isVisible():
            first = next(box for box in self._boxes if box.ask.behind)
            first.widget.setFocus()

    def _meant(self, refusal: Refused) -> Box | None:
        """By the item where the refusal names one, else by the label in its words."""
        items = {problem.item for problem in getattr(refusal, "problems", ())}
        named = (box for box in self._boxes if box.ask.name in items)
        said = refusal.message + refusal.next_step
        labels = sorted(self._boxes, key=lambda box: -len(box.ask.label))
        in_words = (box for box in labels if box.ask.label in said)
        return next(named, None) or next(in_words, None)

    def _focus(self, box: Box) -> None:
        if box.ask.behind and self._behind.isHidden():
            self.unfold()
        box.widget.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        front = [box for box in self._boxes if not box.ask.behind]
        behind = [box for box in self._boxes if box.ask.behind]
        column.addLayout(self._grid(front))
        self._behind.setLayout(self._grid(behind))
        self._behind.hide()
        line = QHBoxLayout()
        line.addWidget(self._more)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._behind)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._look_behind)
        self._more.setVisible(bool(behind))
        self._name_button()
        ways = [box.widget for box in front], [box.widget for box in behind]
        follow_the_eye([*ways[0], self._more, *ways[1]])

    def _grid(self, boxes: Sequence[Box]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for box in boxes:
            wide = 2 if box.ask.wide else 1
            place += place % 2 if wide == 2 else 0
            grid.addWidget(self._fields[box.ask.name], place // 2, place % 2, 1, wide)
            place += wide
        return grid

    def _unfold_if_used(self) -> None:
        behind = (box for box in self._boxes if box.ask.behind)
        if self._behind.isHidden() and any(box.kept() for box in behind):
            self.unfold()

    def _name_button(self) -> None:
        count = sum(box.ask.behind for box in self._boxes)
        words = f"更多（{count}项）" if self._behind.isHidden() else "收起"
        self._more.setText(words)
        self._more.setShortcut("Alt+M")  # Qt forgets it with the old words
        self._more.setAccessibleName(words)
        self._more.updateGeometry()


def _field(box: Box) -> Field:
    return Field(box.ask.label, box.widget, MUST if box.ask.required else "")
