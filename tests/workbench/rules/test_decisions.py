"""Which cases one key may continue."""

import pytest

from data.codes import RiskLevel
from workbench.rules.decisions import obstacles_to_continuing


@pytest.mark.parametrize("level", RiskLevel)
def test_from_level_three_up_a_case_is_talked_about(level):
    found = obstacles_to_continuing(level, overdue_tasks=0, said=False)
    assert bool(found) == (level >= 3)


def test_every_obstacle_is_named():
    assert len(obstacles_to_continuing(None, overdue_tasks=2, said=True)) == 3
    (late,) = obstacles_to_continuing(RiskLevel.NONE, overdue_tasks=2, said=False)
    assert (late.words, late.short) == ("有2项逾期任务", "有逾期任务")
