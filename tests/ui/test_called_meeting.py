"""A meeting about one case from the page of that case, and one begun before its day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_closed_meeting, a_planned_meeting
from tests.ui.screens import Screen
from tests.ui.test_case_page import opened
from ui.main_window import MainWindow
from workbench.meetings import list_meetings


@pytest.fixture
def page(qtbot, bench, team):
    """The page of a case whose team has met before."""
    a_closed_meeting(bench, team, held_on=date(2026, 10, 28))
    return opened(Screen(qtbot, MainWindow(bench)))


def test_from_the_page_of_a_case_it_takes_two_clicks(bench, page):
    page.click("临时会商")
    assert "2026年第1次临时会商" in page.words()
    page.waits_for("GA0102")
    assert len(page.rows("议程")) == 1
    page.click("开始会议")
    assert page.shows("集体评估等级")
    called = max(list_meetings(bench), key=lambda row: row.id)
    assert (called.held_on, called.place) == (date(2026, 11, 25), "镇政府三楼会议室")
    assert (called.chair, called.state) == ("龚砚秋", "in_session")


def test_from_the_finder_it_takes_two_keys_after_the_name(bench, page):
    page.do("find")
    page.write("查找内容", "sy")
    page.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.waits_for("2026年第1次临时会商")
    page.window.activateWindow()
    page.settle()
    page.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.shows("集体评估等级")


def test_a_meeting_whose_day_is_still_to_come_is_moved_before_it_begins(bench, team, page):
    a_planned_meeting(bench, team, date(2026, 12, 23))
    page.settle()
    page.do("go_meetings")
    page.window.desk.meetings.select(list_meetings(bench)[0].id)
    page.settle()
    page.do("start_meeting")
    assert "会议定在12月23日（周三），今天不是12月23日" in page.words()
    page.press(Qt.Key.Key_Escape)
    assert list_meetings(bench)[0].state == "preparing"
    page.do("start_meeting")
    page.dialog().verb.click()
    page.settle()
    assert page.shows("集体评估等级")
    assert (list_meetings(bench)[0].held_on, list_meetings(bench)[0].state) == (
        date(2026, 11, 25),
        "in_session",
    )
