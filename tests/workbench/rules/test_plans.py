"""What a plan must say, and what changed between two versions."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind
from workbench.rules.plans import (
    AREAS,
    CarriedOut,
    FieldChange,
    Line,
    carried_out,
    changes_between,
    in_order,
    obstacles_to_confirming,
    unanswered,
)

WALK = Line(
    key=1,
    area=PlanArea.RISK,
    problem="夜间大声喊叫",
    goal="三个月内不再惊扰邻居",
    measure="每周走访一次",
    responsible="亓文涛",
    due_on=date(2027, 2, 25),
    criteria=(Criterion.LOW_LEVEL,),
)
PILLS = replace(WALK, key=2, area=PlanArea.MEDICATION, problem="间断服药", criteria=())
LINES = st.lists(
    st.builds(
        Line,
        key=st.integers(1, 9),
        area=st.sampled_from(AREAS[CaseKind.HIGH_RISK]),
        problem=st.sampled_from(["喊叫", "拒服药"]),
        goal=st.sampled_from(["不再喊叫", "规律服药"]),
        measure=st.just("走访"),
        partner=st.sampled_from(["", "派出所"]),
        due_on=st.none() | st.just(date(2027, 1, 1)),
        criteria=st.sampled_from([(), (Criterion.STRESS,)]),
    ),
    unique_by=lambda line: line.key,
)


def test_each_kind_has_exactly_its_areas():
    words = {kind: [area.label for area in areas] for kind, areas in AREAS.items()}
    assert words == {
        CaseKind.HIGH_RISK: ["风险防范", "药物管理", "家庭监护", "行为管理", "心理干预"],
        CaseKind.UNSTABLE: ["改善精神症状", "提高自知力", "躯体问题处理", "风险防范"],
    }


def test_changes_name_each_field():
    later = replace(WALK, measure="每周走访两次", due_on=date(2027, 3, 25))
    found = changes_between([WALK, PILLS], [later, replace(PILLS, key=3)])
    assert [line.key for line in found.added] == [3]
    assert [line.key for line in found.removed] == [2]
    assert found.changed[0].fields == (
        FieldChange("措施", "每周走访一次", "每周走访两次"),
        FieldChange("完成期限", "2027年2月25日", "2027年3月25日"),
    )
    assert found.sentences == (
        "新增药物管理“间断服药”。",
        "去掉药物管理“间断服药”。",
        "风险防范“夜间大声喊叫”的措施由“每周走访一次”改为“每周走访两次”。",
        "风险防范“夜间大声喊叫”的完成期限由“2027年2月25日”改为“2027年3月25日”。",
    )


CHANGED = {
    "area": PlanArea.BEHAVIOUR,
    "problem": "砸门",
    "goal": "不再砸门",
    "measure": "家属看护",
    "responsible": "穆青禾",
    "partner": "镇派出所",
    "start_on": date(2026, 12, 1),
    "due_on": None,
    "frequency": "每周一次",
    "criteria": (),
}


@pytest.mark.parametrize("name", [f.name for f in fields(Line) if f.name != "key"])
def test_no_field_can_change_unsaid(name):
    found = changes_between([WALK], [replace(WALK, **{name: CHANGED[name]})])
    assert [len(change.fields) for change in found.changed] == [1]
    assert len(found.sentences) == 1


@given(LINES)
def test_a_version_does_not_differ_from_itself(lines):
    found = changes_between(lines, list(reversed(lines)))
    assert found.sentences == ()


@given(LINES, LINES)
def test_changes_lead_from_one_version_to_the_other(before, after):
    found = changes_between(before, after)
    kept = {line.key: line for line in before if line not in found.removed}
    new = {line.key: line for line in (*found.added, *(c.line for c in found.changed))}
    assert kept | new == {line.key: line for line in after}


@given(LINES)
def test_lines_stand_in_the_order_of_their_areas(lines):
    areas = list(AREAS[CaseKind.HIGH_RISK])
    places = [areas.index(line.area) for line in in_order(lines, CaseKind.HIGH_RISK)]
    assert places == sorted(places)
    assert len(places) == len(lines)


def test_every_criterion_met_is_answered_by_a_line_or_a_reason():
    met = [Criterion.HISTORY, Criterion.LOW_LEVEL, Criterion.STRESS]
    assert unanswered(met, [WALK, PILLS], []) == (Criterion.STRESS, Criterion.HISTORY)
    assert unanswered(met, [WALK], [Criterion.STRESS, Criterion.HISTORY]) == ()


@given(st.sets(st.sampled_from(Criterion)), LINES, st.sets(st.sampled_from(Criterion)))
def test_what_is_unanswered_is_met_and_nowhere_else(met, lines, reasons):
    left = set(unanswered(met, lines, reasons))
    answered = {c for line in lines for c in line.criteria} | reasons
    assert left == met - answered


def test_what_keeps_a_plan_from_being_confirmed_is_said_line_by_line():
    bare = replace(WALK, responsible="", due_on=None, area=PlanArea.INSIGHT)
    assert obstacles_to_confirming([bare], [Criterion.STRESS], CaseKind.HIGH_RISK) == (
        "提高自知力“夜间大声喊叫”不属于高风险计划的领域",
        "提高自知力“夜间大声喊叫”没有责任人",
        "提高自知力“夜间大声喊叫”没有完成期限",
        "入组标准“重大或持续性应激性生活事件，或目前有物质滥用”没有对应的内容，也没有写理由",
    )
    assert obstacles_to_confirming([], [], CaseKind.UNSTABLE) == ("计划还没有一条内容",)
    assert obstacles_to_confirming([WALK, PILLS], [], CaseKind.HIGH_RISK) == ()


def test_a_line_may_go_on_without_a_day_where_it_says_so():
    for often in ("持续", "持续，每周一次"):
        ongoing = replace(WALK, due_on=None, frequency=often)
        assert ongoing.ongoing
        assert obstacles_to_confirming([ongoing], [], CaseKind.HIGH_RISK) == ()
    assert not replace(WALK, frequency="持续").ongoing
    assert not replace(WALK, due_on=None, frequency="每周一次").ongoing


def test_lines_no_longer_needed_do_not_count_against_a_plan():
    states = [ItemState.REACHED, ItemState.NO_LONGER_NEEDED, ItemState.NOT_BEGUN]
    assert carried_out(states) == CarriedOut(reached=1, counted=2)
