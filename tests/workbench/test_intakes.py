"""The criteria with their evidence: before entry and as reviews of an open case."""

from datetime import date

import pytest

from data.clinical_codes import Criterion
from data.codes import CaseKind
from tests.workbench.casework import (
    LEVEL,
    NONE_MET,
    ON,
    TODAY,
    TWO_MET,
    a_patient,
    an_accepted_case,
    an_intake,
    psychiatrist,
)
from workbench.casework_errors import (
    DayNotPossible,
    EntryNeedsReason,
    EvidenceMissing,
    IntakeAlreadyDecided,
)
from workbench.changes import list_changes
from workbench.errors import AlreadyInManagement, EmptyField, NotFound
from workbench.intake_reading import list_intakes, read_intake
from workbench.intakes import (
    Assessed,
    Evidence,
    assess_intake,
    correct_intake,
    review_criteria,
    withdraw_intake,
)


def test_all_ten_criteria_are_kept_with_evidence_day_and_source(bench):
    patient = a_patient(bench)
    found = read_intake(bench, an_intake(bench, patient))
    assert [row.criterion for row in found.findings] == list(Criterion)
    low = found.findings[0]
    assert (low.met, low.words, low.on, low.source) == (
        True,
        "11月3日家访评为2级",
        date(2026, 11, 3),
        "随访记录",
    )
    assert [row.met for row in found.findings[2:]] == [None] * 8
    assert (found.patient_id, found.on, found.kind) == (patient, ON, CaseKind.HIGH_RISK)
    assert (found.by_hand, found.outcome, found.review_of) == (False, None, None)


def test_one_criterion_of_an_unstable_condition_leads(bench):
    met = TWO_MET | {Criterion.SYMPTOMS: Evidence(True, "凭空听见人声", ON)}
    assert read_intake(bench, an_intake(bench, a_patient(bench), met)).kind is CaseKind.UNSTABLE


def test_a_criterion_is_not_met_without_evidence_and_its_day(bench):
    patient = a_patient(bench)
    for bare in (Evidence(True, "", ON), Evidence(True, "停药", None), Evidence(True, " ", ON)):
        with pytest.raises(EvidenceMissing, match="服药不规律"):
            an_intake(bench, patient, {Criterion.ADHERENCE: bare})


@pytest.mark.parametrize(
    ("on", "evidence_on"), [(date(2026, 11, 26), ON), (ON, date(2026, 11, 21))]
)
def test_days_that_have_not_come_are_refused(bench, on, evidence_on):
    patient = a_patient(bench)
    evidence = {Criterion.ADHERENCE: Evidence(True, "停药", evidence_on)}
    with pytest.raises(DayNotPossible):
        assess_intake(bench, patient, Assessed(on, evidence))


def test_entry_by_hand_needs_a_reason(bench):
    patient, one = a_patient(bench), {Criterion.LOW_LEVEL: LEVEL}
    assert read_intake(bench, an_intake(bench, patient, one)).kind is None
    with pytest.raises(EntryNeedsReason, match="不符合入组标准"):
        an_intake(bench, patient, one, kind=CaseKind.HIGH_RISK)
    with pytest.raises(EntryNeedsReason, match="按标准应为高风险"):
        an_intake(bench, patient, kind=CaseKind.UNSTABLE)
    by_hand = an_intake(bench, patient, one, kind=CaseKind.HIGH_RISK, reason="邻里多次求助")
    found = read_intake(bench, by_hand)
    assert (found.kind, found.by_hand, found.reason) == (
        CaseKind.HIGH_RISK,
        True,
        "邻里多次求助",
    )


def test_the_wished_case_manager_is_a_member_and_no_reason(bench, team):
    patient, one = a_patient(bench), {Criterion.LOW_LEVEL: LEVEL}
    manager = team.members["穆青禾"]
    found = read_intake(bench, an_intake(bench, patient, case_manager_id=manager))
    assert (found.case_manager_id, found.case_manager, found.reason) == (
        manager,
        "精防医师穆青禾",
        "",
    )
    with pytest.raises(EntryNeedsReason):
        an_intake(bench, patient, one, kind=CaseKind.HIGH_RISK, case_manager_id=manager)
    with pytest.raises(NotFound, match="成员"):
        an_intake(bench, patient, case_manager_id=99)
    correct_intake(bench, found.id, Assessed(ON, TWO_MET), why="本人另有工作")
    assert read_intake(bench, found.id).case_manager == ""


def test_whoever_is_in_management_is_reviewed_instead(bench, team):
    with pytest.raises(AlreadyInManagement, match="GA0101"):
        an_intake(bench, team.patients["GA0101"])
    review = review_criteria(bench, team.cases["GA0101"], Assessed(TODAY, NONE_MET))
    found = read_intake(bench, review)
    assert (found.review_of, found.kind) == (team.cases["GA0101"], None)
    with pytest.raises(DayNotPossible, match="早于入组"):
        review_criteria(bench, team.cases["GA0101"], Assessed(ON, NONE_MET))
    with pytest.raises(NotFound):
        review_criteria(bench, 99, Assessed(TODAY, NONE_MET))


def test_a_psychiatrist_may_go_through_the_criteria(bench):
    assert an_intake(psychiatrist(bench), a_patient(bench))


def test_the_same_request_is_answered_once(bench):
    patient = a_patient(bench)
    keys = {assess_intake(bench, patient, Assessed(ON, TWO_MET), request_id="r") for _ in "ab"}
    assert len(keys) == len(list_intakes(bench, patient)) == 1


def test_what_was_withdrawn_is_still_known_as_of_before(bench, clock):
    patient = a_patient(bench)
    intake = an_intake(bench, patient)
    clock.move(hours=1)
    before = bench.now()
    clock.move(hours=1)
    with pytest.raises(EmptyField):
        withdraw_intake(bench, intake, why=" ")
    withdraw_intake(bench, intake, why="患者弄错了")
    assert list_intakes(bench, patient) == []
    with pytest.raises(NotFound):
        read_intake(bench, intake)
    assert read_intake(bench, intake, before).kind is CaseKind.HIGH_RISK
    assert [row.id for row in list_intakes(bench, patient, at=before)] == [intake]


def test_the_list_ends_on_the_day_asked_for(bench):
    patient = a_patient(bench)
    first = an_intake(bench, patient)
    later = assess_intake(bench, patient, Assessed(TODAY, NONE_MET))
    assert [row.id for row in list_intakes(bench, patient)] == [later, first]
    assert [row.id for row in list_intakes(bench, patient, ON)] == [first]


def test_an_assessment_is_written_anew_with_its_reason(bench, clock):
    patient = a_patient(bench)
    intake = an_intake(bench, patient)
    clock.move(hours=1)
    before = bench.now()
    clock.move(hours=1)
    anew = Assessed(ON, {Criterion.INSIGHT: Evidence(True, "否认有病", ON, "面访本人")})
    with pytest.raises(EmptyField, match="更正理由"):
        correct_intake(bench, intake, anew, why=" ")
    bare = Assessed(ON, {Criterion.INSIGHT: Evidence(True)})
    with pytest.raises(EvidenceMissing):
        correct_intake(bench, intake, bare, why="记错")
    correct_intake(bench, intake, anew, why="把别人的情况写上了")
    found = read_intake(bench, intake)
    assert [row.criterion for row in found.findings if row.met] == [Criterion.INSIGHT]
    assert found.kind is CaseKind.UNSTABLE
    assert read_intake(bench, intake, before).kind is CaseKind.HIGH_RISK
    (told,) = list_changes(bench, patient, before)
    assert Criterion.INSIGHT.label in told.sentence
    assert "把别人的情况写上了" in told.sentence


def test_what_a_meeting_decided_on_stays_as_it_is(bench, team, meeting):
    _, _, intake = an_accepted_case(bench, team, meeting)
    with pytest.raises(IntakeAlreadyDecided):
        correct_intake(bench, intake, Assessed(ON, TWO_MET), why="写错")


def test_a_review_is_corrected_within_the_days_of_its_case(bench, team):
    review = review_criteria(bench, team.cases["GA0101"], Assessed(TODAY, NONE_MET))
    with pytest.raises(DayNotPossible, match="早于入组"):
        correct_intake(bench, review, Assessed(ON, NONE_MET), why="日期写错")
    correct_intake(bench, review, Assessed(TODAY, {Criterion.LOW_LEVEL: LEVEL}), why="漏写一条")
    assert read_intake(bench, review).findings[0].met
