"""What became of the sheets: signed at the table, some later, and set aside with their meeting."""

from __future__ import annotations

from data.codes import SlotState
from workbench.demo.clock import MONTHS
from workbench.demo.meetings import meeting_on
from workbench.demo.street import Street
from workbench.paperwork.documents import MINUTES_CODE
from workbench.signatures import (
    SheetRow,
    archive_meeting,
    list_sheets,
    mark_sheet_signed,
    mark_slot,
    read_sheet,
)

_STILL_OPEN = 1  # the last meetings, whose sheets are on their way round
_NOT_ARCHIVED = 2


def come_back(street: Street, number: int) -> None:
    """Say what was seen on the sheets of a meeting; of the last one only the minutes are back."""
    held_on = street.calendar.monthly[number - 1]
    meeting = meeting_on(street, held_on)
    on_the_way = number > MONTHS - _STILL_OPEN
    for sheet in list_sheets(street.bench, meeting):
        if not on_the_way or sheet.form == MINUTES_CODE:
            _look_at(street, sheet)
    if number <= MONTHS - _NOT_ARCHIVED:
        archive_meeting(street.bench, meeting)


def _look_at(street: Street, sheet: SheetRow) -> None:
    for slot in read_sheet(street.bench, sheet.id):
        if slot.state is SlotState.ABSENT:
            day = street.bench.today()
            mark_slot(street.bench, slot.id, state=SlotState.LATE, true_on=day, note=slot.note)
    if sheet.waiting:
        mark_sheet_signed(street.bench, sheet.id, true_on=sheet.sealed_on)
