"""Who is proposed for intake at the next meeting, and who is not."""

from datetime import date

import pytest

from data.casework_codes import IntakeOutcome
from data.codes import (
    AgendaReason,
    AgendaTier,
    CaseKind,
)
from data.visit_codes import DeathCause
from tests.workbench.casework import NONE_MET, a_patient, an_intake
from tests.workbench.coming_meeting import (
    a_december,
    a_january,
    a_risky_patient,
    proposal,
    proposed,
    reasons,
    visit,
)
from workbench.agendas import add_patient_to_agenda
from workbench.casework_errors import AlreadyProposed
from workbench.errors import (
    AlreadyInManagement,
    NotFound,
)
from workbench.intake_decisions import Ruling, decide_intake
from workbench.live import list_agenda
from workbench.meetings import start_meeting
from workbench.resemblances import mark_duplicate


@pytest.fixture
def last(bench, team, clock):
    """A closed meeting in December that rated everybody at level 1, a month after they entered."""
    return a_december(bench, team, clock)


@pytest.fixture
def upcoming(bench, team, last, clock):
    return a_january(bench, team, clock)


def test_whoever_meets_the_criteria_without_a_case_is_proposed_for_intake(bench, upcoming):
    risky = a_risky_patient(bench)
    found = proposal(bench, upcoming, risky)
    assert (found.case_id, found.case_number, found.standing) == (None, "", None)
    assert (found.masked, found.kind, found.tier) == (
        "鲜*澈",
        CaseKind.HIGH_RISK,
        AgendaTier.FOCUS,
    )
    assert [why.words for why in found.reasons] == ["符合高风险标准，建议入组"]
    assert proposed(bench, upcoming)[0] == risky


def test_an_assessment_waiting_for_a_decision_is_proposed_too(bench, team, upcoming, clock):
    assessed = a_patient(bench)
    intake = an_intake(bench, assessed)
    assert reasons(bench, upcoming, assessed) == [AgendaReason.NOT_RATED, AgendaReason.PROPOSED]
    item = add_patient_to_agenda(bench, upcoming, assessed)
    start_meeting(bench, upcoming)
    ruling = Ruling(IntakeOutcome.REJECTED, reason="已规律服药")
    decide_intake(bench, intake, item, ruling)
    assert assessed not in proposed(bench, upcoming)


def test_an_assessment_that_meets_nothing_proposes_nobody(bench, upcoming):
    assessed = a_patient(bench)
    an_intake(bench, assessed, NONE_MET)
    assert assessed not in proposed(bench, upcoming)


def test_the_dead_are_not_proposed_for_intake(bench, upcoming):
    risky = a_risky_patient(bench)
    assert risky in proposed(bench, upcoming)
    visit(bench, risky, date(2027, 1, 18), None, death_cause=DeathCause.ACCIDENT)
    assert risky not in proposed(bench, upcoming)


def test_a_record_set_aside_as_a_duplicate_is_not_proposed_for_intake(bench, upcoming):
    risky, kept = a_risky_patient(bench), a_patient(bench)
    mark_duplicate(bench, risky, kept_id=kept, why="本人到场核对")
    assert risky not in proposed(bench, upcoming)


def test_a_patient_without_a_case_is_put_up_for_intake_once(bench, team, upcoming):
    found = a_patient(bench)
    item = add_patient_to_agenda(bench, upcoming, found, request_id="p1")
    assert add_patient_to_agenda(bench, upcoming, found, request_id="p1") == item
    assert [(row.title, row.case_number) for row in list_agenda(bench, upcoming)] == [("丘*", "")]
    with pytest.raises(AlreadyProposed):
        add_patient_to_agenda(bench, upcoming, found)
    with pytest.raises(AlreadyInManagement, match="GA0102"):
        add_patient_to_agenda(bench, upcoming, team.patients["GA0102"])
    with pytest.raises(NotFound, match="患者"):
        add_patient_to_agenda(bench, upcoming, 99)
