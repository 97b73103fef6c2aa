"""Ending a subsidy or changing the guardian is proposed, decided at a meeting, and then done."""

from dataclasses import replace
from datetime import date

import pytest

from data.assistance_codes import ProposalOutcome, SubsidyState, SubsidyStep
from tests.builders import MEETING_DAY, a_planned_meeting
from tests.workbench.register import GUARDIAN, a_moment
from workbench.assistance_errors import NoSubsidy, ProposalDecided, ProposalOpen
from workbench.casework_errors import NotAboutThis
from workbench.changes import list_changes
from workbench.decisions import withdraw_decision
from workbench.errors import (
    DecisionCarriedOut,
    DecisionNeedsImplementer,
    EmptyField,
    MeetingNotInSession,
    NotFound,
)
from workbench.guardians import name_guardian
from workbench.live import read_item
from workbench.register import read_patient
from workbench.register_errors import NoGuardian
from workbench.subsidies import Subsidised, record_subsidy
from workbench.subsidy_proposals import (
    Proposed,
    StepRuling,
    decide_subsidy_proposal,
    list_subsidy_proposals,
    propose_subsidy_step,
    withdraw_subsidy_proposal,
)

CANCEL = Proposed(date(2026, 11, 20), SubsidyStep.CANCEL, "连续三个月没有督促服药")
REPLACE = replace(CANCEL, step=SubsidyStep.CHANGE_GUARDIAN, reason="监护人长期在外")
GRANTED = Subsidised(date(2026, 3, 1), SubsidyState.GRANTED, 240000)


@pytest.fixture
def patient(bench, team):
    patient = team.patients["GA0101"]
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    record_subsidy(bench, guardian, GRANTED)
    return patient


@pytest.fixture
def item(meeting):
    return meeting.items["GA0101"]


def yes(team, **change):
    return replace(
        StepRuling(ProposalOutcome.ACCEPTED, implementer_id=team.members["穆青禾"]), **change
    )


def state(bench, patient, **when):
    return read_patient(bench, patient, **when).subsidy.subsidised.state


def proposal(bench, patient, **when):
    (row,) = list_subsidy_proposals(bench, patient, **when)
    return row


@pytest.mark.parametrize(
    ("given", "became"),
    [(CANCEL, SubsidyState.CANCELLED), (REPLACE, SubsidyState.GUARDIAN_CHANGED)],
)
def test_what_a_meeting_accepts_ends_the_subsidy(bench, team, patient, item, given, became):
    key = propose_subsidy_step(bench, patient, given)
    assert state(bench, patient) is SubsidyState.GRANTED
    decide_subsidy_proposal(bench, key, item, yes(team))
    assert state(bench, patient) is became
    assert state(bench, patient, on=date(2026, 11, 24)) is SubsidyState.GRANTED
    ended = read_patient(bench, patient).subsidy.subsidised
    assert (ended.from_on, ended.yearly_amount) == (MEETING_DAY, 240000)
    assert ended.reason == f"{given.step.label}：{given.reason}"
    found = proposal(bench, patient)
    assert (found.outcome, found.open, found.item_id) == (ProposalOutcome.ACCEPTED, False, item)


def test_the_minutes_say_what_was_decided_and_who_sees_to_it(bench, team, patient, item):
    key = propose_subsidy_step(bench, patient, CANCEL)
    decide_subsidy_proposal(bench, key, item, yes(team, reason="核实属实"))
    (decision,) = read_item(bench, item).decisions
    assert decision.text == "取消补贴：核实属实"
    assert decision.implementer == "穆青禾"
    with pytest.raises(DecisionCarriedOut):
        withdraw_decision(bench, decision.id, why="记错了")


def test_what_is_turned_down_leaves_the_subsidy_as_it_was(bench, team, patient, item):
    key = propose_subsidy_step(bench, patient, CANCEL)
    with pytest.raises(EmptyField):
        decide_subsidy_proposal(bench, key, item, StepRuling(ProposalOutcome.REJECTED))
    decide_subsidy_proposal(bench, key, item, StepRuling(ProposalOutcome.REJECTED, "已改正"))
    assert state(bench, patient) is SubsidyState.GRANTED
    assert proposal(bench, patient).ruling == "已改正"
    with pytest.raises(ProposalDecided, match="不同意"):
        decide_subsidy_proposal(bench, key, item, yes(team))
    with pytest.raises(ProposalDecided):
        withdraw_subsidy_proposal(bench, key, why="不提了")


def test_what_was_put_off_is_open_until_it_is_decided(bench, team, patient, item):
    key = propose_subsidy_step(bench, patient, CANCEL)
    later = StepRuling(ProposalOutcome.DEFERRED, "民政缺席")
    decide_subsidy_proposal(bench, key, item, later)
    assert proposal(bench, patient).open
    decide_subsidy_proposal(bench, key, item, yes(team))
    assert state(bench, patient) is SubsidyState.CANCELLED
    assert not proposal(bench, patient).open


def test_a_decision_names_who_carries_it_out_at_the_right_item(bench, team, patient, meeting):
    key = propose_subsidy_step(bench, patient, CANCEL)
    with pytest.raises(DecisionNeedsImplementer):
        decide_subsidy_proposal(
            bench, key, meeting.items["GA0101"], StepRuling(ProposalOutcome.ACCEPTED)
        )
    with pytest.raises(NotAboutThis):
        decide_subsidy_proposal(bench, key, meeting.items["GA0102"], yes(team))
    assert state(bench, patient) is SubsidyState.GRANTED


def test_only_what_exists_can_be_cancelled_or_changed(bench, team, patient):
    nobody = team.patients["GA0102"]
    with pytest.raises(NoSubsidy):
        propose_subsidy_step(bench, nobody, CANCEL)
    with pytest.raises(NoGuardian):
        propose_subsidy_step(bench, nobody, REPLACE)
    with pytest.raises(NotFound):
        propose_subsidy_step(bench, 99, CANCEL)
    with pytest.raises(EmptyField):
        propose_subsidy_step(bench, patient, replace(CANCEL, reason=" "))


def test_the_same_is_not_proposed_twice_at_a_time(bench, patient):
    key = propose_subsidy_step(bench, patient, CANCEL, request_id="a")
    assert propose_subsidy_step(bench, patient, CANCEL, request_id="a") == key
    with pytest.raises(ProposalOpen, match="取消补贴"):
        propose_subsidy_step(bench, patient, CANCEL)
    propose_subsidy_step(bench, patient, REPLACE)
    withdraw_subsidy_proposal(bench, key, why="已面谈")
    propose_subsidy_step(bench, patient, CANCEL)
    assert [row.proposed.step for row in list_subsidy_proposals(bench)] == [
        SubsidyStep.CHANGE_GUARDIAN,
        SubsidyStep.CANCEL,
    ]


def test_what_was_proposed_and_decided_is_read_as_known(bench, team, patient, item, clock):
    before = a_moment(clock)
    key = propose_subsidy_step(bench, patient, CANCEL)
    between = a_moment(clock)
    decide_subsidy_proposal(bench, key, item, yes(team))
    assert list_subsidy_proposals(bench, patient, at=before) == []
    assert proposal(bench, patient, at=between).open
    assert list_subsidy_proposals(bench, patient, on=date(2026, 11, 19)) == []
    told = [change.sentence for change in list_changes(bench, patient, before)]
    assert "2026年11月20日，监护补贴建议“取消补贴”：理由为连续三个月没有督促服药。" in told
    assert "2026年11月25日，监护补贴决定“取消补贴”：结论为同意。" in told


def test_only_a_meeting_that_has_begun_decides(bench, team, patient):
    key = propose_subsidy_step(bench, patient, CANCEL)
    planned = a_planned_meeting(bench, team)
    with pytest.raises(MeetingNotInSession):
        decide_subsidy_proposal(bench, key, planned.items["GA0101"], yes(team))
    assert proposal(bench, patient).open
