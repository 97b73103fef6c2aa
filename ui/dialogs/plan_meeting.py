"""Planning a meeting: its kind, from which the rest is proposed, and what is otherwise then."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.arranging import ArrangingDialog
from ui.models.choices import MEETING_KINDS, meeting_kind_of, team_for
from ui.widgets.inputs import Choice, Field
from workbench.bench import Bench
from workbench.meeting_rules import read_arrangements
from workbench.meetings import plan_meeting
from workbench.next_meetings import SuggestedDay, suggest_meeting_day
from workbench.screen import MeetingKind
from workbench.teams import list_members, list_teams

USUAL_BEGINNING = time(14, 30)


class PlanMeetingDialog(ArrangingDialog):
    """Answers the key of the new meeting."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(
            bench, "新建会议", "选好会议类型，其余按惯例填好，可以改。", "新建会议", parent
        )
        self.setObjectName("plan_meeting_dialog")
        self._teams = list_teams(bench)
        self.kind = Choice("会议类型", [(kind, kind.choice) for kind in MEETING_KINDS])
        self.team = Choice("小组", [(team.id, team.name) for team in self._teams])
        self._proposed_place = ""
        self._proposed: SuggestedDay | None = None
        self._lay_out()
        self.day.show_day(bench.today())
        self.begins.show_moment(USUAL_BEGINNING)
        self.kind.currentIndexChanged.connect(self._offer_team)
        self.team.currentIndexChanged.connect(self._offer_rest)
        self._offer_team()
        self.kind.setFocus()

    def _lay_out(self) -> None:
        self._team_field = Field("小组", self.team)
        self._grid.addWidget(Field("会议类型", self.kind), 0, 0)
        self._grid.addWidget(self._team_field, 0, 1)
        self._lay_out_arrangement(1)

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
        self.offer_members(list_members(self._bench, team))
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

    def _because(self) -> str:
        proposed = self._proposed
        return proposed.words if proposed and proposed.day == self.day.day() else ""

    def _carry_out(self) -> object:
        team, given = self.team.value(), self.arranged(self._kind())
        return plan_meeting(
            self._bench,
            team if isinstance(team, int) else 0,
            held_on=given.held_on,
            begins=given.begins,
            place=given.place,
            chair_id=given.chair_id,
            recorder_id=given.recorder_id,
            kind=given.kind,
            request_id=self._request_id,
        )
