"""Before it is closed, a meeting hears what it concluded and what is lacking."""

from dataclasses import fields, is_dataclass
from datetime import date, time

import pytest

from data.codes import AbsenceReason, RiskLevel, TaskOutcome
from tests.builders import CASES, NAMES, a_closed_meeting, a_running_meeting, settle, settle_all
from workbench.assessments import record_opinion
from workbench.closing import close_meeting
from workbench.decisions import continue_case, defer_item
from workbench.drafts import save_draft, subject_of
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.meetings import record_absence
from workbench.read_back import read_back
from workbench.rules.read_backs import Lack
from workbench.tasks import list_earlier_tasks, record_task_result

OCTOBER = date(2026, 10, 28)


@pytest.fixture
def second(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    return a_running_meeting(bench, team)


def lacks(back):
    return [(gap.lack, gap.item_id) for gap in back.gaps]


def row(back, item_id):
    return next(item for item in back.items if item.item_id == item_id)


def test_a_finished_meeting_lacks_nothing_and_says_who_does_what(bench, team, meeting):
    settle_all(bench, team, meeting)
    back = read_back(bench, meeting.id)
    assert back.gaps == ()
    item = row(back, meeting.items["GA0101"])
    assert (item.name, item.number, item.level) == ("石*", "GA0101", RiskLevel.ANYWHERE)
    (decision,) = item.decisions
    assert decision.text == "每周联合随访1次"
    assert (decision.who, decision.due_on) == ("亓*涛", date(2026, 12, 23))


def test_what_is_undecided_comes_first_then_drafts_each_with_its_item(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    subject = subject_of(meeting.id, meeting.items["GA0101"])
    save_draft(bench, "live", subject, {"words": "还在写"})
    found = lacks(read_back(bench, meeting.id))
    assert found == [
        (Lack.CONCLUSION, meeting.items["GA0102"]),
        (Lack.CONCLUSION, meeting.items["GA0103"]),
        (Lack.CONFIRMATION, meeting.items["GA0101"]),
    ]


def test_a_level_told_apart_later_by_a_member_asks_for_a_reason(bench, team, meeting):
    item = meeting.items["GA0103"]
    settle(bench, team, item, RiskLevel.NONE)
    member = team.members["皮桂香"]
    record_opinion(bench, item, member, words="夜里砸过门。", level=RiskLevel.ANYWHERE)
    gaps = [gap for gap in read_back(bench, meeting.id).gaps if gap.lack is Lack.REASON]
    assert [(gap.item_id, gap.title) for gap in gaps] == [(item, "03 仇*满")]


def test_promises_of_last_time_that_nobody_spoke_of_are_counted(bench, team, second, clock):
    clock.move(days=60)
    late = a_running_meeting(bench, team, date(2027, 1, 20))
    assert (Lack.REVIEW, None) in lacks(read_back(bench, late.id))
    for task in list_earlier_tasks(bench, late.id):
        record_task_result(bench, task.id, outcome=TaskOutcome.DONE, meeting_id=late.id)
    back = read_back(bench, late.id)
    assert Lack.REVIEW not in [gap.lack for gap in back.gaps]
    assert back.heard_tasks == back.earlier_tasks > 0


def test_cases_that_simply_go_on_are_told_together(bench, team, calm_second):
    continue_case(bench, calm_second.items["GA0102"])
    back = read_back(bench, calm_second.id)
    assert [item.number for item in back.unchanged] == ["GA0102"]
    assert len(back.changed) == 2


@pytest.fixture
def calm_second(bench, team):
    before = a_running_meeting(bench, team, held_on=OCTOBER)
    for number, item in before.items.items():
        level = RiskLevel.AT_HOME if number == "GA0102" else RiskLevel.ANYWHERE
        settle(bench, team, item, level, reason="会上评定。")
    close_meeting(bench, before.id, ends=time(16, 20))
    return a_running_meeting(bench, team)


def test_a_deferred_item_is_read_with_its_reason_and_dissent_only_as_a_count(bench, team, meeting):
    settle_all(bench, team, meeting)
    defer_item(bench, meeting.items["GA0103"], reason="等待出院。")
    member = team.members["闻人澜"]
    record_opinion(bench, meeting.items["GA0101"], member, words="不同意。", dissent="应评四级。")
    back = read_back(bench, meeting.id)
    assert row(back, meeting.items["GA0103"]).deferred == "等待出院。"
    assert row(back, meeting.items["GA0101"]).reserved == 1
    assert "应评四级" not in "".join(texts(back))


def test_who_came_is_told_with_those_who_did_not(bench, team, meeting):
    record_absence(bench, meeting.id, team.members["闻人澜"], reason=AbsenceReason.SICK)
    back = read_back(bench, meeting.id)
    assert (back.present, back.expected, back.absent) == (5, 6, ("闻*澜",))


def test_nobody_is_named_in_full_and_no_number_is_whole(bench, team, meeting):
    name_guardian(
        bench,
        team.patients["GA0101"],
        GuardianParticulars("郦寒松", relation_words="舅舅"),
        from_on=date(2026, 11, 1),
    )
    for number, item in meeting.items.items():
        settle(bench, team, item, RiskLevel.ANYWHERE, reason=f"{CASES[number][0]}近况有变。")
    defer_item(bench, meeting.items["GA0103"], reason="郦寒松电话13800000617，待核。")
    told = "".join(texts(read_back(bench, meeting.id)))
    assert not [name for name, _ in CASES.values() if name in told]
    assert not [name for name in NAMES if name in told]
    assert "郦寒松" not in told
    assert "13800000617" not in told
    assert "138****0617" in told


def test_the_end_is_now_when_the_meeting_is_today_and_as_planned_on_another_day(
    bench, team, meeting, clock
):
    clock.move(hours=1, minutes=40)
    assert read_back(bench, meeting.id).ends == time(16, 10)
    clock.move(days=3)
    assert read_back(bench, meeting.id).ends == time(15, 0)


def test_a_closed_meeting_says_when_it_ended(bench, team):
    closed = a_closed_meeting(bench, team)
    back = read_back(bench, closed.id)
    assert (back.open, back.ends) == (False, time(16, 20))


def texts(value):
    if is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value
