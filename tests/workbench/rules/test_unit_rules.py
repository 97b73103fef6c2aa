"""Which values a unit may decide for itself."""

import pytest

from data.rule_values import Unit
from tests.workbench.rules.known import BASE
from workbench.rules.unit_rules import why_impossible


def why(key, amount, unit=None):
    return why_impossible(BASE[key], amount, unit or BASE[key].unit)


@pytest.mark.parametrize("key", BASE.rules)
def test_what_is_shipped_is_possible_and_nothing_or_less_is_not(key):
    assert why(key, BASE[key].amount) == ""
    assert why(key, 0) == why(key, -1) == "应大于0"


def test_an_interval_may_be_given_in_days_or_months_and_nothing_else():
    assert why("visit.interval.basic", 30, Unit.DAYS) == ""
    assert why("visit.interval.unstable", 1, Unit.MONTHS) == ""
    assert why("visit.interval.basic", 5, Unit.WORKING_DAYS) == "应以“个月”计"
    assert why("intake.receive", 1, Unit.MONTHS) == "应以“个工作日”计"


@pytest.mark.parametrize(
    ("key", "most", "words"),
    [
        ("entry.high_risk.min_criteria", 6, "最多6条"),
        ("entry.unstable.min_criteria", 4, "最多4条"),
        ("target.medication", 100, "最多100％"),
        ("target.registered", 10000, "最多10000／万"),
        ("visit.interval.stable", 120, "最多120个月"),
        ("entry.readmissions", 100, "最多100次"),
        ("emergency.record_due", 720, "最多720小时"),
    ],
)
def test_a_value_beyond_all_sense_is_refused(key, most, words):
    assert why(key, most) == ""
    assert why(key, most + 1) == words


@pytest.mark.parametrize("key", ["meeting.joint", "exchange.period", "screen.full"])
def test_what_is_due_once_in_a_period_divides_the_year(key):
    possible = [months for months in range(1, 25) if not why(key, months)]
    assert possible == [1, 2, 3, 4, 6, 12]
    assert "按月、季度、半年或年计" in why(key, 30, Unit.DAYS)
