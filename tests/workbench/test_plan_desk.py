"""What lies on the desk while a plan is drawn up, read in one go."""

from datetime import date, time

import pytest

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from data.codes import MemberRole, TeamKind
from tests.builders import settle_all
from tests.workbench.casework import TODAY, TWO_MET, a_line, psychiatrist
from workbench.annotations import write_annotation
from workbench.closing import close_meeting
from workbench.intakes import Assessed, review_criteria
from workbench.plan_desk import about_area, areas_of, read_plan_desk
from workbench.plan_items import add_plan_item, change_plan_item, remove_plan_item
from workbench.plan_reading import read_plan
from workbench.plans import confirm_plan, draw_up_plan
from workbench.rules.revisions import Revision
from workbench.teams import add_member, add_team, end_membership, list_members


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


@pytest.fixture
def confirmed(bench, team, meeting, case):
    plan = draw_up_plan(bench, case)
    for problem in ("夜间大声喊叫", "邻里纠纷"):
        add_plan_item(bench, plan, a_line(team, problem=problem))
    confirm_plan(bench, plan, meeting_id=meeting.id)
    return plan


def test_without_a_plan_the_desk_says_of_which_kind_it_would_be(bench, case):
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    desk = read_plan_desk(bench, case)
    assert (desk.plan, desk.versions, desk.draft) == (None, (), False)
    assert desk.met == (Criterion.LOW_LEVEL, Criterion.ADHERENCE)
    assert areas_of(desk)[0] is PlanArea.RISK


def test_a_draft_is_compared_with_the_version_before_and_says_why_it_changed(
    bench, team, case, confirmed
):
    draft = draw_up_plan(bench, case)
    first, second = read_plan(bench, draft).items
    change_plan_item(bench, first.id, a_line(team, measure="网格员每天看一次"), why="已搬家")
    remove_plan_item(bench, second.id, why="已和解")
    new = add_plan_item(bench, draft, a_line(team, area=PlanArea.MEDICATION, problem="漏服"))
    desk = read_plan_desk(bench, case)
    assert (desk.draft, desk.newest, desk.against.id) == (True, True, confirmed)
    found = {change.line.key: change.revision for change in desk.changes}
    keys = first.line.key, second.line.key, new
    assert [found[key] for key in keys] == [Revision.CHANGED, Revision.REMOVED, Revision.ADDED]
    assert desk.whys == {first.line.key: "已搬家", second.line.key: "已和解"}
    assert set(desk.reported_on) == {first.line.key, second.line.key}


def test_any_earlier_version_can_be_compared_with_and_no_later_one(
    bench, team, case, confirmed, meeting, clock
):
    second = draw_up_plan(bench, case)
    confirm_plan(bench, second, meeting_id=meeting.id)
    third = draw_up_plan(bench, case)
    assert read_plan_desk(bench, case).against.id == second
    assert read_plan_desk(bench, case, against=confirmed).against.id == confirmed
    assert read_plan_desk(bench, case, confirmed, against=third).against is None
    assert not read_plan_desk(bench, case, second).newest


def test_a_meeting_can_confirm_while_it_is_in_session_with_the_case(bench, team, case, meeting):
    draw_up_plan(bench, case)
    (found,) = read_plan_desk(bench, case).meetings
    assert found == (meeting.id, "2026年第1次例会")
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    assert read_plan_desk(bench, case).meetings == ()


def test_nobody_is_offered_twice_and_whoever_left_is_still_named(bench, team, case, clock):
    plan = draw_up_plan(bench, case)
    add_plan_item(bench, plan, a_line(team))
    other = add_team(bench, name="关爱帮扶小组", kind=TeamKind.VILLAGE)
    add_member(bench, other, name="亓文涛", role=MemberRole.POLICE, unit="派出所")
    offered = [m for m in read_plan_desk(bench, case).members if m.name == "亓文涛"]
    assert [member.id for member in offered] == [team.members["亓文涛"]]
    second = next(m.id for m in list_members(bench, other))
    clock.move(days=2)
    for member in (team.members["亓文涛"], second):
        end_membership(bench, member, until_on=date(2026, 11, 26))
    desk = read_plan_desk(bench, case)
    assert "亓文涛" not in [member.name for member in desk.members]
    assert desk.people[team.members["亓文涛"]].role is MemberRole.POLICE


def test_a_remark_stands_with_the_area_it_speaks_about(bench, team, case, confirmed):
    doctor, item = psychiatrist(bench), read_plan(bench, confirmed).items[0]
    write_annotation(doctor, "plan_item", item.id, text="先谈生活")
    write_annotation(doctor, "plan", confirmed, text=about_area(PlanArea.MEDICATION) + "送药")
    write_annotation(doctor, "plan", confirmed, text="总体同意")
    write_annotation(doctor, "visit", 1, text="请补血压")
    found = read_plan_desk(bench, case).remarks
    assert [(r.area, r.line, r.elsewhere) for r in found] == [
        (PlanArea.RISK, item.line.key, False),
        (PlanArea.MEDICATION, None, False),
        (None, None, False),
        (None, None, True),
    ]
    assert {r.by for r in found} == {"记录员"}


def test_the_desk_reads_later_as_it_read_then(bench, team, case, confirmed, clock):
    clock.move(minutes=1)
    then = clock()
    before = read_plan_desk(bench, case, at=then)
    clock.move(minutes=1)
    draft = draw_up_plan(bench, case)
    add_plan_item(bench, draft, a_line(team, problem="后来的"))
    write_annotation(psychiatrist(bench), "plan", draft, text="后来的")
    again = read_plan_desk(bench, case, at=then)
    assert (again.plan, again.versions, again.remarks) == (before.plan, before.versions, ())
