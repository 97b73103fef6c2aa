"""What a document is about, as the seal and the command line name it."""

from __future__ import annotations

from dataclasses import dataclass

from data.codes import Labelled


class About(Labelled):
    """The kinds of things documents are about."""

    MEETING = "meeting", "会议"
    ITEM = "item", "议程项"
    CASE = "case", "个案"
    PLAN = "plan", "计划"
    TASK = "task", "任务"
    PATIENT = "patient", "患者"
    VISIT = "visit", "随访"
    TEAM = "team", "小组"
    MEMBER = "member", "成员"
    SHEET = "sheet", "签字件"


@dataclass(frozen=True)
class Subject:
    """One such thing; `at` is the meeting it is about where that is not told by the thing."""

    about: About
    key: int
    at: int = 0

    def __str__(self) -> str:
        """As the seal keeps it: item:12, or member:3@8 for a member at a meeting."""
        return f"{self.about.value}:{self.key}" + (f"@{self.at}" if self.at else "")

    @staticmethod
    def read(text: str) -> Subject:
        """The subject a seal names."""
        about, _, rest = text.partition(":")
        key, _, at = rest.partition("@")
        return Subject(About(about), int(key), int(at or 0))


def of_meeting(meeting_id: int) -> Subject:
    """A meeting as what its papers are about."""
    return Subject(About.MEETING, meeting_id)


def of_sheet(sheet_id: int) -> Subject:
    """A sheet as what its supplementary sheets are about."""
    return Subject(About.SHEET, sheet_id)
