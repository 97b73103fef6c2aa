"""Planning a meeting, its agenda, who comes, and starting it."""

from datetime import date, time

import pytest

from data.codes import AbsenceReason, AgendaTier, MeetingKind, MeetingState, RiskLevel
from tests.builders import (
    MEETING_DAY,
    a_closed_meeting,
    a_planned_meeting,
    reopened,
    settle,
)
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, remove_from_agenda
from workbench.assessments import record_opinion
from workbench.errors import (
    AlreadyDiscussed,
    AlreadyOnAgenda,
    EmptyAgenda,
    EmptyField,
    MeetingAlreadyClosed,
    MeetingAlreadyStarted,
    MeetingNotInSession,
    NotFound,
    NotOnTeam,
)
from workbench.live import list_agenda, read_item
from workbench.meetings import (
    list_meetings,
    plan_meeting,
    read_meeting,
    record_absence,
    record_presence,
    start_meeting,
    write_meeting_notes,
)
from workbench.teams import add_member, end_membership, list_members


def plan(bench, team, **more):
    values = {
        "held_on": MEETING_DAY,
        "begins": time(14, 30),
        "place": "镇政府三楼会议室",
        "chair_id": team.members["龚砚秋"],
        "recorder_id": team.members["穆青禾"],
    }
    return plan_meeting(bench, team.id, **(values | more))


def test_a_planned_meeting_expects_everybody_on_the_team_that_day(bench, team):
    end_membership(bench, team.members["皮桂香"], until_on=date(2026, 10, 1))
    add_member(bench, team.id, name="丘迟", role="grid", unit="梧桐村", from_on=date(2026, 12, 1))
    details = read_meeting(bench, plan(bench, team))
    assert "皮桂香" not in [row.name for row in details.attendance]
    assert "丘迟" not in [row.name for row in details.attendance]
    assert len(details.attendance) == 5
    assert details.row.state is MeetingState.PREPARING


def test_meetings_are_numbered_through_the_year(bench, team):
    for day in (date(2026, 10, 28), MEETING_DAY, date(2027, 1, 27)):
        plan(bench, team, held_on=day)
    titles = [row.title for row in list_meetings(bench)]
    assert titles == ["2027年第1次例会", "2026年第2次例会", "2026年第1次例会"]


def test_a_case_that_cannot_wait_is_met_about_at_any_time(bench, team):
    plan(bench, team)
    called = plan(bench, team, held_on=date(2026, 11, 26), kind=MeetingKind.URGENT)
    found = read_meeting(bench, called)
    assert found.row.title == "2026年第1次临时会商"
    assert "闻人澜" in [member.name for member in found.attendance]


def test_two_meetings_may_be_held_on_one_day(bench, team):
    assert plan(bench, team) != plan(bench, team)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"place": " "}, EmptyField),
        ({"chair_id": 999}, NotOnTeam),
        ({"recorder_id": 999}, NotOnTeam),
    ],
)
def test_a_meeting_without_its_essentials_is_not_planned(bench, team, change, refusal):
    with pytest.raises(refusal):
        plan(bench, team, **change)
    assert list_meetings(bench) == []


def test_a_meeting_with_an_empty_agenda_does_not_start(bench, team):
    meeting = plan(bench, team)
    with pytest.raises(EmptyAgenda):
        start_meeting(bench, meeting)


def test_a_meeting_starts_once(bench, meeting):
    with pytest.raises(MeetingAlreadyStarted):
        start_meeting(bench, meeting.id)


def test_nothing_is_said_before_the_meeting_begins(bench, team):
    planned = a_planned_meeting(bench, team)
    with pytest.raises(MeetingNotInSession):
        record_opinion(bench, planned.items["GA0101"], team.members["亓文涛"], words="先说一句")


def test_a_case_stands_on_an_agenda_once(bench, team):
    planned = a_planned_meeting(bench, team)
    with pytest.raises(AlreadyOnAgenda, match="GA0101"):
        add_case_to_agenda(bench, planned.id, team.cases["GA0101"], tier=AgendaTier.ROUND)


def test_an_item_leaves_the_agenda_only_while_nothing_was_said(bench, team, meeting):
    remove_from_agenda(bench, meeting.items["GA0102"])
    assert [row.case_number for row in list_agenda(bench, meeting.id)] == ["GA0101", "GA0103"]
    assert [row.position for row in list_agenda(bench, meeting.id)] == [1, 2]
    record_opinion(bench, meeting.items["GA0101"], team.members["亓文涛"], words="说过")
    with pytest.raises(AlreadyDiscussed):
        remove_from_agenda(bench, meeting.items["GA0101"])


def test_the_agenda_shows_masked_names_and_how_far_each_item_is(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    matter = add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    shown = list_agenda(bench, meeting.id)
    assert [row.title for row in shown] == ["石*", "欧阳**", "仇*满", "冬季取暖安全"]
    assert [row.settled for row in shown] == [True, False, False, False]
    assert shown[0].level is RiskLevel.ANYWHERE
    assert read_item(bench, matter).facts == ()


def test_an_absence_is_recorded_with_its_reason_and_can_be_taken_back(bench, team, meeting):
    member = team.members["闻人澜"]
    record_absence(bench, meeting.id, member, reason=AbsenceReason.TRAVEL)
    row = next(r for r in read_meeting(bench, meeting.id).attendance if r.member_id == member)
    assert (row.present, row.reason) == (False, AbsenceReason.TRAVEL)
    record_presence(bench, meeting.id, member)
    row = next(r for r in read_meeting(bench, meeting.id).attendance if r.member_id == member)
    assert (row.present, row.reason) == (True, None)


def test_a_closed_meeting_takes_nothing_more(bench, team):
    closed = a_closed_meeting(bench, team)
    member = team.members["闻人澜"]
    attempts = [
        lambda: record_absence(bench, closed.id, member, reason=AbsenceReason.SICK),
        lambda: record_presence(bench, closed.id, member),
        lambda: start_meeting(bench, closed.id),
        lambda: add_matter_to_agenda(bench, closed.id, title="又一件"),
        lambda: remove_from_agenda(bench, closed.items["GA0101"]),
        lambda: write_meeting_notes(
            bench, closed.id, opening="", other_matters="", closing="", next_held_on=None
        ),
        lambda: record_opinion(bench, closed.items["GA0101"], member, words="补一句"),
    ]
    for attempt in attempts:
        with pytest.raises(MeetingAlreadyClosed, match="2026年第1次例会"):
            attempt()


def test_a_meeting_is_the_same_after_the_file_was_closed_and_opened(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    before = read_meeting(bench, meeting.id), read_item(bench, meeting.items["GA0101"])
    again = reopened(bench)
    assert (read_meeting(again, meeting.id), read_item(again, meeting.items["GA0101"])) == before
    again.close()


def test_what_is_not_there_is_said_to_be_missing(bench, team):
    for attempt in (
        lambda: read_meeting(bench, 99),
        lambda: read_item(bench, 99),
        lambda: add_case_to_agenda(bench, 99, 1, tier=AgendaTier.FOCUS),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert len(list_members(bench, team.id)) == 6
