"""One key never passes over what a meeting has to talk about."""

from datetime import date, time

import pytest

from data.codes import AgendaTier, CaseKind, RiskLevel, Sex, Stability, VisitForm
from tests.builders import MEETING_DAY, a_planned_meeting, a_running_meeting
from tests.workbench.sitting import FIRST, SECOND, after_october, rate, say
from workbench.admissions import Stay, record_admission
from workbench.agendas import add_case_to_agenda, add_patient_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import continue_case, defer_item
from workbench.errors import CannotContinue
from workbench.live import read_item
from workbench.meetings import start_meeting
from workbench.patients import Particulars, register_patient
from workbench.visits import record_visit

JANUARY, MARCH = date(2027, 1, 27), date(2027, 3, 24)


def visited(bench, patient, day=MEETING_DAY, level=RiskLevel.AT_HOME):
    record_visit(bench, patient, visited_on=day, form=VisitForm.HOME, level=level)


def unchanged_at_three(bench, team):
    return after_october(bench, team).items[FIRST]


def never_rated(bench, team):
    return a_running_meeting(bench, team).items[SECOND]


def rated_otherwise(bench, team):
    item = after_october(bench, team).items[SECOND]
    rate(bench, item, RiskLevel(1), "连续三个月平稳。")
    return item


def visited_at_another_level(bench, team):
    item = after_october(bench, team).items[SECOND]
    visited(bench, team.patients[SECOND], level=RiskLevel(1))
    return item


def visited_at_a_higher_level(bench, team):
    item = after_october(bench, team).items[SECOND]
    visited(bench, team.patients[SECOND], level=RiskLevel.ANYWHERE)
    return item


def rated_apart_by_members(bench, team):
    item = after_october(bench, team).items[SECOND]
    say(bench, team, item, "打砸一次。", RiskLevel(4))
    record_opinion(bench, item, team.members["皮桂香"], words="", level=RiskLevel.AT_HOME)
    return item


def taken_in_since(bench, team, *, visit=True):
    """Somebody rated in October who became a case only then."""
    patient = register_patient(bench, Particulars("丘迟", Sex.MALE))
    october = a_planned_meeting(bench, team, date(2026, 10, 28))
    item = add_patient_to_agenda(bench, october.id, patient)
    start_meeting(bench, october.id)
    record_assessment(bench, item, level=RiskLevel(1), stability=Stability.STABLE)
    for each in (*october.items.values(), item):
        defer_item(bench, each, reason="时间不够")
    close_meeting(bench, october.id, ends=time(16, 20))
    if visit:
        visited(bench, patient, level=RiskLevel(1))
    entry = Entry("GA0200", CaseKind.HIGH_RISK, team.members["穆青禾"])
    case = open_case_management(bench, patient, entry)
    november = a_running_meeting(bench, team)
    return add_case_to_agenda(bench, november.id, case, tier=AgendaTier.ROUND)


def taken_in_and_never_visited(bench, team):
    return taken_in_since(bench, team, visit=False)


def with_a_task_overdue(bench, team):
    return after_october(bench, team, JANUARY).items[SECOND]


def long_not_visited(bench, team):
    return after_october(bench, team, MARCH).items[SECOND]


WHY_NOT = {
    unchanged_at_three: ["上次评定为3级，3级及以上须逐例讨论"],
    never_rated: ["还没有评定过等级"],
    rated_otherwise: ["已经记下了不同于上次的评定"],
    visited_at_another_level: ["上次评定以来随访评为1级，等级有变化"],
    visited_at_a_higher_level: ["上次评定以来随访评为3级，等级有变化"],
    rated_apart_by_members: ["相差2级"],
    taken_in_since: ["新入组，入组以来还没有评定过"],
    taken_in_and_never_visited: ["新入组，入组以来还没有评定过", "本期没有随访记录"],
    with_a_task_overdue: ["有1项逾期任务"],
    long_not_visited: ["有1项逾期任务", "本期没有随访记录，应于2026年12月3日前随访"],
}


@pytest.mark.parametrize("made", WHY_NOT, ids=lambda made: made.__name__)
def test_what_has_to_be_talked_about_is_refused_with_every_reason(bench, team, made):
    item = made(bench, team)
    before = read_item(bench, item)
    with pytest.raises(CannotContinue) as refused:
        continue_case(bench, item)
    for reason in WHY_NOT[made]:
        assert reason in refused.value.message
    assert refused.value.next_step == "请写明讨论要点和决定后，再确认并转下一例。"
    assert read_item(bench, item) == before


def test_what_nothing_happened_to_goes_on_with_one_key(bench, team):
    item = after_october(bench, team).items[SECOND]
    visited(bench, team.patients[SECOND])
    continue_case(bench, item)
    assert read_item(bench, item).settled


def test_whoever_is_in_hospital_need_not_be_visited(bench, team):
    item = after_october(bench, team, MARCH).items[SECOND]
    stay = Stay(date(2027, 1, 5), "云栖县二院")
    bench.now.move(days=119)
    record_admission(bench, team.patients[SECOND], stay)
    with pytest.raises(CannotContinue) as refused:
        continue_case(bench, item)
    assert "随访" not in refused.value.message
