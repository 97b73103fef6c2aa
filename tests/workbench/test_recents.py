"""What was opened last is read from the audit."""

import pytest

from data.codes import RiskLevel
from tests.builders import CASES, a_closed_meeting
from workbench.case_page import open_case_page
from workbench.errors import NotFound
from workbench.recents import list_recents, open_meeting


def test_cases_and_meetings_stand_once_each_the_latest_first(bench, clock, team):
    meeting = a_closed_meeting(bench, team)
    first, second, _ = team.cases.values()
    for opened in (first, second, first):
        clock.move(minutes=1)
        open_case_page(bench, opened)
    open_meeting(bench, meeting.id)
    rows = list_recents(bench)
    assert [(row.case_id, row.meeting_id) for row in rows] == [
        (0, meeting.id),
        (first, 0),
        (second, 0),
    ]
    assert rows[1].opened_at == clock.moment


def test_names_are_shortened_and_the_level_is_the_one_that_stands(bench, team):
    a_closed_meeting(bench, team)
    number, case = next(iter(team.cases.items()))
    open_case_page(bench, case)
    (row,) = list_recents(bench)
    assert CASES[number][0] not in row.title
    assert (row.number, row.level) == (number, RiskLevel.ANYWHERE)


def test_a_store_in_which_nothing_was_opened_lists_nothing(bench, team):
    assert list_recents(bench) == ()


def test_a_meeting_that_is_not_there_cannot_be_opened(bench):
    with pytest.raises(NotFound):
        open_meeting(bench, 7)
    assert list_recents(bench) == ()
