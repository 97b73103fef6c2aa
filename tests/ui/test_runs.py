"""Several papers printed as one: what is sealed, and what is kept of a part of them."""

import pytest

from data.models.papers import PrintRun
from tests.builders import a_closed_meeting, a_planned_meeting, a_running_meeting
from tests.workbench.test_called_meetings import a_meeting_that_put_everything_off
from ui.models.runs import department_copies_paper, pack_paper, slips_paper
from workbench.checkup import Point, read_checkup
from workbench.errors import NothingToHandOut
from workbench.paperwork.pack import read_pack
from workbench.signature_errors import NotClosedYet
from workbench.signatures import list_sheets


def printed(bench):
    with bench.store.reading() as session:
        return [(run.form, run.pages, run.copies) for run in session.query(PrintRun)]


@pytest.fixture
def pack(bench, team):
    """The pack of a planned meeting: agenda, sign-in sheet, promises and three briefs."""
    meeting = a_planned_meeting(bench, team)
    return meeting, pack_paper(bench, "会前包", meeting.id)


def test_looking_and_counting_seal_nothing(bench, pack):
    meeting, paper = pack
    paper.look()
    paper.pages()
    assert list_sheets(bench, meeting.id) == []
    assert read_pack(bench, meeting.id).to_seal


def test_the_sign_in_sheet_is_sealed_when_its_page_is_printed(bench, pack):
    meeting, paper = pack
    paper.pages()
    paper.settle((0,))
    assert list_sheets(bench, meeting.id) == []
    paper.settle((0, 1))
    (sheet,) = list_sheets(bench, meeting.id)
    assert sheet.form == "QD"
    paper.settle((1,))
    assert len(list_sheets(bench, meeting.id)) == 1


def test_of_a_part_the_papers_on_its_pages_are_kept_as_printed(bench, pack):
    meeting, paper = pack
    paper.pages()
    paper.record((0, 3), 2)
    assert printed(bench) == [("YC", 1, 2), ("ZY", 1, 2)]
    lights = {light.point: light for light in read_checkup(bench, meeting.id)}
    assert lights[Point.PACK].ready


def test_slips_of_all_tasks_come_out_two_on_a_sheet_and_are_sealed_once(bench, team):
    closed = a_closed_meeting(bench, team)
    paper = slips_paper(bench, "任务通知单", closed.id)
    paper.pages()
    before = len(list_sheets(bench, closed.id))
    paper.settle((0, 1))
    assert len(list_sheets(bench, closed.id)) == before + 3
    paper.record((0, 1), 1)
    assert printed(bench) == [("RW", 1, 1)] * 3
    paper.settle((0, 1))
    assert len(list_sheets(bench, closed.id)) == before + 3


def test_every_department_gets_a_copy_of_its_own(bench, team):
    closed = a_closed_meeting(bench, team)
    paper = department_copies_paper(bench, "部门抄件", closed.id)
    paper.pages()
    paper.record((0,), 1)
    assert printed(bench) == [("CJ", 1, 1)]
    assert paper.name() == "2026年第1次例会·部门抄件"


def test_before_it_is_closed_a_meeting_hands_nothing_out(bench, team):
    running = a_running_meeting(bench, team)
    with pytest.raises(NotClosedYet):
        slips_paper(bench, "任务通知单", running.id).pages()


def test_a_meeting_without_tasks_has_no_slips(bench, team):
    closed = a_meeting_that_put_everything_off(bench, team)
    for make in (slips_paper, department_copies_paper):
        with pytest.raises(NothingToHandOut):
            make(bench, "", closed).pages()
