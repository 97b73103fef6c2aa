"""What kind of change each line of a plan has gone through."""

from dataclasses import replace
from datetime import date

import pytest

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from workbench.rules.plans import Line
from workbench.rules.revisions import Revised, Revision, revisions

LINE = Line(
    key=1,
    area=PlanArea.RISK,
    problem="夜间喊叫",
    goal="三个月内不再惊扰邻居",
    measure="每周联合走访一次",
    responsible="亓文涛",
    start_on=date(2026, 8, 26),
    due_on=date(2026, 11, 20),
)


@pytest.mark.parametrize(
    ("change", "revision"),
    [
        ({}, Revision.SAME),
        ({"due_on": date(2026, 12, 5)}, Revision.POSTPONED),
        ({"due_on": date(2026, 12, 5), "start_on": date(2026, 11, 25)}, Revision.POSTPONED),
        ({"due_on": date(2026, 11, 1)}, Revision.CHANGED),
        ({"due_on": None}, Revision.CHANGED),
        ({"start_on": None}, Revision.CHANGED),
        ({"due_on": date(2026, 12, 5), "responsible": "皮桂香"}, Revision.CHANGED),
        ({"measure": "每两周走访一次"}, Revision.CHANGED),
    ],
)
def test_a_line_only_put_off_is_told_from_one_that_changed(change, revision):
    after = replace(LINE, **change)
    assert revisions([LINE], [after]) == (Revised(revision, LINE, after),)


def test_new_lines_and_those_taken_out_stand_on_one_side_only():
    other = replace(LINE, key=2)
    assert revisions([LINE], [other]) == (
        Revised(Revision.ADDED, None, other),
        Revised(Revision.REMOVED, LINE, None),
    )
    assert [revised.line.key for revised in revisions([LINE], [other])] == [2, 1]


def test_which_criteria_a_line_answers_is_no_change_of_the_line():
    after = replace(LINE, criteria=(Criterion.STRESS,))
    assert [revised.revision for revised in revisions([LINE], [after])] == [Revision.SAME]
