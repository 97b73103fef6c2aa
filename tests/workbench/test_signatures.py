"""The sheets of a closed meeting: who signed, who did not, and when they can be set aside."""

from datetime import date

import pytest

from data.codes import AccountKind, MeetingState, SlotState
from forms.minutes import MINUTES
from tests.builders import a_closed_meeting, a_planned_meeting, at_bench, reopened
from workbench.audit import verify_store
from workbench.errors import NotFound, NotPermitted
from workbench.meetings import list_meetings
from workbench.paperwork.documents import preview_document
from workbench.sealing import make_later_sheet
from workbench.signature_errors import (
    AlreadyArchived,
    LateNeedsDay,
    NobodyMissing,
    NotClosedYet,
    NoteNeeded,
    SheetIsVoid,
    SignedInFuture,
    SignedTooEarly,
    StillUnsigned,
)
from workbench.signatures import (
    archive_meeting,
    list_sheets,
    mark_sheet_signed,
    mark_slot,
    read_sheet,
)

MEETING_DAY = date(2026, 11, 25)


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def sheet(bench, closed):
    """The sheet of the minutes."""
    return next(row for row in list_sheets(bench, closed.id) if row.form == MINUTES.code)


def slot_of(bench, sheet, name):
    return next(slot for slot in read_sheet(bench, sheet.id) if slot.name == name)


def again(bench, sheet):
    return next(row for row in list_sheets(bench) if row.id == sheet.id)


def sign_everything(bench, meeting_id):
    for row in list_sheets(bench, meeting_id):
        if row.waiting:
            mark_sheet_signed(bench, row.id)


def test_a_closed_meeting_waits_for_everybody_on_its_minutes(sheet):
    assert (sheet.settled, sheet.places) == (0, 4)
    assert sheet.waiting == ("龚砚秋", "穆青禾", "闻人澜", "亓文涛")


def test_each_place_says_who_and_where(bench, sheet):
    slot = slot_of(bench, sheet, "闻人澜")
    assert (slot.role, slot.part, slot.state) == ("精神科医师", "checker", SlotState.TO_SIGN)


def test_a_signature_that_was_seen_is_marked_and_stays(bench, sheet):
    mark_slot(bench, slot_of(bench, sheet, "闻人澜").id, state=SlotState.SIGNED)
    assert "闻人澜" not in again(reopened(bench), sheet).waiting


def test_the_rest_of_a_sheet_is_marked_at_once(bench, sheet):
    mark_slot(bench, slot_of(bench, sheet, "亓文涛").id, state=SlotState.ABSENT, note="出警")
    assert mark_sheet_signed(bench, sheet.id, true_on=MEETING_DAY) == 3
    assert again(bench, sheet).waiting == ()
    assert slot_of(bench, sheet, "亓文涛").note == "出警"


def test_a_later_signature_keeps_its_true_day(bench, sheet, clock):
    clock.move(days=3)
    day = date(2026, 11, 28)
    mark_slot(bench, slot_of(bench, sheet, "闻人澜").id, state=SlotState.LATE, true_on=day)
    assert slot_of(bench, sheet, "闻人澜").true_on == day


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"state": SlotState.LATE}, LateNeedsDay),
        ({"state": SlotState.SIGNED, "true_on": date(2026, 11, 24)}, SignedTooEarly),
        ({"state": SlotState.SIGNED, "true_on": date(2026, 11, 26)}, SignedInFuture),
        ({"state": SlotState.PROXY}, NoteNeeded),
        ({"state": SlotState.ABSENT, "note": " "}, NoteNeeded),
    ],
)
def test_a_mark_that_cannot_be_true_is_refused(bench, sheet, asked, refusal):
    slot = slot_of(bench, sheet, "闻人澜")
    with pytest.raises(refusal):
        mark_slot(bench, slot.id, **asked)
    assert slot_of(bench, sheet, "闻人澜").state is SlotState.TO_SIGN


def test_a_mark_set_by_mistake_is_taken_back(bench, sheet):
    slot = slot_of(bench, sheet, "闻人澜")
    mark_slot(bench, slot.id, state=SlotState.SIGNED)
    mark_slot(bench, slot.id, state=SlotState.TO_SIGN)
    assert "闻人澜" in again(bench, sheet).waiting


def test_a_meeting_with_open_places_is_not_archived_and_says_whose(bench, closed, sheet):
    with pytest.raises(StillUnsigned, match="个案会议记录（TEST-0000001）龚砚秋、穆青禾"):
        archive_meeting(bench, closed.id)
    assert list_meetings(bench)[0].state is MeetingState.CLOSED


def test_a_meeting_is_archived_when_every_place_is_settled(bench, closed, sheet):
    sign_everything(bench, closed.id)
    archive_meeting(bench, closed.id)
    assert list_meetings(bench)[0].state is MeetingState.ARCHIVED
    assert all(finding.good for finding in verify_store(bench))
    with pytest.raises(AlreadyArchived):
        archive_meeting(bench, closed.id)


def test_marks_of_an_archived_meeting_stay(bench, closed, sheet):
    sign_everything(bench, closed.id)
    archive_meeting(bench, closed.id)
    with pytest.raises(AlreadyArchived):
        mark_slot(bench, slot_of(bench, sheet, "闻人澜").id, state=SlotState.TO_SIGN)


def test_a_meeting_that_is_not_closed_is_not_archived(bench, team):
    meeting = a_planned_meeting(bench, team)
    with pytest.raises(NotClosedYet):
        archive_meeting(bench, meeting.id)


def test_a_supplementary_sheet_is_made_for_those_still_missing(bench, sheet):
    for name in ("龚砚秋", "穆青禾"):
        mark_slot(bench, slot_of(bench, sheet, name).id, state=SlotState.SIGNED)
    number = make_later_sheet(bench, sheet.id)
    later = next(row for row in list_sheets(bench) if row.id == number)
    assert (later.supplements, later.title) == (sheet.id, "补签页")
    assert later.waiting == ("闻人澜", "亓文涛")
    assert all(finding.good for finding in verify_store(bench))


def test_a_later_signature_settles_the_place_on_the_first_sheet_too(bench, sheet, clock):
    number = make_later_sheet(bench, sheet.id)
    clock.move(days=2)
    later = next(row for row in list_sheets(bench) if row.id == number)
    day = date(2026, 11, 27)
    mark_slot(bench, slot_of(bench, later, "亓文涛").id, state=SlotState.LATE, true_on=day)
    first = slot_of(bench, sheet, "亓文涛")
    assert (first.state, first.true_on) == (SlotState.LATE, day)
    assert all(finding.good for finding in verify_store(bench))


def test_a_second_supplementary_sheet_voids_the_first(bench, sheet):
    first = make_later_sheet(bench, sheet.id)
    second = make_later_sheet(bench, sheet.id)
    rows = {row.id: row for row in list_sheets(bench)}
    assert rows[first].void_on == MEETING_DAY
    assert rows[second].void_on is None
    with pytest.raises(SheetIsVoid):
        mark_sheet_signed(bench, first)
    assert preview_document(bench, "BQ", rows[second].subject).sealed


def test_a_sheet_that_lacks_nobody_gets_no_supplement(bench, sheet):
    mark_sheet_signed(bench, sheet.id)
    with pytest.raises(NobodyMissing):
        make_later_sheet(bench, sheet.id)


def test_a_reader_marks_nothing(bench, sheet, clock):
    reader = at_bench(bench.store, clock, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        mark_sheet_signed(reader, sheet.id)


def test_a_sheet_that_does_not_exist_is_refused(bench):
    with pytest.raises(NotFound):
        read_sheet(bench, 99)
