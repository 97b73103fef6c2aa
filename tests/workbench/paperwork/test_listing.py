"""The list of a meeting's papers says what each is about and how far it has come."""

from datetime import date, time

import pytest
from sqlalchemy import event

from data.codes import SlotState
from tests.builders import a_closed_meeting, settle_all
from workbench.closing import close_meeting
from workbench.paperwork.documents import MINUTES_CODE, list_documents
from workbench.paperwork.naming import names_of_subjects
from workbench.paperwork.standings import PaperState, standings_of
from workbench.paperwork.subjects import About, Subject, of_meeting
from workbench.printing import record_print
from workbench.sealing import make_later_sheet
from workbench.signatures import mark_sheet_signed, mark_slot, read_sheet

LATER = "BQ"


def minutes_of(bench, meeting):
    rows = list_documents(bench, meeting.id)
    return next(row for row in rows if row.form == MINUTES_CODE)


def names(bench, *subjects):
    with bench.store.reading() as session:
        return names_of_subjects(session, subjects, date(2026, 11, 25))


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


def test_the_minutes_of_an_open_meeting_are_a_draft_that_closing_seals(bench, team, meeting):
    row = minutes_of(bench, meeting)
    assert row.standing.state is PaperState.DRAFT
    assert (row.sealed, row.at_close, row.standing.sheet) == (False, True, 0)


def test_after_closing_the_minutes_wait_for_everybody_on_them(bench, closed):
    row = minutes_of(bench, closed)
    assert row.standing.state is PaperState.WAITING
    assert row.standing.waiting == ("龚砚秋", "穆青禾", "闻人澜", "亓文涛")
    assert (row.standing.settled, row.standing.places) == (0, 4)
    assert (row.sealed, row.at_close, row.standing.version) == (True, False, 1)


def test_a_paper_everybody_settled_is_signed(bench, closed):
    sheet = minutes_of(bench, closed).standing.sheet
    first = read_sheet(bench, sheet)[0]
    mark_slot(bench, first.id, state=SlotState.ABSENT, note="出差")
    mark_sheet_signed(bench, sheet)
    standing = minutes_of(bench, closed).standing
    assert (standing.state, standing.waiting) == (PaperState.SIGNED, ())


def test_what_was_printed_is_counted_for_this_version(bench, closed):
    record_print(bench, MINUTES_CODE, of_meeting(closed.id), pages=2, copies=1)
    assert minutes_of(bench, closed).standing.printed == 1


def test_a_draft_that_was_printed_does_not_count_as_a_print_of_the_sealed_paper(
    bench, team, meeting
):
    record_print(bench, MINUTES_CODE, of_meeting(meeting.id), pages=2, copies=1)
    assert minutes_of(bench, meeting).standing.printed == 1
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    assert minutes_of(bench, meeting).standing.printed == 0


def test_a_supplementary_sheet_joins_the_papers_and_says_whose_it_is(bench, closed):
    sheet = minutes_of(bench, closed).standing.sheet
    make_later_sheet(bench, sheet)
    row = next(row for row in list_documents(bench, closed.id) if row.form == LATER)
    assert row.named == "个案会议记录 TEST-0000001"
    assert row.standing.state is PaperState.WAITING


def test_a_paper_is_called_by_its_case_and_a_shortened_name(bench, team, meeting):
    item = Subject(About.ITEM, meeting.items["GA0102"])
    case = Subject(About.CASE, team.cases["GA0101"])
    member = Subject(About.MEMBER, team.members["阿依努尔·买买提"], at=meeting.id)
    assert names(bench, item, case, member) == {
        item: "GA0102 欧阳**",
        case: "GA0101 石*",
        member: "民政 阿依**",
    }


def test_a_meeting_a_team_and_a_patient_are_called_by_name(bench, team, meeting):
    patient = Subject(About.PATIENT, team.patients["GA0103"])
    assert set(
        names(bench, of_meeting(meeting.id), Subject(About.TEAM, team.id), patient).values()
    ) == {
        "2026年第1次例会",
        "云栖镇个案管理小组",
        "仇*满",
    }


def test_what_is_not_there_has_no_name(bench):
    gone = [Subject(about, 99) for about in About if about is not About.SHEET]
    assert set(names(bench, *gone).values()) == {""}


def test_more_cases_ask_no_more_questions(bench, team, meeting):
    items = [Subject(About.ITEM, key) for key in meeting.items.values()]
    assert questions(bench, items) == questions(bench, items[:1])


def questions(bench, subjects):
    """How many queries it takes to name papers and to say where they stand."""
    asked = []

    def listen(*statement):
        asked.append(statement)

    with bench.store.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", listen)
        names_of_subjects(session, subjects, date(2026, 11, 25))
        standings_of(session, {("PG", str(subject)): True for subject in subjects})
        event.remove(session.get_bind(), "before_cursor_execute", listen)
    return len(asked)
