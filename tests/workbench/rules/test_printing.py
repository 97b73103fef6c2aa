"""Ranges of pages as people type them, and the paper they take."""

import pytest

from workbench.rules.printing import (
    chosen_pages,
    run_in_words,
    sheets_of_paper,
    with_white_backs,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1-3,5", (1, 2, 3, 5)),
        ("１—３，５", (1, 2, 3, 5)),
        ("1至2、4", (1, 2, 4)),
        ("3-", (3, 4, 5)),
        ("-2", (1, 2)),
        ("5,1,5", (1, 5)),
        ("2 4", (2, 4)),
    ],
)
def test_a_range_is_read_as_it_is_typed(text, found):
    assert chosen_pages(text, 5) == found


@pytest.mark.parametrize("text", ["0", "6", "3-6", "4-2", "一", "1--2", ",", "1-2-3", "-0"])
def test_a_range_that_is_not_there_is_no_range(text):
    assert chosen_pages(text, 5) is None


@pytest.mark.parametrize(
    ("pages", "copies", "duplex", "sheets"),
    [(1, 1, True, 1), (3, 1, True, 2), (3, 2, True, 4), (3, 2, False, 6), (2, 5, True, 5)],
)
def test_every_copy_begins_on_a_sheet_of_its_own(pages, copies, duplex, sheets):
    assert sheets_of_paper(range(pages), copies=copies, duplex=duplex) == sheets


def test_the_run_is_said_before_it_is_printed():
    assert run_in_words(range(3), copies=2, duplex=True) == "本次将打印 6 页（4 张纸）"


def test_a_paper_that_starts_on_a_back_gets_a_sheet_of_its_own():
    run = with_white_backs(range(6), duplex=True, starts=(0, 3, 5))
    assert run == [0, 1, 2, None, 3, 4, 5]
    assert sheets_of_paper(range(6), copies=1, duplex=True, starts=(0, 3, 5)) == 4


def test_on_one_side_nothing_is_left_white():
    assert with_white_backs(range(3), duplex=False, starts=(0, 1)) == [0, 1, 2]
    assert (
        run_in_words(range(3), copies=1, duplex=False, starts=(1,)) == "本次将打印 3 页（3 张纸）"
    )
