"""Another day, hour, place, chair or recorder for a meeting that is planned."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.arranging import ArrangingDialog
from workbench.bench import Bench
from workbench.meetings import read_meeting
from workbench.rearranging import rearrange_meeting
from workbench.teams import list_members

AFTERWARDS = "议程和到会登记不变。已经打印的会前材料还是原来的安排，请重新打印。"


class RearrangeMeetingDialog(ArrangingDialog):
    """Answers the key of the meeting."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "会议安排", AFTERWARDS, "改安排", parent)
        self.setObjectName("rearrange_meeting_dialog")
        self._known = read_meeting(bench, meeting_id)
        self._lay_out_arrangement(0)
        self.offer_members(list_members(bench, self._known.team_id))
        self.day.show_day(self._known.row.held_on)
        self.begins.show_moment(self._known.row.begins)
        self.place.setText(self._known.row.place)
        self.chair.show_value(self._known.chair_id)
        self.recorder.show_value(self._known.recorder_id)
        self._say_why()
        self.day.setFocus()

    def _carry_out(self) -> object:
        meeting = self._known.row
        given = self.arranged(meeting.kind)
        rearrange_meeting(
            self._bench,
            meeting.id,
            held_on=given.held_on,
            begins=given.begins,
            place=given.place,
            chair_id=given.chair_id,
            recorder_id=given.recorder_id,
        )
        return meeting.id
