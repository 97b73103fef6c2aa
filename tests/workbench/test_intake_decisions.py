"""A meeting takes a patient in, turns them down or puts it off."""

from datetime import date, time

import pytest
from sqlalchemy.exc import IntegrityError

from data.casework_codes import IntakeOutcome
from data.codes import CaseKind, RiskLevel
from data.facts import Written
from data.models.intakes import IntakeDecision
from tests.builders import settle_all
from tests.workbench.casework import a_patient, accepted, an_intake
from workbench.assessments import record_assessment
from workbench.audit import verify_store
from workbench.cases import list_cases
from workbench.casework_errors import (
    AlreadyProposed,
    EntryNeedsReason,
    IntakeAlreadyDecided,
    NotAboutThis,
)
from workbench.closing import close_meeting
from workbench.decisions import defer_item, withdraw_decision
from workbench.errors import (
    DecisionCarriedOut,
    EmptyField,
    MeetingAlreadyClosed,
    MeetingNotInSession,
    NotOnTeam,
    NumberTaken,
    UndecidedItems,
)
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.intake_reading import read_intake
from workbench.intakes import withdraw_intake
from workbench.live import list_agenda, read_item
from workbench.meetings import plan_meeting

NOT_YET = Ruling(IntakeOutcome.DEFERRED, "等医院出院小结")
NO = Ruling(IntakeOutcome.REJECTED, "只符合一条标准")


@pytest.fixture
def proposed(bench, meeting):
    """A patient on the agenda of the running meeting: patient, intake, item."""
    patient = a_patient(bench)
    intake = an_intake(bench, patient)
    return patient, intake, propose_intake(bench, meeting.id, intake)


def test_accepting_opens_the_case_in_the_same_command(bench, team, proposed):
    _, intake, item = proposed
    decide_intake(bench, intake, item, accepted(team))
    row = list_cases(bench)[-1]
    found = read_intake(bench, intake)
    assert (row.number, row.kind, row.entry) == ("GA0200", CaseKind.HIGH_RISK, 1)
    assert (found.outcome, found.case_id) == (IntakeOutcome.ACCEPTED, row.id)
    shown = read_item(bench, item)
    assert (shown.case_number, shown.decisions[0].implementer) == ("GA0200", "穆青禾")
    assert shown.decisions[0].text == "纳入个案管理（高风险），编号GA0200，个案管理员穆青禾"


def test_nothing_is_half_accepted(bench, team, proposed):
    _, intake, item = proposed
    refused = [
        (accepted(team, number="GA0101"), NumberTaken),
        (accepted(team, number=" "), EmptyField),
        (accepted(team, case_manager_id=None), EmptyField),
        (accepted(team, case_manager_id=99), NotOnTeam),
        (accepted(team, kind=CaseKind.UNSTABLE), EntryNeedsReason),
        (Ruling(IntakeOutcome.ACCEPTED), EmptyField),
        (Ruling(IntakeOutcome.REJECTED, " "), EmptyField),
        (Ruling(IntakeOutcome.DEFERRED), EmptyField),
    ]
    for ruling, refusal in refused:
        with pytest.raises(refusal):
            decide_intake(bench, intake, item, ruling)
    assert len(list_cases(bench)) == 3
    assert (read_intake(bench, intake).outcome, read_item(bench, item).decisions) == (None, ())


def test_another_kind_than_proposed_is_possible_with_a_reason(bench, team, proposed):
    _, intake, item = proposed
    entry = accepted(team, kind=CaseKind.UNSTABLE).entry
    decide_intake(bench, intake, item, Ruling(IntakeOutcome.ACCEPTED, "近日急剧加重", entry))
    assert list_cases(bench)[-1].kind is CaseKind.UNSTABLE
    assert read_item(bench, item).decisions[0].text.endswith("；近日急剧加重")


def test_what_was_put_off_can_be_decided_later_and_the_rest_is_final(bench, team, proposed):
    _, intake, item = proposed
    decide_intake(bench, intake, item, NOT_YET)
    assert list_agenda(bench, read_item(bench, item).meeting_id)[-1].deferred
    decide_intake(bench, intake, item, NO)
    shown, found = read_item(bench, item), read_intake(bench, intake)
    assert [d.text for d in shown.decisions] == ["不纳入个案管理：只符合一条标准"]
    assert (found.outcome, found.ruling) == (IntakeOutcome.REJECTED, "只符合一条标准")
    with pytest.raises(IntakeAlreadyDecided, match="不入组"):
        decide_intake(bench, intake, item, accepted(team))
    with pytest.raises(IntakeAlreadyDecided):
        withdraw_intake(bench, intake, why="写错了")


def test_an_intake_is_decided_by_its_own_item_in_session(bench, team, meeting, proposed):
    _, intake, _ = proposed
    with pytest.raises(NotAboutThis):
        decide_intake(bench, intake, meeting.items["GA0101"], NO)
    with pytest.raises(AlreadyProposed):
        propose_intake(bench, meeting.id, intake)
    later = plan_meeting(
        bench,
        team.id,
        held_on=date(2026, 12, 23),
        begins=time(14, 30),
        place="镇政府三楼会议室",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
    )
    item = propose_intake(bench, later, intake)
    with pytest.raises(MeetingNotInSession):
        decide_intake(bench, intake, item, NO)


def test_what_a_meeting_decided_stays_once_it_is_sealed(bench, team, meeting, proposed):
    _, intake, item = proposed
    decide_intake(bench, intake, item, accepted(team))
    record_assessment(bench, item, level=RiskLevel.AT_HOME, stability=None)
    settle_all(bench, team, meeting)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    assert all(finding.good for finding in verify_store(bench))
    with pytest.raises(MeetingAlreadyClosed):
        decide_intake(bench, intake, item, NO)
    with pytest.raises(IntegrityError, match="fixed"):
        correct_past_the_use_cases(bench)


def correct_past_the_use_cases(bench):
    with bench.store.writing() as session:
        kept = session.get_one(IntakeDecision, 1)
        kept.correct(session, Written(bench.now(), 1), {"reason": "改"})


def test_as_of_before_the_meeting_nothing_was_decided(bench, team, clock, proposed):
    _, intake, item = proposed
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    decide_intake(bench, intake, item, accepted(team), request_id="r")
    assert read_intake(bench, intake, before).outcome is None
    assert [row.number for row in list_cases(bench, at=before)][-1] == "GA0103"
    decide_intake(bench, intake, item, accepted(team), request_id="r")
    assert len(list_cases(bench)) == 4


def test_a_meeting_that_forgot_an_intake_cannot_close(bench, team, meeting, proposed):
    settle_all(bench, team, meeting)
    with pytest.raises(UndecidedItems, match="建议入组：丘"):
        close_meeting(bench, meeting.id, ends=time(16, 20))


def test_the_decision_that_opened_a_case_cannot_be_taken_back_alone(bench, team, meeting, proposed):
    _, intake, item = proposed
    decide_intake(bench, intake, item, accepted(team))
    (decision,) = read_item(bench, item).decisions
    with pytest.raises(DecisionCarriedOut):
        withdraw_decision(bench, decision.id, why="记错了")
    assert [d.id for d in read_item(bench, item).decisions] == [decision.id]


def test_an_item_that_opened_a_case_is_not_put_off_afterwards(bench, team, meeting, proposed):
    _, intake, item = proposed
    decide_intake(bench, intake, item, accepted(team))
    with pytest.raises(DecisionCarriedOut):
        defer_item(bench, item, reason="下次再议")
    assert len(list_cases(bench)) == 4
