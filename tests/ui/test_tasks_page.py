"""Open tasks on the screen: whose, by when, what became of them, and their papers."""

import pytest
from PySide6.QtCore import Qt

from data.codes import TaskOutcome
from tests.builders import a_closed_meeting
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.open_tasks import list_open_tasks
from workbench.signatures import list_sheets
from workbench.tasks import record_task_result

LIST = "任务列表"


@pytest.fixture
def tasks(qtbot, bench, team):
    """The window on three tasks of a closed meeting, due on 23 December."""
    a_closed_meeting(bench, team)
    screen = Screen(qtbot, MainWindow(bench))
    screen.do("go_tasks")
    return screen


@pytest.fixture
def late(tasks, clock):
    """The same nine days after they were due."""
    clock.move(days=37)
    tasks.do("refresh")
    return tasks


def test_before_anything_was_decided_the_page_says_where_tasks_come_from(screen):
    screen.do("go_tasks")
    assert "没有没办结的任务" in screen.words()
    assert not screen.can("record_task_result")


def test_every_open_task_says_by_when_whose_and_about_whom(tasks):
    assert tasks.rows(LIST)[0] == "每周联合随访1次，12-23到期，责任人亓*涛，GA0101 石*"
    assert "没有办结的3项" in tasks.words()


def test_a_late_task_says_so_in_words(late):
    assert all("逾期9天" in row for row in late.rows(LIST))
    assert "没有办结的3项·逾期3项" in late.words()


def test_tasks_are_grouped_by_member_by_day_and_by_patient(tasks):
    assert "亓*涛" in tasks.words().split("\n")
    tasks.named("任务怎样分组").choose("patient")
    assert "GA0101 石*" in tasks.words().split("\n")
    tasks.named("任务怎样分组").choose("day")
    assert "两周以后到期" in tasks.words()


def test_the_list_is_narrowed_by_words_and_to_what_is_late(tasks):
    tasks.write("查找任务", "GA0102")
    assert [row for row in tasks.rows(LIST) if "GA0102" not in row] == []
    assert len(tasks.rows(LIST)) == 1
    tasks.named("查找任务").clear()
    tasks.click("逾期")
    assert tasks.rows(LIST) == []
    assert "没有符合条件的任务" in tasks.words()
    assert not tasks.can("record_task_result")


def test_a_task_that_is_done_leaves_the_list(bench, tasks):
    tasks.press(Qt.Key.Key_Return)
    tasks.write("佐证材料", "随访记录3份")
    tasks.dialog().verb.click()
    tasks.settle()
    assert len(tasks.rows(LIST)) == len(list_open_tasks(bench)) == 2


def test_a_task_that_is_not_done_needs_a_word_and_stays(bench, tasks):
    tasks.do("record_task_result")
    tasks.click("未落实")
    tasks.dialog().verb.click()
    tasks.settle()
    assert "未办的说明" in tasks.words()
    tasks.write("说明", "外出务工未归")
    tasks.dialog().verb.click()
    tasks.settle()
    assert tasks.dialog() is None
    assert len(tasks.rows(LIST)) == 3


def test_the_slip_of_a_task_is_looked_at_and_one_comes_back_to_the_list(tasks):
    tasks.do("preview_document")
    tasks.waits_for("第1/")
    assert "任务通知单·GA0101 石*" in tasks.words()
    tasks.do("leave_preview")
    assert tasks.shows(LIST)


def test_only_what_is_late_is_urged(tasks, clock):
    assert not tasks.can("show_urging")
    clock.move(days=37)
    tasks.do("refresh")
    tasks.do("show_urging")
    tasks.do("preview_document")
    tasks.waits_for("督办单·GA0101 石*")
    tasks.do("leave_preview")


def test_a_slip_is_sealed_from_here(bench, tasks):
    before = len(list_sheets(bench))
    tasks.do("seal_document")
    tasks.waits_for("已封存，打印出来就可以签字")
    sealed = list_sheets(bench)[before:]
    assert [sheet.title for sheet in sealed] == ["任务通知单"]


def test_what_was_reported_elsewhere_leaves_the_list(bench, tasks):
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    tasks.settle()
    assert len(tasks.rows(LIST)) == 2
