"""Two records of one person are found, compared and judged; nothing is ever merged."""

from dataclasses import replace

import pytest

from tests.workbench.register import FULL, a_moment, fill
from tests.workbench.test_unmasking import audited
from workbench.changes import list_changes
from workbench.duplicates import Doubt
from workbench.errors import EmptyField, NotFound
from workbench.patient_standings import list_patient_standings
from workbench.patients import Particulars, correct_patient, register_patient
from workbench.register import list_patients, read_patient
from workbench.register_errors import AlreadyJudged, DuplicateInUse, NotTwoRecords
from workbench.resemblances import (
    compare_patients,
    judge_different,
    list_resemblances,
    mark_duplicate,
    withdraw_judgement,
)
from workbench.screen import Sex, Verdict

WHO = replace(FULL, name="丘迟")
WHY = "本人到场核对"


@pytest.fixture
def first(bench):
    key = register_patient(bench, WHO)
    fill(bench, key)
    return key


@pytest.fixture
def second(bench, first):
    again = replace(WHO, id_number=None, village="柳溪村1组", phone="")
    return register_patient(bench, again, accepted=[Doubt.SAME_PERSON])


def listed(bench):
    return [row.id for row in list_patient_standings(bench) if not row.set_aside]


def test_records_that_share_a_name_and_a_birth_date_are_found_masked(bench, first, second):
    register_patient(bench, Particulars("乜小满", Sex.MALE))
    (row,) = list_resemblances(bench)
    assert row.pair == (first, second)
    assert row.who == (f"丘*（患者{first}号）", f"丘*（患者{second}号）")
    assert row.alike == ("姓名和出生日期相同",)
    assert row.verdict is None


def test_records_that_share_name_and_telephone_or_a_number_are_found_too(bench, first):
    other = register_patient(bench, Particulars("丘迟", Sex.MALE, phone=WHO.phone))
    assert list_resemblances(bench)[0].alike == ("姓名和电话相同",)
    correct_patient(bench, first, replace(WHO, phone=""), why="号码不是他的")
    assert list_resemblances(bench) == []
    assert other


def test_beside_each_other_both_say_what_they_know_and_who_looked_is_kept(bench, first, second):
    lines = {line.label: line for line in compare_patients(bench, first, second)}
    village = lines["现住村（社区）"]
    assert (village.first, village.second, village.differs) == ("梧桐村3组", "柳溪村1组", True)
    assert (lines["身份证号"].first, lines["身份证号"].second) == (WHO.id_number, "")
    assert not lines["姓名"].differs
    assert lines["住院"].first == "1次"
    assert "危险性评估" not in lines
    assert audited(bench, "compare_patients") == [{"patient": first, "other": second}]


def test_two_people_are_said_to_be_two_with_the_reason(bench, first, second):
    with pytest.raises(EmptyField):
        judge_different(bench, second, first, why=" ")
    judge_different(bench, second, first, why=WHY)
    (row,) = list_resemblances(bench)
    assert (row.verdict, row.set_aside, row.why) == (Verdict.DIFFERENT, None, WHY)
    assert listed(bench) == [first, second]


def test_a_duplicate_gives_way_keeps_its_facts_and_can_come_back(bench, first, second, clock):
    before = a_moment(clock)
    key = mark_duplicate(bench, first, kept_id=second, why=WHY)
    assert listed(bench) == [second]
    aside = next(row for row in list_patient_standings(bench) if row.set_aside)
    assert aside.id == first
    assert not aside.visit_due
    assert [row.id for row in list_patients(bench)] == [second]
    assert read_patient(bench, first).particulars == WHO
    assert read_patient(bench, second).particulars.village == "柳溪村1组"
    assert not [row for row in list_patient_standings(bench, at=before) if row.set_aside]
    withdraw_judgement(bench, key, why="弄错了人")
    assert listed(bench) == [first, second]
    assert list_resemblances(bench)[0].verdict is None


def test_a_verdict_is_changed_by_taking_it_back_first(bench, first, second):
    key = judge_different(bench, first, second, why=WHY)
    with pytest.raises(AlreadyJudged):
        mark_duplicate(bench, second, kept_id=first, why=WHY)
    withdraw_judgement(bench, key, why="再次核对")
    mark_duplicate(bench, second, kept_id=first, why=WHY)
    assert listed(bench) == [first]


def test_a_record_on_which_something_rests_is_not_set_aside(bench, team, first, second):
    with pytest.raises(DuplicateInUse, match="个案还没有出组"):
        mark_duplicate(bench, team.patients["GA0101"], kept_id=first, why=WHY)
    mark_duplicate(bench, second, kept_id=first, why=WHY)
    third = register_patient(bench, Particulars("丘迟", Sex.MALE))
    with pytest.raises(DuplicateInUse, match="已有别的重复登记"):
        mark_duplicate(bench, first, kept_id=third, why=WHY)
    with pytest.raises(DuplicateInUse, match="已作为重复登记收起"):
        mark_duplicate(bench, third, kept_id=second, why=WHY)


def test_one_record_and_strangers_are_refused(bench, first):
    with pytest.raises(NotTwoRecords):
        judge_different(bench, first, first, why=WHY)
    for judge in (
        lambda: judge_different(bench, first, 99, why=WHY),
        lambda: mark_duplicate(bench, 99, kept_id=first, why=WHY),
        lambda: compare_patients(bench, first, 99),
        lambda: withdraw_judgement(bench, 99, why=WHY),
    ):
        with pytest.raises(NotFound):
            judge()


def test_it_is_told_among_what_changed(bench, first, second, clock):
    since = a_moment(clock)
    mark_duplicate(bench, second, kept_id=first, why=WHY)
    (change,) = list_changes(bench, second, since)
    assert f"登记核对“患者{first}号”：结论为重复登记" in change.sentence
