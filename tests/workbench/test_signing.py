"""The sheets of one meeting at a glance."""

from datetime import date

import pytest

from data.attachment_codes import AttachmentKind
from data.codes import SlotState
from forms.minutes import MINUTES
from forms.summary import SUMMARY
from tests.builders import a_closed_meeting
from tests.workbench.files import a_picture
from workbench.attachments import Described, add_attachment
from workbench.filing.reading import FitFile
from workbench.printing import record_print
from workbench.rules.signing_steps import Stage, present_step
from workbench.sealing import make_later_sheet
from workbench.signatures import archive_meeting, mark_sheet_signed, mark_slot, read_sheet
from workbench.signing import read_signing


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


def sheet_of(bench, closed, form=MINUTES):
    return next(s for s in read_signing(bench, closed.id).sheets if s.form == form.code)


def stage(bench, closed):
    return present_step(read_signing(bench, closed.id).steps)


def test_a_closed_meeting_has_its_sheets_made_and_not_printed(bench, closed):
    signing = read_signing(bench, closed.id)
    assert signing.sheets[0].form == MINUTES.code
    assert present_step(signing.steps) is Stage.PRINTED
    assert "龚*秋" in [signer.name for signer in signing.signers]
    assert "龚砚秋" not in [signer.name for signer in signing.signers]


def test_printing_and_marking_lead_to_the_archive(bench, closed):
    for sheet in read_signing(bench, closed.id).sheets:
        record_print(bench, sheet.form, sheet.subject, pages=sheet.pages, copies=1)
    assert stage(bench, closed) is Stage.SIGNED
    assert sheet_of(bench, closed).printed_at is not None
    for sheet in read_signing(bench, closed.id).sheets:
        mark_sheet_signed(bench, sheet.id)
    assert stage(bench, closed) is Stage.ARCHIVED
    archive_meeting(bench, closed.id)
    assert stage(bench, closed) is None


def test_each_mark_stands_under_its_signer_and_whoever_is_missing_is_named(bench, closed):
    first, *_, last = read_sheet(bench, sheet_of(bench, closed).id)
    mark_slot(bench, first.id, state=SlotState.SIGNED)
    mark_slot(bench, last.id, state=SlotState.ABSENT, note="出差")
    signing = read_signing(bench, closed.id)
    sheet = sheet_of(bench, closed)
    states = list(sheet.marks.values())
    assert states.count(SlotState.SIGNED) == 1
    assert states.count(SlotState.ABSENT) == 1
    assert len(signing.waiting_for(sheet)) == states.count(SlotState.TO_SIGN)


def test_a_sheet_with_ink_on_it_came_out_of_some_printer(bench, closed):
    assert not sheet_of(bench, closed).came_out
    slot = read_sheet(bench, sheet_of(bench, closed).id)[0]
    mark_slot(bench, slot.id, state=SlotState.SIGNED)
    assert sheet_of(bench, closed).came_out


def test_a_supplementary_sheet_stands_beside_the_one_it_supplements(bench, closed):
    sheet = sheet_of(bench, closed, SUMMARY)
    later = make_later_sheet(bench, sheet.id)
    assert later in [each.id for each in read_signing(bench, closed.id).sheets]


def test_a_scan_of_a_sheet_says_that_it_is_back(bench, team, closed):
    sheet = sheet_of(bench, closed)
    add_attachment(
        bench,
        team.patients["GA0101"],
        FitFile("扫描.png", ".png", a_picture("PNG"), 1),
        Described(date(2026, 11, 25), AttachmentKind.SIGNED, "会议记录签字件"),
        sheet_id=sheet.id,
    )
    assert sheet_of(bench, closed).scanned
    assert read_signing(bench, closed.id).steps[Stage.RETURNED].done == 1
