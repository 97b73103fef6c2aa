"""What cannot be said to have been before."""

from dataclasses import replace
from datetime import date

import pytest

from data.register_codes import Precision
from data.visit_codes import DangerousAct, FormVersion, Symptom
from workbench.rules.histories import History, check_history
from workbench.rules.rough_days import RoughDay

ASKED = History(date(2026, 3, 1))
MARCH_2009 = RoughDay(date(2009, 3, 1), Precision.MONTH)


def items(history, onset=None):
    return [problem.item for problem in check_history(history, onset)]


def test_nothing_known_is_no_problem():
    assert items(ASKED) == []


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"acts": {DangerousAct.NONE: 0, DangerousAct.MINOR: 1}}, "acts"),
        ({"acts": {DangerousAct.GRAVE_OFFENCE: 0}}, "acts"),
        ({"symptoms": (Symptom.OTHER,)}, "symptoms_other"),
        ({"admissions": -1}, "admissions"),
    ],
)
def test_what_contradicts_itself_is_named(change, item):
    assert items(replace(ASKED, **change)) == [item]


def test_the_form_of_2011_does_not_ask_for_every_act():
    acts = {DangerousAct.OTHER_HARM: 2}
    assert items(replace(ASKED, acts=acts)) == []
    (problem,) = check_history(replace(ASKED, acts=acts, form_version=FormVersion.V2011), None)
    assert problem.words == "2011年版的“危险行为”没有“其他危害行为”这一项"


@pytest.mark.parametrize(
    ("first", "possible"),
    [
        (RoughDay(date(2009, 1, 1), Precision.YEAR), True),
        (RoughDay(date(2008, 1, 1), Precision.YEAR), False),
        (RoughDay(date(2009, 3, 1), Precision.MONTH), True),
        (RoughDay(date(2009, 2, 1), Precision.MONTH), False),
        (RoughDay(date(2009, 2, 28)), False),
        (RoughDay(date(2009, 3, 1)), True),
    ],
)
def test_nobody_is_treated_before_the_illness_began(first, possible):
    found = items(replace(ASKED, first_treated=first), MARCH_2009)
    assert found == ([] if possible else ["first_treated"])
