"""Earlier looks at the criteria of one patient, and what can still be done with each."""

from __future__ import annotations

from ui.models.intakes import intake_entries, waits_for_meeting
from ui.pages.case_entries import CaseEntries
from ui.widgets.text import Label
from workbench.intake_reading import IntakeDetails
from workbench.intake_sheet import IntakeSheet


class IntakeEarlier(CaseEntries):
    """Reads only; what can be done is the page's business."""

    def __init__(self) -> None:
        super().__init__("以前的评估列表", "还没有评估", "记录以后，每一次评估列在这里。")
        self._sheet: IntakeSheet | None = None
        self._agenda = Label("", wrap=True)
        self.above.addWidget(self._agenda, 1)

    def show_sheet(self, sheet: IntakeSheet | None) -> None:
        """Show another patient's, or the same as they are now."""
        self._sheet = sheet
        self.show_entries(intake_entries(sheet.earlier) if sheet else [])
        words = agenda_words(sheet) if sheet else ""
        self._agenda.setText(words)
        self._agenda.setVisible(bool(words))

    def intake(self) -> IntakeDetails | None:
        """The chosen one."""
        entry = self.entry()
        rows = self._sheet.earlier if self._sheet else ()
        return next((row for row in rows if entry and row.id == entry.intake), None)

    def can_change(self) -> bool:
        """Whether the chosen one may be corrected or withdrawn."""
        chosen = self.intake()
        return chosen is not None and chosen.outcome is None

    def can_propose(self) -> bool:
        """Whether the chosen one may be put before the next meeting."""
        chosen, sheet = self.intake(), self._sheet
        if chosen is None or sheet is None or sheet.case is not None or sheet.meeting is None:
            return False
        return waits_for_meeting(chosen) and sheet.meeting.item_id is None


def agenda_words(sheet: IntakeSheet) -> str:
    """Where the patient is decided on, or what has to be done first."""
    meeting = sheet.meeting
    waits = any(waits_for_meeting(intake) for intake in sheet.earlier)
    if sheet.case is not None:
        return f"已在组，编号{sheet.case.number}。这里的评估是复核，不再列入议程。"
    if not waits:
        return ""
    if meeting is None:
        return "还没有准备中的例会。请先在“会议”里新建，再列入议程。"
    if meeting.item_id is not None:
        return f"已在{meeting.title}（{meeting.held_on}）的议程上，由会议决定是否入组。"
    return f"还没有列入议程。下次是{meeting.title}（{meeting.held_on}）。"
