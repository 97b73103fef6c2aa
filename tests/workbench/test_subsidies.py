"""The subsidy for guarding: how it stands on a day, what was paid, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from data.assistance_codes import SubsidyState
from data.register_codes import GuardianState
from tests.workbench.register import FULL, GUARDIAN, a_moment
from workbench.assistance_errors import SumImpossible
from workbench.changes import list_changes
from workbench.errors import EmptyField, NotFound
from workbench.guardians import end_guardianship, name_guardian
from workbench.patients import register_patient
from workbench.register import read_patient
from workbench.register_errors import DayNotCome, GuardianNotActing
from workbench.subsidies import (
    Paid,
    Subsidised,
    amount_typed,
    correct_subsidy,
    correct_subsidy_payment,
    list_subsidies,
    list_subsidy_payments,
    record_subsidy,
    record_subsidy_payment,
    withdraw_subsidy,
    withdraw_subsidy_payment,
)

APPLIED = Subsidised(date(2026, 1, 10), SubsidyState.APPLIED)
GRANTED = Subsidised(date(2026, 3, 1), SubsidyState.GRANTED, 240000, date(2026, 1, 1))
PAUSED = Subsidised(date(2026, 9, 1), SubsidyState.PAUSED, 240000, date(2026, 1, 1), "住院期间")
PAID = Paid(date(2026, 7, 5), 120000, "2026年上半年", "一卡通")


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


@pytest.fixture
def guardian(bench, patient):
    return name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))


def subsidy(bench, patient, **when):
    found = read_patient(bench, patient, **when).subsidy
    return found and found.subsidised


def payments(bench, patient, **when):
    return [row.paid for row in list_subsidy_payments(bench, patient, **when)]


def test_each_day_has_the_state_that_began_last(bench, patient, guardian):
    for given in (APPLIED, GRANTED, PAUSED):
        record_subsidy(bench, guardian, given)
    assert subsidy(bench, patient, on=date(2026, 1, 9)) is None
    assert subsidy(bench, patient, on=date(2026, 2, 28)) == APPLIED
    assert subsidy(bench, patient, on=date(2026, 8, 31)) == GRANTED
    assert subsidy(bench, patient) == PAUSED


@pytest.mark.parametrize("state", SubsidyState)
def test_every_state_is_read_back(bench, patient, guardian, state):
    given = replace(PAUSED, state=state)
    record_subsidy(bench, guardian, given)
    assert subsidy(bench, patient) == given


def test_a_grant_without_another_day_counts_from_its_own(bench, patient, guardian):
    record_subsidy(bench, guardian, replace(GRANTED, granted_from=None))
    assert subsidy(bench, patient).granted_from == GRANTED.from_on


def test_a_grant_has_a_sum_and_a_stop_a_reason(bench, guardian):
    for amount in (None, 0, -5):
        with pytest.raises(SumImpossible, match="每年标准"):
            record_subsidy(bench, guardian, replace(GRANTED, yearly_amount=amount))
    for state in (SubsidyState.PAUSED, SubsidyState.CANCELLED, SubsidyState.REFUSED):
        with pytest.raises(EmptyField):
            record_subsidy(bench, guardian, replace(PAUSED, state=state, reason=" "))


def test_only_an_acting_guardian_is_granted_one_and_any_can_lose_it(bench, patient, guardian):
    record_subsidy(bench, guardian, GRANTED)
    end_guardianship(bench, guardian, state=GuardianState.DEAD, from_on=date(2026, 5, 1))
    with pytest.raises(GuardianNotActing):
        record_subsidy(bench, guardian, replace(GRANTED, from_on=date(2026, 6, 1)))
    ended = replace(PAUSED, state=SubsidyState.CANCELLED, reason="监护人去世")
    record_subsidy(bench, guardian, ended)
    assert subsidy(bench, patient) == ended
    with pytest.raises(NotFound):
        record_subsidy(bench, 99, GRANTED)


def test_what_was_known_of_a_subsidy_stays_known(bench, patient, guardian, clock):
    key = record_subsidy(bench, guardian, GRANTED)
    before = a_moment(clock)
    correct_subsidy(bench, key, replace(GRANTED, yearly_amount=260000), why="标准抄错")
    assert subsidy(bench, patient).yearly_amount == 260000
    withdraw_subsidy(bench, key, why="另一名患者的")
    assert subsidy(bench, patient) is None
    assert subsidy(bench, patient, at=before) == GRANTED


def test_payments_are_listed_by_day_and_as_known(bench, patient, guardian, clock):
    key = record_subsidy_payment(bench, guardian, PAID)
    before = a_moment(clock)
    january = Paid(date(2026, 1, 20), 100000, "2025年下半年")
    record_subsidy_payment(bench, guardian, january)
    assert payments(bench, patient) == [january, PAID]
    assert payments(bench, patient, on=date(2026, 6, 30)) == [january]
    assert payments(bench, patient, at=before) == [PAID]
    correct_subsidy_payment(bench, key, replace(PAID, amount=110000), why="银行回单")
    assert payments(bench, patient)[-1].amount == 110000
    withdraw_subsidy_payment(bench, key, why="退回")
    assert payments(bench, patient) == [january]


def test_nothing_paid_and_payments_to_come_are_refused(bench, guardian):
    with pytest.raises(SumImpossible, match="发放金额"):
        record_subsidy_payment(bench, guardian, replace(PAID, amount=0))
    with pytest.raises(DayNotCome):
        record_subsidy_payment(bench, guardian, replace(PAID, paid_on=date(2027, 1, 1)))
    with pytest.raises(NotFound):
        record_subsidy_payment(bench, 99, PAID)


def test_the_same_request_is_written_once(bench, patient, guardian):
    key = record_subsidy(bench, guardian, GRANTED, request_id="a")
    assert record_subsidy(bench, guardian, PAUSED, request_id="a") == key
    paid = record_subsidy_payment(bench, guardian, PAID, request_id="b")
    assert record_subsidy_payment(bench, guardian, PAID, request_id="b") == paid
    assert (subsidy(bench, patient), payments(bench, patient)) == (GRANTED, [PAID])


def test_a_sum_is_typed_in_yuan(bench):
    assert amount_typed("每年标准", "2,400元") == 240000
    for typed in ("", "两千四", "0"):
        with pytest.raises(SumImpossible, match="“每年标准”应是大于0的金额"):
            amount_typed("每年标准", typed)


def test_everybody_with_a_subsidy_stands_on_the_list(bench, patient, guardian, clock):
    before = a_moment(clock)
    record_subsidy(bench, guardian, GRANTED)
    (line,) = list_subsidies(bench)
    assert (line.patient, line.guardian) == ("石䶮", "石守田")
    assert (line.row.patient_id, line.row.guardian_id) == (patient, guardian)
    assert line.row.subsidised == GRANTED
    assert list_subsidies(bench, date(2026, 2, 28)) == list_subsidies(bench, at=before) == []


def test_it_is_told_in_words(bench, patient, guardian, clock):
    record_subsidy(bench, guardian, GRANTED)
    since = a_moment(clock)
    record_subsidy(bench, guardian, PAUSED)
    record_subsidy_payment(bench, guardian, PAID)
    assert [change.sentence for change in list_changes(bench, patient, since)] == [
        (
            "自2026年9月1日起，监护补贴“石守田”变更：状态由“已批准”改为“暂停发放”；"
            "理由由未知改为“住院期间”。"
        ),
        (
            "2026年7月5日，监护补贴发放“石守田”：金额为1200元，所属时间为2026年上半年，"
            "说明为一卡通。"
        ),
    ]
