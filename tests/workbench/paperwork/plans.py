"""A case with two confirmed versions of its plan, made through the use cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Guardianship
from data.codes import RiskLevel
from tests.builders import Running, a_running_meeting, settle, settle_all
from tests.ready import ready
from tests.workbench.casework import a_line, psychiatrist
from tests.workbench.register import GUARDIAN
from workbench.annotations import adopt_as_plan_item, decline_annotation, write_annotation
from workbench.closing import close_meeting
from workbench.guardians import name_guardian
from workbench.guardianship import Judged, record_capacity
from workbench.plan_items import (
    add_plan_item,
    change_plan_item,
    record_plan_progress,
    remove_plan_item,
)
from workbench.plan_reading import read_plan
from workbench.plans import PlanHeading, confirm_plan, draw_up_plan

OCTOBER, NOVEMBER = date(2026, 10, 28), date(2026, 11, 25)
PILLS = "每晚由母亲督促服药"


@dataclass(frozen=True)
class TwoVersions:
    first: int
    second: int
    october: Running
    november: Running


@ready
def two_versions(bench, team, clock) -> TwoVersions:
    """A plan of October, and one of November that changes it in every way."""
    patient = team.patients["GA0101"]
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    assert guardian
    record_capacity(bench, patient, Judged(OCTOBER, Guardianship.WEAK, "夜里顾不过来"))
    first, october = _october(bench, team)
    clock.move(days=28)
    second, november = _november(bench, team, first)
    return TwoVersions(first, second, october, november)


def _october(bench, team):
    meeting = a_running_meeting(bench, team, OCTOBER)
    plan = draw_up_plan(bench, team.cases["GA0101"], PlanHeading(patient_view="愿意去门诊"))
    for problem in ("夜间大声喊叫", "住处距小学200米", "邻里纠纷"):
        add_plan_item(bench, plan, _line(team, problem=problem, due_on=date(2026, 11, 20)))
    pills = _line(team, area=PlanArea.MEDICATION, problem="漏服", measure=PILLS)
    add_plan_item(bench, plan, pills)
    confirm_plan(bench, plan, meeting_id=meeting.id)
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    return plan, meeting


def _november(bench, team, first):
    doctor = psychiatrist(bench)
    adopted = write_annotation(doctor, "plan", first, text="建议评估长效针剂")
    declined = write_annotation(doctor, "plan", first, text="建议每周谈话")
    shouting, school, _, _ = read_plan(bench, first).items
    record_plan_progress(bench, shouting.id, state=ItemState.REACHED)
    record_plan_progress(bench, school.id, state=ItemState.NOT_REACHED, result="学校秋假")
    meeting = a_running_meeting(bench, team, NOVEMBER)
    plan = draw_up_plan(bench, team.cases["GA0101"])
    same, put_off, quarrel, pills = read_plan(bench, plan).items
    assert same.line.problem == "夜间大声喊叫"
    later = _line(team, problem=put_off.line.problem, due_on=date(2026, 12, 5))
    change_plan_item(bench, put_off.id, later)
    remove_plan_item(bench, quarrel.id, why="已和解")
    changed = _line(
        team, area=PlanArea.MEDICATION, problem="漏服", measure="每晚由村医送药到家督促服药"
    )
    change_plan_item(bench, pills.id, changed, why="母亲外出务工")
    adopt_as_plan_item(
        bench, adopted, plan, _line(team, area=PlanArea.MEDICATION, problem="长效针剂")
    )
    decline_annotation(bench, declined, reason="先稳定用药")
    confirm_plan(bench, plan, meeting_id=meeting.id)
    settle(bench, team, meeting.items["GA0101"], RiskLevel.PERSISTENT, reason="断药后加重")
    return plan, meeting


def _line(team, **change):
    return a_line(team, **({"start_on": OCTOBER} | change))
