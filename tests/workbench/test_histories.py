"""What had been before management began is kept as asked, and told to the rules."""

from dataclasses import replace
from datetime import date

import pytest

from data.codes import RiskLevel
from data.register_codes import FamilyHistory, PastEffect, PastOutpatientCare, Precision
from data.visit_codes import DangerousAct, FormVersion, Locking, Symptom
from tests.workbench.register import FULL, a_moment
from workbench.changes import list_changes
from workbench.errors import EmptyField, NotFound
from workbench.histories import correct_history, record_history, withdraw_history
from workbench.known_facts import latest_facts
from workbench.patients import register_patient
from workbench.register import read_patient
from workbench.register_errors import DayNotCome
from workbench.rules.histories import History
from workbench.rules.rough_days import RoughDay
from workbench.visit_errors import HistoryHasProblems

ASKED = History(
    asked_on=date(2026, 3, 1),
    acts={DangerousAct.MINOR: 3, DangerousAct.GRAVE_OFFENCE: 1},
    level=RiskLevel.PERSISTENT,
    locking=Locking.RELEASED,
    symptoms=(Symptom.SUSPICION, Symptom.OTHER),
    symptoms_other="夜里敲墙",
    outpatient=PastOutpatientCare.INTERMITTENT,
    admissions=2,
    first_treated=RoughDay(date(2009, 5, 1), Precision.MONTH),
    effect=PastEffect.BETTER,
    family_history=FamilyHistory.PRESENT,
    specialist_words="建议长效针剂",
)
NO_HARM = History(date(2026, 5, 1), acts={DangerousAct.NONE: 0})


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def history(bench, patient, **when):
    found = read_patient(bench, patient, **when).history
    return found and found.history


def serious_harm(bench, patient, on=date(2026, 11, 25)):
    with bench.store.reading() as session:
        return latest_facts(session, patient, on).past_serious_harm


@pytest.mark.parametrize("given", [ASKED, NO_HARM, History(date(2026, 3, 1))])
def test_what_was_asked_is_read_back(bench, patient, given):
    record_history(bench, patient, given)
    assert history(bench, patient) == given


@pytest.mark.parametrize(
    ("field", "options"),
    [
        ("outpatient", PastOutpatientCare),
        ("effect", PastEffect),
        ("family_history", FamilyHistory),
        ("locking", Locking),
        ("level", RiskLevel),
    ],
)
def test_every_option_is_read_back(bench, patient, field, options):
    for option in options:
        record_history(bench, patient, replace(ASKED, **{field: option}))
        assert getattr(history(bench, patient), field) is option


def test_the_form_of_2011_leaves_open_what_it_does_not_ask(bench, patient):
    older = replace(NO_HARM, form_version=FormVersion.V2011)
    record_history(bench, patient, older)
    assert history(bench, patient) == older


def test_a_later_answer_leaves_the_earlier_one_true_of_its_days(bench, patient, clock):
    record_history(bench, patient, ASKED)
    before = a_moment(clock)
    record_history(bench, patient, NO_HARM)
    assert history(bench, patient, on=date(2026, 2, 28)) is None
    assert history(bench, patient, on=date(2026, 4, 30)) == ASKED
    assert history(bench, patient) == NO_HARM
    assert history(bench, patient, at=before) == ASKED


def test_a_correction_and_a_withdrawal_keep_what_was_known(bench, patient, clock):
    key = record_history(bench, patient, ASKED)
    before = a_moment(clock)
    with pytest.raises(EmptyField):
        correct_history(bench, key, replace(ASKED, admissions=3), why=" ")
    correct_history(bench, key, replace(ASKED, admissions=3), why="补查病历")
    assert history(bench, patient).admissions == 3
    withdraw_history(bench, key, why="另一个人的材料")
    assert history(bench, patient) is None
    assert history(bench, patient, at=before) == ASKED


def test_what_cannot_have_been_is_refused_all_at_once(bench, patient):
    wrong = replace(
        ASKED, admissions=-1, symptoms_other="", first_treated=RoughDay(date(2001, 1, 1))
    )
    with pytest.raises(HistoryHasProblems) as refused:
        record_history(bench, patient, wrong)
    assert [problem.item for problem in refused.value.problems] == [
        "symptoms_other",
        "admissions",
        "first_treated",
    ]
    assert "早于初次发病时间（2009年3月）" in refused.value.message


def test_days_to_come_and_strangers_are_refused(bench, patient):
    with pytest.raises(DayNotCome):
        record_history(bench, patient, replace(ASKED, asked_on=date(2027, 1, 1)))
    later = replace(ASKED, first_treated=RoughDay(date(2027, 1, 1)))
    with pytest.raises(DayNotCome, match="首次抗精神病药治疗时间"):
        record_history(bench, patient, later)
    with pytest.raises(NotFound):
        record_history(bench, 99, ASKED)


def test_the_same_request_is_written_once(bench, patient):
    key = record_history(bench, patient, ASKED, request_id="a")
    assert record_history(bench, patient, NO_HARM, request_id="a") == key
    assert history(bench, patient) == ASKED


def test_grave_acts_of_the_past_are_told_to_the_rules(bench, patient):
    assert serious_harm(bench, patient) is None
    record_history(bench, patient, replace(ASKED, acts={DangerousAct.MINOR: 4}))
    assert serious_harm(bench, patient) is False
    record_history(bench, patient, replace(ASKED, asked_on=date(2026, 4, 1)))
    assert serious_harm(bench, patient, date(2026, 3, 31)) is False
    assert serious_harm(bench, patient) is True


def test_what_nobody_asked_about_acts_tells_nothing(bench, patient):
    record_history(bench, patient, replace(ASKED, acts=None))
    assert serious_harm(bench, patient) is None


def test_it_is_told_in_words(bench, patient, clock):
    since = a_moment(clock)
    record_history(bench, patient, ASKED)
    (change,) = list_changes(bench, patient, since)
    assert change.sentence == (
        "2026年3月1日，既往史：表格为2017年版，主要症状为猜疑、其他，其他症状为夜里敲墙，"
        "关锁情况为关锁已解除，门诊治疗为间断门诊治疗，首次抗精神病药治疗时间为2009年5月，"
        "住院为2次，最近一次治疗效果为好转，危险行为为轻度滋事3次、肇祸1次，危险性评估为4级，"
        "家族史为有，专科医生的意见为建议长效针剂。"
    )
