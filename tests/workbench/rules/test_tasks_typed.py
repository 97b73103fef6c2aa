"""Work given out in one line."""

from datetime import date

import pytest

from tests.workbench.rules.test_speakers import DOCTOR, PEOPLE, POLICE, SECOND
from workbench.rules.tasks_typed import names_somebody, problem_with, task_typed

TODAY = date(2026, 11, 25)
NEXT = date(2026, 12, 23)
FIFTH = date(2026, 12, 5)


def read(line):
    return task_typed(line, PEOPLE, TODAY, NEXT)


@pytest.mark.parametrize(
    "line",
    [
        "@民警 亓 核查居住地 12-05",
        "@民警亓*涛 核查居住地 1205",
        "@亓文涛 核查居住地，12月5日前",
        "@qwt 核查居住地 12-05",
        "＠qiwentao\u3000核查居住地\u300012月5号",
        "亓文涛 核查居住地 12-05",
        "核查居住地 @亓文涛 12-05",
        "核查居住地 12-05 @qwt",
    ],
)
def test_who_what_and_by_when_are_read_in_every_order(line):
    found = read(line)
    assert (found.who, found.title, found.due_on) == (POLICE.key, "核查居住地", FIFTH)
    assert problem_with(found, TODAY, PEOPLE) == ""
    assert found.missing == ()


def test_a_part_only_one_has_is_enough():
    assert read("@精防 陪同门诊 两周内").who == DOCTOR.key
    assert read("精防医师 陪同门诊 两周内").who == DOCTOR.key
    assert read("精防医师陪同门诊 两周内").who == DOCTOR.key


def test_where_several_are_meant_they_are_named():
    found = read("@民警 核查 12-05")
    assert (found.who, found.several) == (None, (POLICE, SECOND))
    assert problem_with(found, TODAY, PEOPLE) == "有2位：民警 亓、民警 邬。请再多写一个字。"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("@张三 核查 12-05", "小组里没有找到“张三”。请写角色、姓名或拼音首字母。"),
        ("核查居住地 12-05", "还没有写责任人。请以@开头，写上由谁来办。"),
        ("@qwt 12-05", "还没有写要做的事。"),
        ("@qwt 核查居住地", "还没有写期限。请在末尾写上日期，如 12-05、下周三、两周内。"),
        ("@qwt 核查居住地 2026-11-24", "期限早于今天，请核对。"),
    ],
)
def test_what_is_missing_is_said_in_words(line, words):
    assert problem_with(read(line), TODAY, PEOPLE) == words


def test_figures_that_count_something_are_no_day():
    found = read("@qwt 每周联合随访1次")
    assert (found.title, found.due_on, found.missing) == ("每周联合随访1次", None, ("期限",))


def test_an_empty_line_means_nobody():
    assert read("").missing == ("责任人", "事项", "期限")
    assert read("@").missing == ("责任人", "事项", "期限")


def test_an_at_says_that_somebody_is_named():
    assert names_somebody("评估针剂 @qwt")
    assert not names_somebody("评估针剂")
