"""Planning a meeting: its kind, from which the rest is proposed, and what is otherwise then."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import MEETING_KINDS, meeting_kind_of, team_for
from ui.models.days import day_box, day_in_prose, needed_day
from ui.models.people import member_choices
from ui.theme import Type
from ui.widgets.inputs import Choice, Field, LineBox, TimeBox
from ui.widgets.text import ShortLabel
from workbench.bench import Bench
from workbench.meeting_rules import read_arrangements
from workbench.meetings import plan_meeting
from workbench.next_meetings import SuggestedDay, suggest_meeting_day
from workbench.screen import MeetingKind
from workbench.teams import list_members, list_teams

USUAL_BEGINNING = time(14, 30)


class PlanMeetingDialog(CommandDialog):
    """Answers the key of the new meeting."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(
            bench, "新建会议", "选好会议类型，其余按惯例填好，可以改。", "新建会议", parent
        )
        self.setObjectName("plan_meeting_dialog")
        self._teams = list_teams(bench)
        self.kind = Choice("会议类型", [(kind, kind.choice) for kind in MEETING_KINDS])
        self.team = Choice("小组", [(team.id, team.name) for team in self._teams])
        self.day, self.begins = day_box("日期", bench.today, ahead=True), TimeBox("开始时间")
        self.place = LineBox("地点", "例如 镇综治中心二楼会议室")
        self.chair, self.recorder = Choice("主持人"), Choice("记录人")
        self._proposed_place = ""
        self._proposed: SuggestedDay | None = None
        self._lay_out()
        self.day.show_day(bench.today())
        self.begins.show_moment(USUAL_BEGINNING)
        self.day.day_changed.connect(self._say_why)
        self.kind.currentIndexChanged.connect(self._offer_team)
        self.team.currentIndexChanged.connect(self._offer_rest)
        self._offer_team()
        self.kind.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        self._team_field = Field("小组", self.team)
        self._why = ShortLabel("", Type.NOTE, "text2")
        grid.addWidget(Field("会议类型", self.kind), 0, 0)
        grid.addWidget(self._team_field, 0, 1)
        grid.addWidget(Field("日期", self.day), 1, 0)
        grid.addWidget(Field("开始时间", self.begins), 1, 1)
        grid.addWidget(self._why, 2, 0, 1, 2)
        grid.addWidget(Field("地点", self.place), 3, 0, 1, 2)
        grid.addWidget(Field("主持人", self.chair), 4, 0)
        grid.addWidget(Field("记录人", self.recorder), 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.fields.addLayout(grid)

    def _kind(self) -> MeetingKind:
        return meeting_kind_of(self.kind.value())

    @Slot()
    def _offer_team(self) -> None:
        """The team that holds such meetings; where none is registered, one says so."""
        kind = self._kind()
        wanted, lacking = team_for(kind, self._teams)
        self._team_field.set_note(f"还没有登记{lacking}" if lacking else "")
        if wanted is not None:
            self.team.show_value(wanted)
        self._offer_rest()

    @Slot()
    def _offer_rest(self) -> None:
        team = self.team.value()
        if not isinstance(team, int):
            self.verb.setEnabled(False)
            self.banner.say("还没有小组成员。请先在“设置”里登记小组和成员。")
            return
        self._propose_day(team)
        choices = member_choices(list_members(self._bench, team))
        self.chair.offer(choices)
        self.recorder.offer(choices)
        last = read_arrangements(self._bench, team, self._kind())
        if last is not None:
            self._propose_place(last.place)
            self.chair.show_value(last.chair_id)
            self.recorder.show_value(last.recorder_id)

    def _propose_place(self, place: str) -> None:
        """As last time, unless somebody has typed another one."""
        if self.place.text() in ("", self._proposed_place):
            self.place.setText(place)
            self._proposed_place = place

    def _propose_day(self, team: int) -> None:
        """Fill in the next day by the rule of the team, where it has one."""
        proposed = suggest_meeting_day(self._bench, team, self._kind())
        self._proposed = proposed
        if proposed is not None:
            self.day.show_day(proposed.day)
            self.begins.show_moment(proposed.begins)
        self._say_why()

    @Slot()
    def _say_why(self) -> None:
        """The weekday, and of a proposed day where it comes from."""
        day, proposed = self.day.day(), self._proposed
        because = proposed.words if proposed and proposed.day == day else ""
        self._why.setText("，".join(filter(None, (day_in_prose(day) if day else "", because))))

    def _carry_out(self) -> object:
        team, chair, recorder = self.team.value(), self.chair.value(), self.recorder.value()
        return plan_meeting(
            self._bench,
            team if isinstance(team, int) else 0,
            held_on=needed_day(self.day),
            begins=self.begins.moment(),
            place=self.place.text(),
            chair_id=chair if isinstance(chair, int) else 0,
            recorder_id=recorder if isinstance(recorder, int) else 0,
            kind=self._kind(),
            request_id=self._request_id,
        )
