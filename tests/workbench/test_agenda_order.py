"""What is changed about an agenda before the meeting, and what a second proposal leaves alone."""

from datetime import time

import pytest

from data.codes import AgendaReason, AgendaTier, RiskLevel
from tests.builders import a_running_meeting, settle_all
from tests.workbench.coming_meeting import planned
from workbench.agenda_order import (
    MinutesImpossible,
    TierImpossible,
    move_on_agenda,
    move_to_tier,
    plan_discussion,
    put_back_on_agenda,
)
from workbench.agenda_plan import read_agenda_plan
from workbench.agenda_proposals import fill_agenda
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, remove_from_agenda
from workbench.closing import close_meeting
from workbench.errors import MeetingAlreadyClosed, MeetingAlreadyStarted, NotFound
from workbench.live import list_agenda
from workbench.meeting_rules import UsualMeeting, set_meeting_rule
from workbench.paperwork.subjects import of_meeting
from workbench.printing import record_print


@pytest.fixture
def ahead(bench, team):
    """A meeting with the three cases proposed and one matter."""
    meeting = planned(bench, team)
    add_matter_to_agenda(bench, meeting, title="冬季取暖安全")
    fill_agenda(bench, meeting)
    move_to_tier(bench, key(bench, meeting, "GA0102"), tier=AgendaTier.FOCUS)
    return meeting


def entries(bench, meeting):
    return read_agenda_plan(bench, meeting).entries


def order(bench, meeting):
    return [entry.case_number or entry.title for entry in entries(bench, meeting)]


def key(bench, meeting, number):
    return next(e.id for e in entries(bench, meeting) if number in (e.case_number, e.title))


def test_whom_the_psychiatrist_stays_for_leads_and_matters_come_last(bench, ahead):
    assert order(bench, ahead) == ["GA0101", "GA0103", "GA0102", "冬季取暖安全"]
    first = entries(bench, ahead)[0]
    assert (first.level, first.title) == (RiskLevel.ANYWHERE, "石*")


def test_an_item_moves_within_its_tier_and_no_further(bench, ahead):
    move_on_agenda(bench, key(bench, ahead, "GA0102"), by=-1)
    assert order(bench, ahead) == ["GA0101", "GA0102", "GA0103", "冬季取暖安全"]
    move_on_agenda(bench, key(bench, ahead, "GA0101"), by=9)
    numbers = ["GA0102", "GA0103", "GA0101"]
    assert order(bench, ahead) == [*numbers, "冬季取暖安全"]
    assert [row.case_number for row in list_agenda(bench, ahead)][:3] == numbers


def test_a_case_goes_to_the_end_of_the_other_tier_and_a_matter_stays(bench, ahead):
    item = key(bench, ahead, "GA0101")
    move_to_tier(bench, item, tier=AgendaTier.ROUND)
    assert order(bench, ahead) == ["GA0103", "GA0102", "GA0101", "冬季取暖安全"]
    assert entries(bench, ahead)[2].minutes == 1
    with pytest.raises(TierImpossible):
        move_to_tier(bench, item, tier=AgendaTier.MATTER)
    with pytest.raises(TierImpossible):
        move_to_tier(bench, key(bench, ahead, "冬季取暖安全"), tier=AgendaTier.FOCUS)


def test_minutes_add_up_to_the_end_of_the_meeting(bench, team, ahead):
    set_meeting_rule(bench, team.id, UsualMeeting(4, 2, time(14, 30), 90))
    plan = read_agenda_plan(bench, ahead)
    assert (plan.minutes, plan.ends, plan.usual) == (35, time(15, 5), 90)
    item = key(bench, ahead, "GA0102")
    plan_discussion(bench, item, minutes=45, question=" 是否转为\n病情不稳定个案 ")
    planned_now = read_agenda_plan(bench, ahead)
    assert (planned_now.minutes, planned_now.ends) == (70, time(15, 40))
    assert planned_now.entries[2].question == "是否转为 病情不稳定个案"
    for wrong in (0, 241):
        with pytest.raises(MinutesImpossible):
            plan_discussion(bench, item, minutes=wrong, question="")
    plan_discussion(bench, item, minutes=None, question="")
    assert read_agenda_plan(bench, ahead).minutes == 35


def test_what_is_taken_off_keeps_its_place_and_everything_about_it(bench, ahead):
    item = key(bench, ahead, "GA0102")
    plan_discussion(bench, item, minutes=20, question="是否出组")
    before = entries(bench, ahead)[2]
    off = remove_from_agenda(bench, item)
    assert [entry.listed for entry in entries(bench, ahead)] == [True, True, False, True]
    assert [row.case_number for row in list_agenda(bench, ahead)][:2] == ["GA0101", "GA0103"]
    assert read_agenda_plan(bench, ahead).minutes == 25
    back = put_back_on_agenda(bench, off)
    after = entries(bench, ahead)[2]
    assert after.id == back
    assert (after.question, after.minutes, after.reasons) == ("是否出组", 20, before.reasons)
    with pytest.raises(NotFound):
        put_back_on_agenda(bench, off)


def test_a_second_proposal_leaves_alone_what_somebody_decided(bench, team, ahead):
    remove_from_agenda(bench, key(bench, ahead, "GA0102"))
    move_to_tier(bench, key(bench, ahead, "GA0101"), tier=AgendaTier.ROUND)
    assert fill_agenda(bench, ahead) == 0
    assert order(bench, ahead) == ["GA0103", "GA0102", "GA0101", "冬季取暖安全"]
    assert [entry.listed for entry in entries(bench, ahead)] == [True, False, True, True]


def test_a_case_put_on_by_hand_is_no_longer_taken_off(bench, team, ahead):
    remove_from_agenda(bench, key(bench, ahead, "GA0102"))
    add_case_to_agenda(bench, ahead, team.cases["GA0102"], tier=AgendaTier.FOCUS)
    assert order(bench, ahead) == ["GA0101", "GA0103", "GA0102", "冬季取暖安全"]
    assert all(entry.listed for entry in entries(bench, ahead))
    assert entries(bench, ahead)[2].reasons == ()
    fill_agenda(bench, ahead)
    renewed = entries(bench, ahead)[2]
    assert (renewed.tier, [why.reason for why in renewed.reasons]) == (
        AgendaTier.FOCUS,
        [AgendaReason.VISIT_OVERDUE],
    )


def test_what_comes_after_the_agenda_was_printed_is_late(bench, team, ahead):
    add_matter_to_agenda(bench, ahead, title="年终考核")
    record_print(bench, "YC", of_meeting(ahead), pages=1, copies=9)
    add_matter_to_agenda(bench, ahead, title="春节值班")
    late = {entry.title: entry.late for entry in entries(bench, ahead)}
    assert not late["年终考核"]
    assert late["春节值班"]


def test_what_comes_during_the_meeting_is_late(bench, team):
    running = a_running_meeting(bench, team)
    add_matter_to_agenda(bench, running.id, title="春节值班")
    assert [row.late for row in list_agenda(bench, running.id)] == [False, False, False, True]


def test_once_the_meeting_has_begun_the_order_stands(bench, team):
    running = a_running_meeting(bench, team)
    with pytest.raises(MeetingAlreadyStarted):
        move_on_agenda(bench, running.items["GA0101"], by=1)
    with pytest.raises(MeetingAlreadyStarted):
        move_to_tier(bench, running.items["GA0101"], tier=AgendaTier.ROUND)


def test_a_sealed_agenda_takes_nothing_back(bench, closed_with_something_off):
    with pytest.raises(MeetingAlreadyClosed):
        put_back_on_agenda(bench, closed_with_something_off)


@pytest.fixture
def closed_with_something_off(bench, team):
    running = a_running_meeting(bench, team)
    off = remove_from_agenda(bench, add_matter_to_agenda(bench, running.id, title="春节值班"))
    settle_all(bench, team, running)
    close_meeting(bench, running.id, ends=time(16, 0))
    return off
