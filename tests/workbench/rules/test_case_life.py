"""Which way a case can go, and when its goals let it end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.casework_codes import Standing
from tests.workbench.rules.known import BASE
from workbench.rules.case_life import Review, Step, after, check_goals, clean_in_a_row

RUNNING, PAUSED, ENDED = Standing
CLEAN, MET, OPEN = (False, False), (True, False), (False, None)


def reviews(*answers):
    return [Review(date(2026, month, 25), *answer) for month, answer in enumerate(answers, 1)]


@pytest.mark.parametrize(
    ("standing", "step", "leads_to"),
    [
        (RUNNING, Step.PAUSE, PAUSED),
        (RUNNING, Step.RESUME, None),
        (RUNNING, Step.REVISE, RUNNING),
        (RUNNING, Step.EXIT, ENDED),
        (PAUSED, Step.PAUSE, None),
        (PAUSED, Step.RESUME, RUNNING),
        (PAUSED, Step.REVISE, PAUSED),
        (PAUSED, Step.EXIT, ENDED),
        (ENDED, Step.PAUSE, None),
        (ENDED, Step.RESUME, None),
        (ENDED, Step.REVISE, None),
        (ENDED, Step.EXIT, None),
    ],
)
def test_a_case_goes_only_where_it_can(standing, step, leads_to):
    assert after(standing, step) is leads_to


@pytest.mark.parametrize(
    ("answers", "clean"),
    [
        ([], 0),
        ([CLEAN], 1),
        ([CLEAN, MET, CLEAN, CLEAN], 2),
        ([CLEAN, CLEAN, MET], 0),
        ([CLEAN, OPEN, CLEAN], 1),
        ([CLEAN, CLEAN, OPEN], 0),
    ],
)
def test_only_the_last_reviews_in_a_row_count(answers, clean):
    assert clean_in_a_row(reviews(*answers)) == clean


def test_two_reviews_on_one_day_are_one():
    day = date(2026, 3, 25)
    assert clean_in_a_row([Review(day, *CLEAN), Review(day, *CLEAN)]) == 1
    assert clean_in_a_row([Review(day, *CLEAN), Review(day, *MET)]) == 0


@given(st.lists(st.sampled_from([CLEAN, MET, OPEN]), max_size=8), st.randoms())
def test_the_order_of_writing_does_not_matter(answers, random):
    found = reviews(*answers)
    shuffled = list(found)
    random.shuffle(shuffled)
    assert clean_in_a_row(shuffled) == clean_in_a_row(found) <= len(found)


def test_everything_in_the_way_is_named():
    found = check_goals(reviews(CLEAN, CLEAN), open_goals=2, profile=BASE)
    assert found.obstacles == (
        "最近连续2次复核不再符合入组标准，未到3次（规则档“国家规范”的默认值，单位可改）",
        "干预计划还有2项目标没有达到",
    )
    assert check_goals(reviews(*[CLEAN] * 3), open_goals=None, profile=BASE).obstacles == (
        "还没有经会议确认的干预计划",
    )
    assert check_goals(reviews(*[CLEAN] * 3), open_goals=0, profile=BASE).obstacles == ()
