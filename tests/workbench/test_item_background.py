"""What lies behind one item of a meeting."""

from datetime import date

import pytest

from data.clinical_codes import Adherence
from data.codes import RiskLevel, VisitForm
from data.register_codes import Relation
from tests.builders import a_closed_meeting, a_running_meeting
from tests.workbench.casework import a_patient, accepted, an_intake, psychiatrist
from workbench.agendas import add_matter_to_agenda
from workbench.annotations import decline_annotation, list_annotations, write_annotation
from workbench.errors import NotFound
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.intake_decisions import decide_intake, propose_intake
from workbench.item_background import read_background
from workbench.plans import draw_up_plan
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit

OCTOBER = date(2026, 10, 28)


@pytest.fixture
def november(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    return a_running_meeting(bench, team)


def behind(bench, meeting, number="GA0101"):
    return read_background(bench, meeting.items[number])


def told(bench, meeting, number="GA0101"):
    return [(n.tag, n.label, n.words) for n in behind(bench, meeting, number).news]


def a_visit(bench, patient, day, **answers):
    said = {"form": VisitForm.HOME, "level": RiskLevel.VERBAL, "answers": VisitAnswers(**answers)}
    return record_visit(bench, patient, visited_on=day, **said)


def test_it_says_what_happened_since_the_last_meeting(bench, team, november):
    patient = team.patients["GA0101"]
    a_visit(bench, patient, date(2026, 10, 20), adherence=Adherence.NONE)
    a_visit(bench, patient, date(2026, 11, 14), adherence=Adherence.INTERMITTENT)
    found = behind(bench, november)
    assert (found.since, found.after_meeting, found.more) == (OCTOBER, True, 0)
    assert [(n.tag, n.label) for n in found.news] == [("新", "服药"), ("", "随访")]
    assert found.news[0].words.startswith("11-14 间断服药")
    assert found.news[1].words.startswith("11-03 ")
    assert "11-14 " in found.news[1].words
    assert "10-20" not in found.news[1].words


def test_before_the_first_meeting_a_month_is_told(bench, team, meeting):
    found = behind(bench, meeting)
    assert (found.since, found.after_meeting) == (date(2026, 10, 25), False)


def test_nothing_heard_is_said(bench, team, november):
    assert told(bench, november, "GA0103") == [("", "随访", "这段时间没有随访记录")]


def test_work_that_is_late_is_told_first(bench, team, november):
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    first = told(bench, january)[0]
    assert first[:2] == ("逾期", "任务")
    assert first[2] == "每周联合随访1次，应于12-23办结，逾期35天·亓*涛"


def test_a_remark_waits_until_it_is_answered(bench, team, november):
    visit = a_visit(bench, team.patients["GA0101"], date(2026, 11, 14))
    write_annotation(psychiatrist(bench), "visit", visit, text="石䶮可评估长效针剂。")
    (remark,) = behind(bench, november).remarks
    assert remark.text == "石*可评估长效针剂。"
    assert ("批注", "医师", "记录员 11-25：石*可评估长效针剂。") in told(bench, november)
    (row,) = list_annotations(bench, team.patients["GA0101"])
    decline_annotation(bench, row.id, reason="肝功能异常。")
    assert behind(bench, november).remarks == ()


def test_nobody_is_named_in_full(bench, team, november):
    named = GuardianParticulars("石守田", Relation.FATHER)
    name_guardian(bench, team.patients["GA0101"], named, from_on=date(2026, 11, 2))
    words = " ".join(words for *_, words in told(bench, november))
    assert "石*田" in words
    assert "石守田" not in words


def test_an_intake_waits_until_it_is_decided_and_a_plan_until_it_is_confirmed(bench, team, meeting):
    intake = an_intake(bench, a_patient(bench))
    item = propose_intake(bench, meeting.id, intake)
    assert read_background(bench, item).intake_id == intake
    decide_intake(bench, intake, item, accepted(team))
    assert read_background(bench, item).intake_id is None
    plan = draw_up_plan(bench, team.cases["GA0101"])
    assert behind(bench, meeting).plan == (plan, 1)


def test_a_matter_has_nothing_behind_it(bench, team, meeting):
    matter = add_matter_to_agenda(bench, meeting.id, title="取暖安全")
    assert read_background(bench, matter) is None
    with pytest.raises(NotFound):
        read_background(bench, 999)
