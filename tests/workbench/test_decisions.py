"""What the team decides."""

from datetime import date, time

import pytest

from data.codes import CaseKind, DecisionKind, RiskLevel, Sex, TaskOutcome, VisitForm
from tests.builders import a_running_meeting, settle
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.cases import Entry, admit_new_patient, read_case
from workbench.closing import close_meeting
from workbench.decisions import (
    CONTINUED,
    continue_case,
    defer_item,
    record_decision,
    withdraw_decision,
)
from workbench.drafts import read_draft, save_draft, subject_of
from workbench.errors import (
    CannotContinue,
    DecisionNeedsDueDate,
    DecisionNeedsImplementer,
    DueBeforeMeeting,
    EmptyField,
    NotFound,
    NotOnTeam,
)
from workbench.live import list_agenda, read_item
from workbench.meetings import write_meeting_notes
from workbench.patients import Particulars
from workbench.tasks import list_earlier_tasks, record_task_result
from workbench.visits import record_visit

OCTOBER = date(2026, 10, 28)
ONE, TWO, THREE = RiskLevel(1), RiskLevel(2), RiskLevel(3)
DUE = date(2026, 12, 9)


def decided(bench, item):
    return [(d.kind, d.text, d.implementer, d.due_on) for d in read_item(bench, item).decisions]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"implementer_id": None}, DecisionNeedsImplementer),
        ({"due_on": None}, DecisionNeedsDueDate),
        ({"due_on": date(2026, 11, 24)}, DueBeforeMeeting),
        ({"text": "  "}, EmptyField),
        ({"implementer_id": 99}, NotOnTeam),
    ],
)
def test_a_decision_without_its_essentials_is_refused(bench, team, meeting, change, refusal):
    item = meeting.items["GA0101"]
    values = {"text": "补签协议", "implementer_id": team.members["皮桂香"], "due_on": DUE}
    with pytest.raises(refusal):
        record_decision(bench, item, **(values | change))
    assert decided(bench, item) == []


def test_a_decision_names_who_and_by_when(bench, team, meeting):
    item = meeting.items["GA0101"]
    record_decision(bench, item, text="补签协议", implementer_id=team.members["皮桂香"], due_on=DUE)
    assert decided(bench, item) == [(DecisionKind.ACTION, "补签协议", "皮桂香", DUE)]


def test_a_decision_taken_back_takes_its_task_along(bench, team):
    meeting = a_running_meeting(bench, team, OCTOBER)
    key = settle(bench, team, meeting.items["GA0101"], THREE)
    with pytest.raises(EmptyField):
        withdraw_decision(bench, key, why="")
    withdraw_decision(bench, key, why="记错了")
    assert decided(bench, meeting.items["GA0101"]) == []
    assert not read_item(bench, meeting.items["GA0101"]).settled
    with pytest.raises(NotFound):
        withdraw_decision(bench, key, why="再撤一次")


def a_quiet_case(bench, team, level):
    """A case rated at one level in October, now on the agenda of November."""
    entry = Entry("GA0200", CaseKind.UNSTABLE, team.members["穆青禾"])
    case = admit_new_patient(bench, Particulars("丘迟", Sex.MALE), entry)
    team.cases["GA0200"] = case
    patient = read_case(bench, case).patient_id
    visited = date(2026, 11, 3)
    record_visit(bench, patient, visited_on=visited, form=VisitForm.HOME, level=level)
    october = a_running_meeting(bench, team, OCTOBER)
    for number, item in october.items.items():
        settle(bench, team, item, level if number == "GA0200" else THREE)
    close_meeting(bench, october.id, ends=time(16, 0))
    return a_running_meeting(bench, team)


def test_an_unchanged_case_takes_one_command(bench, team):
    november = a_quiet_case(bench, team, TWO)
    item = november.items["GA0200"]
    for task in list_earlier_tasks(bench, november.id):
        record_task_result(bench, task.id, outcome=TaskOutcome.DONE, meeting_id=november.id)
    continue_case(bench, item)
    assert decided(bench, item) == [
        (DecisionKind.CONTINUE, CONTINUED, "穆青禾", date(2026, 12, 23))
    ]
    details = read_item(bench, item)
    assert (details.level, details.settled) == (TWO, True)


def test_continuing_is_due_at_the_next_meeting_as_written_down(bench, team):
    november = a_quiet_case(bench, team, ONE)
    write_meeting_notes(
        bench,
        november.id,
        opening="",
        other_matters="",
        closing="",
        next_held_on=date(2026, 12, 30),
    )
    continue_case(bench, november.items["GA0200"])
    assert decided(bench, november.items["GA0200"])[0][3] == date(2026, 12, 30)


def test_from_level_three_up_one_key_is_not_enough(bench, team):
    november = a_quiet_case(bench, team, TWO)
    with pytest.raises(CannotContinue, match="3级"):
        continue_case(bench, november.items["GA0101"])


def test_a_case_never_rated_cannot_be_continued(bench, meeting):
    with pytest.raises(CannotContinue, match="还没有评定过"):
        continue_case(bench, meeting.items["GA0103"])


def test_an_overdue_task_has_to_be_talked_about(bench, team):
    a_quiet_case(bench, team, TWO)
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    with pytest.raises(CannotContinue, match="1项逾期任务"):
        continue_case(bench, january.items["GA0200"])


def test_a_case_already_rated_otherwise_cannot_be_continued(bench, team):
    november = a_quiet_case(bench, team, TWO)
    item = november.items["GA0200"]
    record_assessment(bench, item, level=ONE, stability=None, reason="好转。")
    with pytest.raises(CannotContinue, match="不同于上次"):
        continue_case(bench, item)


def test_a_case_about_which_members_differ_cannot_be_continued(bench, team):
    november = a_quiet_case(bench, team, TWO)
    item = november.items["GA0200"]
    record_opinion(bench, item, team.members["亓文涛"], words="", level=RiskLevel(4))
    record_opinion(bench, item, team.members["皮桂香"], words="", level=TWO)
    with pytest.raises(CannotContinue, match="相差2级"):
        continue_case(bench, item)


def test_a_matter_cannot_be_continued(bench, meeting):
    matter = add_matter_to_agenda(bench, meeting.id, title="取暖安全")
    with pytest.raises(CannotContinue):
        continue_case(bench, matter)


def test_deferring_needs_a_reason_and_counts_as_settled(bench, team, meeting):
    item = meeting.items["GA0103"]
    with pytest.raises(EmptyField, match="暂缓议的原因"):
        defer_item(bench, item, reason="")
    defer_item(bench, item, reason="监护人未到会，下次再议")
    row = next(r for r in list_agenda(bench, meeting.id) if r.id == item)
    assert (row.settled, row.deferred) == (True, True)


def test_deciding_after_all_replaces_the_deferral(bench, team, meeting):
    item = meeting.items["GA0103"]
    defer_item(bench, item, reason="下次再议")
    settle(bench, team, item, THREE)
    assert [kind for kind, *_ in decided(bench, item)] == [DecisionKind.ACTION]
    defer_item(bench, item, reason="还是下次再议")
    assert [kind for kind, *_ in decided(bench, item)] == [DecisionKind.DEFER]


def test_deferring_throws_the_draft_away_with_it(bench, meeting):
    item = meeting.items["GA0103"]
    subject = subject_of(meeting.id, item)
    save_draft(bench, "live", subject, {"words": "写了一半"})
    defer_item(bench, item, reason="下次再议")
    assert read_draft(bench, "live", subject) is None


def test_an_action_takes_the_place_of_a_continuation(bench, team):
    november = a_quiet_case(bench, team, TWO)
    item = november.items["GA0200"]
    continue_case(bench, item)
    continue_case(bench, item)
    assert len(decided(bench, item)) == 1
    record_decision(
        bench, item, text="复查血药浓度", implementer_id=team.members["穆青禾"], due_on=DUE
    )
    assert [kind for kind, *_ in decided(bench, item)] == [DecisionKind.ACTION]
