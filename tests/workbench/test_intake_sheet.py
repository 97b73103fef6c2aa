"""What one needs for going through the criteria: the record, what it comes to, whom to ask."""

import pytest

from data.clinical_codes import Adherence, CaseFact, Criterion
from data.codes import CaseKind, MemberRole, RiskLevel
from tests.builders import a_planned_meeting
from tests.workbench.casework import NONE_MET, TODAY, a_patient, an_intake
from tests.workbench.paperwork.test_months import visited
from workbench.intake_decisions import propose_intake
from workbench.intake_sheet import read_intake_sheet, weigh_intake, whom_to_ask
from workbench.intakes import Assessed, review_criteria
from workbench.rules.whom_to_ask import ASKED, asked_about
from workbench.teams import end_membership

NOTHING = dict.fromkeys(Criterion)
CLEAN = dict.fromkeys(Criterion, False)


@pytest.fixture
def patient(bench, team):
    return a_patient(bench)


def test_of_nothing_known_everything_is_asked_of_somebody(bench, patient):
    weighed = weigh_intake(read_intake_sheet(bench, patient), NOTHING)
    assert weighed.words == "还不能下结论：高风险还差2条，病情不稳定还差1条"
    assert weighed.kind is None
    assert "民警：目前物质滥用、公安列管重点、既往严重伤害或自杀行为" in weighed.asks
    assert weighed.recorded == ()


def test_what_the_record_knows_is_to_be_taken_over_not_asked(bench, patient):
    visited(bench, patient, TODAY, level=RiskLevel.AT_HOME, adherence=Adherence.INTERMITTENT)
    weighed = weigh_intake(read_intake_sheet(bench, patient), NOTHING)
    assert set(weighed.recorded) == {CaseFact.RISK_LEVEL, CaseFact.ADHERENCE}
    assert not any("危险性等级" in ask or "服药依从性" in ask for ask in weighed.asks)


@pytest.mark.parametrize(
    ("met", "words", "kind"),
    [
        ({}, "不符合入组标准：高风险还差2条，病情不稳定还差1条", None),
        (
            {Criterion.LOW_LEVEL: True},
            "不符合入组标准：高风险还差1条，病情不稳定还差1条",
            None,
        ),
        (
            {Criterion.LOW_LEVEL: True, Criterion.STRESS: True},
            "符合高风险的标准",
            CaseKind.HIGH_RISK,
        ),
        ({Criterion.INSIGHT: True}, "符合病情不稳定的标准", CaseKind.UNSTABLE),
        (
            {Criterion.STRESS: True, Criterion.HISTORY: True, Criterion.INSIGHT: True},
            "两类标准都符合，按病情不稳定建议入组",
            CaseKind.UNSTABLE,
        ),
        (
            {Criterion.LOW_LEVEL: True, Criterion.STRESS: True, Criterion.INSIGHT: None},
            "符合高风险的标准；是否病情不稳定还不能确定",
            CaseKind.HIGH_RISK,
        ),
    ],
)
def test_the_conclusion_follows_the_answers(bench, patient, met, words, kind):
    weighed = weigh_intake(read_intake_sheet(bench, patient), CLEAN | met)
    assert (weighed.words, weighed.kind) == (words, kind)


def test_each_kind_says_how_far_it_is(bench, patient):
    answers = CLEAN | {Criterion.STRESS: True, Criterion.HISTORY: None}
    weighed = weigh_intake(read_intake_sheet(bench, patient), answers)
    assert weighed.tallies == (
        "须2条，符合1条，还差1条，1条还不知道",
        "须1条，符合0条，还差1条",
    )
    assert weighed.asks == ("民警：公安列管重点、既往严重伤害或自杀行为",)


def test_a_role_nobody_holds_is_said_so(bench, team, patient):
    end_membership(bench, team.members["亓文涛"], until_on=TODAY.replace(day=1))
    members = read_intake_sheet(bench, patient).members
    assert whom_to_ask([CaseFact.POLICE_LISTED], members) == ("民警（小组里还没有）：公安列管重点",)


def test_somebody_is_asked_about_every_fact():
    assert set(ASKED) == set(CaseFact)
    asked = asked_about(CaseFact)
    assert sorted(fact for facts in asked.values() for fact in facts) == sorted(CaseFact)
    assert list(asked) == [role for role in MemberRole if role in asked]


def test_the_sheet_names_the_case_the_earlier_assessments_and_the_next_meeting(
    bench, team, patient
):
    meeting = a_planned_meeting(bench, team)
    intake = an_intake(bench, patient)
    sheet = read_intake_sheet(bench, patient)
    assert (sheet.case, [row.id for row in sheet.earlier]) == (None, [intake])
    assert (sheet.meeting.id, sheet.meeting.item_id) == (meeting.id, None)
    item = propose_intake(bench, meeting.id, intake)
    assert read_intake_sheet(bench, patient).meeting.item_id == item
    review = review_criteria(bench, team.cases["GA0101"], Assessed(TODAY, NONE_MET))
    managed = read_intake_sheet(bench, team.patients["GA0101"])
    assert (managed.case.number, managed.earlier[0].id) == ("GA0101", review)
