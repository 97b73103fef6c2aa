"""What was found on a visit, and what was corrected in its record, in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from data.clinical_codes import SocialFunction
from data.codes import RiskLevel, VisitForm
from data.visit_codes import Condition, DangerousAct, FormVersion, LostReason, PersonSeen, YesNo
from tests.workbench.register import a_moment
from workbench.changes import list_changes
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.visits import correct_visit, record_visit

DAY = date(2026, 11, 3)
SEEN = VisitAnswers(
    seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
    sleep=Condition.POOR,
    housework=SocialFunction.FAIR,
    acts={DangerousAct.MINOR: 2, DangerousAct.SELF_HARM: 1},
    referral_advised=YesNo.YES,
    referral_reason="持续失眠",
    doctor="穆青禾",
)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


def sentences(bench, patient, since):
    return [change.sentence for change in list_changes(bench, patient, since)]


def visit(bench, patient, answers):
    form = VisitForm.HOME
    return record_visit(
        bench, patient, visited_on=DAY, form=form, level=RiskLevel.PERSISTENT, answers=answers
    )


def test_a_visit_tells_all_that_was_answered(bench, patient, clock):
    since = a_moment(clock)
    visit(bench, patient, SEEN)
    assert sentences(bench, patient, since) == [
        (
            "2026年11月3日，随访：形式为家庭访视，对象为患者本人、患者家属、监护人，"
            "危险性评估为4级，睡眠情况为较差，家务劳动为一般，危险行为为轻度滋事2次、自伤1次，"
            "需要转诊为是，转诊原因为持续失眠，随访医生为穆青禾。"
        )
    ]


def test_a_corrected_visit_tells_each_answer_that_changed(bench, patient, clock):
    key = visit(bench, patient, SEEN)
    since = a_moment(clock)
    calm = replace(SEEN, acts={DangerousAct.NONE: 0}, sleep=Condition.FAIR)
    record = VisitRecord(
        visited_on=DAY, form=VisitForm.HOME, level=RiskLevel.PERSISTENT, answers=calm
    )
    correct_visit(bench, key, record, why="记到别人名下")
    assert sentences(bench, patient, since) == [
        (
            "更正2026年11月3日的随访：睡眠情况由“较差”改为“一般”；"
            "危险行为由“轻度滋事2次、自伤1次”改为“无”。理由：记到别人名下。"
        )
    ]


def test_the_form_is_named_only_when_it_turns_out_to_be_another(bench, patient, clock):
    lost = VisitAnswers(lost_reason=LostReason.WORKING_AWAY, form_version=FormVersion.V2011)
    first = a_moment(clock)
    key = record_visit(bench, patient, visited_on=DAY, form=VisitForm.PHONE, answers=lost)
    assert sentences(bench, patient, first) == [
        "2026年11月3日，随访：形式为电话，失访原因为外出打工/务工。"
    ]
    since = a_moment(clock)
    newer = replace(lost, form_version=FormVersion.V2017)
    correct_visit(
        bench, key, VisitRecord(visited_on=DAY, form=VisitForm.PHONE, answers=newer), why="看错表头"
    )
    assert sentences(bench, patient, since) == [
        "更正2026年11月3日的随访：所用表格由“2011年版”改为“2017年版”。理由：看错表头。"
    ]
