"""What the sheet for entering and leaving case management says of the records."""

from dataclasses import replace
from datetime import date

import pytest

from data.canonical import canonical
from data.casework_codes import ExitReason, IntakeOutcome
from data.clinical_codes import Criterion
from data.codes import CaseKind, RiskLevel
from data.models.agendas import AgendaItem
from forms.approval import APPROVAL
from tests.workbench.casework import ON, a_patient, accepted, an_accepted_case, an_intake
from tests.workbench.register import a_moment
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import record_opinion
from workbench.case_life import exit_case
from workbench.errors import NoRatingForMatters
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.intakes import Assessed, Evidence, review_criteria
from workbench.paperwork.approval import APPROVAL_LISTS, approval_answers, approval_identity
from workbench.paperwork.places import _WORDS


def answers(bench, item, **more):
    with bench.store.reading() as session:
        return approval_answers(session, session.get_one(AgendaItem, item), **more)


@pytest.fixture
def proposed(bench, meeting):
    """A patient on the agenda for entry; the item and the assessment."""
    intake = an_intake(bench, a_patient(bench))
    return propose_intake(bench, meeting.id, intake), intake


def test_the_sheet_answers_every_field_and_no_other(bench, proposed):
    fields = {field.key for field in APPROVAL.fields()}
    assert set(answers(bench, proposed[0])) == {*fields, "lists"}
    assert fields <= set(_WORDS)


def test_every_option_list_a_field_or_column_names_is_there():
    assert {f.options for f in APPROVAL.fields() if f.options} | {"met"} == set(APPROVAL_LISTS)
    assert len(APPROVAL_LISTS["criteria"]) == 10


def test_ten_criteria_are_met_not_met_or_not_known_each_with_its_evidence(bench, proposed):
    rows = answers(bench, proposed[0])["criteria"]
    assert len(rows) == 10
    assert rows[0] == {
        "kind": "高风险",
        "criterion": Criterion.LOW_LEVEL.label,
        "met": "yes",
        "evidence": "11月3日家访评为2级（随访记录）",
        "on": "2026-11-03",
    }
    assert rows[9]["kind"] == "病情不稳定"
    assert (rows[9]["met"], rows[9]["evidence"], rows[9]["on"]) == ("unknown", "", "")


def test_a_proposal_is_not_yet_decided(bench, proposed):
    said = answers(bench, proposed[0])
    assert (said["passage"], said["proposed_kind"]) == ("entry", "high_risk")
    assert said["checked_on"] == ON.isoformat()
    assert {said[key] for key in ("outcome", "kind", "case_manager", "from_on", "ruling")} == {""}


def test_entry_by_hand_is_said_with_its_reason(bench, meeting):
    intake = an_intake(bench, a_patient(bench), {}, kind=CaseKind.UNSTABLE, reason="家属多次求助")
    said = answers(bench, propose_intake(bench, meeting.id, intake))
    assert said["proposal"] == "人工建议入组：家属多次求助"
    assert said["proposed_kind"] == "unstable"


def test_a_patient_taken_in_has_kind_manager_and_decision(bench, team, meeting):
    _, item, _ = an_accepted_case(bench, team, meeting)
    said = answers(bench, item)
    assert (said["passage"], said["outcome"], said["kind"]) == ("entry", "accepted", "high_risk")
    assert (said["case_number"], said["case_manager"]) == ("GA0200", "穆青禾")
    assert said["from_on"] == "2026-11-25"
    assert said["ruling"].startswith("纳入个案管理（高风险），编号GA0200")
    assert (said["exit_reason"], said["exit_words"]) == ("", "")
    assert approval_identity(said) == ("GA0200\u3000丘迟\u3000女", "入组审批\u30002026-11-25")


def test_one_turned_down_keeps_the_reason_and_has_no_first_day(bench, proposed):
    item, intake = proposed
    ruling = Ruling(IntakeOutcome.REJECTED, "证据不足")
    decide_intake(bench, intake, item, ruling)
    said = answers(bench, item)
    assert (said["outcome"], said["kind"], said["from_on"]) == ("rejected", "", "")
    assert said["ruling"] == "不纳入个案管理：证据不足"


def test_an_exit_says_why_and_rests_on_the_last_review(bench, team, meeting):
    case = team.cases["GA0101"]
    fine = Evidence(False, "复核未见", date(2026, 11, 20), "随访记录")
    none = dict.fromkeys(Criterion, fine)
    review_criteria(bench, case, Assessed(bench.today(), none))
    item = meeting.items["GA0101"]
    exit_case(bench, case, item, exit_reason=ExitReason.TRANSFERRED, words="迁往外县，已接收")
    said = answers(bench, item)
    assert (said["passage"], said["exit_reason"]) == ("exit", "transferred")
    assert said["exit_words"] == "迁往外县，已接收"
    assert {row["met"] for row in said["criteria"]} == {"no"}
    assert (said["outcome"], said["proposed_kind"], said["kind"]) == ("", "", "high_risk")
    assert said["ruling"].startswith("个案GA0101出组")
    assert approval_identity(said)[1] == "出组审批\u30002026-11-25"


def test_a_case_that_was_never_gone_through_has_no_criteria(bench, meeting):
    said = answers(bench, meeting.items["GA0103"])
    assert (said["criteria"], said["checked_on"], said["passage"]) == ([], "", "exit")


def test_opinions_and_signers_are_those_of_the_meeting(bench, team, proposed):
    member = team.members["亓文涛"]
    record_opinion(bench, proposed[0], member, words="同意入组。", level=RiskLevel.AT_HOME)
    said = answers(bench, proposed[0])
    assert [o["words"] for o in said["opinions"]] == ["同意入组。"]
    assert [s["name"] for s in said["signers"]] == list(team.members)


@pytest.mark.parametrize("outcome", [IntakeOutcome.DEFERRED, IntakeOutcome.ACCEPTED])
def test_what_was_known_at_a_moment_reads_the_same_later(bench, team, proposed, clock, outcome):
    item, intake = proposed
    at = a_moment(clock)
    sealed = answers(bench, item, at=at)
    assert canonical(sealed)
    decide_intake(bench, intake, item, replace(accepted(team), outcome=outcome, reason="已议"))
    assert answers(bench, item)["outcome"] == outcome.value
    assert answers(bench, item, at=at) == sealed


def test_a_matter_without_a_patient_has_no_such_sheet(bench, meeting):
    with pytest.raises(NoRatingForMatters):
        answers(bench, add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全"))
