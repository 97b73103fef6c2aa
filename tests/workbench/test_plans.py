"""Plans of two kinds in numbered versions, confirmed by a meeting for good."""

from datetime import date, time

import pytest
from sqlalchemy.exc import IntegrityError

from data.casework_codes import CareForm, ItemState, ManagementLevel, PlanArea, UntreatedReason
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import Written
from data.models.plans import Plan, PlanItem
from tests.builders import a_closed_meeting, a_running_meeting, settle_all
from tests.workbench.casework import TWO_MET, a_line, an_accepted_case
from workbench.agendas import remove_from_agenda
from workbench.audit import verify_store
from workbench.case_life import change_case_kind
from workbench.cases import read_case
from workbench.casework_errors import (
    AreaNotInPlan,
    DayNotPossible,
    NotOnThisAgenda,
    PlanDraftOpen,
    PlanIsConfirmed,
    PlanNotReady,
)
from workbench.closing import close_meeting
from workbench.errors import EmptyField, MeetingAlreadyClosed, NotFound
from workbench.intake_reading import read_intake
from workbench.intakes import Assessed, review_criteria
from workbench.live import read_item
from workbench.plan_items import (
    add_plan_item,
    change_plan_item,
    explain_criterion,
    record_plan_progress,
    remove_plan_item,
)
from workbench.plan_reading import list_plans, read_plan
from workbench.plans import PlanHeading, confirm_plan, draw_up_plan, drop_plan, write_plan_heading
from workbench.rules.plans import AREAS

TODAY = date(2026, 11, 25)
HEADING = PlanHeading(
    patient_view="愿意吃药，怕发胖",
    family_view="希望有人按月上门",
    strengths="会修农机，与哥哥亲近",
    care=CareForm.UNTREATED,
    untreated=UntreatedReason.OTHER,
    untreated_note="路远",
    level=ManagementLevel.FIRST,
    next_level=ManagementLevel.SECOND,
)


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


@pytest.fixture
def confirmed(bench, team, meeting, case):
    """The first version, confirmed: its key and the keys of its two lines."""
    plan = draw_up_plan(bench, case, HEADING)
    lines = [
        add_plan_item(bench, plan, a_line(team)),
        add_plan_item(bench, plan, a_line(team, area=PlanArea.MEDICATION, problem="间断服药")),
    ]
    confirm_plan(bench, plan, meeting_id=meeting.id)
    return plan, lines


def test_a_plan_says_how_the_patient_is_cared_for_and_what_everybody_thinks(bench, case):
    found = read_plan(bench, draw_up_plan(bench, case, HEADING))
    assert (found.row.number, found.row.kind, found.row.drawn_up_on) == (
        1,
        CaseKind.HIGH_RISK,
        TODAY,
    )
    said = {name: getattr(found, name) for name in vars(HEADING)}
    assert said == vars(HEADING)
    assert (found.row.confirmed_on, found.changes, found.before) == (None, None, None)


def test_why_nobody_treats_a_patient_is_asked_only_where_nobody_does(bench, case):
    plan = draw_up_plan(bench, case, HEADING)
    for heading in (
        PlanHeading(care=CareForm.UNTREATED),
        PlanHeading(care=CareForm.UNTREATED, untreated=UntreatedReason.OTHER),
    ):
        with pytest.raises(EmptyField, match="未治原因"):
            write_plan_heading(bench, plan, heading)
    write_plan_heading(
        bench, plan, PlanHeading(care=CareForm.OUTPATIENT, untreated=UntreatedReason.MONEY)
    )
    found = read_plan(bench, plan)
    assert (found.care, found.untreated, found.strengths) == (CareForm.OUTPATIENT, None, "")


@pytest.mark.parametrize("kind", CaseKind)
def test_a_line_goes_into_an_area_of_its_kind_of_plan(bench, team, case, kind):
    if kind is not CaseKind.HIGH_RISK:
        change_case_kind(bench, case, kind, why="自知力缺失")
    plan = draw_up_plan(bench, case)
    for area in PlanArea:
        if area in AREAS[kind]:
            add_plan_item(bench, plan, a_line(team, area=area))
        else:
            with pytest.raises(AreaNotInPlan, match=area.label):
                add_plan_item(bench, plan, a_line(team, area=area))
    assert [row.line.area for row in read_plan(bench, plan).items] == list(AREAS[kind])


def test_a_line_keeps_everything_written_on_it(bench, team, case):
    plan = draw_up_plan(bench, case)
    written = a_line(team, criteria=(Criterion.STRESS, Criterion.LOW_LEVEL))
    add_plan_item(bench, plan, written)
    (row,) = read_plan(bench, plan).items
    kept = {name: getattr(row.line, name) for name in vars(written) if name != "responsible_id"}
    assert kept == {
        **{name: value for name, value in vars(written).items() if name != "responsible_id"},
        "criteria": (Criterion.LOW_LEVEL, Criterion.STRESS),
    }
    assert (row.line.responsible, row.state) == ("亓文涛", ItemState.NOT_BEGUN)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"problem": " "}, EmptyField),
        ({"goal": ""}, EmptyField),
        ({"measure": ""}, EmptyField),
        ({"due_on": date(2026, 11, 24)}, DayNotPossible),
        ({"responsible_id": 99}, NotFound),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(bench, team, case, change, refusal):
    plan = draw_up_plan(bench, case)
    item = add_plan_item(bench, plan, a_line(team))
    with pytest.raises(refusal):
        add_plan_item(bench, plan, a_line(team, **change))
    with pytest.raises(refusal):
        change_plan_item(bench, item, a_line(team, **change))
    assert len(read_plan(bench, plan).items) == 1


def test_every_criterion_met_is_answered_before_a_plan_is_confirmed(bench, team, meeting):
    _, item, intake = an_accepted_case(bench, team, meeting)
    case = read_intake(bench, intake).case_id
    plan = draw_up_plan(bench, case)
    line = add_plan_item(bench, plan, a_line(team, responsible_id=None, due_on=None))
    assert read_plan(bench, plan).unanswered == (Criterion.LOW_LEVEL, Criterion.ADHERENCE)
    with pytest.raises(PlanNotReady) as refused:
        confirm_plan(bench, plan, meeting_id=meeting.id)
    assert refused.value.obstacles == (
        "风险防范“夜间大声喊叫”没有责任人",
        "风险防范“夜间大声喊叫”没有完成期限",
        "入组标准“危险性评估1—2级”没有对应的内容，也没有写理由",
        "入组标准“未服药或服药不规律，除外遵医嘱不需服药”没有对应的内容，也没有写理由",
    )
    change_plan_item(bench, line, a_line(team, criteria=(Criterion.LOW_LEVEL,)))
    for reason in ("已转门诊处理", "县院门诊每月督促服药"):
        explain_criterion(bench, plan, Criterion.ADHERENCE, reason=reason)
    assert read_plan(bench, plan).reasons == ((Criterion.ADHERENCE, "县院门诊每月督促服药"),)
    confirm_plan(bench, plan, meeting_id=meeting.id)
    found = read_plan(bench, plan)
    assert (found.unanswered, found.row.meeting_id) == ((), meeting.id)
    assert read_item(bench, item).decisions[-1].text == "确认第1次干预计划（高风险），共1项"


def test_a_later_review_asks_for_answers_of_its_own(bench, team, meeting, case):
    plan = draw_up_plan(bench, case)
    add_plan_item(bench, plan, a_line(team))
    assert read_plan(bench, plan).unanswered == ()
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    assert read_plan(bench, plan).unanswered == (Criterion.LOW_LEVEL, Criterion.ADHERENCE)


def test_an_empty_plan_is_not_confirmed(bench, team, meeting, case):
    plan = draw_up_plan(bench, case)
    with pytest.raises(PlanNotReady, match="没有一条内容"):
        confirm_plan(bench, plan, meeting_id=meeting.id)


def test_a_plan_is_confirmed_where_its_case_is_on_the_agenda_of_a_running_meeting(
    bench, team, case
):
    plan = draw_up_plan(bench, case)
    add_plan_item(bench, plan, a_line(team))
    closed = a_closed_meeting(bench, team)
    with pytest.raises(MeetingAlreadyClosed):
        confirm_plan(bench, plan, meeting_id=closed.id)
    december = a_running_meeting(bench, team, date(2026, 12, 23))
    remove_from_agenda(bench, december.items["GA0101"])
    with pytest.raises(NotOnThisAgenda, match="GA0101"):
        confirm_plan(bench, plan, meeting_id=december.id)


def test_a_confirmed_version_never_changes(bench, team, confirmed):
    plan, (line, _) = confirmed
    changes = [
        lambda: write_plan_heading(bench, plan, PlanHeading()),
        lambda: drop_plan(bench, plan, why="写错了"),
        lambda: add_plan_item(bench, plan, a_line(team)),
        lambda: change_plan_item(bench, line, a_line(team)),
        lambda: remove_plan_item(bench, line),
        lambda: explain_criterion(bench, plan, Criterion.STRESS, reason="无"),
        lambda: confirm_plan(bench, plan, meeting_id=1),
    ]
    for change in changes:
        with pytest.raises(PlanIsConfirmed, match="第1次"):
            change()


def correct_past_the_use_cases(bench, table, values):
    with bench.store.writing() as session:
        session.get_one(table, 1).correct(session, Written(bench.now(), 1), values)


@pytest.mark.parametrize(
    ("table", "values"), [(Plan, {"strengths": "改"}), (PlanItem, {"goal": "改"})]
)
def test_not_even_past_the_use_cases(bench, confirmed, table, values):
    with pytest.raises(IntegrityError, match="fixed"):
        correct_past_the_use_cases(bench, table, values)


def test_a_confirmed_plan_is_part_of_the_sealed_meeting(bench, team, meeting, confirmed):
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    assert all(finding.good for finding in verify_store(bench))


def test_the_next_version_carries_the_lines_forward_and_says_what_changed(
    bench, team, case, confirmed
):
    first, (walk, pills) = confirmed
    second = draw_up_plan(bench, case)
    found = read_plan(bench, second)
    assert (found.row.number, found.strengths) == (2, "会修农机，与哥哥亲近")
    assert found.changes.sentences == ()
    carried = {row.line.problem: row.id for row in found.items}
    assert {walk, pills}.isdisjoint(carried.values())
    change_plan_item(bench, carried["夜间大声喊叫"], a_line(team, frequency="每周两次"))
    remove_plan_item(bench, carried["间断服药"], why="已规律服药")
    add_plan_item(bench, second, a_line(team, area=PlanArea.PSYCHOLOGY, problem="常独处"))
    assert read_plan(bench, second).changes.sentences == (
        "新增心理干预“常独处”。",
        "去掉药物管理“间断服药”。",
        "风险防范“夜间大声喊叫”的频次由“每周一次”改为“每周两次”。",
    )
    before = read_plan(bench, first)
    assert [row.line.problem for row in before.items] == ["夜间大声喊叫", "间断服药"]
    assert before.items[0].line.frequency == "每周一次"
    assert [row.number for row in list_plans(bench, case)] == [2, 1]


def test_only_one_version_is_written_at_a_time(bench, team, meeting, case):
    plan = draw_up_plan(bench, case)
    with pytest.raises(PlanDraftOpen, match="第1次"):
        draw_up_plan(bench, case)
    with pytest.raises(EmptyField):
        drop_plan(bench, plan, why="")
    drop_plan(bench, plan, why="类型要改")
    assert list_plans(bench, case) == []
    change_case_kind(bench, case, CaseKind.UNSTABLE, why="自知力缺失")
    again = read_plan(bench, draw_up_plan(bench, case))
    assert (again.row.number, again.row.kind) == (1, CaseKind.UNSTABLE)


def test_a_changed_kind_takes_along_only_what_still_fits(bench, team, case, confirmed):
    change_case_kind(bench, case, CaseKind.UNSTABLE, why="自知力缺失")
    found = read_plan(bench, draw_up_plan(bench, case))
    assert [row.line.area for row in found.items] == [PlanArea.RISK]
    assert found.changes.sentences == ("去掉药物管理“间断服药”。",)


def test_a_draft_of_the_former_kind_is_not_confirmed(bench, team, meeting, case):
    plan = draw_up_plan(bench, case)
    add_plan_item(bench, plan, a_line(team, area=PlanArea.BEHAVIOUR))
    change_case_kind(bench, case, CaseKind.UNSTABLE, why="自知力缺失")
    with pytest.raises(PlanNotReady, match="不属于病情不稳定计划的领域"):
        confirm_plan(bench, plan, meeting_id=meeting.id)


def test_progress_belongs_to_the_line_in_every_version(bench, team, case, clock, confirmed):
    _, (walk, pills) = confirmed
    clock.move(days=7)
    record_plan_progress(bench, walk, state=ItemState.REACHED, result="两月未再喊叫")
    record_plan_progress(bench, pills, state=ItemState.NOT_REACHED, result="仍漏服")
    found = read_plan(bench, draw_up_plan(bench, case))
    assert [(row.state, row.result) for row in found.items] == [
        (ItemState.REACHED, "两月未再喊叫"),
        (ItemState.NOT_REACHED, "仍漏服"),
    ]
    assert (found.before.reached, found.before.counted) == (1, 2)
    earlier = read_plan(bench, found.row.id, TODAY)
    assert [row.state for row in earlier.items] == [ItemState.NOT_BEGUN] * 2


def test_progress_is_reported_on_a_confirmed_line_and_on_a_day_that_has_come(
    bench, team, case, confirmed
):
    _, (walk, _) = confirmed
    for on in (date(2026, 11, 24), date(2026, 11, 26)):
        with pytest.raises(DayNotPossible):
            record_plan_progress(bench, walk, state=ItemState.RUNNING, on=on)
    for state in (ItemState.NOT_REACHED, ItemState.NO_LONGER_NEEDED):
        with pytest.raises(EmptyField, match="完成情况"):
            record_plan_progress(bench, walk, state=state)
    drafted = read_plan(bench, draw_up_plan(bench, case)).items[0].id
    with pytest.raises(PlanDraftOpen):
        record_plan_progress(bench, drafted, state=ItemState.RUNNING)


def test_a_plan_reads_as_it_was_known(bench, team, case, clock, meeting):
    plan = draw_up_plan(bench, case, request_id="p")
    item = add_plan_item(bench, plan, a_line(team), request_id="l")
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    change_plan_item(bench, item, a_line(team, goal="一个月内不再惊扰邻居"))
    confirm_plan(bench, plan, meeting_id=meeting.id)
    then, now = read_plan(bench, plan, at=before), read_plan(bench, plan)
    assert (then.items[0].line.goal, then.row.confirmed_on) == ("三个月内不再惊扰邻居", None)
    assert (now.items[0].line.goal, now.row.confirmed_on) == ("一个月内不再惊扰邻居", TODAY)
    assert list_plans(bench, case, before)[0].meeting_id is None
    assert draw_up_plan(bench, case, request_id="p") == plan
    assert add_plan_item(bench, plan, a_line(team), request_id="l") == item
    assert read_case(bench, case, at=before).row.kind is CaseKind.HIGH_RISK


def test_a_plan_of_lines_that_only_go_on_is_decided_until_the_next_meeting(
    bench, team, case, meeting
):
    plan = draw_up_plan(bench, case)
    add_plan_item(bench, plan, a_line(team, due_on=None, frequency="持续"))
    confirm_plan(bench, plan, meeting_id=meeting.id)
    (decision,) = read_item(bench, meeting.items["GA0101"]).decisions
    assert decision.due_on == date(2026, 12, 23)
