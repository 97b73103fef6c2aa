"""When and where a meeting is held, who leads it and who writes it down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import day_box, day_in_prose, needed_day
from ui.models.people import member_choices
from ui.theme import Type
from ui.widgets.inputs import Choice, Field, LineBox, TimeBox
from ui.widgets.text import ShortLabel
from workbench.bench import Bench
from workbench.meetings import Arranged
from workbench.screen import MeetingKind
from workbench.teams import MemberRow


class ArrangingDialog(CommandDialog):
    """The fields, and what they say; who asks fills them in."""

    def __init__(
        self, bench: Bench, title: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(bench, title, explanation, verb, parent)
        self.day, self.begins = day_box("日期", bench.today, ahead=True), TimeBox("开始时间")
        self.place = LineBox("地点", "例如 镇综治中心二楼会议室")
        self.chair, self.recorder = Choice("主持人"), Choice("记录人")
        self._why = ShortLabel("", Type.NOTE, "text2")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.fields.addLayout(self._grid)
        self.day.day_changed.connect(self._say_why)

    def arranged(self, kind: MeetingKind) -> Arranged:
        """What the fields say; refuses a day that is missing or cannot be read."""
        chair, recorder = self.chair.value(), self.recorder.value()
        return Arranged(
            kind,
            needed_day(self.day),
            self.begins.moment(),
            self.place.text(),
            chair if isinstance(chair, int) else 0,
            recorder if isinstance(recorder, int) else 0,
        )

    def offer_members(self, members: Sequence[MemberRow]) -> None:
        """Who can lead and who can record."""
        choices = member_choices(members)
        self.chair.offer(choices)
        self.recorder.offer(choices)

    def _lay_out_arrangement(self, row: int) -> None:
        """Lay the fields out from this row of the grid on."""
        grid = self._grid
        grid.addWidget(Field("日期", self.day), row, 0)
        grid.addWidget(Field("开始时间", self.begins), row, 1)
        grid.addWidget(self._why, row + 1, 0, 1, 2)
        grid.addWidget(Field("地点", self.place), row + 2, 0, 1, 2)
        grid.addWidget(Field("主持人", self.chair), row + 3, 0)
        grid.addWidget(Field("记录人", self.recorder), row + 3, 1)

    @Slot()
    def _say_why(self) -> None:
        """The weekday, and where the day comes from."""
        day = self.day.day()
        told = (day_in_prose(day), self._because()) if day else ()
        self._why.setText("，".join(filter(None, told)))

    def _because(self) -> str:
        """Why this day; empty when somebody chose it."""
        return ""
