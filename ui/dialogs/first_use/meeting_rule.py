"""Which profile of rules holds, and when the team usually meets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.first_use.step import Opened, Step
from ui.dialogs.first_use.team import first_team
from ui.models.days import day_in_prose
from ui.theme import Type
from ui.widgets.day_box import WEEKDAYS
from ui.widgets.inputs import Choice, Field, NumberBox, TimeBox
from ui.widgets.text import Label
from workbench.meeting_rules import (
    LAST_WEEK,
    LONGEST,
    SHORTEST,
    UsualMeeting,
    read_meeting_rule,
    set_meeting_rule,
)
from workbench.rules.calendar import next_such_day
from workbench.setting_up import read_setup
from workbench.unit_rules import adopt_profile, list_rule_profiles

USUAL = UsualMeeting(4, 2, time(14, 30), 90)
WEEKS = [*((week, f"第{week}个") for week in range(1, LAST_WEEK)), (LAST_WEEK, "最后一个")]
DAYS = [(number, f"星期{day}") for number, day in enumerate(WEEKDAYS)]


class MeetingRuleStep(Step):
    """What stands is proposed; it holds once one goes on."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(
            "例会规则",
            "按什么规则、什么时候开会",
            "规则档给出随访、复核、例会的间隔。每条都写明出处，以后可逐条修改。",
        )
        self._opened = opened
        self._known: UsualMeeting | None = None
        self._followed = ""
        self.profile = Choice("规则档")
        self.week, self.day = Choice("每月第几个", WEEKS), Choice("星期几", DAYS)
        self.begins = TimeBox("开始时间")
        self.minutes = NumberBox("大约多长", SHORTEST, LONGEST)
        self.minutes.setSuffix("分钟")
        self.minutes.setSingleStep(10)
        self._next = Label("", Type.NOTE, "text2")
        self._lay_out()
        for choice in (self.week, self.day):
            choice.currentIndexChanged.connect(self._say_next)

    def begin(self) -> None:
        bench = self._opened.bench
        if bench is None:
            return
        profiles = list_rule_profiles(bench)
        self._followed = next(row.name for row in profiles if row.followed)
        self.profile.offer([(row.name, row.name) for row in profiles])
        self.profile.show_value(self._followed)
        team = read_setup(bench).team
        self._known = read_meeting_rule(bench, team.id) if team else None
        shown = self._known or USUAL
        self.week.show_value(shown.week)
        self.day.show_value(shown.weekday)
        self.begins.show_moment(shown.begins)
        self.minutes.setValue(shown.minutes)
        self._say_next()

    def take_caret(self) -> None:
        self.profile.setFocus()

    def last_boxes(self) -> Sequence[QWidget]:
        return (self.profile, self.week, self.day, self.begins, self.minutes)

    def carry_out(self) -> None:
        bench, name = self._opened.bench, str(self.profile.value())
        if bench is None:
            return
        if name != self._followed:
            adopt_profile(bench, name, applies_from=bench.today())
            self._followed = name
        if self._usual() != self._known:
            set_meeting_rule(bench, first_team(bench), self._usual())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(Field("规则档", self.profile), 0, 0, 1, 4)
        fields = (
            ("例会在每月", self.week),
            ("星期", self.day),
            ("开始时间", self.begins),
            ("大约多长", self.minutes),
        )
        for column, (label, box) in enumerate(fields):
            grid.addWidget(Field(label, box), 1, column)
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self._next)
        self.column.addStretch(1)

    def _usual(self) -> UsualMeeting:
        week, day = self.week.value(), self.day.value()
        return UsualMeeting(
            week if isinstance(week, int) else USUAL.week,
            day if isinstance(day, int) else USUAL.weekday,
            self.begins.moment(),
            self.minutes.value(),
        )

    @Slot()
    def _say_next(self) -> None:
        if self._opened.bench is not None:
            usual = self._usual()
            day = next_such_day(self._opened.bench.today(), usual.week, usual.weekday)
            self._next.setText(f"照此下一次是{day_in_prose(day)}。新建会议时会先填上这一天。")
