"""What the sheet of a plan says of the records."""

from datetime import UTC, datetime

import pytest

from data.canonical import canonical
from data.codes import AbsenceReason, CaseKind
from forms.plan import PLAN
from tests.builders import Clock
from tests.workbench.casework import a_line, psychiatrist
from tests.workbench.paperwork.plans import two_versions
from tests.workbench.register import a_moment
from workbench.annotations import write_annotation
from workbench.meetings import record_absence
from workbench.paperwork.plan import plan_answers, plan_identity, plan_lists
from workbench.patients import Particulars, correct_patient
from workbench.plan_items import add_plan_item
from workbench.plans import draw_up_plan


@pytest.fixture
def clock():
    return Clock(datetime(2026, 10, 28, 6, 30, tzinfo=UTC))


@pytest.fixture
def versions(bench, team, clock):
    return two_versions(bench, team, clock)


def answers(bench, plan_id, at=None):
    with bench.store.reading() as session:
        return plan_answers(session, plan_id, at)


def test_every_field_is_answered_and_no_other(bench, versions):
    said = answers(bench, versions.second)
    assert set(said) - {"lists"} == {field.key for field in PLAN.fields()}
    assert canonical(said)


def test_the_head_says_whose_plan_it_is_and_how_far_the_last_one_came(bench, versions):
    said = answers(bench, versions.second)
    assert (said["unit"], said["meeting"]) == ("云栖镇个案管理小组", "2026年第2次例会")
    assert (said["kind"], said["number"], said["held_on"]) == ("高风险", 2, "2026-11-25")
    assert said["carried_out"] == "25%（4项中已达到1项）"
    assert (said["name"], said["case_number"]) == ("石䶮", "GA0101")
    assert (said["level"], said["stability"]) == (4, "不稳定")
    assert said["guardianship"] == "弱监护（夜里顾不过来）"
    assert (said["adherence"], said["patient_view"]) == (None, "愿意去门诊")


def test_each_line_says_what_became_of_it_since_the_version_before(bench, versions):
    lines = answers(bench, versions.second)["lines"]
    assert [(line["area"], line["problem"], line["state"], line["new"]) for line in lines] == [
        ("风险防范", "夜间大声喊叫", "继续", False),
        ("风险防范", "住处距小学200米", "延期", False),
        ("药物管理", "漏服", "修改", True),
        ("药物管理", "长效针剂", "新增", True),
    ]
    assert (lines[1]["due_on"], lines[1]["responsible"]) == ("2026-12-05", "亓文涛")


def test_a_first_version_is_new_throughout_and_follows_no_other(bench, versions):
    said = answers(bench, versions.first)
    assert {line["state"] for line in said["lines"]} == {"新增"}
    assert (said["carried_out"], said["held_on"]) == (None, "2026-10-28")


def test_the_remarks_and_what_became_of_them_stand_beneath(bench, versions):
    assert answers(bench, versions.second)["annotations"] == [
        {
            "on": "2026-11-25",
            "text": "建议评估长效针剂",
            "outcome": "采纳",
            "note": "列入本计划",
        },
        {
            "on": "2026-11-25",
            "text": "建议每周谈话",
            "outcome": "不采纳",
            "note": "理由：先稳定用药",
        },
    ]
    assert answers(bench, versions.first)["annotations"] == []


def test_an_open_remark_is_listed_as_open(bench, versions):
    write_annotation(psychiatrist(bench), "plan", versions.second, text="复查血糖")
    last = answers(bench, versions.second)["annotations"][-1]
    assert (last["text"], last["outcome"], last["note"]) == ("复查血糖", "待处理", "")


def test_team_guardian_and_patient_sign(bench, team, versions):
    record_absence(bench, versions.november.id, team.members["闻人澜"], reason=AbsenceReason.TRAVEL)
    signers = answers(bench, versions.second)["signers"]
    assert [(s["role"], s["name"], s.get("absent")) for s in signers] == [
        ("组长", "龚砚秋", None),
        ("个案管理员", "穆青禾", None),
        ("精神科医师", "闻人澜", "出差"),
        ("民警", "亓文涛", None),
        ("监护人", "石守田", None),
        ("患者", "石䶮", None),
    ]
    assert signers[0]["key"] == f"leader:{team.members['龚砚秋']}"
    assert signers[5]["key"] == f"patient:{team.patients['GA0101']}"


def test_a_draft_is_of_the_day_it_was_drawn_up_and_leaves_places_nobody_has(bench, team):
    plan = draw_up_plan(bench, team.cases["GA0102"])
    add_plan_item(bench, plan, a_line(team, responsible_id=None, due_on=None))
    said = answers(bench, plan)
    assert (said["meeting"], said["held_on"], said["level"]) == ("", "2026-10-28", None)
    assert (said["lines"][0]["responsible"], said["lines"][0]["due_on"]) == ("", None)
    guardian = said["signers"][4]
    assert guardian == {"key": "", "role": "监护人", "name": ""}


def test_a_plan_reads_later_as_it_read_then(bench, team, versions, clock):
    moment, before = a_moment(clock), answers(bench, versions.second)
    correct_patient(bench, team.patients["GA0101"], Particulars("石砚", "male"), why="抄错")
    write_annotation(psychiatrist(bench), "plan", versions.second, text="复查血糖")
    assert answers(bench, versions.second) != before
    assert answers(bench, versions.second, moment) == before


@pytest.mark.parametrize(("kind", "areas"), [(CaseKind.HIGH_RISK, 5), (CaseKind.UNSTABLE, 4)])
def test_a_blank_form_has_the_areas_of_its_kind(kind, areas):
    assert len(plan_lists(kind)["areas"]) == areas


def test_overleaf_the_sheet_says_whose_plan_and_which_version(bench, versions):
    said = answers(bench, versions.second)
    assert plan_identity(said) == ("GA0101\u3000石䶮\u3000▲4级\u3000高风险\u3000第2次",)
