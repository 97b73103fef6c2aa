"""Each member's own rating, typed one after the other and seen by nobody before all are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRegularExpression, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.dialogs.command import ENTER
from ui.models.people import person_text
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import LineBox
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.live import OpinionRow

EXPLAINED = "每人的评级按一个数字键（0到5），输入后不显示，公布以后一起看。没有表态的留空。"


class OwnRatingsDialog(FormDialog):
    """One field for each member at the table; `given` tells the ratings and whether to publish."""

    given = Signal(object, bool)

    def __init__(
        self, members: Sequence[OpinionRow], ratings: Mapping[int, int], parent: QWidget
    ) -> None:
        super().__init__("各方评级", EXPLAINED, parent)
        self.setObjectName("own_ratings_dialog")
        self.setMinimumWidth(theme().px(520))
        self._boxes: dict[int, LineBox] = {}
        self._count = Label("", Type.NOTE, "text2")
        self.fields.addLayout(self._rows(members, ratings))
        self.fields.addWidget(self._count)
        self.publish = Button("公布", Kind.PRIMARY, keys="Ctrl+Enter")
        self.keep = Button("先不公布", keys="Esc")
        self.publish.clicked.connect(partial(self._give, True))
        self.keep.clicked.connect(self.reject)
        self.add_verbs(self.publish, self.keep)
        self._tell()

    def reject(self) -> None:
        """Closed without telling: what was typed is kept all the same."""
        self.given.emit(self._ratings(), False)
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) in ENTER:
            self.publish.click()
        else:
            super().keyPressEvent(event)

    def _rows(self, members: Sequence[OpinionRow], ratings: Mapping[int, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        half = (len(members) + 1) // 2
        for number, member in enumerate(members):
            who = person_text(member.role.label, member.name)
            box = LineBox(f"{who}的评级")
            box.setEchoMode(QLineEdit.EchoMode.Password)
            box.setValidator(QRegularExpressionValidator(QRegularExpression("[0-5]"), box))
            box.setMaxLength(1)
            box.setFixedWidth(theme().px(56))
            known = ratings.get(member.member_id)
            box.setText("" if known is None else str(known))
            box.textEdited.connect(self._go_on)
            self._boxes[member.member_id] = box
            column = 0 if number < half else 2
            grid.addWidget(Label(who), number % half, column)
            grid.addWidget(box, number % half, column + 1)
        return grid

    @Slot(str)
    def _go_on(self, typed: str) -> None:
        self._tell()
        if typed:
            self.focusNextChild()

    @Slot()
    def _tell(self) -> None:
        self._count.setText(f"已填 {len(self._ratings())}/{len(self._boxes)}")

    def _ratings(self) -> dict[int, int]:
        return {key: int(box.text()) for key, box in self._boxes.items() if box.text()}

    def _give(self, publish: bool, _: bool = False) -> None:
        self.given.emit(self._ratings(), publish)
        self.accept()
