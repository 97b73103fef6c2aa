"""What a visit is begun with, and what its answers speak for."""

from datetime import date

import pytest

from data.clinical_codes import Adherence, Insight
from data.codes import RiskLevel, Stability, VisitForm
from data.visit_codes import DangerousAct, HospitalStay, LostReason
from tests.workbench.test_visits import EVERYTHING
from workbench.drafts import read_draft, read_draft_moment, save_draft, subject_of_visit
from workbench.errors import EmptyField, NotFound
from workbench.events import Happened, record_incident
from workbench.medication import add_medication, stop_medication
from workbench.rules.medication import MedicationEntry
from workbench.rules.visit_answers import VisitAnswers
from workbench.rules.visit_questions import Reached
from workbench.visit_errors import VisitHasProblems
from workbench.visit_starting import read_visit_start
from workbench.visits import DRAFTS, correct_visit, read_visit, record_visit

OCTOBER, NOVEMBER, TODAY = date(2026, 10, 20), date(2026, 11, 20), date(2026, 11, 25)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


@pytest.fixture
def visited(bench, patient):
    """A patient who was met in October with every question answered."""
    return record_visit(
        bench,
        patient,
        visited_on=OCTOBER,
        form=VisitForm.HOME,
        level=RiskLevel.AT_HOME,
        answers=EVERYTHING,
    )


def test_the_last_visit_that_met_somebody_is_what_one_goes_on_from(bench, patient, visited):
    lost = VisitAnswers(lost_reason=LostReason.NOT_REACHED)
    record_visit(bench, patient, visited_on=NOVEMBER, form=VisitForm.PHONE, answers=lost)
    start = read_visit_start(bench, patient)
    assert start.before is not None
    assert start.before.visited_on == OCTOBER
    assert start.last is not None
    assert start.last.answers.lost_reason is LostReason.NOT_REACHED
    assert start.filled["insight"] is Insight.PARTIAL
    assert start.filled["level"] is None
    assert start.filled["visited_on"] == TODAY


def test_a_visit_is_begun_as_it_was_known_at_a_moment(bench, patient, visited, clock):
    clock.move(hours=1)
    before = clock()
    clock.move(hours=1)
    record_visit(bench, patient, visited_on=NOVEMBER, form=VisitForm.HOME)
    assert read_visit_start(bench, patient).before.visited_on == NOVEMBER
    assert read_visit_start(bench, patient, at=before).before.visited_on == OCTOBER


def test_what_happened_since_the_last_visit_is_told(bench, patient, visited):
    assert read_visit_start(bench, patient).since == ()
    happened = Happened(NOVEMBER, DangerousAct.OFFENCE, "在集市掀翻货摊")
    record_incident(bench, patient, happened)
    (change,) = read_visit_start(bench, patient).since
    assert change.on == NOVEMBER
    assert "掀翻货摊" in change.sentence


def test_the_medicines_in_use_are_at_hand(bench, patient):
    start = date(2026, 3, 1)
    add_medication(bench, patient, MedicationEntry(name="奥氮平", evening="10mg", started_on=start))
    old = add_medication(bench, patient, MedicationEntry(name="氯氮平", started_on=start))
    stop_medication(bench, old, stopped_on=NOVEMBER, why="粒细胞减少")
    (line,) = read_visit_start(bench, patient).medicines
    assert line.startswith("奥氮平")
    assert "晚10mg" in line


def test_the_class_is_suggested_with_its_reasons_and_never_filled_in(bench, patient, visited):
    start = read_visit_start(bench, patient)
    weighed = start.weighed({**start.filled, "level": RiskLevel.ANYWHERE})
    assert weighed.classed.stability is Stability.UNSTABLE
    assert "危险性评估3级" in weighed.classed.because
    assert weighed.record.answers.stability is None


def test_another_class_than_the_suggested_wants_a_written_reason(bench, patient, visited):
    start = read_visit_start(bench, patient)
    said = {**start.filled, "level": RiskLevel.ANYWHERE, "stability": Stability.STABLE}
    assert start.weighed(said).wanted == {"stability_reason"}
    explained = start.weighed({**said, "stability_reason": "近两周已明显好转"})
    assert explained.wanted == frozenset()
    assert explained.record.answers.stability_reason == "近两周已明显好转"


def test_the_day_of_the_next_visit_names_the_rule_it_comes_from(bench, patient, visited):
    start = read_visit_start(bench, patient)
    due = start.weighed({**start.filled, "level": RiskLevel.ANYWHERE}).next_visit
    assert due.on == date(2026, 12, 9)
    assert "规则档" in due.because
    stays = start.weighed({**start.filled, "hospital_stay": HospitalStay.PRESENT}).next_visit
    assert stays.on is None


def test_a_recorded_visit_is_taken_in_hand_with_all_its_answers(bench, patient, visited):
    record_visit(bench, patient, visited_on=NOVEMBER, form=VisitForm.PHONE)
    start = read_visit_start(bench, patient, visit_id=visited)
    assert start.before is None
    assert start.filled["visited_on"] == OCTOBER
    assert start.filled["adherence"] is Adherence.INTERMITTENT
    assert start.filled["reached"] is Reached.MET
    assert start.weighed(start.filled).record == read_visit(bench, visited).record


def test_nobody_elses_visit_can_be_taken_in_hand(bench, team, visited):
    with pytest.raises(NotFound):
        read_visit_start(bench, team.patients["GA0101"], visit_id=visited)
    with pytest.raises(NotFound):
        read_visit_start(bench, 999)


def test_the_draft_goes_with_what_is_recorded_and_stays_when_it_is_refused(bench, patient, clock):
    subject = subject_of_visit(patient)
    save_draft(bench, DRAFTS, subject, {"words": "写到一半"})
    assert read_draft_moment(bench, DRAFTS, subject) == clock()
    given = {"form": VisitForm.HOME, "draft": subject}
    with pytest.raises(VisitHasProblems):
        record_visit(bench, patient, visited_on=date(2026, 11, 26), **given)
    assert read_draft(bench, DRAFTS, subject) == {"words": "写到一半"}
    record_visit(bench, patient, visited_on=TODAY, **given)
    assert read_draft(bench, DRAFTS, subject) is None
    assert read_draft_moment(bench, DRAFTS, subject) is None


def test_the_draft_of_a_correction_goes_with_it(bench, patient, visited):
    subject = subject_of_visit(patient, visited)
    save_draft(bench, DRAFTS, subject, {"words": "更正到一半"})
    record = read_visit(bench, visited).record
    with pytest.raises(EmptyField):
        correct_visit(bench, visited, record, why=" ", draft=subject)
    assert read_draft(bench, DRAFTS, subject) is not None
    correct_visit(bench, visited, record, why="抄错了日期", draft=subject)
    assert read_draft(bench, DRAFTS, subject) is None
