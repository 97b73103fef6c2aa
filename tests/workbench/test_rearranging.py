"""A planned meeting is held on another day, elsewhere, or led by somebody else."""

from datetime import date, time

import pytest

from tests.builders import a_closed_meeting, a_planned_meeting
from workbench.agendas import add_matter_to_agenda
from workbench.errors import EmptyField, MeetingAlreadyClosed, MeetingAlreadyStarted, NotOnTeam
from workbench.live import list_agenda
from workbench.meetings import read_meeting, record_absence, start_meeting
from workbench.rearranging import rearrange_meeting
from workbench.screen import AbsenceReason
from workbench.teams import add_member, end_membership

LATER = date(2026, 12, 2)


@pytest.fixture
def meeting(bench, team):
    return a_planned_meeting(bench, team)


def rearrange(bench, team, meeting, **other):
    given = {
        "held_on": LATER,
        "begins": time(9, 0),
        "place": "派出所会议室",
        "chair_id": team.members["穆青禾"],
        "recorder_id": team.members["闻人澜"],
    }
    rearrange_meeting(bench, meeting.id, **(given | other))


def test_day_hour_place_and_people_are_the_new_ones_and_the_agenda_stays(bench, team, meeting):
    before = [row.title for row in list_agenda(bench, meeting.id)]
    rearrange(bench, team, meeting)
    after = read_meeting(bench, meeting.id)
    assert (after.row.held_on, after.row.begins) == (LATER, time(9, 0))
    assert (after.row.place, after.row.chair, after.recorder) == (
        "派出所会议室",
        "穆青禾",
        "闻人澜",
    )
    assert [row.title for row in list_agenda(bench, meeting.id)] == before


def test_the_day_it_proposed_for_the_next_time_follows_it(bench, team, meeting):
    before = read_meeting(bench, meeting.id).next_held_on
    rearrange(bench, team, meeting, held_on=date(2026, 12, 9))
    after = read_meeting(bench, meeting.id).next_held_on
    assert before < after


def test_whoever_has_joined_by_the_new_day_is_expected_and_absences_are_kept(bench, team, meeting):
    record_absence(bench, meeting.id, team.members["皮桂香"], reason=AbsenceReason.SICK)
    add_member(bench, team.id, name="丘迟", role="grid", unit="梧桐村", from_on=date(2026, 12, 1))
    rearrange(bench, team, meeting)
    expected = {row.name: row.present for row in read_meeting(bench, meeting.id).attendance}
    assert (expected["丘迟"], expected["皮桂香"]) == (True, False)
    assert list(expected)[-1] == "丘迟"


def test_in_another_year_it_has_a_number_of_that_year(bench, team, meeting):
    rearrange(bench, team, meeting, held_on=date(2027, 1, 6))
    assert read_meeting(bench, meeting.id).row.title.startswith("2027年第1次")


def test_one_that_has_begun_or_is_sealed_stays_as_it_is(bench, team, meeting):
    add_matter_to_agenda(bench, meeting.id, title="春节值班")
    start_meeting(bench, meeting.id)
    with pytest.raises(MeetingAlreadyStarted):
        rearrange(bench, team, meeting)
    assert read_meeting(bench, meeting.id).row.held_on != LATER
    closed = a_closed_meeting(bench, team)
    with pytest.raises(MeetingAlreadyClosed):
        rearrange(bench, team, closed)


def test_who_is_not_on_the_team_that_day_neither_leads_nor_records(bench, team, meeting):
    end_membership(bench, team.members["穆青禾"], until_on=date(2026, 11, 30))
    with pytest.raises(NotOnTeam, match="主持人"):
        rearrange(bench, team, meeting)
    with pytest.raises(EmptyField):
        rearrange(bench, team, meeting, chair_id=team.members["龚砚秋"], place=" ")
    assert read_meeting(bench, meeting.id).row.held_on != LATER
